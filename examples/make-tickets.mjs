/**
 * Writes `tickets.csv` and `register.json` beside itself: a year of support requests, 2025-11-01 to 2026-10-31, of a
 * vendor that does not exist, told in the vocabulary of the `clip-industrie` preset.
 *
 * Nothing here is measured: the script draws a plausible year from a fixed seed, adds cases told by hand, and stops
 * at `END`, what the desk knew at that moment. It reads no clock, no locale and no file, uses only integer and basic
 * floating arithmetic, and shares no code with the library: the same bytes every time, everywhere.
 *
 * Run: node examples/make-tickets.mjs
 */
import { writeFileSync } from "node:fs";

const SEED = 20251105;

// ── Chance ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** mulberry32: a small generator with a period of 2^32, in [0, 1). */
function mulberry32(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = mulberry32(SEED);
const chance = (share) => random() < share;
/** A whole number from `low` to `high`, both included. */
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
/** A whole number from `low` to `high`, more often small: half of them lie in the first quarter. */
const skewed = (low, high) => {
  const share = random();
  return low + Math.floor((high - low + 1) * share * share);
};
const pick = (list) => list[Math.floor(random() * list.length)];
/** One of `[value, weight]` pairs. */
function weighted(pairs) {
  let left = random() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of pairs) {
    left -= weight;
    if (left < 0) return value;
  }
  return pairs[pairs.length - 1][0];
}

// ── Civil time: whole minutes since 1970-01-01 00:00 on the wall clock of Paris ─────────────────────────────────────

const DAY = 1440;
const HOUR = 60;

/** "2026-03-27 16:55" or "2026-03-27" → civil minutes. */
const civil = (text) => Date.parse(`${text.slice(0, 10)}T${text.slice(11) || "00:00"}Z`) / 60000;
const startOfDay = (t) => t - (t % DAY);
/** 0 is Sunday; 1970-01-01 was a Thursday. */
const weekday = (t) => (Math.floor(t / DAY) + 4) % 7;
const dateOf = (t) => new Date(t * 60000).toISOString().slice(0, 10);

/** 01:00 UTC of the last Sunday of a month, in UTC minutes: the changes of the clock in the European Union. */
function lastSunday(year, month) {
  const lastDate = Date.UTC(year, month, 0) / 60000;
  return lastDate - weekday(lastDate) * DAY + HOUR;
}

/** +02:00 from the last Sunday of March to that of October, else +01:00. */
function offsetOf(t) {
  const year = Number(dateOf(t).slice(0, 4));
  const utc = t - 2 * HOUR;
  return utc >= lastSunday(year, 3) && utc < lastSunday(year, 10) ? "+02:00" : "+01:00";
}

const iso = (t) => `${new Date(t * 60000).toISOString().slice(0, 19)}${offsetOf(t)}`;

// ── The desk: Monday to Friday, 09:00–12:00 and 14:00–17:00, closed on public holidays ──────────────────────────────

// biome-ignore format: a year's dates in two lines
const HOLIDAYS = new Set([
  "2025-11-01", "2025-11-11", "2025-12-25", "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14",
  "2026-05-25", "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11",
]);
const WINDOWS = [
  [9 * HOUR, 12 * HOUR],
  [14 * HOUR, 17 * HOUR],
];
const CLOSING = 17 * HOUR;

const isWorkingDay = (t) => weekday(t) % 6 !== 0 && !HOLIDAYS.has(dateOf(t));

const isOpen = (t) => isWorkingDay(t) && WINDOWS.some(([open, close]) => t % DAY >= open && t % DAY < close);

/** Midnight of the first working day after the date of `t`. */
function nextWorkingDay(t) {
  let day = startOfDay(t) + DAY;
  while (!isWorkingDay(day)) day += DAY;
  return day;
}

/** The minute at which `minutes` > 0 of open time have passed since `t`; at closing, that closing. */
function afterOpen(t, minutes) {
  let left = minutes;
  for (let day = startOfDay(t); ; day += DAY) {
    if (!isWorkingDay(day)) continue;
    for (const [open, close] of WINDOWS) {
      const from = Math.max(t, day + open);
      const available = Math.max(0, day + close - from);
      if (left <= available) return from + left;
      left -= available;
    }
  }
}

// ── The register ────────────────────────────────────────────────────────────────────────────────────────────────────

const START = civil("2025-11-01");
const END = civil("2026-10-31 18:00");
const MODULES = ["gpao", "devis", "stock", "compta", "achats", "planning", "qualite"];
const TECHNICIANS = ["nora", "luc", "samir", "elise", "tom"];
const DEPARTMENTS = ["sales", "training", "consulting", "development"];

