/**
 * The notes: which years, whose clock, which hours and holidays, and how the workbook is used.
 */
import type { Calendar, CalendarDefinition } from "../../index.ts";
import { harmless } from "../../issues/show.ts";
import { makeGrid } from "../cells.ts";
import { spokenYears, type Years } from "../coverage.ts";
import type { NoteWords, WorkbookWords } from "../language.ts";
import type { LeftOut } from "../promises.ts";
import type { SpecialDate } from "../special-dates.ts";
import { CELL, HEAD_ANSWER, TITLE, TOPIC, WRAPPED } from "../styles.ts";
import { type MadeSheet, PRINTED_UPRIGHT } from "./made-sheet.ts";

/** What the notes say of this workbook. */
export interface Noted {
  readonly calendar: Calendar<"ms">;
  readonly years: Years;
  readonly rows: number;
  readonly special: readonly SpecialDate[];
  readonly leftOut: readonly LeftOut[];
  /** Names and versions. */
  readonly madeWith: string;
}

/** Signs of a line of text, at the width of its column, and its height; both with room to spare. */
const [LINE_CHARS, LINE_POINTS] = [100, 14];

/** The sheet. */
export function notesSheet(noted: Noted, words: WorkbookWords): MadeSheet {
  const { notes: said } = words;
  const grid = makeGrid();
  grid.put(1, "A", said.title, TITLE);
  const heights = new Map<number, { height: number }>();
  let row = 3;
  for (const [topic, text] of topicsOf(noted, said)) {
    grid.put(row, "A", topic, TOPIC);
    grid.put(row, "B", text, WRAPPED);
    // Not all programs fit a row to its text when they open a file.
    heights.set(row - 1, { height: Math.ceil(text.length / LINE_CHARS) * LINE_POINTS });
    row++;
  }
  row++;
  grid.put(row, "A", said.date, HEAD_ANSWER);
  grid.put(row, "B", said.name, HEAD_ANSWER);
  const listed = noted.special.length === 0 ? [{ date: said.none, name: "" }] : noted.special;
  for (const { date, name } of listed) {
    row++;
    grid.put(row, "A", date, CELL);
    grid.put(row, "B", name, CELL);
  }
  return {
    sheet: {
      name: words.sheets.notes,
      cells: grid.cells,
      columns: [{ width: 20 }, { width: 92 }],
      rowDefs: heights,
      view: { showGridLines: false },
      pageSetup: PRINTED_UPRIGHT,
      headerFooter: { oddFooter: "&L&A&R&P / &N" },
    },
    names: [],
  };
}

/** What the workbook cannot judge, by reason. */
function leftOutLine(leftOut: readonly LeftOut[], said: NoteWords): string {
  const whys = [...new Set(leftOut.map(({ why }) => why))];
  return whys
    .map((why) => {
      const ids = leftOut.filter((each) => each.why === why).map(({ id }) => id);
      return `${said.leftOutWhy[why]} ${harmless(ids.join(", "))}`;
    })
    .join("; ");
}

function topicsOf({ calendar, years, rows, leftOut, madeWith }: Noted, said: NoteWords): (readonly [string, string])[] {
  const { definition } = calendar;
  return [
    [said.years, spokenYears(years)],
    [said.zone, said.zoneNote(definition.timeZone)],
    [said.hours, harmless(hoursOf(definition, said).join("; "))],
    ...said.topics(years, definition.timeZone, rows),
    ...(leftOut.length === 0 ? [] : [[said.leftOut, leftOutLine(leftOut, said)] as const]),
    [said.madeWith, madeWith],
  ];
}

/** The hours of the week, as the definition has them; those of each version from its date on. */
function hoursOf({ week, versions }: CalendarDefinition, said: NoteWords): string[] {
  if (week === undefined && versions === undefined) return [said.combined];
  const hours = (days: CalendarDefinition["week"] = {}): string =>
    Object.entries(days)
      .map(([key, windows]) => `${key} ${windows.join(" ")}`)
      .join(", ");
  const later = (versions ?? []).flatMap((version) =>
    version.week === undefined ? [] : [`${said.from(version.from)}: ${hours(version.week)}`],
  );
  return [...(week === undefined ? [] : [hours(week)]), ...later];
}
