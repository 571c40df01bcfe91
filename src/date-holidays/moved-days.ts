/**
 * Countries that move working days by decree: a Saturday is worked so that a bridge day is off, year by year.
 *
 * date-holidays has rules, and a decree is none: in these countries its answer closes worked Saturdays' weeks and opens days off, for
 * every year up to the end of its reach. So they are refused unless the caller says that moved days may be ignored.
 * Source: for each country the acts that vacanza/holidays (Python) cites beside its lists of substituted days, and the act named here.
 * The table is not a claim that no other country does so: docs/holidays.md says which were looked at, and when.
 */

/** By country, who decrees it. */
export const MOVED_DAYS: Readonly<Record<string, string>> = Object.freeze({
  AZ: "decisions of the Cabinet of Ministers",
  BG: "decisions of the Council of Ministers (Labour Code, article 154)",
  BY: "decisions of the Council of Ministers",
  CN: "notices of the General Office of the State Council",
  HU: "decrees on the order of work around holidays (Labour Code, section 102)",
  KZ: "decisions of the Government (Labour Code, article 85)",
  LV: "orders of the Cabinet of Ministers (Labour Law, section 133)",
  RU: "decisions of the Government (Labour Code, article 112)",
  TW: "the calendar of the Directorate-General of Personnel Administration",
  UA: "orders of the Cabinet of Ministers (Labour Code, article 67)",
  UZ: "decrees of the President",
  VN: "notices of the Ministry of Labour (Labour Code, article 112)",
});
