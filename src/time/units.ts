/**
 * Lengths of time in milliseconds. A civil day has no length: it lasts 23, 24 or 25 hours, or does not exist.
 */
export const MS_PER_SECOND = 1_000;
export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
/** Of the proleptic UTC time-line and of wall-clock arithmetic only, never "one civil day" of a zone. */
export const MS_PER_UTC_DAY = 86_400_000;
export const MINUTES_PER_DAY = 1_440;

/** Largest instant that ECMAScript's time values reach, in ms. */
export const LAST_INSTANT_MS = 8.64e15;
