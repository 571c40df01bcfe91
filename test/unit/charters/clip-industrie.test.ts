/**
 * The preset against the charter, row by row and reading by reading. Expected values are worked by hand from the
 * charter's table; Friday 8 May, Thursday 14 May and Monday 25 May 2026 are holidays.
 */

import { describe, expect, it } from "vitest";
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { type Case, type Register, type Result, withReadings } from "../../../src/index.ts";
import type { ReadyPolicy } from "../../../src/policy/policy.ts";
import { judgeGoals } from "../../../src/report/index.ts";
import { clipIndustrie, definePolicy } from "../../helpers/ready-policy.ts";
import { at, event, HOUR, MINUTE, request, result, tell, utc } from "../evaluation/telling.ts";

/** What the charter's table says: commitment, kind, kinds of case. */
const PHONE = ["installation", "anomaly", "usage"];
const TABLE: readonly (readonly [id: string, kind: string, kinds?: readonly string[]])[] = [
  ["opening", "availability"],
  ["installation", "target", ["installation"]],
  ["anomaly", "target", ["anomaly"]],
  ["usage", "allowance", ["usage"]],
  ["specific-request", "target", ["specific-request"]],
  ["web-form", "target", ["web-form"]],
  ["web-form-same-day", "ratio", ["web-form"]],
  ["callback", "carry-over", PHONE],
  ["staff-training", "cadence"],
  ["staff-assessment", "cadence"],
  ["survey", "cadence"],
  ["opinion-form", "standing"],
  ["training-advice", "detection", ["usage"]],
  ["history", "follow-up", [...PHONE, "specific-request", "web-form"]],
  ["survey-publication", "cadence"],
  ["remote-work", "share", PHONE],
  ["survey-by-mail", "share"],
];

/** The preset under other readings. */
const under = (readings: Readonly<Record<string, string>>): ReadyPolicy =>
  definePolicy(withReadings(clipIndustrieDefinition, readings));

const REGISTER: Register = {
  customers: [
    {
      id: "acme",
      contract: { from: "2024-02-29", to: "2028-02-28", paid: true },
      trained: [{ module: "stock", date: "2024-04-02" }],
      referent: "anna",
      contacts: ["anna", "ben"],
      surveys: [{ date: "2025-05-12", channel: "email" }],
    },
  ],
  staff: [{ id: "nora", trainings: [{ date: "2026-01-12" }], assessments: [{ date: "2026-05-04" }] }],
  outages: [{ from: at("05-19 11:00"), to: at("05-19 15:00") }],
  lostCalls: [{ at: at("05-19 11:30") }, { at: at("05-19 12:30") }],
  evidence: [{ promise: "opinion-form", from: "2026-01-01", to: "2026-05-31", source: "https://vendor.example/avis" }],
  publications: [{ date: "2026-05-12" }],
};

