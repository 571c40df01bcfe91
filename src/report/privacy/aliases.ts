/**
 * What is shown for the ids of cases, customers and persons: themselves, a neutral name, or a keyed hash.
 */

import type { Evaluation } from "../../evaluation/result.ts";
import { refuse } from "../../issues/error.ts";
import { isList } from "../../issues/expect.ts";
import { readForeign } from "../../issues/foreign.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { readOptions } from "../../issues/options.ts";
import { show as say } from "../../issues/show.ts";
import { hashOf } from "../../schedule/hash.ts";

/** Whose names may be shown. */
export type Shown = "customers" | "persons";

/** What an id is the id of. */
export type NamedSort = "case" | "customer" | "person";

/** How an evaluation is made fit to be shown. */
export interface PrivacyOptions {
  /** Names that are shown; none unless given. */
  readonly show?: readonly Shown[];
  /** What stands for an id of a case, and for a name that is shown: a keyed hash. */
  readonly redact?: (text: string, sort: NamedSort) => string;
}

/** What is shown for ids. */
export interface Aliases {
  readonly caseId: (id: string) => string;
  readonly customer: (id: string) => string;
  readonly person: (id: string) => string;
  /** Whether the names stand as they are. */
  readonly isPlain: Readonly<Record<NamedSort, boolean>>;
  /** Whether names are shown, if only as hashes. */
  readonly isShown: Readonly<Record<Shown, boolean>>;
}

/** The options, checked: a name that is shown by a slip cannot be taken back. Errors: `calendar.bad-option`. */
export function readPrivacy(options: unknown, whose: string): PrivacyOptions {
  const { show: shown = [], redact } = readOptions(options, ["show", "redact"], whose);
  const known = ["customers", "persons"];
  const names = readForeign(shown, ["show"], "calendar.bad-option", known.join(", "), () =>
    isList(shown) ? Array.from(shown) : [shown],
  );
  names.forEach((name, index) => {
    if (known.includes(name as Shown)) return;
    const hint = typeof name === "string" ? didYouMean(name, known) : "";
    const cure = `${say(name)} is none of ${known.join(", ")}${hint}`;
    refuse("calendar.bad-option", isList(shown) ? ["show", index] : ["show"], known.join(", "), name, cure);
  });
  if (!isList(shown)) refuse("calendar.bad-option", ["show"], "a list", shown, `write { show: ["${names[0]}"] }`);
  if (redact !== undefined && typeof redact !== "function")
    refuse("calendar.bad-option", ["redact"], "a function", redact, `${say(redact)} is no function of text and sort`);
  return { show: names as Shown[], ...(redact === undefined ? {} : { redact: redact as Redact }) };
}

type Redact = NonNullable<PrivacyOptions["redact"]>;

/** The aliases of an evaluation. */
export function aliasesOf(evaluation: Evaluation, { show = [], redact }: PrivacyOptions): Aliases {
  const isShown = { customers: show.includes("customers"), persons: show.includes("persons") };
  const aliasOf = (sort: NamedSort, isSeen: boolean, ids: () => Iterable<string>): ((id: string) => string) => {
    if (isSeen) return redact === undefined ? (id) => id : (id) => redact(id, sort);
    const numbers = numbered(ids());
    // One that the evaluation does not have has no number.
    return (id) => (numbers.has(id) ? `${sort} ${numbers.get(id)}` : `a ${sort}`);
  };
  return {
    caseId: aliasOf("case", true, () => []),
    customer: aliasOf("customer", isShown.customers, () => customersOf(evaluation)),
    person: aliasOf("person", isShown.persons, () => subjectsOf(evaluation, "staff")),
    isShown,
    isPlain: {
      case: redact === undefined,
      customer: redact === undefined && isShown.customers,
      person: redact === undefined && isShown.persons,
    },
  };
}

/** Numbers in an order that is the same in every report, and says nothing: that of a hash. */
function numbered(ids: Iterable<string>): ReadonlyMap<string, number> {
  const hashed = [...new Set(ids)].map((id) => ({ id, hash: hashOf(id) }));
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.id < b.id ? -1 : 1));
  return new Map(hashed.map(({ id }, i) => [id, i + 1]));
}

function customersOf(evaluation: Evaluation): string[] {
  const { cases, rates } = evaluation;
  return [
    ...cases.flatMap(({ customer }) => customer ?? []),
    ...subjectsOf(evaluation, "customer"),
    ...Object.values(rates).flatMap(({ by }) => Object.keys(by?.customer ?? {})),
  ];
}

function subjectsOf({ register }: Evaluation, subject: "customer" | "staff"): string[] {
  return register.flatMap((each) => (each.subject === subject ? [each.id] : []));
}
