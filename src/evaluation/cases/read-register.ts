/**
 * The register as the evaluation sees it: dates as epoch days, instants in ms, what cannot be read among the issues.
 *
 * An entry that is read in part would be judged by half of what is known; it is left out. Source: docs/promises.md.
 */
import { isOuvreeError } from "../../issues/error.ts";
import { readForeign } from "../../issues/foreign.ts";
import { type Issue, makeIssue, type PathStep } from "../../issues/issue.ts";
import { show } from "../../issues/show.ts";
import type { Commitment, ReadyPolicy } from "../../policy/policy.ts";
import { parseDate } from "../../time/civil-date.ts";
import { type InstantDoor, readInstant } from "../../time/instant.ts";
import type { Register } from "./register.ts";

/** A contract as epoch days. */
export interface ReadContract {
  readonly fromDay: number;
  readonly toDay: number;
  readonly paid: readonly DayRange[];
}

/** Epoch days, both included; infinite where open. */
export type DayRange = readonly [fromDay: number, toDay: number];

/** Something on a date, with its members as given. */
export interface ReadDated {
  readonly day: number;
  readonly members: Readonly<Record<string, unknown>>;
}

/** A customer. */
export interface ReadCustomer {
  readonly id: string;
  /** Undefined when the register does not say: cover is then not judged. */
  readonly contract: ReadContract | undefined;
  readonly referent: string | undefined;
  readonly contacts: ReadonlySet<string> | undefined;
  /** First day of training on each module. */
  readonly trained: ReadonlyMap<string, number>;
  readonly surveys: readonly ReadDated[];
  readonly recommendations: readonly (ReadDated & { readonly module: string })[];
}

/** A technician. */
export interface ReadStaff {
  readonly id: string;
  readonly fromDay: number | undefined;
  readonly trainings: readonly ReadDated[];
  readonly assessments: readonly ReadDated[];
}

/** Evidence of a standing promise. */
export interface ReadEvidence {
  readonly promise: string;
  readonly range: DayRange;
  readonly source: string | undefined;
}

/** What stands beside the cases. */
export interface ReadRegister {
  readonly customers: ReadonlyMap<string, ReadCustomer>;
  readonly staff: readonly ReadStaff[];
  readonly outages: readonly { readonly startMs: number; readonly endMs: number }[];
  readonly lostCalls: readonly number[];
  readonly evidence: readonly ReadEvidence[];
  readonly publications: readonly ReadDated[];
}

/** Reads what a policy uses of a register; entries that cannot be read go to `issues`. */
export function readRegister(
  register: Register,
  policy: ReadyPolicy,
  issues: Issue[],
  door?: InstantDoor,
): ReadRegister {
  return readForeign(register, ["register"], "register.bad-entry", "a register", () =>
    readLists(register, policy, issues, door),
  );
}

function readLists(
  register: Register,
  policy: ReadyPolicy,
  issues: Issue[],
  door: InstantDoor | undefined,
): ReadRegister {
  const uses = usesOf(policy);
  const itemsOf = (key: keyof Register): Entry[] =>
    uses.has(key) ? new Entry(register[key], ["register", key], issues, door).items() : [];
  const list = <T>(key: keyof Register, read: (entry: Entry) => T): T[] =>
    itemsOf(key).flatMap((entry) => {
      const before = issues.length;
      const value = read(entry);
      return issues.length > before ? [] : [value];
    });
  const customers = new Map<string, ReadCustomer>();
  const staff = new Map<string, ReadStaff>();
  list("customers", (entry) => keepOnce(customers, entry, (each) => readCustomer(each, uses)));
  list("staff", (entry) => keepOnce(staff, entry, (each) => readStaff(each, uses)));
  return {
    customers,
    staff: [...staff.values()],
    outages: list("outages", (entry) => readOutage(entry)),
    lostCalls: list("lostCalls", (entry) => entry.member("at").instant() ?? Number.NaN),
    evidence: list("evidence", (entry) => ({
      promise: entry.member("promise").text("a promise") ?? "",
      range: entry.range(),
      source: entry.member("source").optionalText("a source"),
    })),
    publications: list("publications", (entry) => entry.dated()),
  };
}

/** Lists of the register, and members of its entries, that each kind of commitment uses; a cadence uses what it is of. */
const USES: Readonly<Record<Commitment["kind"], readonly string[]>> = {
  target: [],
  ratio: [],
  "carry-over": [],
  "follow-up": [],
  cadence: [],
  allowance: ["trained"],
  detection: ["trained", "recommendations"],
  share: ["surveys"],
  standing: ["evidence"],
  availability: ["outages", "lostCalls"],
};

/** Those that a policy uses. */
function usesOf({ versions }: ReadyPolicy): ReadonlySet<string> {
  const commitments = versions.flatMap((version) => [...version.commitments.values()]);
  const uses = commitments.flatMap((each) => (each.kind === "cadence" ? each.of.split(".") : USES[each.kind]));
  return new Set(["customers", ...uses]);
}

