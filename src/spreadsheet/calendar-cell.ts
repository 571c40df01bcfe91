/**
 * Whose hours: a calendar as the functions are given it, in a cell or as a range of cells.
 */
import { CLIP_INDUSTRIE_DESK } from "../charters/clip-industrie-figures.ts";
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import type { CalendarDefinition } from "../schedule/definition.ts";
import { readDefinition } from "../schedule/read-definition.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { createTimeline, type Timeline } from "../timeline/timeline.ts";
import { scheduleOfRange } from "./calendar-range.ts";
import { type CellRange, isBlank } from "./cell.ts";
import type { CompiledCalendar } from "./compiled.ts";
import { type CellClock, hasIntl } from "./read-cell.ts";
import { isCompiled, readCompiled } from "./read-compiled.ts";

/** The name of a preset, a definition or compiled calendar as JSON text or as an object, or a range of cells that writes one. */
export type CalendarInput = string | CalendarDefinition<string> | CompiledCalendar | CellRange | null | undefined;

/** Calendars that come with the package. */
const PRESETS: ReadonlyMap<string, CalendarDefinition> = new Map([["clip-industrie", CLIP_INDUSTRIE_DESK]]);
/** A sheet asks of a few; one that changes at every call must not fill the memory. */
const MOST_KEPT = 20;

/** Finds the timeline of a calendar, and keeps it: a sheet asks thousands of times of one. */
export function calendarReader(clock: CellClock, usual: CalendarInput): (calendar: CalendarInput) => Timeline {
  const kept = new Map<string, Timeline>();
  return (calendar) =>
    readForeign(calendar, ["calendar"], "spreadsheet.bad-calendar", "a calendar", () => timelineOf(calendar));

  function timelineOf(calendar: CalendarInput): Timeline {
    const given = isMissing(calendar) ? usual : calendar;
    const key = typeof given === "string" ? given : JSON.stringify(given ?? null);
    let timeline = kept.get(key);
    if (timeline === undefined) {
      timeline = createTimeline(scheduleOf(given, clock));
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, timeline);
    }
    return timeline;
  }
}

function isMissing(calendar: unknown): boolean {
  return Array.isArray(calendar) ? calendar.every((row) => [row].flat().every(isBlank)) : isBlank(calendar);
}

function scheduleOf(calendar: CalendarInput, clock: CellClock): Schedule {
  if (isMissing(calendar)) {
    const cure = `say whose hours: a range with a calendar, a cell with its JSON, or a preset (${[...PRESETS.keys()].join(", ")})`;
    return refuse("spreadsheet.bad-calendar", ["calendar"], "a calendar", "", cure);
  }
  if (Array.isArray(calendar)) {
    const [only] = calendar.length === 1 ? [calendar[0]].flat() : [];
    // One cell: the others of its row are blank.
    if (typeof only === "string" && [calendar[0]].flat().slice(1).every(isBlank)) return scheduleOf(only, clock);
    return withZone(() =>
      scheduleOfRange(
        calendar.map((row) => [row].flat()),
        clock,
      ),
    );
  }
  if (typeof calendar === "string") return scheduleOfText(calendar.trim());
  return scheduleOfObject(calendar);
}

function scheduleOfText(text: string): Schedule {
  const preset = PRESETS.get(text);
  if (preset !== undefined) return withZone(() => readDefinition(preset));
  if (!text.startsWith("{")) {
    const cure = `${show(text)} is no preset${didYouMean(text, PRESETS.keys())}; presets: ${[...PRESETS.keys()].join(", ")}`;
    return refuse("spreadsheet.bad-calendar", ["calendar"], "a preset or JSON", text, cure);
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    // The parser's own words differ from platform to platform.
    const cure = "the text is not JSON: copy all of it; a cell of Excel holds 32,767 characters";
    return refuse("spreadsheet.bad-calendar", ["calendar"], "JSON", text, cure);
  }
  return scheduleOfObject(document);
}

function scheduleOfObject(document: unknown): Schedule {
  if (isCompiled(document)) return readCompiled(document);
  return withZone(() => readDefinition(document), isObject(document) ? document["timeZone"] : undefined);
}

/** Rules are read for a zone of the platform; without any there must be a compiled calendar. */
function withZone(read: () => Schedule, timeZone?: unknown): Schedule {
  if (hasIntl() || timeZone === "UTC") return read();
  const cure =
    "this program has no time zone data (Intl): give a compiled calendar, made by ouvree sheet --out desk.json";
  return refuse("spreadsheet.bad-calendar", ["calendar"], "a compiled calendar", timeZone, cure);
}
