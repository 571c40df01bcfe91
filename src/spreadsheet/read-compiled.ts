/**
 * From a compiled calendar back to a schedule, which answers as the calendar did that it was compiled from.
 *
 * The text comes from a cell: it may be cut short or changed by hand, so all of it is checked.
 */
import type { DayReach } from "../holidays/reach.ts";
import type { Holiday } from "../holidays/ready-source.ts";
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { combinedSchedule } from "../schedule/combinations/combination.ts";
import type { DayPlan, TakenTail } from "../schedule/day-plan.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { OPERATIONS, type Operand } from "../schedule/schedule.ts";
import { passesMidnight, type Window } from "../schedule/window.ts";
import { parseDate } from "../time/civil-date.ts";
import { MINUTES_PER_DAY } from "../time/units.ts";
import { COMPILED_FORMAT, type CompiledPlan } from "./compiled.ts";
import { compiledZone } from "./compiled-zone.ts";

/** More dates than the supported years have, so that a few characters cannot become a long list. */
const MOST_DAYS = 110_000;
/** A window ends two dates after its own at the latest. */
const LATEST_MIN = 3 * MINUTES_PER_DAY;
/** Levels of calendars within one another. */
const DEEPEST = 8;

type Members = Readonly<Record<string, unknown>>;

/** Whether a value claims to be a compiled calendar. */
export function isCompiled(value: unknown): value is Members {
  return isObject(value) && value["ouvree"] !== undefined;
}

/** The schedule of a compiled calendar. Errors: `spreadsheet.bad-calendar`. */
export function readCompiled(value: unknown, depth = 0): Schedule {
  if (!isCompiled(value) || depth > DEEPEST) return damaged("its beginning");
  if (value["ouvree"] !== COMPILED_FORMAT)
    return refuse(
      "spreadsheet.bad-calendar",
      [],
      `format ${COMPILED_FORMAT}`,
      value["ouvree"],
      `the compiled calendar has another format than ${COMPILED_FORMAT}: compile it again`,
    );
  const reach = readReach(value);
  const zone = compiledZone(readText(value["timeZone"], "timeZone"), readOffsets(value["offsets"]));
  const name = value["name"] === undefined ? {} : { name: readText(value["name"], "name") };
  const definition = { timeZone: zone.name, ...name };
  if (value["operation"] === undefined) {
    const planOf = readPlans(value, reach);
    const schedule: Schedule = Object.freeze({
      definition,
      zone,
      reach,
      isCompiled: true,
      sources: [],
      passesMidnight: planOf.passesMidnight,
      planOf: planOf.planOf,
      // The hours of the week alone are not compiled; only questions about ponts ask for them.
      bare: () => schedule,
    });
    return schedule;
  }
  const operation = OPERATIONS.find((known) => known === value["operation"]) ?? damaged("operation");
  const operands = readList(value["operands"], "operands").map((entry): Operand => {
    if (!isObject(entry)) return damaged("operands");
    return { name: readText(entry["name"], "operands"), schedule: readCompiled(entry["calendar"], depth + 1) };
  });
  if (operands.length === 0 || (operation === "difference" && operands.length !== 2)) return damaged("operands");
  return Object.freeze({ ...combinedSchedule(definition, zone, { operation, operands }, reach), isCompiled: true });
}

function readReach({ from, to }: Members): DayReach {
  const fromDay = parseDate(readText(from, "from")) ?? damaged("from");
  const toDay = parseDate(readText(to, "to")) ?? damaged("to");
  if (fromDay > toDay || toDay - fromDay > MOST_DAYS) return damaged("to");
  return { fromDay, toDay };
}

function readOffsets(value: unknown): [number, number][] {
  const offsets = readList(value, "offsets").map((entry): [number, number] => {
    const [fromSec, offsetSec] = readList(entry, "offsets");
    if (!Number.isSafeInteger(fromSec) || !Number.isSafeInteger(offsetSec)) return damaged("offsets");
    return [fromSec as number, offsetSec as number];
  });
  const isSorted = offsets.every(([fromSec], i) => i === 0 || offsets[i - 1]![0] < fromSec);
  return offsets.length > 0 && isSorted ? offsets : damaged("offsets");
}

