/**
 * Calls of the functions of a spreadsheet: some worked out by hand from the charter and the contract, more at drawn times.
 *
 * In 2026 Ascension is on 14 May and Whit Monday on 25 May.
 */
import { CLIP_INDUSTRIE_DESK } from "../../src/charters/clip-industrie-figures.ts";
import { createCalendar } from "../../src/index.ts";
import {
  type CalendarInput,
  type CellAnswer,
  compileCalendar,
  type SpreadsheetFunctions,
  spreadsheetFunctions,
} from "../../src/spreadsheet/index.ts";
import type { Written } from "../helpers/flat-sheet.ts";

/** The serial number of a civil time: days since 30 December 1899. */
export const at = (civil: string): number => Date.parse(`${civil.replace(" ", "T")}Z`) / 86_400_000 + 25_569;

/** Six long days a week; the dates of 2026 alone are known, so that 2027 is beyond reach. */
export const OWN_DESK: readonly (readonly Written[])[] = [
  ["Time zone", "Europe/Paris"],
  ["Hours", "mon-sat", "08:00-20:00"],
  [],
  ["Holidays", "2026-05-14", "2026-05-25"],
  ["Closed", at("2026-05-23 00:00")],
];
/** Nights. */
export const JSON_DESK: string = JSON.stringify({ timeZone: "UTC", week: { "mon-fri": ["22:00-06:00"] } });

/** The charter's desk as a long text: some thousand characters. */
export const COMPILED_DESK: string = JSON.stringify(
  compileCalendar(createCalendar(CLIP_INDUSTRIE_DESK), { from: "2024-01-01", to: "2027-12-31" }),
);

type Whose = "usual" | "omitted" | "preset" | "json" | "compiled" | "range" | "wrong";
/** Ways to say whose hours: how a formula writes it, and what it is. */
const CALENDARS: Readonly<Record<Whose, readonly [written: string, calendar: CalendarInput]>> = {
  usual: ["", "clip-industrie"],
  omitted: [";", "clip-industrie"],
  preset: [';"clip-industrie"', "clip-industrie"],
  json: [";[$Desk.$G$1]", JSON_DESK],
  compiled: [";[$Desk.$G$2]", COMPILED_DESK],
  range: [";[$Desk.$A$1:.$D$6]", OWN_DESK],
  wrong: [';"clip-industri"', "clip-industri"],
};

const FUNCTIONS = spreadsheetFunctions({ dateSystem: "1899-12-30" });
type Name = keyof SpreadsheetFunctions;

/** A call with its cells, and the answer by hand where there is one. */
export interface Call {
  readonly name: Name;
  readonly cells: readonly Written[];
  readonly whose: Whose;
  readonly byHand?: Exclude<CellAnswer, object> | "#VALUE!" | "#N/A";
}
const call = (name: Name, cells: Call["cells"], byHand: NonNullable<Call["byHand"]>, whose: Whose = "usual"): Call => ({
  name,
  cells,
  whose,
  byHand,
});

