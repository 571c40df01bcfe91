/**
 * Why a result is missed, in a few words: when it was due, when it was done, by how much.
 */
import { spokenDuration, spokenInstant } from "../../clock/explain.ts";
import type { Result } from "../../evaluation/result.ts";
import { harmless } from "../../issues/show.ts";
import { type ReadyPolicy, readyPolicy } from "../../policy/policy.ts";
import type { ShareCommitment } from "../../policy/promise.ts";
import type { Zone } from "../../time/zone.ts";
import type { Report } from "../report.ts";
import { latenessOf, spokenLateness } from "./lateness.ts";
import { type ReportRow, zoneOfReport } from "./report-rows.ts";
import { spokenEnd } from "./spoken-end.ts";

/** What the words of a report's misses have in common. */
export interface MissSetting {
  readonly policy: ReadyPolicy;
  readonly zone: Zone;
  /** Until when one went on that nobody stopped. */
  readonly asOfMs: number;
}

/** That of a report. */
export function missSettingOf(report: Pick<Report, "policy" | "evaluation">): MissSetting {
  return { policy: readyPolicy(report.policy), zone: zoneOfReport(report), asOfMs: Date.parse(report.evaluation.asOf) };
}

/**
 * `due Mon 1 Jun 2026 15:00, done Mon 1 Jun 2026 16:00, 1 h over`; of a promise that is no clock from when it is missed, and of a share
 * what was not as promised.
 */
export function missWords({ result, commitment }: Pick<ReportRow, "result" | "commitment">, on: MissSetting): string {
  const promised = on.policy.commitments.find(({ id }) => id === commitment);
  const parts =
    result.clock !== undefined
      ? clockParts(result, on.zone, on.asOfMs)
      : promised?.kind === "share"
        ? shareParts(result, promised, on.zone)
        : promiseParts(result, on.zone);
  const { overtakenBy = [] } = result;
  if (overtakenBy.length > 0)
    parts.push(`overtaken by ${overtakenBy.length === 1 ? "another" : `${overtakenBy.length} others`}`);
  return parts.join(", ");
}

function clockParts(result: Result, zone: Zone, asOfMs: number | undefined): string[] {
  const { stoppedAt, overrunMs, clock } = result;
  const late = latenessOf(result, zone, asOfMs);
  return [
    ...dueWords(result, zone),
    ...(stoppedAt === null ? [clock === "stopped" ? "never done" : "not done yet"] : at("done", stoppedAt, zone)),
    ...(overrunMs === undefined ? [] : [`${spokenDuration(overrunMs)} over`]),
    ...(overrunMs !== undefined || late === undefined ? [] : [`${spokenLateness(late)} late`]),
  ];
}

/** When it was due: an instant, or the date of one that ends with its date. */
function dueWords({ dueAt, dueDate }: Result, zone: Zone): string[] {
  if (typeof dueAt !== "string") return [];
  const end = spokenEnd(zone, dueAt);
  return [dueDate !== undefined && end.endsWith(" 24:00") ? `due ${dueDate}` : `due ${end}`];
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

/** How many were as promised, and what the first of the others was not. */
function shareParts({ cycles = [] }: Result, { tests }: ShareCommitment, zone: Zone): string[] {
  const missed = cycles.filter(({ outcome }) => outcome === "missed" || outcome === "excused");
  const failed = String(missed[0]?.figures?.["notKept"] ?? "").split(", ");
  const wanted = tests
    .filter(({ member }) => failed.includes(member))
    .map(({ member, texts, isNot }) => {
      const named = [...texts].map(harmless).join(" or ");
      return `${harmless(member)} ${isNot ? "is" : "is not"} ${named}`;
    });
  return [
    `${cycles.length - missed.length} of ${cycles.length} as promised`,
    ...wanted,
    ...at("on", missed[0]?.startedAt, zone),
  ];
}

function at(word: string, iso: string | null | undefined, zone: Zone): string[] {
  return typeof iso === "string" ? [`${word} ${spokenInstant(zone, Date.parse(iso))}`] : [];
}
