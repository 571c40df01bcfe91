/**
 * Allowances of a contract year: used up by the cases of a customer and module, in the order of their starts.
 *
 * It can be told only when all cases are known. Source: docs/promises.md, "Allowance".
 */
import { civilOf, epochDayOf } from "../../time/civil-date.ts";
import { addPeriod } from "../../time/civil-period.ts";
import type { ReadCustomer } from "../cases/read-register.ts";
import type { AllowanceRow, ResultMembers } from "../result.ts";
import { figuresOf } from "./allowance.ts";

/** What a case used of a module's allowance. */
export interface Usage {
  /** See {@link poolOf}. */
  readonly pool: string;
  readonly id: string;
  readonly startMs: number;
  readonly consumed: number;
}

/** A case whose allowances are of a contract year. */
export interface YearlyAllowance {
  readonly commitment: string;
  readonly id: string;
  readonly rows: readonly AllowanceRow[];
  /** One for each row. */
  readonly usages: readonly Usage[];
  readonly followUpMs: number | null;
}

/** The contract year of a date: how many years from the contract's beginning; without one the civil year. */
export function contractYear(customer: ReadCustomer, day: number): number {
  const fromDay = beginningOf(customer);
  if (fromDay === undefined) return civilOf(day).year;
  let years = civilOf(day).year - civilOf(fromDay).year;
  while (addPeriod(fromDay, { months: 12 * years, days: 0 }) > day) years--;
  return years;
}

/** Last date of the contract year of a date, as an epoch day. */
export function lastDayOfYear(customer: ReadCustomer, day: number): number {
  const year = contractYear(customer, day);
  const fromDay = beginningOf(customer);
  const nextDay =
    fromDay === undefined ? epochDayOf(year + 1, 1, 1) : addPeriod(fromDay, { months: 12 * (year + 1), days: 0 });
  return nextDay - 1;
}

function beginningOf({ contract }: ReadCustomer): number | undefined {
  return contract !== undefined && Number.isFinite(contract.fromDay) ? contract.fromDay : undefined;
}

/** What is used up together: the minutes of a commitment, customer, module and contract year. */
export function poolOf(commitment: string, customer: ReadCustomer, module: string, day: number): string {
  return JSON.stringify([commitment, customer.id, module, contractYear(customer, day)]);
}

/** What a case of a contract year used, or undefined if there is nothing to share. */
export function yearlyOf(
  commitment: string,
  id: string,
  customer: ReadCustomer,
  startDay: number,
  startMs: number,
  { allowances, figures }: ResultMembers,
): YearlyAllowance | undefined {
  if (allowances === undefined) return undefined;
  const usages = allowances.map(({ module, consumed }) => ({
    pool: poolOf(commitment, customer, module, startDay),
    id,
    startMs,
    consumed,
  }));
  return { commitment, id, rows: allowances, usages, followUpMs: (figures?.["followUpMs"] as number | null) ?? null };
}

/** Usages by pool, each in the order in which it is used up. */
export function poolsOf(yearly: Iterable<YearlyAllowance>): ReadonlyMap<string, readonly Usage[]> {
  const pools = new Map<string, Usage[]>();
  for (const { usages } of yearly) {
    for (const usage of usages) {
      const pool = pools.get(usage.pool);
      if (pool === undefined) pools.set(usage.pool, [usage]);
      else pool.push(usage);
    }
  }
  for (const pool of pools.values()) pool.sort((a, b) => a.startMs - b.startMs || (a.id < b.id ? -1 : 1));
  return pools;
}

/** The rows and figures of a case, with what the earlier ones have left. */
export function leftOf(
  { rows, usages, followUpMs }: YearlyAllowance,
  pools: ReadonlyMap<string, readonly Usage[]>,
): Pick<ResultMembers, "allowances" | "figures"> {
  const left = rows.map((row, i): AllowanceRow => {
    const own = usages[i]!;
    const pool = pools.get(own.pool) ?? [];
    const earlier = pool.slice(0, Math.max(0, pool.indexOf(own)));
    const used = earlier.reduce((sum, { consumed }) => sum + consumed, 0);
    const granted = Math.max(0, row.granted - used);
    return { ...row, granted, overMinutes: Math.max(0, row.consumed - granted) };
  });
  return { allowances: left, figures: figuresOf(left, followUpMs) };
}
