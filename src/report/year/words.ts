/**
 * The words of a year at a glance, in English and French: no locale of the process is used.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from "../../time/units.ts";
import type { DayKind } from "./day-kind.ts";

/** Languages of a year at a glance. */
export type YearLanguage = "en" | "fr";

/** A noun for one and for many. */
export type Noun = readonly [one: string, many: string];

/** The words of one language. */
export interface YearWords {
  readonly language: YearLanguage;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  /** After a number of days, short. */
  readonly shortDays: string;
  /** Two letters, for the head of a month. */
  readonly headWeekdays: readonly string[];
  readonly kinds: Readonly<Record<DayKind | "pont", string>>;
  readonly closed: string;
  readonly open: string;
  readonly workingDays: Noun;
  readonly holidays: Noun;
  readonly ponts: Noun;
  readonly hours: string;
  readonly total: string;
  readonly closures: string;
  readonly exceptions: string;
  readonly more: (left: number) => string;
  readonly unknownPonts: (dates: string) => string;
  readonly title: (year: number) => string;
  /** Between thousands. */
  readonly groupMark: string;
}

const EN: YearWords = {
  language: "en",
  months: "January February March April May June July August September October November December".split(" "),
  shortMonths: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
  shortWeekdays: "Mon Tue Wed Thu Fri Sat Sun".split(" "),
  shortDays: "d",
  headWeekdays: "Mo Tu We Th Fr Sa Su".split(" "),
  kinds: {
    working: "working day",
    "part-day": "open part of the day",
    exception: "exceptional hours",
    holiday: "holiday",
    closure: "closed",
    "no-hours": "no hours",
    skipped: "skipped by the clock",
    pont: "pont",
  },
  closed: "closed",
  open: "open",
  workingDays: ["working day", "working days"],
  holidays: ["holiday", "holidays"],
  ponts: ["pont", "ponts"],
  hours: "hours",
  total: "year",
  closures: "closures",
  exceptions: "exceptions",
  more: (left) => `… and ${left} more; --format json lists them`,
  unknownPonts: (dates) => `not known to be a pont or not, the date beside it being beyond the reach: ${dates}`,
  title: (year) => `Working days of ${year}`,
  groupMark: ",",
};

const FR: YearWords = {
  language: "fr",
  months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  shortMonths: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" "),
  weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
  shortWeekdays: "lun. mar. mer. jeu. ven. sam. dim.".split(" "),
  shortDays: "j",
  headWeekdays: "lu ma me je ve sa di".split(" "),
  kinds: {
    working: "jour ouvré",
    "part-day": "ouvert une partie du jour",
    exception: "horaires exceptionnels",
    holiday: "jour férié",
    closure: "fermé",
    "no-hours": "sans horaires",
    skipped: "sauté par l'horloge",
    pont: "pont",
  },
  closed: "fermé",
  open: "ouvert",
  workingDays: ["jour ouvré", "jours ouvrés"],
  holidays: ["jour férié", "jours fériés"],
  ponts: ["pont", "ponts"],
  hours: "heures",
  total: "année",
  closures: "fermetures",
  exceptions: "exceptions",
  more: (left) => `… et ${left} de plus ; --format json les donne tous`,
  unknownPonts: (dates) => `pont ou non, on ne sait : le jour voisin est hors de portée : ${dates}`,
  title: (year) => `Jours ouvrés de ${year}`,
  // U+00A0, as French typography has it.
  groupMark: "\u00a0",
};

/** The words of a language. */
export function wordsOf(language: YearLanguage): YearWords {
  return language === "fr" ? FR : EN;
}

/** `252 working days`. */
export function counted(amount: number, noun: Noun, words: YearWords): string {
  return `${grouped(amount, words)} ${formOf(amount, noun, words)}`;
}

/** The form of a noun for an amount; zero is singular in French. */
export function formOf(amount: number, [one, many]: Noun, { language }: YearWords): string {
  const isOne = language === "fr" ? amount < 2 : amount === 1;
  return isOne ? one : many;
}

/** `2,016 h`, `151 h 30`: to the minute below. */
export function spokenHours(openMs: number, words: YearWords): string {
  const minutes = Math.floor((openMs % MS_PER_HOUR) / MS_PER_MINUTE);
  const hours = `${grouped(Math.floor(openMs / MS_PER_HOUR), words)} h`;
  return minutes === 0 ? hours : `${hours} ${String(minutes).padStart(2, "0")}`;
}

/** `2,016`. */
export function grouped(amount: number, { groupMark }: YearWords): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, groupMark);
}