/** The civil date `months` after `date`; days after the 28th are drawn back so that every month has them. */
function plusMonths(date, months) {
  const [year, month, day] = date.split("-").map(Number);
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, 28)) / 60000);
}

/** Some day of the two weeks and a half after `date`, no Saturday or Sunday. */
function soonAfter(date) {
  const day = civil(date) + whole(0, 17) * DAY;
  return dateOf(weekday(day) % 6 === 0 ? day + 2 * DAY : day);
}

/** A questionnaire every year and a half or so since the contract began: never two years apart. */
function surveysSince(from) {
  const surveys = [];
  let date = soonAfter(plusMonths(from, whole(10, 20)));
  while (date <= dateOf(END)) {
    surveys.push({ date, channel: chance(0.03) ? "paper" : "email" });
    date = soonAfter(plusMonths(date, whole(17, 22)));
  }
  return surveys;
}

/** What is particular to some customers; the others are drawn. */
const PARTICULAR = {
  C008: { from: "2024-02-29", to: "2028-02-28" },
  C012: { never: ["qualite"] },
  C018: { never: ["achats"] },
  C020: { from: "2021-04-01", to: "2027-03-31" },
  C026: { never: ["compta"] },
  C027: { never: ["qualite"] },
  C029: { never: ["planning"] },
  C032: { never: ["planning"] },
  C034: { always: ["gpao"], never: ["stock"] },
  C035: { always: ["devis"] },
  C036: { from: "2026-03-02", to: "2028-03-01" },
  C037: {
    from: "2021-01-01",
    to: "2026-12-31",
    paid: [
      { from: "2021-01-01", to: "2026-01-31" },
      { from: "2026-03-16", to: "2026-12-31" },
    ],
  },
  C038: { from: "2020-07-01", to: "2026-06-30" },
  C039: { from: "2022-05-01", to: "2027-04-30", paid: false },
  C040: { noReferent: true },
};

function makeCustomer(number) {
  const id = `C${String(number).padStart(3, "0")}`;
  const own = PARTICULAR[id] ?? {};
  const from = own.from ?? `${whole(2018, 2024)}-${String(whole(1, 12)).padStart(2, "0")}-01`;
  const to = own.to ?? dateOf(civil(plusMonths(from, 12 * (2027 + whole(0, 1) - Number(from.slice(0, 4))))) - DAY);
  const modules = MODULES.filter((module) => (own.always ?? []).includes(module) || chance(0.55)).filter(
    (module) => !(own.never ?? []).includes(module),
  );
  const trained = modules
    .map((module) => ({ module, date: plusMonths(from, whole(0, 8)).slice(0, 8) + pick(["04", "11", "18", "25"]) }))
    .filter(({ date }) => date < dateOf(END));
  const contacts = ["a", "b", "c"].slice(0, whole(1, 3)).map((letter) => `${id}-${letter}`);
  return {
    id,
    contract: { from, to, paid: own.paid ?? true },
    trained,
    ...(own.noReferent ? {} : { referent: `${id}-a` }),
    contacts,
    surveys: surveysSince(from),
  };
}

const customers = Array.from({ length: 40 }, (_, index) => makeCustomer(index + 1));
const customerOf = Object.fromEntries(customers.map((customer) => [customer.id, customer]));
// One customer was forgotten for too long: a survey is missing in the middle. Of another survey nobody noted how it was sent.
customerOf.C020.surveys = [
  { date: plusMonths(customerOf.C020.contract.from, 14), channel: "email" },
  { date: "2026-09-15", channel: "email" },
];
delete customerOf.C014.surveys.at(-1).channel;

/** Dates every few months over two years, for one technician. */
function datesEvery(low, high) {
  const dates = [];
  let date = soonAfter(plusMonths("2024-09-01", whole(0, 3)));
  while (date <= dateOf(END)) {
    dates.push({ date });
    date = soonAfter(plusMonths(date, whole(low, high)));
  }
  return dates;
}

const staff = TECHNICIANS.map((id) => ({ id, trainings: datesEvery(5, 9), assessments: datesEvery(5, 7) }));
const staffOf = Object.fromEntries(staff.map((one) => [one.id, one]));
const dated = (...dates) => dates.map((date) => ({ date }));
// More than a year without a training, and without an assessment; and somebody who is new and has had neither.
staffOf.samir.trainings = dated("2024-10-14", "2025-06-17", "2026-07-09");
staffOf.luc.assessments = dated("2024-10-10", "2025-03-27", "2026-05-04");
staff.push({ id: "ines", from: "2026-09-14", trainings: [], assessments: [] });

