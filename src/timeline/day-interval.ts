/**
 * The open time of one civil date, in instants.
 */
/**
 * An open interval [openMs, closeMs) of one window; of the tail of a night that a closure has split, also the opening of the part
 * that begins on the night's own date.
 */
export type DayInterval = readonly [openMs: number, closeMs: number, originMs?: number];
