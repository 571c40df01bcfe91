/**
 * Zones worth asking about, each with the civil years in which its clock did something.
 */

import fc from "fast-check";

export type ZoneKind = "hour" | "half-hour" | "midnight" | "skipped-date" | "odd-offset" | "link" | "fixed";

export interface ZoneCase {
  readonly zone: string;
  readonly kind: ZoneKind;
  readonly years: readonly number[];
}

export const ZONE_CASES: readonly ZoneCase[] = [
  { zone: "Europe/Paris", kind: "hour", years: [2024, 2026, 1976, 1940] },
  { zone: "America/New_York", kind: "hour", years: [2026, 2007, 1974] },
  { zone: "America/Los_Angeles", kind: "hour", years: [2025] },
  { zone: "Europe/London", kind: "hour", years: [2026, 1968, 1971] },
  { zone: "Atlantic/Azores", kind: "hour", years: [2027, 1992] },
  { zone: "Antarctica/Troll", kind: "hour", years: [2026] }, // two hours
  { zone: "Africa/Casablanca", kind: "hour", years: [2026, 2018] }, // four changes a year
  { zone: "Europe/Istanbul", kind: "hour", years: [2016, 2011] },
  { zone: "Europe/Moscow", kind: "hour", years: [2011, 2014] }, // changes for good
  { zone: "Australia/Lord_Howe", kind: "half-hour", years: [2026, 1985] },
  { zone: "America/Caracas", kind: "half-hour", years: [2007, 2016] },
  { zone: "Asia/Pyongyang", kind: "half-hour", years: [2015, 2018] },
  { zone: "America/Sao_Paulo", kind: "midnight", years: [2017, 2018] },
  { zone: "Asia/Tehran", kind: "midnight", years: [2021] },
  { zone: "Asia/Beirut", kind: "midnight", years: [2026, 2023] },
  { zone: "Africa/Cairo", kind: "midnight", years: [2014, 2026] },
  { zone: "America/Asuncion", kind: "midnight", years: [2023] },
  { zone: "America/Havana", kind: "midnight", years: [2026] },
  { zone: "Pacific/Apia", kind: "skipped-date", years: [2011] },
  { zone: "Pacific/Fakaofo", kind: "skipped-date", years: [2011] },
  { zone: "Pacific/Kiritimati", kind: "skipped-date", years: [1994, 1995] },
  { zone: "Pacific/Kwajalein", kind: "skipped-date", years: [1993] },
  { zone: "America/St_Johns", kind: "odd-offset", years: [2010, 2026, 1988] },
  { zone: "Asia/Kathmandu", kind: "odd-offset", years: [1986, 2026] },
  { zone: "Pacific/Chatham", kind: "odd-offset", years: [2026] },
  { zone: "Australia/Eucla", kind: "odd-offset", years: [2008] },
  { zone: "Asia/Calcutta", kind: "link", years: [2026] },
  { zone: "US/Eastern", kind: "link", years: [2026] },
  { zone: "GB", kind: "link", years: [2026] },
  { zone: "Australia/LHI", kind: "link", years: [2026] },
  { zone: "UTC", kind: "fixed", years: [2026, 1970] },
  { zone: "Asia/Tokyo", kind: "fixed", years: [2026] },
  { zone: "Pacific/Honolulu", kind: "fixed", years: [2026] },
];

/** A link and the zone that it stands for. */
export const LINKS: readonly (readonly [link: string, zone: string])[] = [
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["US/Eastern", "America/New_York"],
  ["GB", "Europe/London"],
  ["Australia/LHI", "Australia/Lord_Howe"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["America/Godthab", "America/Nuuk"],
  ["Canada/Newfoundland", "America/St_Johns"],
];

/** Zones whose offset has not changed since 1970. */
export const FIXED_ZONES: readonly string[] = [
  "UTC",
  "Asia/Tokyo",
  "Africa/Lagos",
  "Asia/Kolkata",
  "America/Panama",
  "Asia/Dubai",
];

/** Any zone may be asked about these: offsets of odd seconds, the epoch, the far ends of the supported years. */
const COMMON_YEARS: readonly number[] = [1900, 1911, 1950, 1969, 1970, 2000, 2037, 2038, 2100, 2199];

export interface ZoneYear extends ZoneCase {
  readonly year: number;
}

export function zoneYears(): fc.Arbitrary<ZoneYear> {
  return fc.tuple(fc.constantFrom(...ZONE_CASES), fc.nat(99), fc.nat(99)).map(([zoneCase, chance, pick]) => {
    const years = chance < 85 ? zoneCase.years : COMMON_YEARS;
    return { ...zoneCase, year: years[pick % years.length] ?? 2026 };
  });
}
