/**
 * A deadline's picture as text: a line for each lane, so that whoever cannot see the picture has all of it.
 */
import { spokenDuration } from "../../clock/explain.ts";
import { readOptions } from "../../issues/options.ts";
import { harmless } from "../../issues/show.ts";
import { MS_PER_HOUR } from "../../time/units.ts";
import { reading, readLanguage } from "../arguments.ts";
import type { Band, DeadlinePicture, Gap, Lane } from "./picture.ts";
import {
  daysWords,
  headingOf,
  type PictureLanguage,
  type PictureWords,
  pictureWords,
  spokenDate,
  spokenMark,
  spokenWall,
  targetWords,
} from "./words.ts";

/**
 * The picture as lines, in English unless `lang` says otherwise.
 *
 * @example deadlineText(deadlinePicture(desk, "2026-05-22T16:00+02:00", "PT4H")).split("\n")[1] // "Fri 22 May 2026: open 09:00–12:00, 14:00–17:00; counted 16:00–17:00, 1 h; start 16:00"
 */
export function deadlineText(picture: DeadlinePicture, options?: { readonly lang?: PictureLanguage }): string {
  const lang = readLanguage(readOptions(options, ["lang"], "deadlineText").lang);
  return reading("picture", picture, "picture", () => textOf(picture, lang));
}

function textOf(picture: DeadlinePicture, lang: PictureLanguage): string {
  const words = pictureWords(lang);
  return [headLine(picture, words), ...picture.rows.map((row) => rowLine(row, words)), lastLine(picture, words)].join(
    "\n",
  );
}

/** The heading with the zone, and of a case with what was promised. */
export function headLine(picture: DeadlinePicture, words: PictureWords): string {
  const { subject, timeZone } = picture;
  const target = subject.kind === "result" ? targetWords(subject, picture, words) : undefined;
  return `${headingOf(picture, words)}${target === undefined ? "" : `${words.semicolon}${words.promised(target)}`} (${timeZone})`;
}

/** One lane, or a gap. */
export function rowLine(row: Lane | Gap, words: PictureWords): string {
  if (row.kind === "gap") return gapWords(row, words);
  return `${spokenDate(row.date, words)}${words.colon}${partsOf(row, words).join(words.semicolon)}`;
}

/** `… 12 days, 42 h counted …` */
export function gapWords({ days, countedMs }: Gap, words: PictureWords): string {
  const counted = countedMs === 0 ? "" : `, ${words.counted} ${spokenDuration(countedMs)}`;
  return `… ${daysWords(days, "calendar", words)}${counted} …`;
}

/** `due Tue 26 May 2026 12:00; counted in all 4 h`. */
export function lastLine({ marks, countedMs, subject }: DeadlinePicture, words: PictureWords): string {
  const named = marks
    .filter(({ kind }) => kind !== "start")
    .map((mark) => `${words.marks[mark.kind]} ${spokenMark(mark, words)}`);
  const isCounted = countedMs > 0 || subject.kind === "deadline";
  return [...named, ...(isCounted ? [`${words.total} ${spokenDuration(countedMs)}`] : [])].join(words.semicolon);
}

function partsOf(lane: Lane, words: PictureWords): string[] {
  const { language } = words;
  const names = lane.names.map((name) => harmless(name[language])).join(", ");
  const open = lane.open.length === 0 ? words.closed : `${words.open} ${spokenBands(lane.open)}`;
  const counted = [...lane.counted, ...lane.late];
  const isOdd = lane.skipped.length + lane.repeated.length > 0;
  return [
    names === "" ? open : `${open}, ${names}`,
    ...(lane.count === undefined ? [] : [words.day(lane.count)]),
    ...(isOdd ? [`${lane.ms / MS_PER_HOUR} h`] : []),
    ...(lane.skipped.length === 0 ? [] : [`${spokenBands(lane.skipped)} ${words.skipped}`]),
    ...(lane.repeated.length === 0 ? [] : [`${spokenBands(lane.repeated)} ${words.twice}`]),
    ...(counted.length === 0 ? [] : [`${words.counted} ${spokenBands(counted)}, ${spokenDuration(lane.countedMs)}`]),
    ...(lane.late.length === 0 ? [] : [`${words.late} ${spokenBands(lane.late)}`]),
    ...(lane.paused.length === 0 ? [] : [`${words.paused} ${spokenBands(lane.paused)}`]),
    ...lane.marks.map(({ kind, wallMs }) => `${words.marks[kind]} ${spokenWall(wallMs)}`),
  ];
}

/** `09:00–12:00, 14:00–17:00`: what abuts is one. */
export function spokenBands(bands: readonly Band[]): string {
  const joined: Band[] = [];
  for (const band of bands) {
    const before = joined.at(-1);
    if (before !== undefined && before.endMs === band.startMs)
      joined[joined.length - 1] = { ...before, endMs: band.endMs };
    else joined.push(band);
  }
  return joined.map(({ startMs, endMs }) => `${spokenWall(startMs)}–${spokenWall(endMs)}`).join(", ");
}
