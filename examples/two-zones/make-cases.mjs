/**
 * Writes `cases.json` beside itself: 35 cases of 2026 between two desks that do not exist, told in the words of
 * `policy.yaml`.
 *
 * Each case is told by hand for what it shows; its `subject` says what. The clocks go forward on 8 March in Montréal and
 * on 29 March in Paris, and back on 25 October in Paris and on 1 November in Montréal: between these dates the two desks
 * are five hours apart, else six. What must come out of the cases on 6 November at 18:00 in Paris was worked out by hand,
 * too: test/unit/examples/two-zones.test.ts has it.
 *
 * It reads no clock, no locale and no file, and shares no code with the library: the same bytes every time.
 *
 * Run: node examples/two-zones/make-cases.mjs
 */
import { writeFileSync } from "node:fs";

/** Dates and times of 2026 on the wall of each desk, between which its clock is an hour ahead. */
const SUMMERS = {
  P: { from: "2026-03-29T02:00", to: "2026-10-25T03:00", summer: "+02:00", winter: "+01:00" },
  M: { from: "2026-03-08T02:00", to: "2026-11-01T02:00", summer: "-04:00", winter: "-05:00" },
};

// `id zone customer`, what it shows, then each event: on whose wall, date and time of 2026, type. `to-montreal` is a hand-over.
// biome-ignore format: a case reads as a story
const TOLD = [
  // Weeks in which the clocks of the two desks change on different dates.
  ["Z01 paris studio", "five hours apart, all of it in Paris", "P 03-09 16:00 opened", "P 03-10 11:30 answered", "P 03-10 16:59 planned", "P 03-11 12:00 resolved"],
  ["Z02 paris studio", "five hours apart: handed over at noon of Montréal", "P 03-09 15:00 opened", "P 03-09 17:00 to-montreal", "M 03-09 13:45 answered", "M 03-10 09:00 planned", "M 03-10 15:00 resolved"],
  ["Z03 paris studio", "a week before, six hours apart: handed over at eleven", "P 03-02 15:00 opened", "P 03-02 17:00 to-montreal", "M 03-02 13:30 answered", "M 03-02 16:00 resolved", "P 03-03 10:00 planned"],
  ["Z04 paris studio", "in autumn five hours apart once more; a minute late", "P 10-28 16:00 opened", "P 10-28 17:00 to-montreal", "M 10-28 13:01 answered", "M 10-29 10:00 resolved", "P 10-30 10:00 summarised"],
  ["Z05 montreal quarry", "the weekend on which the clock of Montréal goes back", "M 10-30 17:00 opened", "M 11-02 09:00 answered", "M 11-03 10:00 resolved"],
  ["Z06 paris studio", "the weekend on which the clock of Paris goes back", "P 10-23 16:30 opened", "P 10-26 10:30 answered", "P 10-27 12:00 resolved", "P 10-29 23:00 summarised"],
  // Holidays that only one desk has.
  ["Z07 montreal quarry", "24 June, a holiday in Montréal", "M 06-23 15:30 opened", "M 06-25 11:00 answered", "M 06-25 16:00 planned", "M 06-26 12:00 resolved"],
  ["Z08 montreal quarry", "the same evening handed to Paris, which works on 24 June", "M 06-23 15:30 opened", "M 06-23 16:30 to-paris", "P 06-24 11:00 answered", "P 06-25 10:00 planned", "P 06-25 11:00 resolved"],
  ["Z09 paris studio", "14 July, a holiday in Paris", "P 07-13 16:30 opened", "P 07-15 11:00 answered", "P 07-16 10:00 resolved", "P 07-20 12:00 summarised"],
  ["Z10 paris studio", "the same evening handed to Montréal, which works on 14 July", "P 07-13 16:30 opened", "P 07-13 17:00 to-montreal", "M 07-13 12:00 answered", "M 07-14 15:00 resolved", "M 07-16 09:00 summarised"],
  ["Z11 montreal quarry", "Monday 18 May, a holiday in Montréal", "M 05-15 16:00 opened", "M 05-19 12:00 answered", "M 05-19 16:30 planned", "M 05-21 09:30 resolved"],
  ["Z12 paris studio", "Whit Monday, a holiday in Paris", "P 05-22 16:00 opened", "P 05-26 14:00 answered", "P 05-26 16:00 planned", "P 05-27 12:00 resolved"],
  ["Z13 paris studio", "over Whit Monday in Montréal", "P 05-22 16:00 opened", "P 05-22 17:00 to-montreal", "M 05-22 13:00 answered", "M 05-25 10:00 planned", "M 05-25 15:00 resolved"],
  ["Z14 montreal quarry", "Good Friday, the holiday of Montréal at Easter", "M 04-02 16:00 opened", "M 04-06 10:00 planned", "M 04-06 12:00 answered", "M 04-07 16:00 resolved"],
  ["Z15 paris studio", "Easter Monday, the holiday of Paris at Easter", "P 04-02 16:00 opened", "P 04-03 12:00 answered", "P 04-03 16:00 planned", "P 04-07 16:01 resolved"],
  ["Z16 paris studio", "handed over into Good Friday", "P 04-03 16:00 opened", "P 04-03 17:00 to-montreal", "M 04-06 11:00 answered", "P 04-07 10:00 planned", "M 04-06 16:30 resolved"],
  // Customers with hours of their own.
  ["Z17 paris hospital", "around the clock, while the clock goes forward", "P 03-28 23:00 opened", "P 03-29 04:00 answered", "P 03-29 12:00 planned", "P 03-29 16:00 resolved"],
  ["Z18 paris hospital", "around the clock, whoever has it", "P 06-10 20:00 opened", "P 06-10 20:30 to-montreal", "P 06-10 23:59 answered", "P 06-11 08:00 planned", "P 06-11 11:00 resolved"],
  ["Z19 montreal harbour", "the long evening of Montréal", "M 05-05 16:00 opened", "M 05-05 19:00 answered", "M 05-06 16:00 resolved", "M 05-06 20:29 planned"],
  ["Z20 paris harbour", "no long evening in Paris, but in Montréal", "P 05-05 16:00 opened", "P 05-05 17:00 to-montreal", "M 05-05 14:00 answered", "M 05-05 20:00 resolved", "P 05-06 12:00 planned"],
  // The version of 1 July.
  ["Z21 paris studio", "opened an hour of work before the new promises", "P 06-30 16:00 opened", "P 07-01 11:30 answered", "P 07-01 12:00 planned", "P 07-02 12:00 resolved"],
  ["Z22 montreal quarry", "opened at 18:30 of Montréal: the new promises hold", "M 06-30 18:30 opened", "M 07-02 10:00 answered", "M 07-03 18:00 resolved", "M 07-08 09:00 summarised"],
  ["Z23 montreal quarry", "opened at 17:30 of Montréal: the old ones hold", "M 06-30 17:30 opened", "M 07-02 12:00 answered", "M 07-02 17:00 planned", "M 07-03 17:00 resolved"],
  ["Z24 montreal quarry", "missed before the new promises: four hours more do not save it", "M 06-26 08:30 opened", "M 06-26 12:30 answered", "M 06-29 10:00 planned", "M 07-02 09:30 resolved"],
  ["Z25 paris studio", "from desk to desk, around the world and back", "P 09-14 15:00 opened", "P 09-14 16:00 answered", "P 09-14 17:00 to-montreal", "M 09-14 18:00 to-paris", "P 09-15 17:00 to-montreal", "M 09-15 14:00 resolved", "P 09-16 10:00 summarised"],
  ["Z26 montreal quarry", "the first Monday of September", "M 09-04 17:00 opened", "M 09-08 09:30 answered", "M 09-10 09:00 resolved", "M 09-11 12:00 summarised"],
  // What else happens to a clock.
  ["Z27 montreal quarry", "waits over a long weekend", "M 10-09 17:30 opened", "M 10-09 17:45 waiting", "M 10-13 09:00 resumed", "M 10-13 10:00 answered", "M 10-14 12:00 resolved", "M 10-16 17:00 summarised"],
  ["Z28 paris studio", "reopened after a week, resolved with nothing left", "P 05-11 09:00 opened", "P 05-11 10:00 answered", "P 05-11 11:00 planned", "P 05-12 13:00 resolved", "P 05-18 13:00 reopened", "P 05-18 17:00 resolved"],
  ["Z29 paris studio", "withdrawn", "P 02-10 09:00 opened", "P 02-10 12:00 withdrawn"],
  ["Z35 montreal quarry", "given to Paris and back within the day", "M 04-14 09:00 opened", "M 04-14 10:00 to-paris", "P 04-14 17:00 to-montreal", "M 04-14 12:00 answered", "M 04-14 13:00 resolved", "M 04-14 15:00 planned"],
  // On 6 November at 18:00 in Paris, noon in Montréal.
  ["Z30 montreal quarry", "runs, and Montréal is open", "M 11-06 11:30 opened"],
  ["Z31 paris studio", "runs, and Paris is closed", "P 11-06 16:30 opened"],
  ["Z32 montreal quarry", "waits", "M 11-05 16:00 opened", "M 11-05 16:30 answered", "M 11-05 17:00 waiting"],
  // Slips.
  ["Z33 - studio", "nobody said whose it is", "P 10-05 16:00 opened", "P 10-06 10:00 answered", "P 10-06 12:00 resolved", "P 10-08 10:00 summarised"],
  ["Z34 paris studio", "handed to a desk that does not exist", "P 10-05 09:00 opened", "P 10-05 10:00 to-tokyo", "P 10-05 10:30 answered", "P 10-05 17:00 resolved", "P 10-07 10:00 summarised"],
];

/** `P 03-09 16:00` of 2026 as ISO 8601 with its offset. */
function iso(desk, date, time) {
  const { from, to, summer, winter } = SUMMERS[desk];
  const local = `2026-${date}T${time}`;
  return `${local}:00${local >= from && local < to ? summer : winter}`;
}

const cases = TOLD.map(([head, subject, ...told]) => {
  const [id, zone, customer] = head.split(" ");
  const events = told.map((line) => {
    const [desk, date, time, word] = line.split(" ");
    const at = iso(desk, date, time);
    return word.startsWith("to-") ? { type: "handed-over", at, zone: word.slice("to-".length) } : { type: word, at };
  });
  return { id, kind: "incident", customer, ...(zone !== "-" && { zone }), subject, events };
});

// An event stands on a line.
const json = JSON.stringify(cases, null, 2).replace(/\{\n[^{}[\]]*\}/g, (event) => event.replace(/\s*\n\s*/g, " "));
writeFileSync(new URL("./cases.json", import.meta.url), `${json}\n`);
