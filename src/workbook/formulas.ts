/**
 * The arithmetic of the contract as spreadsheet formulas: plain functions that Excel 2007, LibreOffice and Google Sheets have.
 *
 * Each takes addresses of cells (or formulas) and gives a formula, without its `=`. Instants are UTC seconds, wall times are seconds
 * of the calendar's own clock. A blank cell stays blank (`""`), what is no time is `"?"`, what lies outside the years is #N/A.
 * Source: docs/semantics.md §1 and §3.
 */
import { CAL } from "./names.ts";

/** Seconds of a serial day: a spreadsheet's date and time is a number of days. */
const DAY_SEC = 86_400;
/** Instants before and after all others. */
const EVER_SEC = 1_000_000_000_000;

/** Wall seconds of a cell with a date and time, to the second: readers and writers of files lose a millisecond. */
export function wallOf(cell: string): string {
  return `IF(ISERROR(${cell}),"?",IF(ISNUMBER(${cell}),ROUND((${cell}-${CAL.epoch})*${DAY_SEC},0),IF(TRIM(${cell})="","","?")))`;
}

/** The instant of wall seconds: the first at which the zone's clock shows them, or later ones. */
export function instantOf(wall: string): string {
  const isCovered = `AND(${wall}>=${CAL.wallFrom},${wall}<${CAL.wallTo})`;
  return `IF(ISNUMBER(${wall}),IF(${isCovered},${edge(wall)},NA()),"")`;
}

function edge(wall: string): string {
  const row = `MATCH(${wall},${CAL.edgeWall},1)`;
  return `MAX(INDEX(${CAL.edgePiece},${row}),${wall}-INDEX(${CAL.edgeOffset},${row}))`;
}

/** As {@link instantOf}, for "as of": a time before or after the years is before or after everything. */
export function asOfInstant(wall: string): string {
  const late = `IF(${wall}>=${CAL.wallTo},${EVER_SEC},${edge(wall)})`;
  return `IF(ISNUMBER(${wall}),IF(${wall}<${CAL.wallFrom},-${EVER_SEC},${late}),NA())`;
}

/** The business time of "as of"; #N/A where that is outside the years. */
export function asOfPosition(instant: string): string {
  return `IF(ABS(${instant})<${EVER_SEC},${positionIn(instant, `MATCH(${instant},${CAL.open},1)`)},NA())`;
}

/** Number of the open stretch that an instant is in, or behind. */
export function rowOf(instant: string): string {
  return `IF(${instant}="","",MATCH(${instant},${CAL.open},1))`;
}

/** Business time up to an instant in a row. */
export function positionOf(instant: string, row: string): string {
  return `IF(${row}="","",${positionIn(instant, row)})`;
}

function positionIn(instant: string, row: string): string {
  return `INDEX(${CAL.before},${row})+MIN(${instant},INDEX(${CAL.close},${row}))-INDEX(${CAL.open},${row})`;
}

/** Whole seconds of hours, which may be a fraction; #N/A for negative ones, blank for what is no number. */
export function secondsOf(hours: string): string {
  return `IF(ISNUMBER(${hours}),IF(${hours}<0,NA(),ROUND(${hours}*3600,0)),"")`;
}

/**
 * The instant at which so many seconds of business time are used up: the near edge; for none the start itself.
 *
 * Half a second less than the sum, so that what is used up exactly at closing stays at that closing.
 */
export function dueOf(instant: string, position: string, seconds: string): string {
  const row = `MATCH(${position}+${seconds}-0.5,${CAL.before},1)`;
  const due = `INDEX(${CAL.open},${row})+${position}+${seconds}-INDEX(${CAL.before},${row})`;
  const inside = `IF(${position}+${seconds}>${CAL.most},NA(),${due})`;
  return `IF(${instant}="","",IF(${seconds}="","",IF(${seconds}=0,${instant},${inside})))`;
}

/** The instant if open, else the next opening. */
export function nextOpenOf(instant: string, row: string): string {
  const next = `INDEX(${CAL.open},${row}+1)`;
  return `IF(${row}="","",IF(${isOpenIn(instant, row)},${instant},IF(${next}<${CAL.to},${next},NA())))`;
}

/** Whether it is open. */
export function isOpenOf(instant: string, row: string): string {
  return `IF(${row}="","",${isOpenIn(instant, row)})`;
}

function isOpenIn(instant: string, row: string): string {
  return `${instant}<INDEX(${CAL.close},${row})`;
}

/**
 * Whether a callback is carried over at once: closed, and nothing opens any more on that civil date.
 *
 * The service day of a call in closed time is its civil date, and its closing the end of that date's last window: what opens later
 * opens on a later date. Source: docs/charter.md, "Callbacks".
 */
export function carriedOverOf(instant: string, next: string): string {
  const dateOf = (at: string): string => `INT((${wallOfInstant(at)})/${DAY_SEC})`;
  return `IF(${next}="","",IF(${next}=${instant},FALSE,${dateOf(next)}>${dateOf(instant)}))`;
}

/** The date and time that the zone's clock shows at an instant, as a serial day. */
export function shownAt(instant: string): string {
  return `IF(${instant}="","",(${wallOfInstant(instant)})/${DAY_SEC}+${CAL.epoch})`;
}

function wallOfInstant(instant: string): string {
  return `${instant}+INDEX(${CAL.offset},MATCH(${instant},${CAL.offsetFrom},1))`;
}

/** Row of a text in a range, 0 without; a text with signs that a spreadsheet takes for any text is itself. */
export function kindRowOf(text: string, range: string): string {
  const plain = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(TRIM(${text}),"~","~~"),"*","~*"),"?","~?")`;
  return `IF(TRIM(${text})="",0,IFERROR(MATCH(${plain},${range},0),0))`;
}