/** Calls that nobody took: mostly in the busy hours, some when the desk is closed. */
const lostCalls = Array.from({ length: 30 }, () => {
  const day = START + whole(0, 363) * DAY;
  return (
    (chance(0.85) ? nextWorkingDay(day) : day) +
    (chance(0.8) ? whole(9 * HOUR, 11 * HOUR) : whole(12 * HOUR, 18 * HOUR))
  );
}).sort((a, b) => a - b);

const register = {
  customers,
  staff,
  outages: [
    ["2025-12-02 10:20", "2025-12-02 10:55"],
    ["2026-02-10 14:00", "2026-02-10 15:25"],
    ["2026-06-18 16:40", "2026-06-19 09:30"],
    ["2026-09-29 11:15", "2026-09-29 11:40"],
  ].map(([from, to]) => ({ from: iso(civil(from)), to: iso(civil(to)) })),
  lostCalls: lostCalls.map((at) => ({ at: iso(at) })),
  // The new web site came without the form; it was missed after three weeks.
  evidence: [
    { promise: "opinion-form", from: "2025-01-01", to: "2026-01-18", source: "https://vendor.example/avis" },
    { promise: "opinion-form", from: "2026-02-09", to: "2026-12-31", source: "https://vendor.example/votre-avis" },
  ],
  // In 2025 the results came three months late.
  publications: dated("2024-06-20", "2025-09-18", "2026-06-25"),
};

// ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const cases = [];
/** Stretches in which a technician is on a call. */
const busy = new Map(TECHNICIANS.map((id) => [id, []]));

/** A technician who is free from `at` for `minutes`, or anyone. */
function technician(at, minutes) {
  const turn = whole(0, TECHNICIANS.length - 1);
  const order = [...TECHNICIANS.slice(turn), ...TECHNICIANS.slice(0, turn)];
  const free = order.find((id) => busy.get(id).every(([from, to]) => at + minutes <= from || at >= to)) ?? order[0];
  busy.get(free).push([at, at + minutes]);
  return free;
}

const channelOf = (kind) =>
  weighted(
    kind === "installation"
      ? [
          ["remote", 55],
          ["phone", 34],
          ["on-site", 11],
        ]
      : [
          ["phone", 54],
          ["remote", 42],
          ["on-site", 4],
        ],
  );

/** One act of help; `facts` wins over what is drawn. */
function assisted(kind, at, facts = {}) {
  const minutes =
    facts.minutes ?? (kind === "installation" ? whole(20, 90) : kind === "anomaly" ? whole(5, 50) : whole(6, 32));
  return {
    type: "assisted",
    at,
    by: technician(at, Number(minutes) || 15),
    channel: channelOf(kind),
    ...facts,
    minutes,
  };
}

/** Who calls or writes: mostly the referent, rarely somebody who is no contact. */
function caller({ id, contacts }) {
  if (chance(0.03)) return `${id}-x`;
  return chance(0.6) ? contacts[0] : pick(contacts);
}

/** Is the customer trained on the module at `at`? A training counts from the day after its date. */
const isTrained = (customer, module, at) =>
  customer.trained.some((training) => training.module === module && training.date < dateOf(at));

// Cases told by hand: what a reader of the charter looks for (the eve of a holiday, the call at lunch, the clock change),
// every failure, and what is still open at the end. Times are those of Paris.

