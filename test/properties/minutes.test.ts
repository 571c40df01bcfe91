/**
 * The library against the minute walker, in the weeks in which clocks change: every minute's answer, and the sums.
 */

import { describe, expect, it } from "vitest";
import { calendarOf } from "../helpers/calendar.ts";
import { clockWeeks } from "../helpers/clock-weeks.ts";
import { MS_PER_MINUTE } from "../oracle/civil.ts";
import { runsOf, walkMinutes } from "../oracle/minute-walker.ts";

describe("minute by minute, where clocks change", () => {
  for (const { title, definition, startMs, endMs } of clockWeeks()) {
    it(title, () => {
      const { timeline } = calendarOf(definition);
      const minutes = walkMinutes(definition, startMs, endMs);
      const runs = runsOf(minutes);
      expect(timeline.windowsMs(startMs, endMs).map(([start, end]) => [start, end])).toEqual(runs);

      const wrong: unknown[] = [];
      let openMs = 0;
      for (const { atMs, open } of minutes) {
        if (timeline.isOpenMs(atMs) !== open) wrong.push(["isOpen", atMs, open]);
        // The last millisecond of a minute is as its first: every edge here is on a whole minute.
        if (timeline.isOpenMs(atMs + MS_PER_MINUTE - 1) !== open)
          wrong.push(["isOpen", atMs + MS_PER_MINUTE - 1, open]);
        if (timeline.elapsedMs(startMs, atMs) !== openMs) wrong.push(["elapsed", startMs, atMs, openMs]);
        if (open) openMs += MS_PER_MINUTE;
        if (open && timeline.addMs(startMs, openMs) !== atMs + MS_PER_MINUTE) wrong.push(["add", startMs, openMs]);
      }
      expect(wrong).toEqual([]);
    });
  }
});
