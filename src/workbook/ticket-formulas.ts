/**
 * The formulas of one ticket: what is shown of it, and the columns that they are worked out in.
 */
import {
  carriedOverOf,
  dueOf,
  instantOf,
  isOpenOf,
  kindRowOf,
  nextOpenOf,
  positionOf,
  rowOf,
  secondsOf,
  shownAt,
  wallOf,
} from "./formulas.ts";
import type { WorkbookWords } from "./language.ts";
import { CAL, INPUT } from "./names.ts";
import { FEW_HOURS, FIRST_UNKNOWN, PROBLEM } from "./problems.ts";

/** Columns of a ticket: filled in, shown, and worked in. */
export const COLUMN = {
  ticket: "A",
  kind: "B",
  called: "C",
  hours: "D",
  helped: "E",
  due: "F",
  used: "G",
  left: "H",
  status: "I",
  note: "J",
  open: "K",
  callback: "L",
  carriedOver: "M",
  calledWall: "N",
  calledAt: "O",
  calledRow: "P",
  calledSec: "Q",
  kindRow: "R",
  hoursFound: "S",
  targetSec: "T",
  helpedWall: "U",
  helpedAt: "V",
  helpedRow: "W",
  seen: "X",
  endSec: "Y",
  dueAt: "Z",
  nextAt: "AA",
  problem: "AB",
  month: "AC",
} as const;

/** One of the columns. */
export type TicketColumn = keyof typeof COLUMN;

/** The formulas of the ticket in a row. */
export function ticketFormulas(row: number, { status }: WorkbookWords): Partial<Record<TicketColumn, string>> {
  const at = Object.fromEntries(Object.entries(COLUMN).map(([name, column]) => [name, `${column}${row}`])) as Record<
    TicketColumn,
    string
  >;
  const used = `${at.endSec}-${at.calledSec}`;
  const blank = (rest: string): string => `IF(${at.problem}="","",${rest})`;
  const isLater = `${at.calledAt}>${CAL.asOf}`;
  const unknownOr = (error: string, rest: string): string =>
    blank(`IF(${at.problem}>=${FIRST_UNKNOWN},NA(),IF(${at.problem}>0,${error},${rest}))`);
  const running = `IF(${used}>${at.targetSec},"${status.missed}",IF(${used}>=${INPUT.atRisk}*${at.targetSec},"${status.atRisk}","${status.running}"))`;
  const decided = `IF(${used}<=${at.targetSec},"${status.met}","${status.missed}")`;
  return {
    calledWall: wallOf(at.called),
    calledAt: instantOf(at.calledWall),
    calledRow: rowOf(at.calledAt),
    calledSec: positionOf(at.calledAt, at.calledRow),
    kindRow: `IF(${countOf(at)}=0,"",${kindRowOf(at.kind, INPUT.kinds)})`,
    hoursFound: hoursOf(at),
    targetSec: secondsOf(at.hoursFound),
    helpedWall: wallOf(at.helped),
    helpedAt: instantOf(at.helpedWall),
    helpedRow: rowOf(at.helpedAt),
    seen: `IF(ISNUMBER(${at.helpedAt}),${at.helpedAt}<=${CAL.asOf},FALSE)`,
    endSec: `IF(${at.calledAt}="","",IF(${at.seen},${positionOf(at.helpedAt, at.helpedRow)},${CAL.asOfPosition}))`,
    dueAt: dueOf(at.calledAt, at.calledSec, at.targetSec),
    nextAt: nextOpenOf(at.calledAt, at.calledRow),
    problem: problemOf(at),
    month: `IF(ISNUMBER(${at.calledAt}),YEAR(${at.calledWall}/86400+${CAL.epoch})*12+MONTH(${at.calledWall}/86400+${CAL.epoch}),"")`,
    due: shownAt(at.dueAt),
    used: unknownOr(`""`, `IF(${isLater},"",(${used})/3600)`),
    left: unknownOr(`""`, `IF(OR(${at.seen},${isLater}),"",(${at.targetSec}-(${used}))/3600)`),
    status: unknownOr(`"${status.error}"`, `IF(${isLater},"${status.notYet}",IF(${at.seen},${decided},${running}))`),
    note: noteOf(at),
    open: isOpenOf(at.calledAt, at.calledRow),
    callback: shownAt(at.nextAt),
    carriedOver: carriedOverOf(at.calledAt, at.nextAt),
  };
}

/** The hours of a ticket: its own, else those of its kind, else those of all other kinds. A blank cell is none, not zero. */
function hoursOf(at: Readonly<Record<TicketColumn, string>>): string {
  const other = `IF(${INPUT.otherHours}="","",${INPUT.otherHours})`;
  const ofKind = `INDEX(${INPUT.hours},MAX(${at.kindRow},1))`;
  const found = `IF(${at.kindRow}=0,${other},IF(${ofKind}="",${other},${ofKind}))`;
  return `IF(${at.calledAt}="","",IF(ISERROR(${at.hours}),"?",IF(TRIM(${at.hours})="",${found},${at.hours})))`;
}

/** How many of the cells are filled in. */
function countOf(at: Readonly<Record<TicketColumn, string>>): string {
  return `COUNTA(${at.ticket}:${at.helped})`;
}

/** The number of what is wrong with a ticket: blank for a blank row, 0 for nothing. */
function problemOf(at: Readonly<Record<TicketColumn, string>>): string {
  const checks: (readonly [condition: string, problem: number])[] = [
    [`${at.calledWall}="?"`, PROBLEM.badCall],
    [`${at.helpedWall}="?"`, PROBLEM.badHelp],
    [`ISNA(${at.calledAt})`, PROBLEM.beyond],
    [`ISNA(${at.helpedAt})`, PROBLEM.beyond],
    [`ISNA(${at.targetSec})`, PROBLEM.negativeHours],
    [`${at.hoursFound}=""`, PROBLEM.noHours],
    [`${at.targetSec}=""`, PROBLEM.badHours],
    [`AND(ISNUMBER(${at.helpedAt}),${at.helpedAt}<${at.calledAt})`, PROBLEM.helpBeforeCall],
  ];
  const rest = checks.reduceRight((later, [condition, problem]) => `IF(${condition},${problem},${later})`, "0");
  return `IF(${at.calledWall}="",IF(${countOf(at)}=0,"",${PROBLEM.noCall}),${rest})`;
}

/** What is wrong, in words; else what is worth knowing. */
function noteOf(at: Readonly<Record<TicketColumn, string>>): string {
  const said = (problem: number | string): string => `INDEX(${CAL.problems},${problem})`;
  const isShort = `AND(ISNUMBER(${at.hours}),${at.hours}>0,${at.hours}<${FEW_HOURS})`;
  const remarks = [
    // The one reason that is left for it.
    [`ISNA(${at.status})`, PROBLEM.asOfBeyond],
    [`AND(${at.helpedWall}<>"",NOT(${at.seen}))`, PROBLEM.helpNotSeen],
    [`ISNA(${at.dueAt})`, PROBLEM.dueBeyond],
    [isShort, PROBLEM.fewMinutes],
  ] as const;
  const rest = remarks.reduceRight((later, [condition, problem]) => `IF(${condition},${said(problem)},${later})`, `""`);
  return `IF(${at.problem}="","",IF(${at.problem}>0,${said(at.problem)},${rest}))`;
}