// biome-ignore format: one case a line
const TOLD = [
  // Eves of holidays and week-ends.
  ["anomaly", "C002", "gpao", "called 2025-11-10 16:20", "assisted 2025-11-12 09:05", "closed 2025-11-12 09:40"],
  ["usage", "C035", "devis", "called 2025-12-24 16:40", "assisted 2025-12-26 09:15 minutes=18", "closed 2025-12-26 09:50"],
  ["anomaly", "C001", "compta", "called 2025-12-31 16:20", "assisted 2026-01-02 09:10", "closed 2026-01-02 10:00"],
  ["anomaly", "C003", "gpao", "called 2026-03-27 16:55", "assisted 2026-03-30 09:20", "closed 2026-03-31 11:00"],
  ["anomaly", "C009", "stock", "called 2026-04-03 15:58", "assisted 2026-04-07 09:25", "closed 2026-04-07 10:30"],
  ["anomaly", "C010", "achats", "called 2026-04-30 16:35", "assisted 2026-05-04 09:08", "closed 2026-05-04 09:30"],
  ["installation", "C008", "", "called 2026-05-07 16:30", "assisted 2026-05-11 09:30", "user-connected 2026-05-11 11:10", "closed 2026-05-11 11:20"],
  ["anomaly", "C011", "devis", "called 2026-05-13 16:45", "assisted 2026-05-15 09:10", "closed 2026-05-18 14:30"],
  ["anomaly", "C004", "gpao", "called 2026-05-22 16:50", "assisted 2026-05-26 09:12", "closed 2026-05-26 10:05"],
  ["anomaly", "C007", "planning", "called 2026-07-13 17:10", "assisted 2026-07-15 09:05"],
  ["anomaly", "C013", "gpao", "called 2026-06-13 10:30", "assisted 2026-06-15 09:10", "closed 2026-06-15 11:00"],
  ["specific-request", "C014", "", "called 2026-05-07 15:20", "handed-over 2026-05-07 16:00 department=sales", "contacted 2026-05-21 15:30 person=C014-a department=sales"],
  ["web-form", "C015", "", "submitted 2026-05-07 10:05", "answered 2026-05-11 09:40"],
  ["web-form", "C012", "", "submitted 2026-03-29 10:15", "answered 2026-03-30 09:30"],
  ["web-form", "C018", "", "submitted 2026-10-25 09:30", "answered 2026-10-26 10:10"],
  // At lunch, before opening, called back early.
  ["anomaly", "C012", "stock", "called 2026-02-11 12:30", "assisted 2026-02-11 14:03", "closed 2026-02-11 15:00"],
  ["anomaly", "C006", "gpao", "called 2026-01-19 08:12", "assisted 2026-01-19 09:04", "closed 2026-01-19 09:45"],
  ["anomaly", "C016", "devis", "called 2026-09-18 16:48", "assisted 2026-09-18 17:25", "closed 2026-09-21 09:30"],
  ["anomaly", "C018", "compta", "called 2026-01-16 16:20", "assisted 2026-01-17 10:05 channel=remote"],
  // Waiting for the customer, reopened, connected before the callback, two modules in one call, no minutes noted.
  ["anomaly", "C020", "gpao", "called 2026-02-24 15:40", "paused 2026-02-24 16:05", "resumed 2026-02-25 09:30", "assisted 2026-02-25 10:15", "closed 2026-02-25 16:00"],
  ["anomaly", "C005", "stock", "called 2026-03-17 10:20", "assisted 2026-03-17 10:50", "closed 2026-03-17 11:30", "reopened 2026-03-24 09:15", "assisted 2026-03-24 10:00", "closed 2026-03-24 11:00"],
  ["installation", "C036", "", "called 2026-03-04 14:20", "user-connected 2026-03-04 16:05", "assisted 2026-03-05 09:10", "closed 2026-03-05 10:00"],
  ["usage", "C034", "gpao", "called 2026-06-09 10:10", "assisted 2026-06-09 10:40 minutes=22", "assisted 2026-06-09 11:05 minutes=12 module=stock", "sales-action 2026-06-11 15:00 module=stock", "closed 2026-06-12 09:30"],
  ["usage", "C035", "devis", "called 2026-02-05 14:30", "assisted 2026-02-05 15:10 minutes=", "closed 2026-02-05 16:00"],
  // The same untrained module again and again: a training is needed.
  ["usage", "C032", "planning", "called 2026-02-03 10:05", "assisted 2026-02-03 10:45 minutes=14", "sales-action 2026-02-06 11:00", "closed 2026-02-06 11:10"],
  ["usage", "C032", "planning", "called 2026-03-19 15:10", "assisted 2026-03-19 15:50 minutes=15", "sales-action 2026-03-23 10:00", "closed 2026-03-23 10:05"],
  ["usage", "C032", "planning", "called 2026-04-22 09:40", "assisted 2026-04-22 10:20 minutes=19", "sales-action 2026-04-24 14:40", "closed 2026-04-24 15:00"],
  // Twice more: the advice came late, and is still to come. A sales action that took three weeks; help of which nobody noted how it was given.
  ["usage", "C026", "compta", "called 2025-12-03 10:10", "assisted 2025-12-03 10:35 minutes=11", "sales-action 2025-12-05 15:00", "closed 2025-12-05 15:10"],
  ["usage", "C026", "compta", "called 2026-01-14 14:20", "assisted 2026-01-14 15:05 minutes=14", "sales-action 2026-01-16 10:30", "closed 2026-01-16 10:40"],
  ["usage", "C026", "compta", "called 2026-02-19 09:25", "assisted 2026-02-19 09:50 minutes=13", "sales-action 2026-02-20 11:20", "closed 2026-02-20 11:30"],
  ["usage", "C018", "achats", "called 2026-08-24 10:40", "assisted 2026-08-24 11:15 minutes=15", "sales-action 2026-08-27 10:00", "closed 2026-08-27 10:15"],
  ["usage", "C018", "achats", "called 2026-09-22 14:10", "assisted 2026-09-22 14:40 minutes=9", "sales-action 2026-09-24 16:00", "closed 2026-09-24 16:10"],
  ["usage", "C018", "achats", "called 2026-10-21 11:05", "assisted 2026-10-21 11:30 minutes=14", "sales-action 2026-10-23 09:40", "closed 2026-10-23 10:00"],
  ["usage", "C012", "qualite", "called 2025-11-20 10:00", "assisted 2025-11-20 10:30 minutes=13", "sales-action 2025-12-11 11:00", "closed 2025-12-11 11:15"],
  ["anomaly", "C016", "stock", "called 2026-04-28 10:05", "assisted 2026-04-28 10:50 channel=", "closed 2026-04-28 11:30"],
  // Failures: help too late, a day too late, forgotten and closed unhelped; an answer never given; the target passed before the customer gave up.
  ["anomaly", "C003", "stock", "called 2025-12-09 09:10", "assisted 2025-12-09 15:35", "closed 2025-12-10 10:00"],
  ["anomaly", "C021", "compta", "called 2026-02-02 15:30", "assisted 2026-02-03 15:10", "closed 2026-02-03 16:00"],
  ["anomaly", "C022", "gpao", "called 2026-03-10 09:30", "cancelled 2026-03-10 16:10"],
  ["anomaly", "C017", "devis", "called 2026-06-23 10:20", "closed 2026-06-26 14:00", "reopened 2026-06-29 09:10", "assisted 2026-06-29 09:40", "closed 2026-06-30 10:00"],
  ["anomaly", "C019", "gpao", "called 2026-09-08 09:05", "paused 2026-09-08 09:40", "resumed 2026-09-08 11:10", "assisted 2026-09-08 16:40", "closed 2026-09-09 09:30"],
  ["installation", "C025", "", "called 2026-01-12 10:15", "assisted 2026-01-14 15:00", "user-connected 2026-01-14 16:20", "closed 2026-01-15 09:15"],
  ["installation", "C031", "", "called 2026-08-18 15:10", "assisted 2026-08-21 09:40", "user-connected 2026-08-21 10:45"],
  ["usage", "C023", "gpao", "called 2026-04-14 16:30", "assisted 2026-04-16 09:10 minutes=12", "sales-action 2026-04-20 10:00", "closed 2026-04-21 09:30"],
  ["usage", "C027", "qualite", "called 2026-01-27 10:30", "assisted 2026-01-27 11:00 minutes=15", "closed 2026-02-02 09:20"],
  ["usage", "C029", "planning", "called 2026-07-21 15:05", "assisted 2026-07-21 15:30 minutes=24", "closed 2026-07-28 10:00"],
  ["specific-request", "C024", "", "called 2026-02-12 14:20", "handed-over 2026-02-12 14:50 department=training", "contacted 2026-02-17 10:30 person=C024-y department=training", "contacted 2026-03-03 11:00 person=C024-a department=training"],
  ["specific-request", "C028", "", "called 2026-07-06 10:35", "handed-over 2026-07-06 11:00 department=consulting", "contacted 2026-07-21 14:15 person=C028-a department=consulting", "closed 2026-07-21 15:00"],
  ["web-form", "C026", "", "submitted 2025-11-27 15:00", "answered 2025-12-02 10:20"],
  ["web-form", "C030", "gpao", "submitted 2026-08-10 09:20", "answered 2026-08-14 11:30"],
  ["web-form", "C033", "", "submitted 2026-06-03 11:40", "closed 2026-06-12 09:00"],
  // Not covered: not paid, not paid at that time, contract over; and a customer who never named a referent.
  ["anomaly", "C039", "stock", "called 2025-11-25 10:05", "assisted 2025-11-26 15:20", "closed 2025-11-26 15:30"],
  ["anomaly", "C037", "gpao", "called 2026-02-17 11:10", "assisted 2026-02-18 16:00"],
  ["usage", "C038", "devis", "called 2026-07-08 14:40", "assisted 2026-07-08 15:20 minutes=10", "closed 2026-07-09 09:30"],
  ["specific-request", "C040", "", "called 2026-05-19 09:50", "handed-over 2026-05-19 10:20 department=sales", "contacted 2026-05-22 11:00 person=C040-a department=sales"],
  // Still open at the end.
  ["anomaly", "C002", "stock", "called 2026-10-30 16:40"],
  ["anomaly", "C021", "gpao", "called 2026-10-30 09:20", "paused 2026-10-30 10:05"],
  ["installation", "C036", "", "called 2026-10-30 14:50"],
  ["usage", "C013", "compta", "called 2026-10-31 10:20"],
  ["usage", "C029", "planning", "called 2026-10-29 10:40", "assisted 2026-10-29 11:20 minutes=13"],
  ["specific-request", "C010", "", "called 2026-10-27 14:10", "handed-over 2026-10-27 15:00 department=development"],
  ["specific-request", "C006", "", "called 2026-10-30 16:15"],
  ["web-form", "C005", "", "submitted 2026-10-30 16:10"],
  ["web-form", "C011", "devis", "submitted 2026-10-31 11:45"],
];

