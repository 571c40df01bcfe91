/**
 * Minutes of help: a table of modules and tiers; granted − consumed = remaining.
 *
 * Source: docs/promises.md, "Allowance"; docs/entitlement.md.
 */
import type { Issue } from "../../issues/issue.ts";
import type { AllowanceCommitment } from "../../policy/promise.ts";
import { formatDate } from "../../time/civil-date.ts";
import { tierOn } from "../promises/allowance.ts";
import { lastDayOfYear } from "../promises/contract-year.ts";
import type { EntitledFollowUp, EntitledMinutes, Lack } from "./answer.ts";
import type { Asked } from "./asked.ts";
import { type Context, type HelpPromise, startDayOf } from "./context.ts";
import { casesOf, usedOf } from "./used.ts";
import { named } from "./words.ts";

/** The minutes of a request, and what they ask for. */
export interface MinutesTable {
  readonly minutes: readonly EntitledMinutes[];
  readonly follows: readonly EntitledFollowUp[];
  /** Trainings that are wanting. */
  readonly lacks: readonly Lack[];
  /** Whether there is a module with minutes left; if no module is named, whether there could be. */
  readonly isHelped: boolean;
}

/** The table of the allowances among the promises that hold. Problems of the history go to `issues`. */
export function tableOf(
  holding: readonly HelpPromise[],
  asked: Asked,
  context: Context,
  issues: Issue[],
): MinutesTable {
  const allowances = holding.filter((promise) => promise.kind === "allowance");
  const own = context.found.facts["module"];
  const modules = asked.modules.length > 0 ? asked.modules : typeof own === "string" && own !== "" ? [own] : [];
  const cases = allowances.length === 0 ? [] : casesOf(asked, issues);
  const minutes: EntitledMinutes[] = [];
  const follows: EntitledFollowUp[] = [];
  for (const allowance of allowances) {
    const used = usedOf(allowance, asked, context, cases, startDayOf(context, allowance), issues);
    const rows = modules.map((module) => rowOf(allowance, module, used.minutes.get(module) ?? 0, context));
    minutes.push(...rows);
    follows.push(...followsOf(allowance, rows, used.followed));
  }
  const isLeft = (module: string): boolean => minutes.every((row) => row.module !== module || row.remaining > 0);
  const untrained = modules.filter((module) =>
    minutes.some((row) => row.module === module && row.tier === "untrained"),
  );
  return {
    minutes,
    follows,
    lacks: untrained.map((module) => ({
      code: "training",
      condition: null,
      stops: false,
      message: `${named(asked.customer)} was not trained on ${named(module)}`,
    })),
    isHelped: allowances.length > 0 && (modules.length === 0 || modules.some(isLeft)),
  };
}

function rowOf(allowance: AllowanceCommitment, module: string, consumed: number, context: Context): EntitledMinutes {
  const { id, minutes, per } = allowance;
  const customer = context.customer!;
  const startDay = startDayOf(context, allowance);
  const tier = tierOn(customer, module, startDay);
  const granted = minutes[tier];
  return {
    commitment: id,
    module,
    tier,
    trainedOn: tier === "trained" ? formatDate(customer.trained.get(module)!) : null,
    granted,
    consumed,
    remaining: Math.max(0, granted - consumed),
    until: per === "contract-year" ? formatDate(lastDayOfYear(customer, startDay)) : null,
  };
}

/** What must follow, where help is left or was given, and it has not followed yet. */
function followsOf(
  { id, followUp }: AllowanceCommitment,
  rows: readonly EntitledMinutes[],
  followed: ReadonlySet<string>,
): EntitledFollowUp[] {
  if (followUp === undefined) return [];
  const event = [...followUp.by[0]!.types][0]!;
  return rows
    .filter(({ tier, remaining, consumed }) => tier === followUp.when && (remaining > 0 || consumed > 0))
    .filter(({ module }) => !followed.has(module))
    .map(({ module }) => ({ commitment: id, module, event }));
}
