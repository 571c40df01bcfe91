/**
 * Strays: values and keys that stand where they should not, and texts that nearly are what they should be.
 */
import type { Json } from "../helpers/schemas-in.ts";

const TEXTS = (
  "any start P1 opened desk keep new-cycle case closing working running report referent warn target ratio carry-over open " +
  "48h PT48H PT0S PT P1D -PT4H +PT4H PT1H-30M PT0.0000001H P3D P0D P12345D P1W " +
  "09:00-17:00 9:00-17:00 24:00-09:00 22:00-06:00 09:00-09:00 09:00-12:60 24:00 25:00 13:00 " +
  "2026-02-30 2028-02-29 2026-12-24 12-24 02-30 2026-12-24/2026-12-01 12-27/01-02 2026-12-24/12-27 " +
  "Europe/Paris europe/paris Mars/Phobos FR fr.pentecost-monday date-holidays:BE desk.yaml"
).split(" ");

const WINDOW = "09:00-17:00";

/** Values of every shape; some are right somewhere. */
export const STRAYS: readonly Json[] = [
  ...[null, true, false, 0, 1, -1, 0.5, 1.5, 95, 1e21, "", " ", "1 January"],
  ...TEXTS,
  ...[[], {}, [[]], [{}], [null], [""], ["opened"], ["opened", "opened"], ["12-24"], [0.9, 0.5], [-0.5], [1.5]],
  ...[{ where: {} }, { not: {} }, { event: [] }, { event: "opened", person: "me" }, { values: "any" }, { values: [] }],
  ...[{ hours: "PT4H", count: "open" }, { hours: "PT4H" }, { by: "priority", values: {} }, { by: "priority" }],
  { days: "P3D", count: "working", until: "closing", rollToOpen: false },
  ...[{ timeZone: "UTC" }, { timeZone: "UTC", union: [] }, { timeZone: "UTC", week: { mon: [WINDOW] } }],
  ...[
    { from: "2026-12-24", to: "12-27" },
    { from: "12-24", to: "2026-12-27" },
    { from: "12-24", to: "12-20" },
  ],
  ...[{ date: "12-24", from: "13:00" }, { date: "12-24", to: "13:00" }, { dates: [] }, { date: "2026-12-24" }],
  ...[{ mon: [WINDOW] }, { monday: [WINDOW] }, { "mon-fri": [WINDOW], fri: [] }, Array(289).fill(WINDOW) as Json],
];

/** Keys of other places, typing errors, and what every object has anyway. */
export const KEYS: readonly string[] = [
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "", "titel", "comment", "$schema", "x-note", "kind"],
  ...["hours", "days", "by", "values", "from", "to", "date", "name", "event", "where", "calendar", "week", "union"],
  ...["difference", "versions", "order", "per", "priority", "P1", "mon", "mon-fri", "monday", "sat,mon", "2026-12-24"],
  ...["12-24/12-26", "2026-02-29", "customer", "queue", "stop", "changedBy", "closures", "not", "intersection"],
  "mon,tue,wed,thu,fri,sat,sun,mon,tue,wed,thu,fri,sat,sun,mon,tue",
];