for (const [kind, id, module, ...told] of TOLD) {
  const events = told.map((line) => {
    const [type, date, time, ...facts] = line.split(" ");
    const given = Object.fromEntries(facts.map((fact) => fact.split("=")));
    const at = civil(`${date} ${time}`);
    if (type === "assisted") return assisted(kind, at, given);
    if (type === "called" || type === "submitted") return { type, at, person: `${id}-a` };
    return { type, at, ...given };
  });
  cases.push({ kind, customer: id, module, events });
}

// Cases drawn: when they begin, then how they go on, in the order of their beginnings.

const COUNTS = { installation: 74, anomaly: 140, usage: 84, "specific-request": 62, "web-form": 76 };
/** Some customers call much more than others; the last ones seldom do. */
const CUSTOMER_WEIGHTS = customers.map((customer, index) => [customer, index >= 35 ? 1 : [6, 4, 3, 2][index % 4]]);

const days = [];
for (let day = START; day < END; day += DAY) days.push(day);
/** Mondays are busy; August and the end of December are quiet. */
const WORKING_DAYS = days.filter(isWorkingDay).map((day) => {
  const date = dateOf(day);
  const quiet = date.slice(5, 7) === "08" || (date >= "2025-12-20" && date <= "2026-01-04");
  return [day, (weekday(day) === 1 ? 1.4 : 1) * (quiet ? 0.5 : 1)];
});
const CLOSED_DAYS = days.filter((day) => !isWorkingDay(day));