/** The Friday before Whit Monday. */
export const FRIDAY: number = at("2026-05-22 16:00");
/** Calls whose answers were worked out by hand. */
export const BY_HAND: readonly Call[] = [
  // An hour on Friday, none on Whit Monday, three on Tuesday.
  call("deadline", [FRIDAY, 4], at("2026-05-26 12:00")),
  call("deadline", [FRIDAY, 1], at("2026-05-22 17:00"), "preset"),
  call("deadline", [FRIDAY, 4.5], at("2026-05-26 14:30"), "compiled"),
  call("deadline", ["2026-05-23", "1:30"], at("2026-05-26 10:30"), "omitted"),
  call("deadline", [at("2026-05-26 12:00"), -4], FRIDAY),
  call("deadline", [at("2026-05-22 19:00"), 2], at("2026-05-26 09:00"), "range"),
  // Monday 22:00 to Tuesday 06:00, and two hours of the next night.
  call("deadline", [at("2026-05-25 22:00"), 10], at("2026-05-27 00:00"), "json"),
  call("deadline", [at("2026-12-31 19:00"), 2], "#N/A", "range"),
  call("deadline", [at("2300-01-01 00:00"), 2], "#N/A"),
  call("deadline", [0, 2], "#N/A"),
  call("deadline", ["tomorrow", 4], "#VALUE!"),
  call("deadline", [FRIDAY, "long"], "#VALUE!"),
  call("deadline", [FRIDAY, 4], "#VALUE!", "wrong"),
  call("deadline", [undefined, 4], ""),
  call("deadline", [FRIDAY, undefined], ""),
  call("elapsed", [FRIDAY, at("2026-05-26 12:00")], 4),
  call("elapsed", [at("2026-05-26 12:00"), FRIDAY], -4),
  call("elapsed", [at("2026-05-23 10:00"), at("2026-05-25 15:00")], 0),
  call("elapsed", [FRIDAY, undefined], ""),
  call("isOpen", [at("2026-05-19 11:59:59")], true),
  call("isOpen", [at("2026-05-19 12:00")], false),
  call("isOpen", [at("2026-05-19 14:00")], true, "preset"),
  call("isOpen", [at("2026-05-25 10:00")], false, "omitted"),
  call("isOpen", [at("2026-05-16 19:59")], true, "range"),
  call("isOpen", [undefined], ""),
  call("nextOpen", [at("2026-05-19 12:00")], at("2026-05-19 14:00")),
  call("nextOpen", [at("2026-05-22 17:00")], at("2026-05-26 09:00")),
  call("nextOpen", [FRIDAY], FRIDAY),
  call("callback", [at("2026-05-19 13:00")], at("2026-05-19 14:00")),
  call("callback", [at("2026-05-19 17:00")], at("2026-05-20 09:00")),
  call("callback", [at("2026-05-14 10:00")], at("2026-05-15 09:00")),
  call("callback", ["soon"], "#VALUE!"),
  call("entitlement", [1, 10], 20),
  call("entitlement", ["non", 10], 5),
  call("entitlement", ["oui", 31], 0),
  call("entitlement", ["perhaps", 31], "#VALUE!"),
  call("entitlement", [undefined, 31], ""),
  // Used up at noon, at two nothing more is; a second later it is late.
  call("status", [FRIDAY, 4, at("2026-05-26 14:00"), at("2026-06-01 09:00")], "met"),
  call("status", [FRIDAY, 4, at("2026-05-26 14:00:01"), at("2026-06-01 09:00")], "missed"),
  call("status", [FRIDAY, 4, undefined, at("2026-05-26 10:00")], "running"),
  call("status", [FRIDAY, 4, undefined, at("2026-05-26 11:00")], "at risk", "preset"),
  call("status", [FRIDAY, 4, at("2026-05-26 14:00:01"), at("2026-05-26 14:00")], "at risk"),
  call("status", [FRIDAY, 4, undefined, at("2026-05-22 15:00")], "not yet"),
  call("status", [FRIDAY, 0, undefined, FRIDAY], "#VALUE!"),
  call("status", [undefined, 4, undefined, FRIDAY], ""),
  // Monday to Wednesday and Friday: Thursday is Ascension, the second Monday does not count.
  call("workdays", [at("2026-05-11 00:00"), at("2026-05-18 00:00")], 4),
  call("workdays", ["2026-05-18", "2026-05-11"], -4),
  call("workdays", ["2026-05-11", "2026-05-18"], 5, "range"),
  call("workdays", ["2026-05-11", undefined], ""),
  call("explain", ["then", 4], "#VALUE!"),
  call("explain", [undefined, 4], ""),
];

/** Numbers from 0 to below 1, the same every time. */
export function* draws(seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 48_271) % 0x7fffffff) yield state / 0x7fffffff;
}

/** Calls at drawn times of 2026, to the minute; every eighth starts at an edge of the desk. */
function drawnCalls(): Call[] {
  const drawn = draws(2026);
  const next = (): number => drawn.next().value;
  const time = (): number => {
    const day = Math.floor(at("2026-01-05 00:00") + next() * 330);
    const edge = [540, 720, 840, 1020][Math.floor(next() * 32)];
    return (day * 1440 + (edge ?? Math.floor(next() * 1440))) / 1440;
  };
  const hours = (): number => Math.round(next() * 400) / 10 - 5;
  const whose: readonly Whose[] = ["usual", "omitted", "preset", "json", "compiled", "range"];
  return Array.from({ length: 252 }, (_, i): Call => {
    const name = (Object.keys(FUNCTIONS) as Name[])[i % 9]!;
    const [first, second] = [time(), time()];
    const cells: Record<Name, Call["cells"]> = {
      deadline: [first, hours()],
      elapsed: [first, second],
      isOpen: [first],
      nextOpen: [first],
      callback: [first],
      entitlement: [i % 2, Math.floor(next() * 40)],
      status: [first, Math.abs(hours()) + 1, i % 3 === 0 ? undefined : first + next() * 9, first + next() * 9],
      workdays: [first, second],
      explain: [first, hours()],
    };
    return { name, cells: cells[name], whose: whose[Math.floor(i / 9) % whose.length]! };
  });
}

/** All calls. */
export const CALLS: readonly Call[] = [...BY_HAND, ...drawnCalls()];

/** The rows of the sheet of single calls: four cells, then the call. */
export function callRow({ name, cells, whose }: Call, index: number): (Written | undefined)[] {
  const references = cells.map((_, column) => `[.${"ABCD"[column]}${index + 1}]`).join(";");
  const calendar = name === "entitlement" ? "" : CALENDARS[whose][0];
  const formula = `=OUVREE_${name.toUpperCase()}(${references}${calendar})`;
  return [...cells, ...Array<undefined>(4 - cells.length), formula];
}

/** What node answers to the same call. */
export function answerOf({ name, cells, whose }: Call): CellAnswer {
  const [ask, calendar] = [FUNCTIONS[name] as (...inputs: unknown[]) => CellAnswer, CALENDARS[whose][1]];
  return ask(...cells, ...(name === "entitlement" ? [] : [calendar]));
}
