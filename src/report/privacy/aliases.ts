/**
 * What is shown for the ids of cases, customers and persons: themselves, a neutral name, or a keyed hash.
 */

import type { Evaluation, RegisterResult } from "../../evaluation/result.ts";
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

/**
 * The aliases of an evaluation.
 *
 * @param more What else is shown of a customer or a person beside the evaluation.
 */
export function aliasesOf(
  evaluation: Evaluation,
  { show = [], redact }: PrivacyOptions,
  more: (id: string, sort: NamedSort) => unknown = () => null,
): Aliases {
  const isShown = { customers: show.includes("customers"), persons: show.includes("persons") };
  const caseId = (id: string): string => (redact === undefined ? id : redact(id, "case"));
  const aliasOf = (sort: NamedSort, isSeen: boolean, subject: "customer" | "staff"): ((id: string) => string) => {
    if (isSeen) return redact === undefined ? (id) => id : (id) => redact(id, sort);
    const shown = [...shownOf(evaluation, subject, caseId)].map(([id, each]) => ({
      id,
      ...each,
      more: more(id, sort),
    }));
    const numbers = numbered(shown);
    // One that the evaluation does not have has no number.
    return (id) => (numbers.has(id) ? `${sort} ${numbers.get(id)}` : `a ${sort}`);
  };
  return {
    caseId,
    customer: aliasOf("customer", isShown.customers, "customer"),
    person: aliasOf("person", isShown.persons, "staff"),
    isShown,
    isPlain: {
      case: redact === undefined,
      customer: redact === undefined && isShown.customers,
      person: redact === undefined && isShown.persons,
    },
  };
}

/** What is shown of a customer or a person, without the name. */
interface ShownOfOne {
  /** Results and rates, in no order. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** The cases behind them. */
  readonly cases: readonly string[];
}

/**
 * Numbers in an order that says nothing: that of a hash of what is shown of each, and never of the names. Of an order of names, or of hashes
 * of names, whoever has the list of them could tell who is who. Those of whom the same is shown are not told apart by their numbers.
 */
function numbered(all: readonly (ShownOfOne & { id: string; more: unknown })[]): ReadonlyMap<string, number> {
  const hashed = all.map(({ id, figures, more, cases }) => ({
    id,
    hash: hashOf([figures, more]),
    cases: cases.join("\n"),
  }));
  hashed.sort((a, b) => inOrder(a.hash, b.hash) || inOrder(a.cases, b.cases));
  return new Map(hashed.map(({ id }, i) => [id, i + 1]));
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What an evaluation shows of each customer or person: own results, and rates by customer. */
function shownOf(
  { cases, register, rates }: Evaluation,
  subject: "customer" | "staff",
  caseId: (id: string) => string,
): ReadonlyMap<string, ShownOfOne> {
  const shown = new Map<string, { figures: Record<string, unknown>; cases: string[] }>();
  const of = (id: string) => {
    const known = shown.get(id) ?? { figures: {}, cases: [] };
    shown.set(id, known);
    return known;
  };
  for (const each of register) if (each.subject === subject) Object.assign(of(each.id).figures, unnamed(each, caseId));
  if (subject === "staff") return shown;
  // Behind some rates stand no cases but customers: their ids are what must not be told.
  const ids = new Set(cases.map(({ id }) => id));
  for (const [commitment, { by }] of Object.entries(rates))
    for (const [id, { caseIds, ...rate }] of Object.entries(by?.customer ?? {})) {
      const one = of(id);
      one.figures[`rate ${commitment}`] = rate;
      for (const [outcome, all] of Object.entries(caseIds))
        for (const each of all) if (ids.has(each)) one.cases.push(`${commitment} ${outcome} ${caseId(each)}`);
    }
  // The order of the cases is no order of the report.
  for (const one of shown.values()) one.cases.sort();
  return shown;
}

/** Results as they are shown: the ids in them are of cases, and what was measured of one person is not shown. */
function unnamed({ subject, commitments }: RegisterResult, caseId: (id: string) => string): Record<string, unknown> {
  const results = Object.entries(commitments).map(([id, { advice, figures, elapsedDays, ...result }]) => [
    id,
    {
      ...result,
      ...(subject === "staff" ? {} : { figures, elapsedDays }),
      advice: advice?.map((each) => ({ ...each, cases: each.cases.map(caseId) })),
    },
  ]);
  return Object.fromEntries(results);
}
