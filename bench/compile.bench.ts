/**
 * Compiling one civil year of two windows a day, in a zone with daylight-saving time, table and indexes included.
 *
 * The bound is a time, so the ratio is to 1 ms. A cold zone is one that the process never asked for: its formatter is
 * made and its changes are searched. Only one round can be had of each zone, so a round is a year of another zone.
 */
import { readDefinition } from "../src/schedule/read-definition.ts";
import { compileYear } from "../src/timeline/compile-year.ts";
import { makeTable } from "../src/timeline/table.ts";
import { deskIn } from "./desk.ts";
import { atMost, each, keep, median, report } from "./measure.ts";

const YEAR = 2026;
const ZONES = (
  "Amsterdam Andorra Athens Belgrade Berlin Brussels Bucharest Budapest Chisinau Copenhagen Dublin " +
  "Gibraltar Helsinki Kyiv Lisbon London Luxembourg Madrid Malta Monaco Oslo Paris Prague Riga Rome " +
  "Sofia Stockholm Tallinn Tirane Vienna Vilnius Warsaw Zurich"
).split(" ");

/** The schedule is new each time, so that its holidays are reckoned each time; only the zone can be warm. */
function compileMs(timeZone: string): number {
  const schedule = readDefinition(deskIn(timeZone));
  const start = performance.now();
  keep(makeTable([compileYear(schedule, YEAR)]));
  return performance.now() - start;
}

// The code is warmed on zones that are measured nowhere.
for (let i = 0; i < 100; i++) {
  for (const timeZone of ["America/New_York", "America/Chicago"]) compileMs(timeZone);
}
const cold: number[] = [];
const warm: number[] = [];
for (const city of ZONES) {
  cold.push(compileMs(`Europe/${city}`));
  warm.push(compileMs(`Europe/${city}`));
}
report([
  atMost("a civil year, cold zone", each(median(cold)), median(cold), 1, "ms"),
  atMost("a civil year, warm zone", each(median(warm)), median(warm), 1, "ms"),
]);
