/**
 * Words that contracts have and policies do not yet: refused with what can be written today, not as slips.
 *
 * By place; keys in lower case, letters alone, so that `cutOff` and `cut-off` are known for what they mean.
 */

/** What to write today, by key. */
export type NotYet = Readonly<Record<string, string>>;

const ON_DAYS: NotYet = {
  cutoff:
    'an hour from which a request is one of the next day is not known yet; "day": "service-day" goes by the closing of the calendar, so a calendar that closes then gives the date',
  roll: 'moving a last date backward is not known yet; "rollToOpen": true moves it to the next working day',
  pauses:
    "days that stand still are not known yet: dates go on through pauses; take it out, or write the target in hours",
};

const ON_TARGETS: NotYet = {
  at: 'a date promised in the case is not known yet; write { "hours": "PT4H", "count": "open" } or { "days": "P3D", "count": "working", "until": "closing", "rollToOpen": true }',
};

const ON_EVENTS: NotYet = {
  reason: "pauses by reason are not known yet: a case has one pause at a time; name the events alone",
  while:
    'states that pause are not known yet; name the event that enters one, { "event": "status", "where": { "to": "pending" } }, and under resume the one that leaves it',
};

const ON_ALLOWANCES: NotYet = {
  packs:
    'minutes bought in packs are not known yet; write { "minutes": { "trained": 30, "untrained": 15 }, "per": "contract-year" }',
  rounding: "rounding of minutes is not known yet: they are counted as the events say; round them in the events",
  increment: "rounding of minutes is not known yet: they are counted as the events say; round them in the events",
  factor: "minutes that count by a factor are not known yet: they are counted as the events say",
};

/** By place. */
export const NOT_YET: Readonly<Record<"days" | "target" | "event" | "allowance", NotYet>> = {
  ...{ days: ON_DAYS, target: ON_TARGETS },
  ...{ event: ON_EVENTS, allowance: ON_ALLOWANCES },
};

/** What to write in place of a key, if it is a word that is not known yet. */
export function notYet(words: NotYet, key: string): string | undefined {
  const plain = key.toLowerCase().replace(/[^a-z]/g, "");
  return Object.hasOwn(words, plain) ? words[plain] : undefined;
}
