/**
 * The colours of a deadline's picture, light and dark, as one style sheet.
 *
 * Plain rules, no variables: programs that print and convert pictures know them. Classes begin with `od-`, so that a picture
 * set into a page changes nothing around it. Paper is light: dark is for screens alone. No meaning hangs on colour alone: what
 * counts is solid, a pause is hatched, what is late is hatched the other way, marks differ in shape and have their names.
 */

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly lane: string;
  readonly open: string;
  readonly counted: string;
  readonly late: string;
  readonly lateLine: string;
  readonly pause: string;
  readonly pauseLine: string;
  readonly holiday: string;
  readonly holidayInk: string;
  readonly due: string;
  readonly good: string;
  readonly bad: string;
}

const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1f2733",
  muted: "#5b6675",
  line: "#d5dbe3",
  lane: "#f0f2f5",
  open: "#d3dff5",
  counted: "#3f66ad",
  late: "#f3b7b1",
  lateLine: "#b3261e",
  pause: "#fdf1d8",
  pauseLine: "#b27a12",
  holiday: "#fadfdb",
  holidayInk: "#9c2118",
  due: "#6b2fa0",
  good: "#0b6e4c",
  bad: "#b3261e",
};

const DARK: Palette = {
  paper: "#11151b",
  ink: "#e8ebef",
  muted: "#a3adba",
  line: "#333d49",
  lane: "#1b222b",
  open: "#2b3d5e",
  counted: "#7ea4ea",
  late: "#5f2423",
  lateLine: "#ff8f84",
  pause: "#3a2e16",
  pauseLine: "#e0b154",
  holiday: "#4b1f20",
  holidayInk: "#ffb9b0",
  due: "#cfa6ff",
  good: "#4fcf9d",
  bad: "#ff8f84",
};

/** The style sheet. */
export const DEADLINE_STYLE: string = [
  ".od{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Liberation Sans',Arial,sans-serif;max-width:100%;height:auto;display:block}",
  ".od text{font-size:12.5px;font-variant-numeric:tabular-nums}",
  ".od .od-heading{font-size:16px;font-weight:650}",
  ".od .od-hour{font-size:11px;text-anchor:middle}",
  ".od .od-label{font-size:11.5px;font-weight:600;paint-order:stroke;stroke-width:4;stroke-linejoin:round}",
  ".od .od-name{font-weight:600}",
  ".od .od-end{text-anchor:end}",
  ".od .od-middle{text-anchor:middle}",
  ".od .od-total{font-weight:700}",
  ".od .od-mark{stroke-width:2;fill:none}",
  ".od .od-hollow{stroke-width:2}",
  ".od .od-now{stroke-dasharray:3 3}",
  ".od .od-twice{fill:none;stroke-width:1;stroke-dasharray:2 2}",
  rules(LIGHT),
  `@media screen and (prefers-color-scheme:dark){${rules(DARK)}}`,
  "@media print{.od{print-color-adjust:exact;-webkit-print-color-adjust:exact}}",
].join("");

function rules(palette: Palette): string {
  const ink = (name: string, colour: string): string =>
    `.od text.od-${name},.od .od-glyph.od-${name}{fill:${colour}}.od .od-mark.od-${name},.od .od-hollow.od-${name}{stroke:${colour}}`;
  return [
    `.od .od-paper{fill:${palette.paper}}`,
    `.od text{fill:${palette.ink}}`,
    `.od .od-label{stroke:${palette.paper}}`,
    `.od .od-muted{fill:${palette.muted}}`,
    `.od .od-rule{stroke:${palette.line};stroke-width:1}`,
    `.od .od-lane{fill:${palette.lane}}`,
    `.od .od-holiday{fill:${palette.holiday}}`,
    `.od .od-name{fill:${palette.holidayInk}}`,
    `.od .od-open{fill:${palette.open}}`,
    `.od .od-counted{fill:${palette.counted}}`,
    `.od .od-late-ground{fill:${palette.late}}`,
    `.od .od-late-line{stroke:${palette.lateLine};stroke-width:3}`,
    `.od .od-pause-ground{fill:${palette.pause}}`,
    `.od .od-pause-line{stroke:${palette.pauseLine};stroke-width:2}`,
    `.od .od-skip-line{stroke:${palette.muted};stroke-width:1.2}`,
    `.od .od-twice{stroke:${palette.ink}}`,
    `.od .od-hollow{fill:${palette.paper}}`,
    ink("plain", palette.ink),
    ink("due", palette.due),
    ink("good", palette.good),
    ink("bad", palette.bad),
    ink("dim", palette.muted),
  ].join("");
}
