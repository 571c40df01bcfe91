/**
 * The register: what stands beside the cases. Dates are civil dates of the desk's zone; persons are ids compared exactly.
 */
import { type Issue, makeIssue } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { parseDate } from "../time/civil-date.ts";

/** Civil dates, both included; an absent one is open. */
export interface DateRange {
  readonly from?: string;
  readonly to?: string;
}

/** A customer's maintenance contract. */
export interface Contract extends DateRange {
  /** Whether it is paid, or the stretches for which it is. */
  readonly paid?: boolean | readonly DateRange[];
}

/** A customer. */
export interface Customer {
  readonly id: string;
  readonly contract?: Contract;
  readonly trained?: readonly { readonly module: string; readonly date: string }[];
  /** The person designated in the contract. */
  readonly referent?: string;
  /** Persons who may call. */
  readonly contacts?: readonly string[];
  readonly surveys?: readonly { readonly date: string; readonly channel?: string }[];
}

/** What stands beside the cases. Members that a policy does not use are left alone. */
export interface Register {
  readonly customers?: readonly Customer[];
  readonly staff?: readonly object[];
  readonly outages?: readonly object[];
  readonly evidence?: readonly object[];
  readonly publications?: readonly object[];
}

/** A contract as epoch days. */
export interface ReadContract {
  readonly fromDay: number;
  readonly toDay: number;
  readonly paid: readonly (readonly [fromDay: number, toDay: number])[];
}

/** A customer as the evaluation sees it. */
export interface ReadCustomer {
  readonly id: string;
  /** Undefined when the register does not say: cover is then not judged. */
  readonly contract: ReadContract | undefined;
  readonly referent: string | undefined;
  readonly contacts: ReadonlySet<string> | undefined;
}

const ALWAYS = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** Customers by id; entries that cannot be read go to `issues`. */
export function readCustomers(register: Register, issues: Issue[]): ReadonlyMap<string, ReadCustomer> {
  const customers = new Map<string, ReadCustomer>();
  const list: unknown = register.customers ?? [];
  if (!Array.isArray(list)) {
    issues.push(
      makeIssue(
        "register.bad-entry",
        ["register", "customers"],
        "an array",
        list,
        `${show(list)} is not a list of customers`,
      ),
    );
    return customers;
  }
  list.forEach((entry: Customer, index) => {
    const path = ["register", "customers", index];
    const before = issues.length;
    const fail = (key: string, value: unknown, expected: string): undefined => {
      issues.push(
        makeIssue("register.bad-entry", [...path, key], expected, value, `${show(value)} is not ${expected}`),
      );
      return undefined;
    };
    if (typeof entry !== "object" || entry === null || typeof entry.id !== "string") {
      fail("id", (entry as Customer | null)?.id, "a customer's id");
      return;
    }
    if (customers.has(entry.id)) fail("id", entry.id, "an id of its own (it stands twice)");
    if (entry.referent !== undefined && typeof entry.referent !== "string")
      fail("referent", entry.referent, "a person's id");
    if (entry.contacts !== undefined && !Array.isArray(entry.contacts))
      fail("contacts", entry.contacts, "a list of persons");
    const contract = entry.contract === undefined ? undefined : readContract(entry.contract, fail);
    // A customer that is read in part would be judged by half of what is known.
    if (issues.length > before) return;
    customers.set(entry.id, {
      id: entry.id,
      contract,
      referent: entry.referent,
      contacts: entry.contacts === undefined ? undefined : new Set(entry.contacts),
    });
  });
  return customers;
}

type Fail = (key: string, value: unknown, expected: string) => undefined;

function readContract(contract: Contract, fail: Fail): ReadContract | undefined {
  if (typeof contract !== "object" || contract === null) return fail("contract", contract, "a contract");
  const range = readRange(contract, "contract", fail);
  const { paid } = contract;
  if (paid === undefined || paid === true) return range && { fromDay: range[0], toDay: range[1], paid: [ALWAYS] };
  if (paid === false) return range && { fromDay: range[0], toDay: range[1], paid: [] };
  if (!Array.isArray(paid)) return fail("contract", paid, "true, false or a list of { from, to }");
  const stretches = paid.map((stretch: DateRange) => readRange(stretch, "contract", fail));
  return range && { fromDay: range[0], toDay: range[1], paid: stretches.filter((stretch) => stretch !== undefined) };
}

function readRange(range: DateRange, key: string, fail: Fail): readonly [number, number] | undefined {
  if (typeof range !== "object" || range === null) return fail(key, range, "{ from, to }");
  const [from, to] = [range.from, range.to].map((date) =>
    date === undefined || date === null
      ? date
      : typeof date === "string"
        ? (parseDate(date) ?? Number.NaN)
        : Number.NaN,
  );
  if (Number.isNaN(from) || Number.isNaN(to))
    return fail(key, Number.isNaN(from) ? range.from : range.to, "a civil date YYYY-MM-DD");
  return [from ?? ALWAYS[0], to ?? ALWAYS[1]];
}
