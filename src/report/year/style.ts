/**
 * The colours of the year's picture, light and dark, as one style sheet.
 *
 * Plain rules, no variables: programs that print and convert pictures know them. Classes begin with `oy-`, so that a picture
 * set into a page changes nothing around it. Paper is light: dark is for screens alone.
 */

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly cell: string;
  readonly closedCell: string;
  readonly holidayCell: string;
  readonly holidayInk: string;
  readonly closureCell: string;
  readonly closureLine: string;
  readonly closureInk: string;
  readonly exceptionCell: string;
  readonly exceptionInk: string;
  readonly pont: string;
  readonly bar: string;
}

const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1f2733",
  muted: "#66717f",
  line: "#dde2e8",
  cell: "#ffffff",
  closedCell: "#eceff3",
  holidayCell: "#fadfdb",
  holidayInk: "#a3241b",
  closureCell: "#fdf1d8",
  closureLine: "#ecd09a",
  closureInk: "#7a5105",
  exceptionCell: "#e8e4fb",
  exceptionInk: "#4a37a8",
  pont: "#0f7a55",
  bar: "#3f66ad",
};

const DARK: Palette = {
  paper: "#11151b",
  ink: "#e8ebef",
  muted: "#98a3b1",
  line: "#2e3742",
  cell: "#1d242d",
  closedCell: "#151a21",
  holidayCell: "#4b1f20",
  holidayInk: "#ffb9b0",
  closureCell: "#3a2e16",
  closureLine: "#57451f",
  closureInk: "#f4cf86",
  exceptionCell: "#2c2752",
  exceptionInk: "#c5bbff",
  pont: "#4fcf9d",
  bar: "#6c97e6",
};

/** The style sheet. */
export const YEAR_STYLE: string = [
  ".oy{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Liberation Sans',Arial,sans-serif;max-width:100%;height:auto;display:block;margin:0 auto}",
  ".oy text{font-size:12px;font-variant-numeric:tabular-nums}",
  ".oy .oy-year{font-size:46px;font-weight:700;letter-spacing:-1px}",
  ".oy .oy-name{font-size:17px;font-weight:600}",
  ".oy .oy-figure{font-size:24px;font-weight:600}",
  ".oy .oy-month{font-size:14px;font-weight:700}",
  ".oy .oy-day{font-size:13px;font-weight:600}",
  ".oy .oy-letter{font-size:9.5px}",
  ".oy .oy-note{font-size:9.5px;font-weight:500}",
  ".oy .oy-week{font-size:8.5px}",
  ".oy .oy-small{font-size:11px}",
  ".oy .oy-hours{font-weight:600}",
  ".oy .oy-end{text-anchor:end}",
  ".oy .oy-gone{text-decoration:line-through}",
  ".oy .oy-pont{fill:none;stroke-width:2}",
  rules(LIGHT),
  `@media screen and (prefers-color-scheme:dark){${rules(DARK)}}`,
  "@media print{.oy{print-color-adjust:exact;-webkit-print-color-adjust:exact}}",
].join("");

function rules(palette: Palette): string {
  return [
    `.oy{background:${palette.paper}}`,
    `.oy .oy-paper{fill:${palette.paper}}`,
    `.oy text{fill:${palette.ink}}`,
    `.oy .oy-muted{fill:${palette.muted}}`,
    `.oy .oy-cell{stroke:${palette.line};fill:${palette.cell}}`,
    `.oy .oy-no-hours{fill:${palette.closedCell}}`,
    `.oy .oy-holiday{fill:${palette.holidayCell}}`,
    `.oy .oy-holiday-ink{fill:${palette.holidayInk}}`,
    `.oy .oy-ground{fill:${palette.closureCell}}`,
    `.oy .oy-hatch{stroke:${palette.closureLine};stroke-width:2.5}`,
    `.oy .oy-closure-ink{fill:${palette.closureInk}}`,
    `.oy .oy-exception{fill:${palette.exceptionCell}}`,
    `.oy .oy-exception-ink{fill:${palette.exceptionInk}}`,
    `.oy .oy-pont{stroke:${palette.pont}}`,
    `.oy .oy-pont-ink{fill:${palette.pont}}`,
    `.oy .oy-bar{fill:${palette.bar}}`,
    `.oy .oy-track{fill:${palette.line}}`,
  ].join("");
}
