/**
 * The words of a year at a glance, in English and in French.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from "../time/units.ts";
import type { DateGlance, DateKind } from "./year-glance.ts";

/** A language of the pictures and tables. */
export type Language = "en" | "fr";

/** What a mark of the picture stands for. */
export type Mark = DateKind | "bridge";

/** Marks in the order of the legend. */
export const MARKS: readonly Mark[] = ["working", "part-day", "holiday", "closure", "exception", "no-hours", "bridge"];

interface Words {
  readonly months: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly marks: Readonly<Record<Mark, string>>;
  readonly holidays: string;
  readonly bridges: string;
  readonly bridgesUnknown: string;
  /** Short for days, behind a number. */
  readonly day: string;
  days(count: number): string;
}

/** Words by language. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    months: "January February March April May June July August September October November December".split(" "),
    weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
    marks: {
      working: "working day",
      "part-day": "closed in part",
      holiday: "holiday",
      closure: "closure",
      exception: "closed by exception",
      "no-hours": "no hours",
      bridge: "pont",
    },
    holidays: "Holidays and closures",
    bridges: "Ponts",
    bridgesUnknown: "not known whether ponts, because a date beside is beyond the reach",
    day: "d",
    days: (count) => `${count} working day${count === 1 ? "" : "s"}`,
  },
  fr: {
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
    weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
    marks: {
      working: "jour ouvré",
      "part-day": "fermé en partie",
      holiday: "jour férié",
      closure: "fermeture",
      exception: "fermé par exception",
      "no-hours": "sans horaire",
      bridge: "pont",
    },
    holidays: "Jours fériés et fermetures",
    bridges: "Ponts",
    bridgesUnknown: "ponts ou non : la date voisine n'est pas connue",
    day: "j",
    days: (count) => `${count} jour${count === 1 ? "" : "s"} ouvré${count === 1 ? "" : "s"}`,
  },
};

/** `126 h`, `126 h 30`; a rest of less than a minute is left out. */
export function spokenHours(ms: number): string {
  const minutes = Math.floor((ms % MS_PER_HOUR) / MS_PER_MINUTE);
  const hours = `${Math.floor(ms / MS_PER_HOUR)} h`;
  return minutes === 0 ? hours : `${hours} ${String(minutes).padStart(2, "0")}`;
}

/** Neighbouring dates of one kind and name. */
export interface NamedRun {
  readonly mark: DateKind;
  /** `2026-08-15`, or `2026-08-10–08-14`. */
  readonly label: string;
  readonly name: string;
}

/** Dates that have a story, in order, neighbours of one story together; one closed by an exception alone has that word. */
export function namedRuns(dates: readonly DateGlance[], lang: Language): readonly NamedRun[] {
  const runs: NamedRun[] = [];
  let first = "";
  for (const [index, { date, kind, names }] of dates.entries()) {
    if (names[lang].length === 0 && kind !== "exception") continue;
    const name = names[lang].join(", ") || WORDS[lang].marks.exception;
    const last = runs.at(-1);
    const before = dates[index - 1];
    const goesOn = last?.name === name && last.mark === kind && last.label.endsWith(before?.date.slice(5) ?? "none");
    if (goesOn) runs[runs.length - 1] = { mark: kind, label: `${first}–${date.slice(5)}`, name };
    else {
      first = date;
      runs.push({ mark: kind, label: date, name });
    }
  }
  return runs;
}
