/**
 * The closures and exceptions of a definition as stretches of dates that share none: schema.org has no precedence.
 */
import type { CalendarDefinition, ClosureDefinition } from "../../index.ts";
import type { Issue, PathStep } from "../../issues/issue.ts";
import { weekdayOf } from "../../time/civil-date.ts";
import { type Dates, datesOfEnds, datesOfSpan, rankOf } from "../dates.ts";
import { hoursOf, NO_HOURS, type WeekHours, weekOf } from "../hours.ts";
import { ALL_DAYS } from "../openstreetmap/week-rules.ts";
import { uncarried } from "../uncarried.ts";

/** Hours of dated days, in place of all else. */
export interface SpecialHours {
  readonly fromDay: number;
  readonly toDay: number;
  readonly week: WeekHours;
  /** What a closure is called. */
  readonly name: string | undefined;
  readonly path: readonly PathStep[];
}

interface Item {
  readonly dates: Dates;
  /** The lower wins. */
  readonly rank: number;
  readonly week: WeekHours;
  readonly name: string | undefined;
  readonly path: readonly PathStep[];
}

const CLOSURE_RANK = 4;

/** The dated closures and exceptions, cut where a nearer one holds; what cannot be said is reported. */
export function specialsOf(definition: CalendarDefinition, issues: Issue[]): SpecialHours[] {
  const items = [
    ...(definition.closures ?? []).flatMap((closure, index) => closureItem(closure, ["closures", index], issues)),
    ...Object.entries(definition.exceptions ?? {}).map(([key, windows]): Item => {
      const dates = datesOfSpan(key);
      const week = isList(windows) ? ALL_DAYS.map(() => hoursOf(windows)) : weekOf(windows);
      return { dates, rank: rankOf(dates), week, name: undefined, path: ["exceptions", key] };
    }),
  ];
  const dated = items.filter(({ dates, path }) => {
    if (dates.yearly)
      uncarried(issues, path, path.at(-1), "schema.org has no dates of every year; write them with years");
    return !dates.yearly;
  });
  return cut(dated, issues);
}

function closureItem(closure: ClosureDefinition, path: readonly PathStep[], issues: Issue[]): Item[] {
  const item = { rank: CLOSURE_RANK, week: NO_HOURS, path };
  if (typeof closure === "string") return [{ ...item, dates: datesOfSpan(closure), name: undefined }];
  const { name } = closure;
  if (!("date" in closure)) return [{ ...item, dates: datesOfEnds(closure.from, closure.to), name }];
  if (closure.from === undefined) return [{ ...item, dates: datesOfSpan(closure.date), name }];
  uncarried(issues, path, closure, "schema.org cannot close a part of a day; write an exception with the hours left");
  return [];
}

/** Walks over the edges of all stretches; between two edges the nearest of those in force holds. */
function cut(items: readonly Item[], issues: Issue[]): SpecialHours[] {
  const starts = [...items].sort((a, b) => a.dates.from - b.dates.from);
  const edges = [...new Set(items.flatMap(({ dates }) => [dates.from, dates.to + 1]))].sort((a, b) => a - b);
  const specials: { item: Item; fromDay: number; toDay: number }[] = [];
  let inForce: Item[] = [];
  let next = 0;
  for (const [index, edge] of edges.entries()) {
    inForce = inForce.filter(({ dates }) => dates.to >= edge);
    while (next < starts.length && starts[next]!.dates.from === edge) inForce.push(starts[next++]!);
    if (inForce.length === 0) continue;
    const item = inForce.reduce((nearest, other) => (other.rank < nearest.rank ? other : nearest));
    if (item.rank === CLOSURE_RANK) refuseTwoNames(inForce, item, issues);
    const last = specials.at(-1);
    const toDay = edges[index + 1]! - 1;
    if (last !== undefined && last.toDay === edge - 1 && isOne(last.item, item)) last.toDay = toDay;
    else specials.push({ item, fromDay: edge, toDay });
  }
  return specials.map(({ item: { week, name, path }, fromDay, toDay }) => {
    const sameDay = ALL_DAYS.map(() => week[weekdayOf(fromDay)]!);
    return { week: fromDay === toDay ? sameDay : week, name, path, fromDay, toDay };
  });
}

/** Whether two items are one, or close days that are called the same. */
function isOne(a: Item, b: Item): boolean {
  const closes = [a, b].every(({ week }) => week.every((hours) => hours.length === 0));
  return a === b || (closes && a.name === b.name);
}

function refuseTwoNames(inForce: readonly Item[], closure: Item, issues: Issue[]): void {
  const other = inForce.find(({ rank, name }) => rank === CLOSURE_RANK && name !== closure.name);
  if (other === undefined) return;
  uncarried(issues, other.path, other.name, "two closures with different names share a date; cut one of them");
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
