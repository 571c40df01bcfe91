/**
 * Why a result is missed, in a few words: when it was due, when it was done, by how much.
 */
import { spokenDuration, spokenInstant } from "../clock/explain.ts";
import type { Result } from "../evaluation/result.ts";
import type { Zone } from "../time/zone.ts";

/** `due Mon 1 Jun 2026 15:00, done Mon 1 Jun 2026 16:00, 1 h over`; of a promise that is no clock from when it is missed. */
export function missWords(result: Result, zone: Zone): string {
  const parts = result.clock === undefined ? promiseParts(result, zone) : clockParts(result, zone);
  const { overtakenBy = [] } = result;
  if (overtakenBy.length > 0)
    parts.push(`overtaken by ${overtakenBy.length === 1 ? "another" : `${overtakenBy.length} others`}`);
  return parts.join(", ");
}

function clockParts({ dueAt, dueDate, stoppedAt, overrunMs }: Result, zone: Zone): string[] {
  return [
    ...(dueDate === undefined ? at("due", dueAt, zone) : [`due ${dueDate}`]),
    ...(stoppedAt === null ? ["done not yet"] : at("done", stoppedAt, zone)),
    ...(overrunMs === undefined ? [] : [`${spokenDuration(overrunMs)} over`]),
  ];
}

/** Its due, if it has one, is that of the next date. */
function promiseParts({ missedAt, startedAt, stoppedAt, allowances = [] }: Result, zone: Zone): string[] {
  const said = [
    ...allowances.flatMap(({ overMinutes }) => (overMinutes > 0 ? [`${overMinutes} min more than granted`] : [])),
    ...at("late from", missedAt, zone),
    ...at("done", stoppedAt, zone),
  ];
  return said.length === 0 ? at("begun", startedAt, zone) : said;
}

function at(word: string, iso: string | null | undefined, zone: Zone): string[] {
  return typeof iso === "string" ? [`${word} ${spokenInstant(zone, Date.parse(iso))}`] : [];
}
