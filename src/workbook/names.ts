/**
 * The named ranges of the workbook: what formulas, the workbook's own and its users', are written with.
 *
 * None looks like the address of a cell (`CAL1`), in no spreadsheet.
 */

/** Ranges of the hidden sheet. */
export const CAL = {
  /** Columns of open time: opens, closes, business time before. */
  open: "Cal_Open",
  close: "Cal_Close",
  before: "Cal_Before",
  /** The longest business time, from the first covered instant, that ends inside the years. */
  most: "Cal_Most",
  /** Columns of offsets by instant. */
  offsetFrom: "Zone_From",
  offset: "Zone_Offset",
  /** Columns of edges by wall time. */
  edgeWall: "Edge_Wall",
  edgePiece: "Edge_Piece",
  edgeOffset: "Edge_Offset",
  /** Bounds of the years, in wall seconds, and the last one as an instant. */
  wallFrom: "Years_From",
  wallTo: "Years_To",
  to: "Years_End",
  /** 1970-01-01 as this spreadsheet counts days: its own date system, evaluated by itself. */
  epoch: "Epoch",
  /** The cell "as of", as an instant, and its business time. */
  asOf: "AsOf_Instant",
  asOfPosition: "AsOf_Position",
  /** What is wrong with a row, by number. */
  problems: "Problems",
} as const;

/** Cells that are filled in by whoever uses the workbook. */
export const INPUT = {
  asOf: "AsOf",
  atRisk: "AtRisk",
  kinds: "Promise_Kind",
  hours: "Promise_Hours",
  otherHours: "Promise_Other",
  start: "Ask_Start",
  duration: "Ask_Hours",
  from: "Ask_From",
  to: "Ask_To",
  at: "Ask_At",
  called: "Ask_Called",
} as const;

/** Answers of the calculator, and columns of tickets. */
export const ANSWER = {
  deadline: "Deadline",
  elapsed: "Elapsed",
  isOpen: "Is_Open",
  callback: "Callback",
  carriedOver: "Carried_Over",
  status: "Ticket_Status",
  kind: "Ticket_KindRow",
  month: "Ticket_Month",
} as const;
