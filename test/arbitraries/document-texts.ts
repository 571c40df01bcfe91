/**
 * Texts of policy documents that have a form of their own, right ones and near misses, each with the places that take it.
 */

import fc from "fast-check";
import { withClock, withDesk, withPromise } from "../helpers/policy-unseen.ts";
import { hoursTexts } from "./document-commitments.ts";

type Members = Readonly<Record<string, unknown>>;

/** A text in its place, as a change to a small document. */
interface Form {
  readonly examples: readonly string[];
  readonly places: readonly ((text: string) => Members)[];
}

const DATES = ["2026-12-24", "2028-02-29", "2100-02-28", "2000-02-29", "1900-02-28", "2026-04-30", "2026-10-31"];
const DAYS_OF_YEAR = ["12-24", "02-29", "04-30", "01-31", "10-09"];

const FORMS: readonly Form[] = [
  {
    examples: [
      "PT4H",
      "PT1H30M",
      "PT0.5H",
      "PT1.123456789S",
      "PT1.000000S",
      "PT0.0000125M",
      "PT1.0000025H",
      "PT999999999H",
      "PT1234567890S",
    ],
    places: [
      (hours) => withClock({ target: { hours, count: "open" } }),
      (hours) => ({
        facts: { priority: ["P1"] },
        ...withClock({ target: { by: "priority", values: { P1: { hours, count: "running" } } } }),
      }),
    ],
  },
  {
    examples: ["P2Y", "P6M", "P1Y6M", "P2W", "P10D", "P1Y1M1W1D", "P999Y", "P99999D"],
    places: [(every) => withPromise({ kind: "cadence", of: "publications", every })],
  },
  {
    examples: ["P3D", "P0D", "P9999D", "P010D"],
    places: [(days) => withClock({ target: { days, count: "working", until: "midnight", rollToOpen: false } })],
  },
  {
    examples: ["09:00-17:00", "22:00-06:00", "00:00-24:00", "23:59-00:00"],
    places: [
      (window) => withDesk({ week: { mon: [window] } }),
      (window) => withDesk({ exceptions: { "2026-12-24": [window] } }),
      (closed) => withDesk({ holidays: [{ dates: [{ date: "2026-12-24", closed }] }] }),
    ],
  },
  {
    examples: ["mon", "mon-fri", "sat,sun", "fri-mon", "tue,thu-fri"],
    places: [
      (day) => withDesk({ week: { [day]: ["09:00-17:00"] } }),
      (day) => withDesk({ exceptions: { "2026-12-24": { [day]: ["09:00-17:00"] } } }),
    ],
  },
  {
    examples: [...DATES, ...DAYS_OF_YEAR, "2026-08-03/2026-08-14", "12-27/01-02"],
    places: [
      (span) => withDesk({ closures: [span] }),
      (date) => withDesk({ closures: [{ date, from: "12:00", to: "13:00" }] }),
      (from) => withDesk({ closures: [{ from, to: "2026-12-31" }] }),
      (to) => withDesk({ closures: [{ from: "01-01", to }] }),
      (span) => withDesk({ exceptions: { [span]: [] } }),
    ],
  },
  {
    examples: DATES,
    places: [
      (from) => ({ versions: [{ from }] }),
      (from) => withDesk({ versions: [{ from }] }),
      (date) => withDesk({ holidays: [{ dates: [date] }] }),
      (from) => withDesk({ holidays: [{ dates: [{ date: "2026-12-24" }], from }] }),
      (to) => withDesk({ holidays: [{ dates: [], from: "1950-01-01", to }] }),
      (date) => withDesk({ reopen: [date] }),
    ],
  },
  {
    examples: ["09:00", "13:30", "24:00", "00:00", "23:59"],
    places: [
      (from) => withDesk({ closures: [{ date: "2026-12-24", from, to: "24:00" }] }),
      (to) => withDesk({ closures: [{ date: "2026-12-24", from: "00:00", to }] }),
    ],
  },
  {
    examples: ["Europe/Paris", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+1", "US/Pacific"],
    places: [(timeZone) => withDesk({ timeZone }), (timeZone) => ({ calendars: { desk: { timeZone, union: [] } } })],
  },
];

const letters = fc.constantFrom(...'0123456789-:/.,+PTYHMWSD "\nmonfri٣');

/** A text with up to three characters more, less or other. */
function near(text: string): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.nat(text.length), fc.nat(1), fc.oneof(letters, fc.constant("")));
  return fc
    .array(edit, { maxLength: 3 })
    .map((edits) => edits.reduce((some, [at, less, more]) => some.slice(0, at) + more + some.slice(at + less), text));
}

/** A change to a small document that puts a text into its place. */
export const textsInPlace: fc.Arbitrary<Members> = fc
  .constantFrom(...FORMS)
  .chain(({ examples, places }, index = FORMS.findIndex((form) => form.places === places)) => {
    const right = index === 0 ? fc.oneof(fc.constantFrom(...examples), hoursTexts) : fc.constantFrom(...examples);
    return fc.tuple(fc.constantFrom(...places), right.chain(near)).map(([place, text]) => place(text));
  });
