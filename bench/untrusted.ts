/**
 * What the definitions of strangers are made with.
 */

/** What is sent: a definition, or the text of one. */
export type Sent = Readonly<Record<string, unknown>>;

/** Most bytes of a definition, as docs/untrusted-input.md says. */
export const MOST_BYTES = 65_536;

/** As many as said. */
export function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A date so many days after 1 January 2000. */
export function dateOf(days: number): string {
  return new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10);
}

/** A time of day, the 24 hours gone round. */
export function clock(minutes: number): string {
  return new Date((minutes % 1440) * 60_000).toISOString().slice(11, 16);
}

/** The text of what is sent. */
export function textOf(sent: Sent): string {
  return typeof sent["text"] === "string" ? sent["text"] : JSON.stringify(sent);
}
