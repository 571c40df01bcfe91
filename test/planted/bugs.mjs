/**
 * One planted bug for each law: the law must see it. `[law, file of src, what stands there, what the bug makes of it]`.
 *
 * Slips that people make, as far as possible: an edge on the wrong side, a term left out, an order turned round.
 */
const SEARCH = "clock/search.ts";
const ELAPSED = "return businessMsAt(table, toMs) - businessMsAt(table, fromMs);";
const EARLIEST = "const answerMs = earliestAt(table, targetMs);";
const NEAR_OR_FAR = 'return durationMs > 0 === (edge === "near")';

export const BUGS = [
  [1, SEARCH, ELAPSED, "return businessMsAt(table, toMs) - businessMsAt(table, fromMs) + (fromMs === toMs ? 1 : 0);"],
  [2, SEARCH, ELAPSED, "return Math.abs(businessMsAt(table, toMs) - businessMsAt(table, fromMs));"],
  [3, SEARCH, ELAPSED, "return Math.round((businessMsAt(table, toMs) - businessMsAt(table, fromMs)) / 60000) * 60000;"],
  [4, "timeline/table.ts", "totalMs += closes[i]! - opens[i]!;", "totalMs += closes[i]! - opens[i]! + 1;"],
  [5, "clock/questions.ts", "Math.min(table.closes[i]!, endMs)", "table.closes[i]!"],
  [
    6,
    SEARCH,
    "return table.opens[indexAt(table, instantMs)]! <= instantMs ? 1 : 0;",
    "return table.opens[indexAt(table, instantMs)]! < instantMs ? 1 : 0;",
  ],
  [7, SEARCH, "Math.max(instantMs, table.opens[i]!)", "table.opens[i]!"],
  [8, SEARCH, "table.closes[i - 1]!", "table.opens[i - 1]!"],
  [9, SEARCH, "Math.max(instantMs, table.opens[i]!)", "Math.max(instantMs, table.opens[i]! - 1)"],
  [
    10,
    "timeline/look-up.ts",
    "return businessMs + table.rows[rowBeyond(table, businessMs - 1) + 2]!;",
    "return businessMs + table.rows[rowBeyond(table, businessMs - 2) + 2]!;",
  ],
  [11, SEARCH, NEAR_OR_FAR, 'return durationMs > 0 !== (edge === "near")'],
  [12, SEARCH, EARLIEST, "const answerMs = earliestAt(table, targetMs) - 1;"],
  [13, SEARCH, EARLIEST, "const answerMs = Math.floor(earliestAt(table, targetMs) / 60000) * 60000;"],
  [
    14,
    SEARCH,
    "const i = indexAt(table, instantMs);\n    if (i < table.count)",
    "const i = indexAt(table, instantMs) + (instantMs % 2 === 0 ? 0 : 1);\n    if (i < table.count)",
  ],
  [15, SEARCH, EARLIEST, "const answerMs = earliestAt(table, targetMs) + (durationMs > 3_600_000 ? 1 : 0);"],
  [16, SEARCH, EARLIEST, "const answerMs = earliestAt(table, targetMs) + openAt(timeline, instantMs);"],
  [17, SEARCH, NEAR_OR_FAR, 'return durationMs > 0 || edge === "near"'],
  [18, SEARCH, NEAR_OR_FAR, 'return durationMs > 0 || edge === "near"'],
  [
    19,
    SEARCH,
    "else return within(timeline, instantMs, latestAt(table, targetMs));",
    "else return within(timeline, instantMs, latestAt(table, targetMs) + 1);",
  ],
  [
    20,
    "calendar/create-calendar.ts",
    '-readDuration(duration, ["duration"])',
    '-readDuration(duration, ["duration"]) - 1',
  ],
  [21, SEARCH, NEAR_OR_FAR, "return durationMs > 0"],
  [22, "interval/merge.ts", "open <= closes[kept - 1]!", "open < closes[kept - 1]!"],
  [23, "clock/questions.ts", "Math.min(table.closes[i]!, endMs)", "Math.min(table.closes[i]!, endMs - 1)"],
  [24, SEARCH, NEAR_OR_FAR, 'return durationMs > 0 !== (edge === "near")'],
  [
    25,
    "schedule/plans.ts",
    'if (whole) return { ...plan("holiday", []), holidays, closures };',
    'if (whole) return { ...plan("holiday", [{ startMin: 0, endMin: 60 }]), holidays, closures };',
  ],
  [
    26,
    "schedule/plans.ts",
    "if (windows !== undefined) plans[day - firstDay] = exceptionPlan(windows, closing);",
    "if (windows !== undefined && closing === undefined) plans[day - firstDay] = exceptionPlan(windows, closing);",
  ],
  [27, "schedule/window.ts", "windows.sort((a, b) => a.startMin - b.startMin);", ""],
  [28, "schedule/plans.ts", "![weekdayOf(epochDay)]!;", "![weekdayOf(epochDay % 10)]!;"],
  [
    29,
    "timeline/day-intervals.ts",
    "const closeMs = startMs + endMin * MS_PER_MINUTE;",
    "const closeMs = startMs + endMin * MS_PER_MINUTE - 1;",
  ],
  [30, "time/zone.ts", "return Math.max(piece.startMs, wallMs - piece.offsetMs);", "return wallMs - piece.offsetMs;"],
  [
    31,
    "time/zone.ts",
    "    timeZone: name,",
    '    timeZone: name.includes("Calcutta") || name === "GB" ? "UTC" : name,',
  ],
  [32, "timeline/combined-days.ts", "openMs: Math.max(one.openMs, other.openMs),", "openMs: one.openMs,"],
  [
    33,
    "timeline/timeline.ts",
    "if (covers(latest, aMs) && covers(latest, bMs)) return latest;",
    "if (covers(latest, aMs)) return latest;",
  ],
  [34, "clock/strides.ts", "const last = far ? 0 : 1;", "const last = far ? 1 : 0;"],
  [
    35,
    "schedule/read-definition.ts",
    "definition: members as unknown as CalendarDefinition, zone: zone!, reach, versions",
    "definition: { ...members, exceptions: undefined } as unknown as CalendarDefinition, zone: zone!, reach, versions",
  ],
  [
    36,
    "time/zone.ts",
    "return Math.max(piece.startMs, wallMs - piece.offsetMs);",
    "return Math.max(piece.startMs, wallMs - piece.offsetMs) + (new Date().getMonth() < 6 ? 0 : 60_000);",
  ],
  // The pause that was running when the cycle began is forgotten.
  ...[37, 40].map((law) => [
    law,
    "evaluation/clocks/case-pauses.ts",
    "let next = firstEndingAfter(pauses, cycle.startMs);",
    "let next = pauses.filter(({ from }) => from.atMs < cycle.startMs).length;",
  ]),
  [39, "evaluation/targets/days.ts", "const timeMs = isRolled ? 0 : takenMs", "const timeMs = takenMs"],
  // A wait that ends with the work is not ended.
  [
    43,
    "import/mapped/state-words.ts",
    'if (isWaiting(before)) events.push("resumed");',
    'if (isWaiting(before) && !isEnded(after)) events.push("resumed");',
  ],
];
