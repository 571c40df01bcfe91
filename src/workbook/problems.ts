/**
 * What can be wrong with a ticket, by number: its row in the list of problems of the hidden sheet.
 *
 * Up to `LAST_ERROR` the ticket is an error; from `FIRST_UNKNOWN` on nothing is known of it; between them it is judged, and said.
 */

/** The numbers. */
export const PROBLEM = {
  noCall: 1,
  badCall: 2,
  badHelp: 3,
  noHours: 4,
  badHours: 5,
  helpBeforeCall: 6,
  helpNotSeen: 7,
  dueBeyond: 8,
  asOfBeyond: 9,
  fewMinutes: 10,
  beyond: 11,
  negativeHours: 12,
} as const;

/** What one is called. */
export type Problem = keyof typeof PROBLEM;

/** From here on the answer is #N/A. */
export const FIRST_UNKNOWN: number = PROBLEM.beyond;

/** Hours that are rather a cell of time than a promise: 4:00 is 0.17. */
export const FEW_HOURS = 0.25;
