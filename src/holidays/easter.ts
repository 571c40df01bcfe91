/**
 * Easter Sunday of the Gregorian calendar.
 *
 * Source: the ecclesiastical rule (first Sunday after the paschal full moon on or after 21 March), in the form given by
 * J. Meeus, "Astronomical Algorithms", ch. 8 (after Butcher, 1876); valid for every Gregorian year.
 */
import { epochDayOf } from "../time/civil-date.ts";

/** Epoch day of Easter Sunday. */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - ((year % 100) % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDays = epact + toSunday - 7 * correction + 114;
  return epochDayOf(year, Math.floor(marchDays / 31), (marchDays % 31) + 1);
}
