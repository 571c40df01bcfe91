/**
 * Writes `cases.json` beside itself: 36 cases of a desk that does not exist, 16 March to 9 April 2026, told in the words
 * of `policy.yaml`.
 *
 * Each case is told by hand for what it shows; its `subject` says what. In this time the clock goes forward (Sunday
 * 29 March), and Easter Monday (6 April) is a holiday. What must come out of them on 9 April at 12:00 was worked out by
 * hand, too: test/unit/examples/always-on.test.ts has it.
 *
 * It reads no clock, no locale and no file, and shares no code with the library: the same bytes every time.
 *
 * Run: node examples/always-on/make-cases.mjs
 */
import { writeFileSync } from "node:fs";

/** What stands for an event: its type, and what is known beside it. `to P1` is a `prioritised`. */
const WORDS = {
  desk: { type: "message", side: "desk", visibility: "public" },
  note: { type: "message", side: "desk", visibility: "internal" },
  bot: { type: "message", side: "desk", visibility: "public", channel: "bot" },
  customer: { type: "message", side: "customer", visibility: "public" },
};

// `id kind priority`, what it shows, then each event with its date and time of 2026 in Paris.
// biome-ignore format: a case reads as a story
const TOLD = [
  // What is promised around the clock.
  ["A01 incident P1", "at night, all in time", "03-16 23:50 opened", "03-17 00:04 desk", "03-17 00:10 assigned", "03-17 00:55 desk", "03-17 01:50 desk", "03-17 02:40 resolved"],
  ["A02 incident P1", "answered after exactly fifteen minutes", "03-18 14:00 opened", "03-18 14:15 desk", "03-18 14:15 assigned", "03-18 15:00 resolved"],
  ["A03 incident P1", "a second late, and more than an hour without news", "03-19 08:00 opened", "03-19 08:15:01 desk", "03-19 08:30 assigned", "03-19 09:20 desk", "03-19 10:00 resolved"],
  ["A04 incident P1", "the clock goes forward: five hours on the wall are four", "03-29 01:50 opened", "03-29 03:04 desk", "03-29 03:10 assigned", "03-29 04:04 desk", "03-29 05:00 desk", "03-29 06:00 desk", "03-29 06:50 resolved"],
  ["A05 incident P2", "waits for the customer overnight", "03-16 10:00 opened", "03-16 10:40 desk", "03-16 11:30 assigned", "03-16 12:00 waiting", "03-17 09:00 resumed", "03-17 11:30 desk", "03-17 14:00 resolved"],
  ["A06 incident P2", "no news between 20:30 and 01:00", "03-17 20:00 opened", "03-17 20:30 desk", "03-17 21:00 assigned", "03-18 01:00 desk", "03-18 03:30 resolved"],
  // What is promised in office hours.
  ["A07 incident P3", "over the weekend, answered after exactly four hours", "03-20 16:30 opened", "03-23 11:30 desk", "03-25 17:59 resolved"],
  ["A08 incident P3", "resolved at the very closing of the third day: at 18:00 the desk is closed", "03-20 17:00 opened", "03-23 09:30 desk", "03-25 18:00 resolved"],
  ["A09 question P4", "still open on its fifth day", "04-01 15:00 opened", "04-03 17:00 desk"],
  ["A10 question P4", "two working days over Easter", "04-02 17:30 opened", "04-07 17:59 desk", "04-08 09:00 resolved"],
  ["A11 question P4", "answered a day late", "04-02 09:10 opened", "04-08 09:00 desk"],
  // The next reply.
  ["A12 incident P3", "three messages are one question; a thank-you needs no reply", "03-23 09:00 opened", "03-23 09:20 customer", "03-23 10:00 desk", "03-23 10:30 customer", "03-23 11:15 customer", "03-23 12:45 customer", "03-23 14:00 desk", "03-23 15:00 resolved", "03-23 15:10 customer", "03-23 15:30 no-reply-needed"],
  ["A13 incident P3", "a note among colleagues is no reply", "03-24 09:00 opened", "03-24 09:30 desk", "03-24 16:00 customer", "03-24 16:30 note", "03-25 12:00 desk", "03-25 12:30 resolved"],
  ["A14 incident P1", "two questions, the second one answered by the solution", "03-25 03:00 opened", "03-25 03:10 desk", "03-25 03:12 assigned", "03-25 03:20 customer", "03-25 03:25 customer", "03-25 03:45 desk", "03-25 03:50 customer", "03-25 04:05 resolved"],
  ["A15 incident P2", "the answer of a machine is no response", "03-25 11:00 opened", "03-25 11:01 bot", "03-25 12:05 desk", "03-25 12:10 assigned", "03-25 16:00 resolved"],
  // The priority changes.
  ["A16 incident P3", "raised to P1 after an hour of work", "03-30 09:00 opened", "03-30 09:30 desk", "03-30 10:00 to P1", "03-30 10:20 assigned", "03-30 10:45 desk", "03-30 11:40 desk", "03-30 12:35 desk", "03-30 13:30 resolved"],
  ["A17 incident P1", "lowered to P3 before anything was missed", "03-31 08:00 opened", "03-31 08:10 desk", "03-31 08:20 to P3", "04-02 16:00 resolved"],
  ["A18 incident P1", "lowered to P3 when the response was missed already", "04-01 22:00 opened", "04-01 22:30 to P3", "04-01 22:40 desk", "04-07 10:00 resolved"],
  ["A19 incident P4", "raised to P2 on the evening of the next day", "04-02 10:00 opened", "04-03 19:00 to P2", "04-03 19:50 desk", "04-03 19:55 assigned", "04-03 23:00 resolved"],
  ["A20 incident P2", "raised to P1 after two hours", "04-07 12:00 opened", "04-07 12:20 desk", "04-07 12:30 assigned", "04-07 14:00 to P1", "04-07 14:30 desk", "04-07 15:20 desk", "04-07 16:15 resolved"],
  ["A21 incident P1", "lowered to P2 at the very end of an hour without news", "04-08 00:00 opened", "04-08 00:10 desk", "04-08 00:15 assigned", "04-08 01:00 desk", "04-08 02:00 desk", "04-08 03:00 to P2", "04-08 06:30 resolved"],
  ["A22 incident P3", "raised to P1 while the customer waits for a reply", "04-07 09:00 opened", "04-07 09:10 desk", "04-07 16:30 customer", "04-07 17:00 to P1", "04-07 17:10 assigned", "04-07 17:20 desk", "04-07 17:30 customer", "04-07 17:55 desk", "04-07 18:40 resolved"],
  // It comes back.
  ["A23 incident P2", "reopened, and in time all the same", "03-23 08:00 opened", "03-23 08:20 desk", "03-23 09:00 assigned", "03-23 12:00 resolved", "03-24 08:00 reopened", "03-24 11:00 resolved"],
  ["A24 incident P1", "met, then reopened and missed", "03-26 20:00 opened", "03-26 20:05 desk", "03-26 20:06 assigned", "03-26 21:00 desk", "03-26 22:00 desk", "03-26 23:00 desk", "03-26 23:30 resolved", "03-27 07:00 reopened", "03-27 07:10 desk", "03-27 07:45 resolved"],
  ["A25 incident P3", "back after two weeks: not solved for good", "03-16 09:00 opened", "03-16 09:30 desk", "03-17 10:00 resolved", "04-01 10:00 reopened", "04-08 11:00 resolved"],
  // The customer takes it back.
  ["A26 incident P3", "withdrawn in time", "03-27 10:00 opened", "03-27 10:45 withdrawn"],
  ["A27 incident P1", "withdrawn when nobody had answered for an hour and a half", "03-28 06:00 opened", "03-28 07:30 withdrawn"],
  // On 9 April at 12:00.
  ["A28 incident P1", "opened ten minutes ago", "04-09 11:50 opened"],
  ["A29 incident P2", "waits for the customer", "04-08 22:00 opened", "04-08 22:30 desk", "04-08 22:45 assigned", "04-09 00:00 waiting"],
  ["A30 incident P3", "its four hours are used up just now", "04-08 17:00 opened"],
  ["A31 question P4", "waits for the customer; days go on", "04-03 09:00 opened", "04-03 11:00 desk", "04-03 12:00 waiting"],
  ["A32 incident P3", "the customer waits for a reply", "04-09 09:00 opened", "04-09 09:30 desk", "04-09 10:00 customer", "04-09 11:00 customer"],
  ["A33 incident P3", "comes a second later", "04-09 12:00:01 opened"],
  // Slips.
  ["A34 incident", "its priority was set twenty minutes late", "03-30 02:00 opened", "03-30 02:20 to P1", "03-30 02:30 desk", "03-30 02:35 assigned", "03-30 03:20 resolved"],
  ["A35 incident P2", "a priority that does not exist", "03-31 10:00 opened", "03-31 10:10 to P0", "03-31 10:30 desk", "03-31 10:40 assigned", "03-31 12:00 resolved"],
  ["A36 incident P2", "said to need no reply when the reply was late already", "04-02 14:00 opened", "04-02 14:10 desk", "04-02 14:20 assigned", "04-02 15:00 customer", "04-02 17:30 no-reply-needed", "04-02 18:00 resolved"],
];

/** `"03-16 23:50"` of 2026 in Paris as ISO 8601: +02:00 from 29 March at 02:00 on. */
function iso(date, time) {
  const local = `2026-${date}T${time.length === 5 ? `${time}:00` : time}`;
  return `${local}${local < "2026-03-29T02:00" ? "+01:00" : "+02:00"}`;
}

const cases = TOLD.map(([head, subject, ...told]) => {
  const [id, kind, priority] = head.split(" ");
  const events = told.map((line) => {
    const [date, time, word, value] = line.split(" ");
    const { type, ...facts } =
      word === "to" ? { type: "prioritised", priority: value } : (WORDS[word] ?? { type: word });
    return { type, at: iso(date, time), ...facts };
  });
  return { id, kind, ...(priority && { priority }), subject, events };
});

// An event stands on a line.
const json = JSON.stringify(cases, null, 2).replace(/\{\n[^{}[\]]*\}/g, (event) => event.replace(/\s*\n\s*/g, " "));
writeFileSync(new URL("./cases.json", import.meta.url), `${json}\n`);
