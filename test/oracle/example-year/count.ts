/**
 * The example year counted by hand: what each commitment comes to, from the rows of the file and the register alone.
 *
 * Written from the charter's table and rules and from docs/promises.md, with the figures of
 * examples/clip-industrie-goals.yaml; it shares no code with the library. Running and paused are both "open".
 */
import { dateOf, isWorkingDay, midnight, openMinutes, plusDays, plusMonths, wall, workingDayAfter } from "./desk.ts";

type Verdict = "met" | "missed" | "open" | "not-applicable" | "unmeasurable";
/** By commitment and id: one verdict, of shares one for each event or survey. */
export type Verdicts = Record<string, Record<string, readonly Verdict[]>>;

/** A row of the file; `minute` is its instant on the wall. */
interface Row {
  readonly event: string;
  readonly module: string;
  readonly person: string;
  readonly minutes: string;
  readonly channel: string;
  readonly minute: number;
}
type Column = "case" | "kind" | "customer" | "at";
interface Told {
  readonly id: string;
  readonly kind: string;
  readonly customer: Customer;
  readonly module: string;
  /** In their order. */
  readonly events: readonly Row[];
}
interface Dated {
  readonly date: string;
}
interface Customer {
  readonly id: string;
  readonly contract: { readonly from: string; readonly to: string; readonly paid: boolean | readonly Stretch[] };
  readonly trained: readonly (Dated & { readonly module: string })[];
  readonly referent?: string;
  readonly surveys: readonly (Dated & { readonly channel?: string })[];
  readonly recommendations?: readonly (Dated & { readonly module: string })[];
}
interface Stretch {
  readonly from: string;
  readonly to: string;
}
/** The example's register. */
export interface YearRegister {
  readonly customers: readonly Customer[];
  readonly staff: readonly {
    readonly id: string;
    readonly from?: string;
    readonly trainings: readonly Dated[];
    readonly assessments: readonly Dated[];
  }[];
  readonly outages: readonly Stretch[];
  readonly evidence: readonly (Stretch & { readonly promise: string })[];
  readonly publications: readonly Dated[];
}

/** Counts a year, up to a minute of the wall. */
export function countYear(csv: string, register: YearRegister, asOf: string, service: string): Verdicts {
  const now = wall(asOf);
  const today = dateOf(now);
  const cases = readCases(csv, register);
  const verdicts: Verdicts = {};
  const note = (commitment: string, id: string, ...found: readonly Verdict[]): void => {
    verdicts[commitment] = { ...verdicts[commitment], [id]: found };
  };
  for (const told of cases) {
    const { id, kind } = told;
    const hours = (minutes: number, start: string, ...stops: string[]) => clock(told, minutes, start, stops, now);
    if (kind === "installation") note(kind, id, hours(12 * 60, "called", "assisted", "user-connected"));
    if (kind === "anomaly") note(kind, id, hours(4 * 60, "called", "assisted"));
    if (kind === "specific-request") note(kind, id, hours(48 * 60, "handed-over", "contacted"));
    if (kind === "usage") note(kind, id, usage(told, today));
    if (kind === "web-form") {
      const from = dateOf(told.events[0]!.minute);
      note("web-form", id, answered(told, workingDayAfter(plusDays(from, 3), 0), today));
      note("web-form-same-day", id, answered(told, from, today));
    }
    if (["installation", "anomaly", "usage"].includes(kind)) {
      note("callback", id, callback(told, now));
      note("remote-work", id, ...remote(told));
    }
    note("history", id, recorded(told));
  }
  for (const customer of register.customers) {
    const inForce = customer.contract.from <= today && today <= customer.contract.to;
    const survey = cadence(customer.surveys, customer.contract.from, 24, today);
    note("survey", customer.id, inForce ? survey : "not-applicable");
    const advice = advised(customer, cases, today);
    note("training-advice", customer.id, inForce ? advice : "not-applicable");
    const sent = customer.surveys.map(({ channel }) =>
      channel === undefined ? "unmeasurable" : channel === "email" ? "met" : "missed",
    );
    note("survey-by-mail", customer.id, ...(sent.length === 0 ? (["not-applicable"] as const) : sent));
  }
  for (const { id, from, trainings, assessments } of register.staff) {
    note("staff-training", id, cadence(trainings, from, 12, today));
    note("staff-assessment", id, cadence(assessments, from, 12, today));
  }
  note("survey-publication", service, cadence(register.publications, undefined, 12, today));
  const valid = register.evidence.some(({ from, to }) => from <= today && today <= to);
  note("opinion-form", service, valid ? "met" : "missed");
  const first = Math.min(
    ...cases.map(({ events }) => events[0]!.minute),
    ...register.outages.map(({ from }) => wall(from)),
  );
  const out = register.outages.reduce((sum, { from, to }) => sum + openMinutes(wall(from), wall(to)), 0);
  note("opening", service, 1 - out / openMinutes(first, now) >= 0.99 ? "met" : "missed");
  return verdicts;
}