interface Plans {
  readonly passesMidnight: boolean;
  planOf(epochDay: number): DayPlan;
}

function readPlans(value: Members, { fromDay, toDay }: DayReach): Plans {
  const plans = readList(value["plans"], "plans").map(readPlan);
  const indexes: number[] = [];
  for (const run of readText(value["days"], "days").split(" ")) {
    const [, index, count] = /^(\d{1,6})\*(\d{1,6})$/.exec(run) ?? damaged("days");
    if (plans[Number(index)] === undefined || indexes.length + Number(count) > MOST_DAYS) return damaged("days");
    for (let i = 0; i < Number(count); i++) indexes.push(Number(index));
  }
  if (indexes.length !== toDay - fromDay + 1) return damaged("days");
  return {
    passesMidnight: plans.some(({ windows, taken, tail }) =>
      [...windows, ...taken, ...(tail?.taken ?? [])].some(passesMidnight),
    ),
    planOf: (epochDay) => plans[indexes[epochDay - fromDay] ?? -1] ?? UNKNOWN,
  };
}

/** Of a date outside the reach: no answer depends on it. */
const UNKNOWN: DayPlan = { layer: "week", windows: [], taken: [], holidays: [], closures: [] };

function readPlan(value: unknown): DayPlan {
  if (!isObject(value)) return damaged("plans");
  const { windows, layer, taken, tail, holidays, closures } = value as Partial<CompiledPlan>;
  if (layer !== undefined && layer !== "exception" && layer !== "holiday") return damaged("plans");
  return {
    layer: layer ?? "week",
    windows: readSorted(windows),
    taken: readWindows(taken ?? []),
    ...(tail === undefined ? {} : { tail: readTail(tail) }),
    holidays: readList(holidays ?? [], "plans").map((names): Holiday => {
      const [en, fr] = readList(names, "plans").map((name) => readText(name, "plans"));
      return en === undefined || fr === undefined ? damaged("plans") : { names: { en, fr }, source: "list" };
    }),
    closures: readList(closures ?? [], "plans").map((name) => readText(name, "plans")),
  };
}

function readTail(value: unknown): TakenTail {
  if (!isObject(value)) return damaged("plans");
  const names = readList(value["names"], "plans").map((name) => readText(name, "plans"));
  return { taken: readWindows(value["taken"]), names };
}

function readWindows(value: unknown): Window[] {
  const minutes = readList(value, "plans").map((entry) =>
    Number.isInteger(entry) && (entry as number) >= 0 && (entry as number) <= LATEST_MIN
      ? (entry as number)
      : damaged("plans"),
  );
  if (minutes.length % 2 !== 0) return damaged("plans");
  const windows: Window[] = [];
  for (let i = 0; i < minutes.length; i += 2) {
    const [startMin, endMin] = [minutes[i]!, minutes[i + 1]!];
    if (startMin >= endMin) return damaged("plans");
    windows.push({ startMin, endMin });
  }
  return windows;
}

/** The timeline relies on the order of windows; what closures took is in that of the closures. */
function readSorted(value: unknown): Window[] {
  const windows = readWindows(value);
  const isSorted = windows.every(({ startMin }, i) => i === 0 || windows[i - 1]!.startMin <= startMin);
  return isSorted ? windows : damaged("plans");
}

function readList(value: unknown, key: string): readonly unknown[] {
  return Array.isArray(value) ? value : damaged(key);
}

function readText(value: unknown, key: string): string {
  return typeof value === "string" && value.length > 0 ? value : damaged(key);
}

function damaged(key: string): never {
  return refuse(
    "spreadsheet.bad-calendar",
    [key],
    "a compiled calendar",
    key,
    `the compiled calendar is damaged at ${key}: copy or compile it again`,
  );
}
