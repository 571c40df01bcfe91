/**
 * Windows: the civil open stretches of one date.
 *
 * Units: minutes since the date's 00:00; an end after 1440 is past midnight. Half-open: the end is not open.
 */
import { expectList, type Place } from "../issues/expect.ts";
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";
import { formatTime, parseTime } from "../time/civil-time.ts";
import { MINUTES_PER_DAY } from "../time/units.ts";
import type { WindowText } from "./definition.ts";

/** A civil open stretch `[startMin, endMin)` that belongs, whole, to the date on which it starts. */
export interface Window {
  readonly startMin: number;
  readonly endMin: number;
}

/** A window every five minutes; more is not a schedule but a mistake. */
const MOST_WINDOWS = 288;

/** Windows of one date, sorted; problems go to the place's issues. */
export function readWindows(value: unknown, place: Place): readonly Window[] {
  const list =
    expectList(value, place, "schedule.bad-window", "a list of windows", '["09:00-17:00"], or [] for closed') ?? [];
  const { path, issues } = place;
  if (list.length > MOST_WINDOWS) {
    issues.push(
      makeIssue(
        "schedule.too-many-windows",
        path,
        `at most ${MOST_WINDOWS} windows`,
        list.length,
        `${list.length} windows on one date; at most ${MOST_WINDOWS}`,
      ),
    );
    return [];
  }
  const windows: Window[] = [];
  list.forEach((text, index) => {
    const window = readWindow(text, [...path, index], issues);
    if (window !== undefined) windows.push(window);
  });
  windows.sort((a, b) => a.startMin - b.startMin);
  let widest = windows[0];
  for (const later of windows.slice(1)) {
    if (later.startMin < widest!.endMin) {
      const both = `"${formatWindow(widest!)}" and "${formatWindow(later)}"`;
      const cure = `${both} overlap; make them one window`;
      issues.push(makeIssue("schedule.overlap", path, "windows that do not overlap", formatWindow(later), cure));
    }
    if (later.endMin > widest!.endMin) widest = later;
  }
  return windows;
}

/** `HH:MM-HH:MM`, past midnight as users write it; what is past it as a whole as the clock of the next date shows it. */
export function formatWindow({ startMin, endMin }: Window): WindowText {
  const start = startMin >= MINUTES_PER_DAY ? startMin - MINUTES_PER_DAY : startMin;
  const end = endMin > MINUTES_PER_DAY ? endMin - MINUTES_PER_DAY : endMin;
  return `${formatTime(start)}-${formatTime(end)}` as WindowText;
}

/** Whether the window passes midnight. */
export function passesMidnight(window: Window): boolean {
  return window.endMin > MINUTES_PER_DAY;
}

function readWindow(value: unknown, path: readonly PathStep[], issues: Issue[]): Window | undefined {
  const fail = (
    code: "schedule.bad-window" | "schedule.bad-time" | "schedule.empty-window",
    cure: string,
  ): undefined => {
    issues.push(makeIssue(code, path, "HH:MM-HH:MM", value, cure));
    return undefined;
  };
  if (typeof value === "number")
    return fail("schedule.bad-time", `${show(value)} is not HH:MM-HH:MM; write "09:00-17:00"`);
  if (typeof value !== "string")
    return fail("schedule.bad-window", `${show(value)} is not a window; write "09:00-17:00"`);
  const times = value.length > 40 ? [] : value.split("-");
  const [startText, endText] = times;
  if (startText === undefined || endText === undefined || times.length !== 2) {
    return fail("schedule.bad-window", `${show(value)} is not a window; write it as "09:00-17:00"`);
  }
  const startMin = parseTime(startText);
  const endMin = parseTime(endText);
  if (startMin === undefined) return fail("schedule.bad-time", timeCure(startText));
  if (endMin === undefined) return fail("schedule.bad-time", timeCure(endText));
  if (startMin === MINUTES_PER_DAY)
    return fail("schedule.bad-time", '"24:00" is an end only; start at "00:00" of the next date');
  if (startMin === endMin) {
    return fail("schedule.empty-window", `${show(value)} is empty; a whole day is "00:00-24:00"`);
  }
  if (endMin > startMin) return { startMin, endMin };
  // "22:00-00:00" ends at midnight, which is 24:00 of its own date.
  return { startMin, endMin: endMin + MINUTES_PER_DAY };
}

function timeCure(text: string): string {
  const loose = /^\s*(\d{1,2})[:hH.](\d{2})(?::00)?\s*$/.exec(text);
  const padded = loose === null ? undefined : `${loose[1]!.padStart(2, "0")}:${loose[2]}`;
  const cure =
    padded !== undefined && parseTime(padded) !== undefined ? `write "${padded}"` : "times go from 00:00 to 24:00";
  return `${show(text)} is not HH:MM; ${cure}`;
}
