/**
 * A deadline by ouvree, against dayjs-business-time and moment-business-time: same desk, same questions, same answers.
 *
 * What they can do: whole minutes, in the process's own zone (moment-timezone is no part of either), windows within a
 * day, holidays by date, forward. So the process is put into each zone in turn, and the starts are whole minutes; no
 * window meets a clock change. Within that, every class of question is counted: only classes in which a library agrees
 * on every question are timed against it, and the others are named.
 */
import dayjs from "dayjs";
import dayjsBusinessTime from "dayjs-business-time";
import moment from "moment";
import { createCalendar } from "../src/index.ts";
import { deskIn, FOUR_HOURS_MS, MS_PER_HOUR, randomFrom } from "./desk.ts";
import { atLeast, each, interleave, keep, type Row, report, sumOf, timed } from "./measure.ts";
import "moment-business-time";

/** Two years: each library asks all its holidays about every day, and a longer list would only slow it down. */
const PERIOD = [Date.UTC(2026, 0, 5), Date.UTC(2027, 10, 1)] as const;
const MS_PER_MINUTE = 60_000;
/** Questions of each class. Theirs are few a round, ours are many: both rounds take some ms. */
const QUESTIONS = 200;
const OURS_TIMES = 200;
const MINUTES = FOUR_HOURS_MS / MS_PER_MINUTE;

interface Rival {
  readonly name: string;
  /** Start + four open hours. */
  add(startMs: number): number;
}

const WINDOWS = [
  ["09:00:00", "12:00:00"],
  ["14:00:00", "17:00:00"],
] as const;
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"];

const rivals: Rival[] = [
  {
    name: "dayjs-business-time",
    add: (startMs) => dayjs(startMs).addBusinessMinutes(MINUTES).valueOf(),
  },
  {
    name: "moment-business-time",
    add: (startMs) => (moment(startMs) as WorkingMoment).addWorkingTime(MINUTES, "minutes").valueOf(),
  },
];

interface WorkingMoment extends moment.Moment {
  addWorkingTime(amount: number, unit: string): moment.Moment;
}

function teach(holidays: string[]): void {
  dayjs.extend(dayjsBusinessTime);
  dayjs.setHolidays(holidays);
  const segments = WINDOWS.map(([start, end]) => ({ start, end }));
  dayjs.setBusinessTime({
    sunday: null,
    ...Object.fromEntries(WEEKDAYS.map((day) => [day, segments])),
    saturday: null,
  } as unknown as Parameters<typeof dayjs.setBusinessTime>[0]);
  const hours = WINDOWS.flat();
  const week = { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null };
  moment.updateLocale("en", { workinghours: week, holidays } as moment.LocaleSpecification);
}

async function bench(timeZone: string): Promise<void> {
  // Read anew by Node at each change, so that the rivals' `Date` follows.
  process.env["TZ"] = timeZone;
  const desk = createCalendar(deskIn(timeZone), { output: "ms" });
  teach(desk.holidays("2026-01-01", "2028-01-31").map(({ date }) => date));
  const classes = questions(desk);
  for (const rival of rivals) {
    const agreed: number[] = [];
    const rows: Row[] = [];
    for (const [what, starts] of Object.entries(classes)) {
      const right = starts.filter((start) => rival.add(start) === desk.add(start, "PT4H")).length;
      if (right === starts.length) agreed.push(...starts);
      else rows.push({ what: `  left out: ${what}: ${right} of ${starts.length} answers agree`, median: "" });
    }
    const asked = Object.values(classes).flat().length;
    rows.unshift({ what: `${rival.name}, ${timeZone}: ${agreed.length} of ${asked} questions, all agree`, median: "" });
    report(rows);
    if (agreed.length > 0) report(await race(rival, desk, Float64Array.from(agreed)));
  }
}

type Desk = ReturnType<typeof createCalendar<"ms">>;

/** Starts by class: open, closed, at an edge, and such that the time is used up exactly at a closing. */
function questions(desk: Desk): Record<string, number[]> {
  const random = randomFrom(4);
  const minute = (): number =>
    Math.floor((PERIOD[0] + random() * (PERIOD[1] - PERIOD[0])) / MS_PER_MINUTE) * MS_PER_MINUTE;
  const fill = (start: () => number): number[] => Array.from({ length: QUESTIONS }, start);
  const until = (open: boolean): number => {
    for (;;) {
      const start = minute();
      // A start at an edge is a class of its own.
      if (desk.isOpen(start) === open && desk.nextChange(start - 1) !== start) return start;
    }
  };
  return {
    "start while open": fill(() => until(true)),
    "start while closed": fill(() => until(false)),
    "start at an opening": fill(() => desk.nextOpen(until(false))),
    "start at a closing": fill(() => desk.nextClose(until(true))),
    // 11:00 and four hours end at 16:00; 16:00 and 13:00, at 12:00 and 17:00: found by going back from a closing.
    "used up at a closing": fill(() => desk.subtract(desk.nextClose(minute()), "PT4H")),
    "the week of a clock change": fill(() => {
      const changes = [Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25), Date.UTC(2027, 2, 28)];
      const near = changes[Math.floor(random() * changes.length)]! + (random() * 6 - 3) * 24 * MS_PER_HOUR;
      return Math.floor(near / MS_PER_MINUTE) * MS_PER_MINUTE;
    }),
  };
}

async function race(rival: Rival, { timeline }: Desk, starts: Float64Array): Promise<Row[]> {
  const items = starts.length;
  const many = Float64Array.from({ length: items * OURS_TIMES }, (_, i) => starts[i % items]!);
  const out = new Float64Array(many.length);
  const [theirsMs, addMs, addAll] = (await interleave(
    [
      timed(rival.name, () => keep(sumOf(items, (i) => rival.add(starts[i]!)))),
      timed("addMs", () => keep(sumOf(many.length, (i) => timeline.addMs(many[i]!, FOUR_HOURS_MS)))),
      timed("addAll", () => timeline.addAll(many, FOUR_HOURS_MS, { out })),
    ],
    9,
    2,
  )) as [number, number, number];
  const perItem = theirsMs / items;
  const label = `against its ${each(theirsMs, items)}`;
  return [
    atLeast(`  timeline.addMs, ${label}`, each(addMs, many.length), perItem / (addMs / many.length), 1000),
    atLeast(`  addAll, ${label}`, each(addAll, many.length), perItem / (addAll / many.length), 1000),
  ];
}

for (const timeZone of ["Europe/Paris", "UTC"]) await bench(timeZone);
