/**
 * The words of a deadline's picture, in English and French: no locale of the process is used.
 */
import { spokenDuration } from "../../clock/explain.ts";
import type { Outcome } from "../../evaluation/result.ts";
import { harmless } from "../../issues/show.ts";
import { parseDate, weekdayOf } from "../../time/civil-date.ts";
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from "../../time/units.ts";
import { type Noun, wordsOf } from "../year/words.ts";
import type { DeadlinePicture, DeadlineSubject, MarkKind, PictureMark, ResultSubject } from "./picture.ts";

/** Languages of pictures and reports. */
export type PictureLanguage = "en" | "fr";

/** The words of one language. */
export interface PictureWords {
  readonly language: PictureLanguage;
  /** Between a name and what is said of it. */
  readonly colon: string;
  /** Between parts of a line. */
  readonly semicolon: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly marks: Readonly<Record<MarkKind, string>>;
  readonly hours: Readonly<Record<DeadlinePicture["hours"], string>>;
  readonly ofHours: Readonly<Record<DeadlinePicture["hours"], string>>;
  readonly open: string;
  readonly counted: string;
  readonly late: string;
  readonly paused: string;
  readonly closed: string;
  readonly skipped: string;
  readonly twice: string;
  readonly days: Noun;
  readonly workingDays: Noun;
  readonly sameDay: string;
  readonly day: (count: number) => string;
  readonly from: string;
  readonly farEdge: string;
  readonly total: string;
  readonly promised: (what: string) => string;
  readonly toSpare: (what: string) => string;
  readonly missedBy: (what: string) => string;
  readonly leftOver: (what: string) => string;
}

const EN: PictureWords = {
  language: "en",
  colon: ": ",
  semicolon: "; ",
  outcomes: {
    met: "met",
    missed: "missed",
    running: "running",
    paused: "paused",
    "not-applicable": "not applicable",
    unmeasurable: "cannot be measured",
    excused: "excused",
  },
  marks: {
    start: "start",
    "due-from": "due from",
    due: "due",
    stop: "stop",
    reopened: "reopened",
    restarted: "restarted",
    "as-of": "now",
  },
  hours: { open: "open hours", "working-days": "working days", running: "all hours" },
  ofHours: { open: "of open time", "working-days": "of working days", running: "around the clock" },
  open: "open",
  counted: "counted",
  late: "beyond the deadline",
  paused: "paused",
  closed: "closed",
  skipped: "skipped by the clock",
  twice: "shown twice by the clock",
  days: ["day", "days"],
  workingDays: ["working day", "working days"],
  sameDay: "the same day",
  day: (count) => `day ${count}`,
  from: "from",
  farEdge: "far edge",
  total: "counted in all",
  promised: (what) => `promised ${what}`,
  toSpare: (what) => `with ${what} to spare`,
  missedBy: (what) => `by ${what}`,
  leftOver: (what) => `${what} left`,
};

const FR: PictureWords = {
  language: "fr",
  // U+00A0, as French typography has it.
  colon: "\u00a0: ",
  semicolon: "\u00a0; ",
  outcomes: {
    met: "tenu",
    missed: "manqué",
    running: "en cours",
    paused: "en pause",
    "not-applicable": "sans objet",
    unmeasurable: "non mesurable",
    excused: "excusé",
  },
  marks: {
    start: "début",
    "due-from": "dû à partir de",
    due: "échéance",
    stop: "fin",
    reopened: "rouvert",
    restarted: "recommencé",
    "as-of": "maintenant",
  },
  hours: { open: "heures d'ouverture", "working-days": "jours ouvrés", running: "toutes les heures" },
  ofHours: { open: "d'ouverture", "working-days": "de jours ouvrés", running: "jour et nuit" },
  open: "ouvert",
  counted: "compté",
  late: "au-delà de l'échéance",
  paused: "en pause",
  closed: "fermé",
  skipped: "sauté par l'horloge",
  twice: "affiché deux fois par l'horloge",
  days: ["jour", "jours"],
  workingDays: ["jour ouvré", "jours ouvrés"],
  sameDay: "le jour même",
  day: (count) => `jour ${count}`,
  from: "à partir de",
  farEdge: "bord éloigné",
  total: "compté en tout",
  promised: (what) => `promis${"\u00a0"}: ${what}`,
  toSpare: (what) => `avec ${what} d'avance`,
  missedBy: (what) => `de ${what}`,
  leftOver: (what) => `il reste ${what}`,
};