function readCases(csv: string, { customers }: YearRegister): Told[] {
  const [head, ...lines] = csv.trim().split("\n");
  const columns = head!.split(",");
  const cases = new Map<string, Told & { events: Row[] }>();
  for (const line of lines) {
    const cells = line.split(",");
    const row = Object.fromEntries(columns.map((column, i) => [column, cells[i]!])) as Record<
      keyof Row | Column,
      string
    >;
    const { case: id, kind, customer, module, at } = row;
    const known = cases.get(id);
    const told = known ?? { id, kind, customer: customers.find((each) => each.id === customer)!, module, events: [] };
    told.events.push({ ...row, minute: wall(at) });
    cases.set(id, told);
  }
  return [...cases.values()];
}

const firstOf = ({ events }: Told, types: readonly string[], from = 0): number | undefined =>
  events.find(({ event, minute }) => types.includes(event) && minute >= from)?.minute;

function isCovered({ contract: { from, to, paid } }: Customer, minute: number): boolean {
  const date = dateOf(minute);
  const isPaid = typeof paid === "boolean" ? paid : paid.some((each) => each.from <= date && date <= each.to);
  return from <= date && date <= to && isPaid;
}

/** Clauses 2, 3 and 5. */
function clock(told: Told, target: number, start: string, stops: readonly string[], now: number): Verdict {
  const from = firstOf(told, [start]);
  if (from === undefined) return "not-applicable";
  if (!isCovered(told.customer, from)) return "not-applicable";
  if (stops[0] === "contacted" && told.customer.referent === undefined) return "unmeasurable";
  const stop = told.events.find(
    ({ event, minute, person }) =>
      minute >= from && stops.includes(event) && (event !== "contacted" || person === told.customer.referent),
  )?.minute;
  const cancelled = firstOf(told, ["cancelled"]);
  const isCancelled = cancelled !== undefined && (stop === undefined || cancelled < stop);
  const end = isCancelled ? cancelled : (stop ?? now);
  let spent = openMinutes(from, end);
  for (const { event, minute } of told.events) {
    if (event !== "paused" || minute >= end) continue;
    spent -= openMinutes(minute, Math.min(end, firstOf(told, ["resumed"], minute) ?? end));
  }
  if (spent > target) return "missed";
  return isCancelled ? "not-applicable" : stop === undefined ? "open" : "met";
}

/** Clause 6. */
function answered(told: Told, lastDate: string, today: string): Verdict {
  const from = told.events[0]!.minute;
  if (!isCovered(told.customer, from)) return "not-applicable";
  const answer = firstOf(told, ["answered"]);
  const cancelled = firstOf(told, ["cancelled"]);
  const end = answer ?? cancelled;
  if ((end === undefined ? today : dateOf(end)) > lastDate) return "missed";
  return answer !== undefined ? "met" : cancelled !== undefined ? "not-applicable" : "open";
}

/** Clause 4: a sales action after help on a module without training, by the end of the tenth working day. */
function usage(told: Told, today: string): Verdict {
  const called = firstOf(told, ["called"])!;
  const helps = told.events.filter(({ event }) => event === "assisted");
  const isUnconcerned = firstOf(told, ["cancelled"]) !== undefined || helps.length === 0;
  if (!isCovered(told.customer, called) || isUnconcerned) return "not-applicable";
  if (helps.some(({ minutes }) => minutes === "")) return "unmeasurable";
  const found = new Set<Verdict>();
  for (const module of new Set(helps.map((help) => help.module || told.module))) {
    if (isTrained(told.customer, module, dateOf(called))) continue;
    const help = helps.find((each) => (each.module || told.module) === module)!.minute;
    const action = firstOf(told, ["sales-action"], help);
    const closed = firstOf(told, ["closed"], help);
    const isLate = (action === undefined ? today : dateOf(action)) > workingDayAfter(dateOf(help), 10);
    const isMissing = closed !== undefined && (action === undefined || action > closed);
    found.add(isLate || isMissing ? "missed" : action === undefined ? "open" : "met");
  }
  return (["missed", "open", "met"] as const).find((each) => found.has(each)) ?? "not-applicable";
}

