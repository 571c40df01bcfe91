/**
 * The French public holidays, zone by zone, as a table.
 *
 * Sources: Code du travail L3133-1 and L3134-13 (Alsace-Moselle), L3422-2 (overseas departments) for the `official`
 * rules, which agree with the government's list (Etalab, Licence Ouverte); the territories' own labour codes for `local-law`.
 * `custom` days are kept by habit or agreement: they close only where a definition names their id.
 */
import type { HolidayRule, HolidaySource } from "./rule.ts";

/** The years for which these rules are known to hold. */
export const FRANCE_YEARS = { from: 1982, to: 2199 } as const;

type Row = readonly [id: string, on: string | number, fr: string, en: string, from?: number, to?: number];

const COMMON: readonly Row[] = [
  ["fr.new-year", "01-01", "Jour de l'An", "New Year's Day"],
  ["fr.easter-monday", 1, "Lundi de Pâques", "Easter Monday"],
  ["fr.labour-day", "05-01", "Fête du Travail", "Labour Day"],
  ["fr.ascension", 39, "Ascension", "Ascension Day"],
  ["fr.pentecost-monday", 50, "Lundi de Pentecôte", "Whit Monday"],
  ["fr.national-day", "07-14", "Fête nationale", "Bastille Day"],
  ["fr.assumption", "08-15", "Assomption", "Assumption"],
  ["fr.all-saints", "11-01", "Toussaint", "All Saints' Day"],
  ["fr.armistice", "11-11", "Armistice de 1918", "Armistice Day"],
  ["fr.christmas", "12-25", "Noël", "Christmas Day"],
];

const VICTORY: HolidayRule = {
  id: "fr.victory-day",
  names: { fr: "Victoire de 1945", en: "Victory in Europe Day" },
  source: "official",
  on: "05-08",
  years: [
    [1953, 1959],
    [1982, 9999],
  ],
};

const ABOLITION = ["Abolition de l'esclavage", "Abolition of Slavery"] as const;
const SCHOELCHER = ["Fête Victor Schœlcher", "Victor Schœlcher Day"] as const;
const GOOD_FRIDAY = ["Vendredi saint", "Good Friday"] as const;

/** The eleven days of the whole country. */
export const NATIONAL_RULES: readonly HolidayRule[] = [...rules("official", COMMON), VICTORY];

const ALSACE_MOSELLE = rules("official", [
  ["fr-57.good-friday", -2, ...GOOD_FRIDAY],
  ["fr-57.st-stephen", "12-26", "Saint-Étienne", "St Stephen's Day"],
]);

/** Days of each zone beside the national ones. */
const LOCAL_RULES: Readonly<Record<string, readonly HolidayRule[]>> = {
  FR: [],
  "FR-57": ALSACE_MOSELLE,
  "FR-67": ALSACE_MOSELLE,
  "FR-68": ALSACE_MOSELLE,
  GP: rules("official", [["gp.abolition", "05-27", ...ABOLITION, 1984]]),
  MQ: rules("official", [["mq.abolition", "05-22", ...ABOLITION]]),
  GF: rules("official", [["gf.abolition", "06-10", ...ABOLITION]]),
  RE: rules("official", [["re.abolition", "12-20", ...ABOLITION, 1983]]),
  YT: rules("official", [["yt.abolition", "04-27", ...ABOLITION]]),
  BL: rules("official", [["bl.abolition", "10-09", ...ABOLITION]]),
  MF: rules("official", [
    ["mf.abolition-may-27", "05-27", ...ABOLITION, 1982, 2017],
    ["mf.abolition", "05-28", ...ABOLITION, 2018],
  ]),
  PM: [],
  NC: rules("local-law", [["nc.citizenship-day", "09-24", "Fête de la Citoyenneté", "Citizenship Day"]]),
  PF: rules("local-law", [
    ["pf.gospel-day", "03-05", "Arrivée de l'Évangile", "Arrival of the Gospel"],
    ["pf.good-friday", -2, ...GOOD_FRIDAY],
    ["pf.autonomy-day", "06-29", "Fête de l'Autonomie", "Autonomy Day", 1985, 2024],
    ["pf.matarii", "11-20", "Matari'i", "Matari'i", 2025],
  ]),
  WF: rules("local-law", [
    ["wf.st-peter-chanel", "04-28", "Saint Pierre Chanel", "St Peter Chanel"],
    ["wf.sts-peter-and-paul", "06-29", "Saints Pierre et Paul", "Sts Peter and Paul"],
    ["wf.territory-day", "07-29", "Fête du Territoire", "Territory Day"],
  ]),
};

/** Closed only where a definition names their id. Mi-Carême is the Thursday of the third week of Lent. */
const CUSTOM_RULES: readonly HolidayRule[] = rules("custom", [
  ["gp.good-friday", -2, ...GOOD_FRIDAY],
  ["gp.mi-careme", -24, "Mi-Carême", "Mid-Lent"],
  ["gp.schoelcher", "07-21", ...SCHOELCHER],
  ["mq.good-friday", -2, ...GOOD_FRIDAY],
  ["mq.schoelcher", "07-21", ...SCHOELCHER],
  ["mf.schoelcher", "07-21", ...SCHOELCHER],
]);

/** Names of the zones of holidays, the short form of the overseas ones first. */
export const FRENCH_ZONES: readonly string[] = Object.freeze(Object.keys(LOCAL_RULES));

/** All rules by id. */
export const RULES_BY_ID: ReadonlyMap<string, HolidayRule> = new Map(
  [...NATIONAL_RULES, ...Object.values(LOCAL_RULES).flat(), ...CUSTOM_RULES].map((rule) => [rule.id, rule]),
);

/**
 * The rules of a zone, or undefined if there is no such zone. `FR-GP` is `GP`.
 *
 * @example rulesOfZone("GP")?.length // 12
 */
export function rulesOfZone(zone: string): readonly HolidayRule[] | undefined {
  const short = /^FR-[A-Z]{2}$/.test(zone) ? zone.slice(3) : zone;
  if (!Object.hasOwn(LOCAL_RULES, short) || zone === "FR-FR") return undefined;
  return [...NATIONAL_RULES, ...LOCAL_RULES[short]!];
}

function rules(source: HolidaySource, rows: readonly Row[]): readonly HolidayRule[] {
  return rows.map(([id, on, fr, en, from, to]) => ({
    id,
    names: { fr, en },
    source,
    on,
    ...(from === undefined ? {} : { years: [[from, to ?? 9999] as const] }),
  }));
}