/** When a customer calls on a working day. */
function timeOfCall() {
  const [low, high] = weighted([
    [[7 * HOUR + 45, 8 * HOUR + 58], 6],
    [[9 * HOUR, 11 * HOUR + 30], 31],
    [[11 * HOUR + 30, 11 * HOUR + 58], 6],
    [[12 * HOUR, 13 * HOUR + 58], 9],
    [[14 * HOUR, 15 * HOUR + 30], 21],
    [[15 * HOUR + 30, 16 * HOUR + 58], 30],
    [[17 * HOUR, 18 * HOUR + 40], 6],
  ]);
  return whole(low, high);
}

function whenCalled() {
  if (chance(0.04)) return pick(CLOSED_DAYS) + whole(9 * HOUR, 17 * HOUR + 30);
  return weighted(WORKING_DAYS) + timeOfCall();
}

/** Somebody new at a customer's: three calls about one module in a few months, and nobody there is trained on it. */
function callsAgain() {
  const module = pick(MODULES);
  const [customer] = pick(
    CUSTOMER_WEIGHTS.filter(
      ([{ id, trained }, weight]) =>
        weight > 1 && !PARTICULAR[id] && !trained.some((training) => training.module === module),
    ),
  );
  const first = START + whole(0, 210) * DAY;
  const second = first + whole(12, 70) * DAY;
  const third = second + whole(12, 70) * DAY;
  return [first, second, third].map((day) => ({
    kind: "usage",
    at: nextWorkingDay(day) + timeOfCall(),
    customer,
    module,
  }));
}

function whenSubmitted() {
  if (chance(0.07)) return pick(CLOSED_DAYS) + whole(9 * HOUR, 21 * HOUR);
  return weighted(WORKING_DAYS) + (chance(0.08) ? whole(17 * HOUR, 21 * HOUR) : whole(8 * HOUR, 16 * HOUR + 30));
}

/** Callbacks carried over so far: `{ from, until }`, from the closing (or the later call) to the help. */
const carriedOver = [];

/**
 * When help is given for a call: after `low` to about `high` minutes of open time, but not before the callbacks
 * carried over earlier; if that is past closing, on the next working day, mostly in the first hour and at the latest
 * `latest` minutes after 09:00.
 */
