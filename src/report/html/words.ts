/**
 * The words of the report as a page, in English and French: no locale of the process is used.
 */

import type { Reason } from "../../evaluation/result.ts";
import { type PictureLanguage, type PictureWords, pictureWords } from "../deadline-svg/words.ts";
import type { Standing } from "../gates/gate.ts";
import { REASON_WORDS } from "../results/unmeasurable.ts";
import { spokenShare } from "../share.ts";
import { counted, type Noun, wordsOf } from "../year/words.ts";

/** The words of one language. */
export interface PageWords {
  readonly language: PictureLanguage;
  readonly picture: PictureWords;
  readonly title: (policy: string) => string;
  readonly skip: string;
  readonly contents: string;
  readonly asOf: string;
  readonly begun: (period: string) => string;
  readonly begunFrom: (start: string) => string;
  readonly begunBefore: (end: string) => string;
  /** Before what was asked beyond the goals. */
  readonly gates: string;
  readonly cases: Noun;
  readonly notYet: string;
  readonly allKept: string;
  readonly nothingJudged: string;
  readonly broken: string;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly commitments: string;
  readonly commitment: string;
  readonly rate: string;
  readonly goal: string;
  readonly above: string;
  readonly standing: string;
  readonly open: string;
  readonly overview: string;
  readonly overviewCaption: string;
  readonly each: string;
  readonly bounds: (low: string, high: string, open: string) => string;
  readonly interval: (low: string, high: string, decided: string) => string;
  readonly decided: Noun;
  readonly weeks: string;
  readonly weeksCaption: (name: string) => string;
  readonly weeksAsTable: string;
  readonly week: string;
  readonly weekOf: (date: string) => string;
  readonly earlierWeeks: (count: string) => string;
  readonly weekNoun: Noun;
  readonly missedCases: string;
  readonly margins: string;
  readonly marginsCaption: (name: string) => string;
  readonly margin: string;
  readonly share: string;
  readonly late: (what: string) => string;
  readonly early: (what: string) => string;
  readonly onLastDay: string;
  readonly lateOnLastDay: string;
  readonly cannotBeMeasured: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly least: (what: string) => string;
  readonly upTo: (what: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly behind: string;
  readonly more: (count: string) => string;
  readonly worst: string;
  readonly worstNote: (shown: string, all: string) => string;
  readonly noWorst: string;
  readonly case: string;
  readonly kind: string;
  readonly customer: string;
  readonly place: (file: string, line: number) => string;
  readonly outcome: string;
  readonly asText: string;
  readonly remarks: string;
  readonly readings: string;
  readonly readingsNote: string;
  readonly noReadings: string;
  readonly madeWith: string;
  readonly policy: string;
  readonly calendars: string;
  readonly holidays: string;
  readonly tzdata: string;
  readonly top: string;
  readonly nothingDecided: string;
  readonly scrolls: string;
}

const EN: PageWords = {
  language: "en",
  picture: pictureWords("en"),
  title: (policy) => `Compliance with ${policy}`,
  skip: "Skip to the results",
  contents: "Contents",
  asOf: "as of",
  begun: (period) => `cases begun in ${period}`,
  begunFrom: (start) => `cases begun from ${start}`,
  begunBefore: (end) => `cases begun before ${end}`,
  gates: "What was asked beyond the goals",
  cases: ["case", "cases"],
  notYet: "not begun yet",
  allKept: "Every commitment that could be judged is kept",
  nothingJudged: "No commitment could be judged",
  broken: "Broken",
  standings: { kept: "kept", broken: "broken", "not-judged": "not judged" },
  commitments: "Commitments",
  commitment: "Commitment",
  rate: "Rate",
  goal: "Goal",
  above: "above",
  standing: "Standing",
  open: "open",
  overview: "Overview",
  overviewCaption: "Each commitment: its rate beside its goal, and how many cases have which outcome",
  each: "Commitment by commitment",
  bounds: (low, high, open) => `between ${low} and ${high} while ${open} open`,
  interval: (low, high, decided) => `${decided}: 95 % interval ${low} to ${high}`,
  decided: ["decided", "decided"],
  weeks: "By week",
  weeksCaption: (name) => `${name}: cases by ISO week of their start`,
  weeksAsTable: "The weeks as a table",
  week: "Week",
  weekOf: (date) => `week of ${date}`,
  earlierWeeks: (count) => `${count} before are not shown here; the rate counts them`,
  weekNoun: ["week", "weeks"],
  missedCases: "Missed cases",
  margins: "How early, how late",
  marginsCaption: (name) => `${name}: decided cases by how early or late they were`,
  margin: "Margin",
  share: "Cases",
  late: (what) => `${what} late`,
  early: (what) => `${what} early`,
  onLastDay: "on the last day",
  lateOnLastDay: "late on the last day",
  cannotBeMeasured: "cannot be measured",
  reasons: REASON_WORDS,
  least: (what) => `more than ${what}`,
  upTo: (what) => `up to ${what}`,
  between: (low, high) => `${low} to ${high}`,
  behind: "The cases behind the figures",
  more: (count) => `… and ${count} more`,
  worst: "The worst cases",
  worstNote: (shown, all) =>
    `${shown} of ${all}: missed ones first, the latest at the top; then those that are open, then the narrowest`,
  noWorst: "No case is shown one by one.",
  case: "Case",
  kind: "kind",
  customer: "customer",
  place: (file, line) => `${file}, line ${line}`,
  outcome: "Outcome",
  asText: "The same as text",
  remarks: "Remarks",
  readings: "Readings",
  readingsNote: "A clause that can be read in more than one way was read so:",
  noReadings: "The policy has no clause that could be read in more than one way.",
  madeWith: "Made with",
  policy: "Policy",
  calendars: "Calendars",
  holidays: "Holidays",
  tzdata: "Time zone data",
  top: "Back to the top",
  nothingDecided: "Nothing is decided, so it is not judged.",
  scrolls: "may be scrolled sideways",
};

const FR: PageWords = {
  language: "fr",
  picture: pictureWords("fr"),
  title: (policy) => `Respect de ${policy}`,
  skip: "Aller aux résultats",
  contents: "Sommaire",
  asOf: "au",
  begun: (period) => `demandes commencées en ${period}`,
  begunFrom: (start) => `demandes commencées à partir du ${start}`,
  begunBefore: (end) => `demandes commencées avant le ${end}`,
  gates: "Ce qui était demandé au-delà des objectifs",
  cases: ["demande", "demandes"],
  notYet: "pas encore commencées",
  allKept: "Tous les engagements qui ont pu être jugés sont tenus",
  nothingJudged: "Aucun engagement n'a pu être jugé",
  broken: "Non tenus",
  standings: { kept: "tenu", broken: "non tenu", "not-judged": "non jugé" },
  commitments: "Engagements",
  commitment: "Engagement",
  rate: "Taux",
  goal: "Objectif",
  above: "plus de",
  standing: "Verdict",
  open: "en cours",
  overview: "Vue d'ensemble",
  overviewCaption: "Chaque engagement : son taux face à son objectif, et le nombre de demandes par issue",
  each: "Engagement par engagement",
  bounds: (low, high, open) => `entre ${low} et ${high} tant que ${open} en cours`,
  interval: (low, high, decided) => `${decided} : intervalle à 95 % de ${low} à ${high}`,
  decided: ["demande décidée", "demandes décidées"],
  weeks: "Par semaine",
  weeksCaption: (name) => `${name} : demandes par semaine ISO de leur début`,
  weeksAsTable: "Les semaines en tableau",
  week: "Semaine",
  weekOf: (date) => `semaine du ${date}`,
  earlierWeeks: (count) => `${count} avant celles-ci ne sont pas montrées ici ; le taux les compte`,
  weekNoun: ["semaine", "semaines"],
  missedCases: "Demandes manquées",
  margins: "Avance et retard",
  marginsCaption: (name) => `${name} : demandes décidées, par avance ou retard`,
  margin: "Écart",
  share: "Demandes",
  late: (what) => `${what} de retard`,
  early: (what) => `${what} d'avance`,
  onLastDay: "le dernier jour",
  lateOnLastDay: "en retard le dernier jour",
  cannotBeMeasured: "non mesurable",
  reasons: {
    "missing-event": "l'événement qui la commence manque",
    "stop-before-start": "le seul arrêt précède le début",
    "no-figure": "la charte ne donne pas de chiffre",
    "no-register": "le registre manque (--register)",
    "unknown-customer": "le client n'est pas dans le registre",
    "no-referent": "le registre ne nomme pas de référent du client",
    "beyond-reach": "une date dont les jours fériés sont inconnus est nécessaire",
    "minutes-missing": "les minutes d'une intervention manquent",
    "module-missing": "le module manque",
    "history-incomplete": "l'historique est incomplet : un événement est illisible, ou son type n'est pas déclaré",
  },
  least: (what) => `plus de ${what}`,
  upTo: (what) => `jusqu'à ${what}`,
  between: (low, high) => `${low} à ${high}`,
  behind: "Les demandes derrière les chiffres",
  more: (count) => `… et ${count} de plus`,
  worst: "Les pires demandes",
  worstNote: (shown, all) =>
    `${shown} sur ${all} : d'abord les manquées, la plus en retard en tête ; puis celles en cours, puis les plus justes`,
  noWorst: "Aucune demande n'est montrée une à une.",
  case: "Demande",
  kind: "nature",
  customer: "client",
  place: (file, line) => `${file}, ligne ${line}`,
  outcome: "Issue",
  asText: "La même chose en texte",
  remarks: "Remarques",
  readings: "Lectures",
  readingsNote: "Une clause qui se lit de plusieurs façons a été lue ainsi :",
  noReadings: "Aucune clause de la politique ne se lit de plusieurs façons.",
  madeWith: "Établi avec",
  policy: "Politique",
  calendars: "Calendriers",
  holidays: "Jours fériés",
  tzdata: "Données des fuseaux horaires",
  top: "Retour en haut",
  nothingDecided: "Rien n'est décidé : l'engagement n'est pas jugé.",
  scrolls: "défile de côté",
};

/** The words of a language. */
export function pageWords(language: PictureLanguage): PageWords {
  return language === "fr" ? FR : EN;
}

/** `1,234 cases`. */
export function many(amount: number, noun: Noun, { language }: PageWords): string {
  return counted(amount, noun, wordsOf(language));
}

/** `96.7 %`, in French `96,7 %`; never broken in two. */
export function shareWords(text: string, { language }: PageWords): string {
  const unbroken = text.replace(" ", "\u00a0");
  return language === "fr" ? unbroken.replace(".", ",") : unbroken;
}

/** A share in words. */
export function percent(share: number, words: PageWords): string {
  return shareWords(spokenShare(share), words);
}