describe("the commitments", () => {
  it("are the charter's seventeen, of the kinds of its table and on its kinds of case", () => {
    expect(clipIndustrie.name).toBe("clip-industrie");
    expect(Object.keys(clipIndustrie.document.calendars)).toEqual(["desk"]);
    const told = Object.entries(clipIndustrieDefinition.commitments).map(([id, commitment]) =>
      "kinds" in commitment ? [id, commitment.kind, commitment.kinds] : [id, commitment.kind],
    );
    expect(told).toEqual(TABLE);
    expect(clipIndustrie.commitments.map(({ id }) => id)).toEqual(TABLE.map(([id]) => id));
  });

  it("are judged on the kinds of case and events of the vocabulary", () => {
    const events = Object.fromEntries(
      Object.entries(clipIndustrieDefinition.kinds).map(([kind, { events }]) => [kind, events]),
    );
    expect(events).toEqual({
      installation: ["called", "assisted", "user-connected"],
      anomaly: ["called", "assisted"],
      usage: ["called", "assisted", "sales-action"],
      "specific-request": ["called", "handed-over", "contacted"],
      "web-form": ["submitted", "answered"],
    });
    const { pause, resume, cancel, other } = clipIndustrieDefinition.events!;
    expect([pause, resume, cancel, other]).toEqual(["paused", "resumed", "cancelled", ["closed", "reopened"]]);
  });

  // Seen on Wednesday 20 May 2026 at 12:00.
  const asOf = "05-20 12:00";
  const subject = (kind: string): Readonly<Record<string, Result>> => {
    const usage = request("usage", [event("called 05-19 09:00"), event("assisted 05-19 09:30", { minutes: 9 })], {
      module: "gpao",
    });
    const { register = [] } = tell([usage], { asOf, register: REGISTER });
    return register.find((each) => each.subject === kind)!.commitments;
  };
  const gap = (longestGapDays: number, last: string): object => ({ count: 1, last, longestGapDays });

  it.each([
    // From the first event, Tuesday 9:00: 6 h, and 3 h on Wednesday. The outage takes the hours from 11 to 12 and from 14 to 15.
    ["opening", "service", { openMs: 9 * HOUR, outageMs: 2 * HOUR, lostCalls: 1, share: 1 - 2 / 9 }],
    // 12 January to 20 May: 19 + 28 + 31 + 30 + 20 days. 4 to 20 May.
    ["staff-training", "staff", gap(128, "2026-01-12")],
    ["staff-assessment", "staff", gap(16, "2026-05-04")],
    ["training-advice", "customer", { requests: 1, module: "gpao" }],
    ["survey-publication", "service", gap(8, "2026-05-12")],
  ])("%s has no figure in the text: nothing is invented, its figures are told", (id, kind, figures) => {
    expect(subject(kind)[id]).toMatchObject({ outcome: "unmeasurable", reason: "no-figure", dueAt: null, figures });
  });

  it("history has no figure in the text either", () => {
    const answered = request("web-form", ["submitted 05-19 09:00", "answered 05-19 10:30"]);
    expect(result("history", answered, { asOf })).toMatchObject({
      outcome: "unmeasurable",
      reason: "no-figure",
      figures: { followed: 1, followUpMs: 90 * MINUTE },
    });
  });

  it("the sales action of usage has no delay: however late it comes, it was made; the delay is a figure", () => {
    const late = request(
      "usage",
      [
        event("called 05-19 09:00"),
        event("assisted 05-19 09:30", { minutes: 20 }),
        event("sales-action 06-19 09:30"),
        event("closed 06-19 10:00"),
      ],
      { module: "gpao" },
    );
    expect(result("usage", late, { register: REGISTER })).toMatchObject({
      outcome: "met",
      dueAt: null,
      allowances: [{ module: "gpao", granted: 15, consumed: 20, overMinutes: 5, followUp: "done" }],
      // 19 May to 18 June: 23 working days less Whit Monday, 6 h each, and half an hour less and more.
      figures: { minutes: 20, overMinutes: 5, followUpMs: 22 * 6 * HOUR },
    });
  });

  it("those with a figure are judged: survey, opinion form, remote work, survey by mail", () => {
    const { survey, "survey-by-mail": byMail } = subject("customer");
    expect(survey).toMatchObject({ outcome: "met", dueDate: "2027-05-12" });
    expect(byMail).toMatchObject({ outcome: "met", figures: { events: 1, kept: 1 } });
    expect(subject("service")["opinion-form"]).toMatchObject({ outcome: "met", dueDate: "2026-05-31" });
  });

  it("the opinion form is missed once its evidence has run out", () => {
    const { register = [] } = tell([], { asOf: "06-01 00:00", register: REGISTER });
    const service = register.find((each) => each.subject === "service")!.commitments;
    expect(service["opinion-form"]).toMatchObject({ outcome: "missed", missedAt: utc("06-01 00:00") });
  });

  it("half of the work at a distance is not the majority; one more is", () => {
    const helped = (id: string, channel: string): Case =>
      request("anomaly", ["called 05-19 09:00", event("assisted 05-19 09:30", { channel })], { id });
    const stands = (...channels: string[]) => {
      const cases = channels.map((channel, i) => helped(String(i), channel));
      return judgeGoals(tell(cases, { asOf }), { byId: new Map() }).find(({ id }) => id === "remote-work");
    };
    expect(stands("remote", "on-site")).toMatchObject({ rate: 0.5, goal: 0.5, standing: "broken" });
    expect(stands("remote", "on-site", "phone")).toMatchObject({ rate: 2 / 3, standing: "kept" });
  });
});