/** The words of a language. */
export function pictureWords(language: PictureLanguage): PictureWords {
  return language === "fr" ? FR : EN;
}

/** `Fri 22 May 2026`, `ven. 22 mai 2026`. */
export function spokenDate(date: string, { language }: PictureWords, withYear = true): string {
  const { shortWeekdays, shortMonths } = wordsOf(language);
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const weekday = shortWeekdays[weekdayOf(parseDate(date)!)]!;
  return `${weekday} ${day} ${shortMonths[month - 1]}${withYear ? ` ${year}` : ""}`;
}

/** `16:00`, with seconds and ms only where they are not zero; `24:00` at the end of a date. */
export function spokenWall(wallMs: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const rest = wallMs % MS_PER_MINUTE;
  const ms = rest % MS_PER_SECOND === 0 ? "" : `.${String(rest % MS_PER_SECOND).padStart(3, "0")}`;
  const seconds = rest === 0 ? "" : `:${two(rest / MS_PER_SECOND)}${ms}`;
  return `${two(wallMs / MS_PER_HOUR)}:${two((wallMs % MS_PER_HOUR) / MS_PER_MINUTE)}${seconds}`;
}

/** `Fri 22 May 2026 16:00`. */
export function spokenMark({ date, wallMs }: PictureMark, words: PictureWords): string {
  return `${spokenDate(date, words)} ${spokenWall(wallMs)}`;
}

/** What is pictured: `4 h of open time from Fri 22 May 2026 16:00`, or `T17, anomaly: missed by 1 s`. */
export function headingOf(picture: DeadlinePicture, words: PictureWords): string {
  const { subject } = picture;
  return subject.kind === "deadline"
    ? deadlineHeading(subject, picture, words)
    : `${harmless(subject.case)}, ${harmless(subject.commitment)}${words.colon}${verdictWords(subject, words)}`;
}

function deadlineHeading(
  { durationMs, edge }: DeadlineSubject,
  { marks, hours }: DeadlinePicture,
  words: PictureWords,
): string {
  const start = spokenMark(marks[0]!, words);
  const far = edge === "far" ? ` (${words.farEdge})` : "";
  return `${spokenDuration(durationMs)} ${words.ofHours[hours]} ${words.from} ${start}${far}`;
}

/** The outcome, and by how much: `missed by 1 s`. */
export function verdictWords(
  { outcome, remainingMs, overrunMs, elapsedDays, target, lateness }: ResultSubject,
  words: PictureWords,
): string {
  const said = words.outcomes[outcome];
  if (outcome === "missed" && overrunMs !== undefined) return `${said} ${words.missedBy(spokenDuration(overrunMs))}`;
  if (outcome === "met" && remainingMs !== undefined) return `${said} ${words.toSpare(spokenDuration(remainingMs))}`;
  if (outcome === "running" || outcome === "paused")
    return remainingMs === undefined ? said : `${said}, ${words.leftOver(spokenDuration(remainingMs))}`;
  if (lateness !== undefined) return `${said} ${words.missedBy(latenessWords(lateness, words))}`;
  if (elapsedDays === undefined || target?.unit !== "days" || outcome !== "met") return said;
  return `${said}, ${elapsedDays === 0 ? words.sameDay : daysWords(elapsedDays, target.count, words)}`;
}

/** How late: `2 h`, `3 days`. */
export function latenessWords({ unit, amount }: NonNullable<ResultSubject["lateness"]>, words: PictureWords): string {
  return unit === "days" ? daysWords(amount, "calendar", words) : spokenDuration(amount);
}

/** What was promised: `4 h of open time`, `3 working days`. */
export function targetWords(
  { target }: ResultSubject,
  { hours }: DeadlinePicture,
  words: PictureWords,
): string | undefined {
  if (target === undefined) return undefined;
  if (target.unit === "hours") return `${spokenDuration(target.ms)} ${words.ofHours[hours]}`;
  return target.days === 0 ? words.sameDay : daysWords(target.days, target.count, words);
}

/** `3 working days`. */
export function daysWords(days: number, count: "working" | "calendar", words: PictureWords): string {
  const [one, many] = count === "working" ? words.workingDays : words.days;
  return `${days} ${days === 1 || (words.language === "fr" && days < 2) ? one : many}`;
}