function whenHelped(called, low, high, latest) {
  const day = startOfDay(called);
  const before = chance(0.95)
    ? carriedOver.filter(({ from, until }) => from < called && until > called).map(({ until }) => until)
    : [];
  const ready = Math.max(called, ...before);
  const sameDay = Math.max(ready, Math.min(afterOpen(ready, skewed(low, high)), afterOpen(called, high)));
  if (startOfDay(sameDay) === day && sameDay < day + CLOSING) return sameDay;
  const due = nextWorkingDay(called);
  const how = random();
  const helped =
    how < 0.05 && isWorkingDay(day) && called < day + CLOSING
      ? day + CLOSING + whole(4, 40)
      : how < 0.09
        ? due + 8 * HOUR + whole(35, 58)
        : how < 0.88
          ? due + 9 * HOUR + whole(2, 55)
          : due + 9 * HOUR + whole(2, latest);
  const carriedAt = isWorkingDay(day) && called < day + CLOSING ? day + CLOSING : called;
  carriedOver.push({ from: carriedAt, until: helped });
  return helped;
}

/** The end of most histories: noted as closed, some open time after the last event. */
function close(events) {
  if (!chance(0.7)) return;
  const last = events[events.length - 1].at;
  events.push({ type: "closed", at: afterOpen(last, skewed(10, 1800)) });
}

/** The customer solves it alone, before anybody called back. */
const cancelledAfter = (called) => ({
  type: "cancelled",
  at: Math.min(called + whole(8, 55), startOfDay(called) + 23 * HOUR),
});

const drawn = {
  installation(customer, called) {
    const events = [{ type: "called", at: called, person: caller(customer) }];
    if (chance(0.03)) return { events: [...events, cancelledAfter(called)] };
    const helped = whenHelped(called, 15, 300, 170);
    events.push(assisted("installation", helped));
    if (chance(0.85)) events.push({ type: "user-connected", at: helped + whole(12, 75) });
    close(events);
    return { events };
  },

  anomaly(customer, called) {
    const module = pick(MODULES);
    const events = [{ type: "called", at: called, person: caller(customer) }];
    if (chance(0.04)) return { module, events: [...events, cancelledAfter(called)] };
    const helped = whenHelped(called, 4, 200, 55);
    // Waiting for an access or for data: asked for soon after the call, there shortly before the help.
    const paused = called + whole(4, 18);
    if (isOpen(paused) && helped - paused > 40 && chance(0.4)) {
      const sameDay = startOfDay(helped) === startOfDay(called);
      const resumed = sameDay ? whole(paused + 10, helped - 5) : helped - whole(3, 25);
      events.push({ type: "paused", at: paused }, { type: "resumed", at: resumed });
    }
    events.push(assisted("anomaly", helped));
    if (chance(0.06)) events.push(assisted("anomaly", afterOpen(helped + 60, whole(30, 600))));
    close(events);
    return { module, events };
  },

  usage(customer, called, again) {
    const known = customer.trained
      .filter((training) => training.date < dateOf(called))
      .map((training) => training.module);
    // What happens on the modules that are told of is told, all of it.
    const free = MODULES.filter((one) => !PARTICULAR[customer.id]?.never?.includes(one));
    const module = again ?? (known.length > 0 && chance(0.38) ? pick(known) : pick(free));
    const events = [{ type: "called", at: called, person: caller(customer) }];
    if (!again && chance(0.02)) return { module, events: [...events, cancelledAfter(called)] };
    const helped = whenHelped(called, 5, 260, 120);
    if (isTrained(customer, module, called)) {
      events.push(assisted("usage", helped, { minutes: skewed(8, 44) }));
      if (chance(0.08))
        events.push(assisted("usage", afterOpen(helped + 50, whole(60, 900)), { minutes: whole(5, 15) }));
    } else {
      events.push(assisted("usage", helped, { minutes: whole(6, 19) }));
      const action = afterOpen(helped + 30, skewed(30, 2000));
      events.push({ type: "sales-action", at: action });
      // One in four buys the training.
      if (!again && chance(0.25) && !PARTICULAR[customer.id]?.never) {
        const date = dateOf(nextWorkingDay(action + whole(20, 60) * DAY));
        if (date < dateOf(END) && !customer.trained.some((training) => training.module === module))
          customer.trained.push({ module, date });
      }
    }
    close(events);
    return { module, events };
  },

  "specific-request"(customer, called) {
    const department = weighted(DEPARTMENTS.map((name, index) => [name, 4 - index]));
    const events = [{ type: "called", at: called, person: caller(customer) }];
    const handed = afterOpen(called, skewed(3, 150));
    events.push({ type: "handed-over", at: handed, department });
    let last = handed;
    if (chance(0.06)) {
      const paused = afterOpen(handed, whole(60, 600));
      last = nextWorkingDay(paused + whole(3, 12) * DAY) + whole(9 * HOUR, 11 * HOUR);
      events.push({ type: "paused", at: paused }, { type: "resumed", at: last });
    }
    const contacted = afterOpen(last, whole(40, 900) + skewed(0, 1000));
    if (chance(0.1))
      events.push({ type: "contacted", at: afterOpen(last, whole(10, 35)), person: `${customer.id}-y`, department });
    events.push({ type: "contacted", at: contacted, person: `${customer.id}-a`, department });
    close(events);
    return { events };
  },

  "web-form"(customer, submitted) {
    const module = chance(0.5) ? pick(MODULES) : "";
    const events = [{ type: "submitted", at: submitted, person: caller(customer) }];
    if (chance(0.02)) return { module, events: [...events, cancelledAfter(submitted)] };
    const day = startOfDay(submitted);
    const answered = Math.max(submitted, day + 9 * HOUR) + skewed(10, 240);
    if (isWorkingDay(day) && answered < day + CLOSING + 50 && chance(0.97)) {
      events.push({ type: "answered", at: answered });
    } else {
      const first = nextWorkingDay(submitted);
      const second = nextWorkingDay(first);
      const late = second <= day + 3 * DAY && chance(0.3);
      events.push({ type: "answered", at: (late ? second : first) + whole(9 * HOUR + 5, 16 * HOUR + 50) });
    }
    close(events);
    return { module, events };
  },
};