const isTrained = ({ trained }: Customer, module: string, date: string): boolean =>
  trained.some((each) => each.module === module && each.date < date);

/** The callback rule. */
function callback(told: Told, now: number): Verdict {
  const called = firstOf(told, ["called"])!;
  if (!isCovered(told.customer, called)) return "not-applicable";
  const date = dateOf(called);
  const closing = midnight(date) + 17 * 60;
  const carriedAt = isWorkingDay(date) && called < closing ? closing : called;
  const made = firstOf(told, ["assisted"]);
  const end = made ?? firstOf(told, ["cancelled"]) ?? now;
  if (end < carriedAt) return made === undefined && end === now ? "open" : "not-applicable";
  if (dateOf(end) > workingDayAfter(date, 1)) return "missed";
  return made !== undefined ? "met" : end === now ? "open" : "not-applicable";
}

/** Clause 12. */
function remote({ events }: Told): Verdict[] {
  const helps = events.filter(({ event }) => event === "assisted");
  if (helps.length === 0) return ["not-applicable"];
  return helps.map(({ channel }) => (channel === "" ? "unmeasurable" : channel === "on-site" ? "missed" : "met"));
}

/** Clause 11. */
function recorded(told: Told): Verdict {
  const answer = firstOf(told, ["assisted", "contacted", "answered"]) ?? Number.POSITIVE_INFINITY;
  const closed = firstOf(told, ["closed"]) ?? Number.POSITIVE_INFINITY;
  const cancelled = firstOf(told, ["cancelled"]) ?? Number.POSITIVE_INFINITY;
  const first = Math.min(answer, closed, cancelled);
  if (first === Number.POSITIVE_INFINITY) return "open";
  return first === answer ? "met" : first === closed ? "missed" : "not-applicable";
}

/** Clauses 7, 8 and 11: never more than so many months from one date to the next. */
function cadence(dated: readonly Dated[], from: string | undefined, months: number, today: string): Verdict {
  const dates = dated.map(({ date }) => date);
  const points = [...(from === undefined ? [] : [from]), ...dates].sort();
  const isLate = points.some((date, i) => (points[i + 1] ?? today) > plusMonths(date, months));
  return isLate ? "missed" : dates.length > 0 ? "met" : "open";
}

/** Clause 10: three requests on one untrained module within six months, and advice within thirty days. */
function advised(customer: Customer, cases: readonly Told[], today: string): Verdict {
  const asked = new Map<string, string[]>();
  for (const told of cases) {
    if (told.kind !== "usage" || told.customer !== customer) continue;
    const date = dateOf(firstOf(told, ["called"])!);
    if (!isTrained(customer, told.module, date)) asked.set(told.module, [...(asked.get(told.module) ?? []), date]);
  }
  const found = new Set<Verdict>();
  for (const [module, dates] of asked) {
    const advice = (customer.recommendations ?? []).filter((each) => each.module === module).map(({ date }) => date);
    let unused: string[] = [];
    for (const date of dates.sort()) {
      // Advice answers what was asked up to its date.
      unused = [...unused.filter((each) => !advice.some((given) => each <= given && given < date)), date];
      const [third, second, first] = [...unused].reverse();
      if (first === undefined || second === undefined || plusMonths(first, 6) < third!) continue;
      unused = unused.slice(0, -3);
      const given = advice.filter((each) => each >= date).sort()[0];
      const limit = workingDayAfter(plusDays(date, 30), 0);
      found.add((given ?? today) > limit ? "missed" : given === undefined ? "open" : "met");
    }
  }
  return (["missed", "open", "met"] as const).find((each) => found.has(each)) ?? "not-applicable";
}