describe("the readings", () => {
  it("are those of the charter's table, the default first", () => {
    const { readings, otherReadings } = clipIndustrieDefinition;
    const told = Object.entries(readings!).map(([id, name]) => [id, name, ...Object.keys(otherReadings![id]!)]);
    expect(told).toEqual([
      ["business-hours", "open", "working-days"],
      ["specific-request-start", "handed-over", "called"],
      ["web-form-days", "calendar", "working", "running"],
      ["same-day", "civil-date", "service-day"],
      ["allowance", "request", "contract-year"],
      ["closing", "day", "window"],
      ["holidays", "legal", "less-solidarity"],
    ]);
  });

  it.each(
    Object.entries(clipIndustrieDefinition.otherReadings!).flatMap(([id, others]) =>
      Object.keys(others).map((name) => [id, name] as const),
    ),
  )("%s can be %s, and the policy says so; the rest stays", (id, name) => {
    const policy = under({ [id]: name });
    expect(policy.document.readings).toEqual({ ...clipIndustrieDefinition.readings, [id]: name });
    expect(policy.commitments.map((each) => each.id)).toEqual(TABLE.map(([each]) => each));
  });

  it("all together are a policy", () => {
    const last = Object.entries(clipIndustrieDefinition.otherReadings!).map(([id, others]) => [
      id,
      Object.keys(others).at(-1)!,
    ]);
    expect(under(Object.fromEntries(last)).document.readings).toEqual(Object.fromEntries(last));
  });

  const handedOver = request("specific-request", ["called 05-07 15:00", "handed-over 05-07 16:00"]);
  const submitted = request("web-form", ["submitted 05-07 16:00"]);
  const dueAt = (commitment: string, one: Case, readings: Readonly<Record<string, string>>, asOf: string) =>
    result(commitment, one, { policy: under(readings), asOf, register: REGISTER }).dueAt;

  it.each([
    // 48 h are eight days of six hours, or two working days of all their hours.
    ["specific-request", handedOver, { "business-hours": "open" }, "05-21 16:00"],
    ["specific-request", handedOver, { "business-hours": "working-days" }, "05-12 16:00"],
    ["specific-request", handedOver, { "specific-request-start": "called" }, "05-21 15:00"],
    [
      "specific-request",
      handedOver,
      { "specific-request-start": "called", "business-hours": "working-days" },
      "05-12 15:00",
    ],
    // 4 h from Monday 16:00: an hour on Monday and three on Tuesday, or all on Monday.
    ["anomaly", request("anomaly", ["called 05-18 16:00"]), { "business-hours": "open" }, "05-19 12:00"],
    ["anomaly", request("anomaly", ["called 05-18 16:00"]), { "business-hours": "working-days" }, "05-18 20:00"],
    ["installation", request("installation", ["called 05-18 16:00"]), { "business-hours": "open" }, "05-20 16:00"],
    [
      "installation",
      request("installation", ["called 05-18 16:00"]),
      { "business-hours": "working-days" },
      "05-19 04:00",
    ],
    // Sunday 10 moves to Monday 11, to its end; the working days are 11, 12 and 13 May; 72 hours end on that Sunday.
    ["web-form", submitted, { "web-form-days": "calendar" }, "05-12 00:00"],
    ["web-form", submitted, { "web-form-days": "working" }, "05-13 17:00"],
    ["web-form", submitted, { "web-form-days": "running" }, "05-10 16:00"],
    // Whit Monday is closed, or worked.
    ["anomaly", request("anomaly", ["called 05-22 16:00"]), { holidays: "legal" }, "05-26 12:00"],
    ["anomaly", request("anomaly", ["called 05-22 16:00"]), { holidays: "less-solidarity" }, "05-25 12:00"],
  ])("%s: %# is due as its reading says", (commitment, one, readings, due) => {
    const asOf = String(one.events.at(-1)!.at).slice(5, 16).replace("T", " ");
    expect(dueAt(commitment, one, readings, asOf)).toBe(utc(due));
  });

  it("web-form-days: the last dates, by the calendar and in working days", () => {
    const last = (reading: string) =>
      result("web-form", submitted, { policy: under({ "web-form-days": reading }), asOf: "05-07 16:00" }).dueDate;
    expect([last("calendar"), last("working"), last("running")]).toEqual(["2026-05-11", "2026-05-13", undefined]);
  });

  it("web-form-days: a pause moves 72 hours no more than it moves days", () => {
    const paused = request("web-form", ["submitted 05-07 16:00", "paused 05-07 16:10", "resumed 05-09 16:10"]);
    expect(dueAt("web-form", paused, { "web-form-days": "running" }, "05-09 18:00")).toBe(utc("05-10 16:00"));
  });

  it.each([
    // A Tuesday: until closing it is the same; after it, the next working day is meant.
    ["05-19 16:59", "05-19 23:59", "met", "met"],
    ["05-19 16:59", "05-20 09:05", "missed", "missed"],
    ["05-19 17:30", "05-20 09:05", "missed", "met"],
    ["05-19 17:30", "05-21 09:05", "missed", "missed"],
    // Saturday before Whit Monday: Tuesday.
    ["05-23 10:00", "05-26 23:59", "missed", "met"],
  ])("same-day: submitted %s, answered %s: %s by the civil date, %s by the service day", (from, to, civil, service) => {
    const form = request("web-form", [`submitted ${from}`, `answered ${to}`]);
    const outcome = (reading: string) =>
      result("web-form-same-day", form, { policy: under({ "same-day": reading }) }).outcome;
    expect([outcome("civil-date"), outcome("service-day")]).toEqual([civil, service]);
  });

  it("allowance: 30 minutes for each request, or for the contract year of a module", () => {
    const help = (id: string, date: string, minutes: number): Case => ({
      id,
      kind: "usage",
      customer: "acme",
      module: "stock",
      events: [
        { type: "called", at: `${date}T10:00+01:00` },
        { type: "assisted", at: `${date}T10:30+01:00`, minutes },
      ],
    });
    // The contract began on 29 February 2024; its third year begins on 28 February 2026.
    const cases = [help("A", "2026-01-12", 20), help("B", "2026-02-27", 20), help("C", "2026-02-28", 20)];
    const rows = (reading: string) =>
      tell(cases, { policy: under({ allowance: reading }), register: REGISTER }).cases.map(({ commitments }) => {
        const { granted, overMinutes } = commitments["usage"]!.allowances![0]!;
        return [granted, overMinutes];
      });
    expect(rows("request")).toEqual([
      [30, 0],
      [30, 0],
      [30, 0],
    ]);
    expect(rows("contract-year")).toEqual([
      [30, 0],
      [10, 10],
      [30, 0],
    ]);
  });

  it("closing: at noon nothing is carried over, unless every window closes", () => {
    const atNoon = request("anomaly", ["called 05-19 11:30", "assisted 05-19 14:05"]);
    const told = (reading: string) => result("callback", atNoon, { policy: under({ closing: reading }) });
    expect(told("day").outcome).toBe("not-applicable");
    // Carried over at 12:00 to Wednesday; made before: met.
    expect(told("window")).toMatchObject({ outcome: "met", carriedOver: true, dueFrom: utc("05-20 09:00") });
  });
});