const beginnings = Object.entries(COUNTS)
  .flatMap(([kind, count]) =>
    Array.from({ length: count }, () => ({ kind, at: kind === "web-form" ? whenSubmitted() : whenCalled() })),
  )
  .concat(Array.from({ length: 12 }, callsAgain).flat())
  .filter(({ at }) => at < END)
  .sort((a, b) => a.at - b.at);

for (const { kind, at, module, ...given } of beginnings) {
  const customer = given.customer ?? weighted(CUSTOMER_WEIGHTS.filter(([{ contract }]) => contract.from <= dateOf(at)));
  cases.push({ kind, customer: customer.id, module: "", ...drawn[kind](customer, at, module) });
}

for (const { trained } of customers) trained.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

// The third call within half a year about a module without training: the desk sees it and gives advice, mostly soon.

const ADVICE_TOLD = { "C026 compta": "2026-04-20", "C018 achats": undefined, "C032 planning": "2026-05-06" };
for (const customer of customers) {
  const asked = cases.filter(
    ({ kind, customer: id, module, events }) =>
      kind === "usage" && id === customer.id && !isTrained(customer, module, events[0].at),
  );
  const advice = MODULES.flatMap((module) => {
    const dates = asked
      .filter((one) => one.module === module)
      .map(({ events }) => dateOf(events[0].at))
      .sort();
    const given = [];
    for (let i = 2; i < dates.length; i++) {
      if (plusMonths(dates[i - 2], 6) < dates[i] || given.some(({ date }) => date >= dates[i - 2])) continue;
      const told = `${customer.id} ${module}`;
      const soon = dateOf(nextWorkingDay(civil(dates[i]) + whole(0, 14) * DAY));
      const date = told in ADVICE_TOLD ? ADVICE_TOLD[told] : soon;
      if (date !== undefined && date <= dateOf(END)) given.push({ module, date });
    }
    return given;
  }).sort((a, b) => (a.date < b.date ? -1 : 1));
  if (advice.length > 0) customer.recommendations = advice;
}

// ── Out ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

const COLUMNS = "case,kind,customer,module,event,at,by,person,department,minutes,channel".split(",");

const rows = cases
  .map(({ events, ...facts }) => ({
    ...facts,
    events: events.filter(({ at }) => at <= END).sort((a, b) => a.at - b.at),
  }))
  .sort((a, b) => a.events[0].at - b.events[0].at)
  .flatMap(({ kind, customer, module, events }, index) =>
    events.map(({ type, at, ...facts }) => ({
      case: `T${String(index + 1).padStart(4, "0")}`,
      kind,
      customer,
      module,
      event: type,
      ...facts,
      at: iso(at),
    })),
  );

const csv = [COLUMNS.join(","), ...rows.map((row) => COLUMNS.map((column) => row[column] ?? "").join(","))].join("\n");
writeFileSync(new URL("./tickets.csv", import.meta.url), `${csv}\n`);
// Objects and lists without others inside them stand on one line.
const json = JSON.stringify(register, null, 2).replace(/[{[]\n[^{}[\]]*[}\]]/g, (inner) =>
  inner.replace(/\s*\n\s*/g, " ").replace(/^\[ | \]$/g, (edge) => edge.trim()),
);
writeFileSync(new URL("./register.json", import.meta.url), `${json}\n`);