/** The first entry of an id; another one is an issue. */
function keepOnce<T extends { readonly id: string }>(
  known: Map<string, T>,
  entry: Entry,
  read: (entry: Entry) => T,
): void {
  const before = entry.issues.length;
  const found = read(entry);
  if (known.has(found.id)) entry.member("id").fail("an id of its own (it stands twice)");
  if (entry.issues.length === before) known.set(found.id, found);
}

function readCustomer(entry: Entry, uses: ReadonlySet<string>): ReadCustomer {
  const trained = new Map<string, number>();
  for (const each of entry.used("trained", uses)) {
    const module = each.member("module").text("a module");
    const { day } = each.dated();
    if (module !== undefined) trained.set(module, Math.min(day, trained.get(module) ?? Number.POSITIVE_INFINITY));
  }
  const contacts = entry.member("contacts");
  return {
    id: entry.member("id").text("a customer's id") ?? "",
    contract: entry.member("contract").value === undefined ? undefined : readContract(entry.member("contract")),
    referent: entry.member("referent").optionalText("a person's id"),
    contacts:
      contacts.value === undefined
        ? undefined
        : new Set(contacts.items("a list of persons").map(({ value }) => value as string)),
    trained,
    surveys: entry.used("surveys", uses).map((each) => each.dated()),
    recommendations: entry
      .used("recommendations", uses)
      .map((each) => ({ ...each.dated(), module: each.member("module").text("a module") ?? "" })),
  };
}

function readStaff(entry: Entry, uses: ReadonlySet<string>): ReadStaff {
  const from = entry.member("from");
  return {
    id: entry.member("id").text("a technician's id") ?? "",
    fromDay: from.value === undefined ? undefined : from.date(),
    trainings: entry.used("trainings", uses).map((each) => each.dated()),
    assessments: entry.used("assessments", uses).map((each) => each.dated()),
  };
}

function readContract(entry: Entry): ReadContract | undefined {
  if (entry.object() === undefined) return entry.fail("a contract");
  const [fromDay, toDay] = entry.range();
  const paid = entry.member("paid");
  if (paid.value === undefined || paid.value === true) return { fromDay, toDay, paid: [ALWAYS] };
  if (paid.value === false) return { fromDay, toDay, paid: [] };
  return { fromDay, toDay, paid: paid.items("true, false or a list of { from, to }").map((each) => each.range()) };
}

function readOutage(entry: Entry): { startMs: number; endMs: number } {
  const startMs = entry.member("from").instant() ?? Number.NaN;
  const to = entry.member("to");
  const endMs = to.value === undefined || to.value === null ? Number.POSITIVE_INFINITY : (to.instant() ?? Number.NaN);
  if (endMs < startMs) to.fail("an instant from its beginning on");
  return { startMs, endMs };
}

const ALWAYS: DayRange = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** A place in the register: its value, its path, and where problems go. */
class Entry {
  constructor(
    readonly value: unknown,
    readonly path: readonly PathStep[],
    readonly issues: Issue[],
    private readonly door?: InstantDoor,
  ) {}

  fail(expected: string): undefined {
    const cure = `${show(this.value)} is not ${expected}`;
    this.issues.push(makeIssue("register.bad-entry", this.path, expected, this.value, cure));
    return undefined;
  }

  object(): Readonly<Record<string, unknown>> | undefined {
    const { value } = this;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  }

  member(key: string): Entry {
    const object = this.object();
    const value = object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
    return new Entry(value, [...this.path, key], this.issues, this.door);
  }

  /** The items of a member, if the policy uses it. */
  used(key: string, uses: ReadonlySet<string>): Entry[] {
    return uses.has(key) ? this.member(key).items() : [];
  }

  /** The items of a list; none where there is no list to speak of. */
  items(what = "a list"): Entry[] {
    if (Array.isArray(this.value))
      return this.value.map((item: unknown, index) => new Entry(item, [...this.path, index], this.issues, this.door));
    if (this.value !== undefined && this.value !== null) this.fail(what);
    return [];
  }

  text(what: string): string | undefined {
    return typeof this.value === "string" && this.value !== "" ? this.value : this.fail(what);
  }

  optionalText(what: string): string | undefined {
    return this.value === undefined ? undefined : this.text(what);
  }

  date(): number {
    const day = typeof this.value === "string" ? parseDate(this.value) : undefined;
    return day ?? this.fail("a civil date YYYY-MM-DD") ?? Number.NaN;
  }

  dated(): ReadDated {
    return { day: this.member("date").date(), members: this.object() ?? {} };
  }

  /** `from` and `to`, both included; an absent one is open. */
  range(): DayRange {
    if (this.object() === undefined) this.fail("{ from, to }");
    const [from, to] = ["from", "to"].map((key) => {
      const member = this.member(key);
      return member.value === undefined || member.value === null ? undefined : member.date();
    });
    return [from ?? ALWAYS[0], to ?? ALWAYS[1]];
  }

  instant(): number | undefined {
    try {
      return readInstant(this.value, this.path, undefined, this.door);
    } catch (error) {
      if (!isOuvreeError(error)) throw error;
      return this.fail("an instant: ISO 8601 with its offset");
    }
  }
}
