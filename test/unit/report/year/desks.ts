/**
 * Desks whose year has something of everything, and one whose names are hostile.
 */
import { type CalendarDefinition, createCalendar } from "../../../../src/index.ts";
import { type YearGlance, yearAtAGlance } from "../../../../src/report/index.ts";

/** Names that want to be code: for XML, a spreadsheet, a terminal. */
export const HOSTILE: readonly string[] = [
  `<script>alert("1")</script>`,
  `]]>&amp;"'`,
  `=HYPERLINK("http://x","y")`,
  "  @SUM(1)",
  "-2+3",
  'a,b;"c"',
  "\u001b[31mred\u202e\u2028\u0000\ud800\ufffe",
  "two\r\nlines\tand a tab",
];

export const DESK: CalendarDefinition = {
  name: "Metz & Cie",
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR-57"],
  closures: [
    { from: "2026-08-03", to: "2026-08-07", name: "summer" },
    { date: "2026-12-24", from: "13:00", to: "24:00", name: "Christmas Eve" },
  ],
  exceptions: { "2026-06-06": ["09:00-12:00"], "2026-12-31": [] },
};

const EVIL: CalendarDefinition = {
  ...DESK,
  name: HOSTILE.join(" "),
  holidays: [
    { dates: HOSTILE.map((name, i) => ({ date: `2026-02-0${i + 1}`, name })), from: "2025-01-01", to: "2027-12-31" },
  ],
  closures: HOSTILE.map((name, i) => ({ date: `2026-03-0${i + 1}`, name })),
};

/** A year of a definition. */
export function glanceOf(definition: CalendarDefinition = DESK, year = 2026): YearGlance {
  return yearAtAGlance(createCalendar(definition), year);
}

/** The year of the hostile desk. */
export const evilGlance = (): YearGlance => glanceOf(EVIL);
