/**
 * Who is named in reports: nobody, unless asked for. The example year, with invented names for every customer and person.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clipIndustrie as policy } from "../../../../src/charters/clip-industrie.ts";
import { readCases } from "../../../../src/import/index.ts";
import type { Case } from "../../../../src/index.ts";
import { evaluate } from "../../../../src/index.ts";
import {
  judgeGoals,
  type PrivacyOptions,
  privateReport,
  privateView,
  RENDERERS,
} from "../../../../src/report/index.ts";

/** Names that are no part of any other word: `Q-zorg-C024-Q` for a customer, `Q-wim-C024-a-Q` for a person. */
const CUSTOMER = (id: string): string => `Q-zorg-${id}-Q`;
const PERSON = (id: string): string => `Q-wim-${id}-Q`;
const NAME = /Q-(zorg|wim)-/;

type Json = Readonly<Record<string, unknown>>;
const register = (() => {
  const { customers, staff, ...rest } = JSON.parse(readFileSync("examples/register.json", "utf8")) as Record<
    string,
    Json[]
  >;
  const persons = (list: unknown): string[] => (list as string[]).map(PERSON);
  return {
    ...rest,
    customers: [
      ...customers!.slice(1).map(({ id, referent, contacts, ...each }) => ({
        ...each,
        id: CUSTOMER(String(id)),
        ...(referent === undefined ? {} : { referent: PERSON(String(referent)) }),
        ...(contacts === undefined ? {} : { contacts: persons(contacts) }),
      })),
      // Entries that cannot be read: what stands in the wrong place may be a name.
      { id: CUSTOMER("bad"), contract: { from: CUSTOMER("date") }, contacts: [], referent: 4 },
      { id: CUSTOMER("late"), contract: { from: "2030-01-01" }, contacts: [PERSON("known")] },
      { id: CUSTOMER("unpaid"), contract: { from: "2020-01-01", paid: false } },
    ],
    staff: [
      ...staff!.map((each) => ({ ...each, id: PERSON(String(each["id"])) })),
      { id: PERSON("x"), from: PERSON("y") },
    ],
  };
})();
const cases = (() => {
  const renamed: Case[] = readCases(readFileSync("examples/tickets.csv", "utf8")).cases.map(
    (one): Case & { subject: string } => ({
      ...one,
      ...(one.customer === undefined ? {} : { customer: CUSTOMER(one.customer) }),
      subject: `${CUSTOMER("subject")} and ${PERSON("subject")}`,
      events: one.events.map((event) => ({
        ...event,
        ...(event.by === undefined ? {} : { by: PERSON(event.by) }),
        ...(event.person === undefined ? {} : { person: PERSON(event.person) }),
        department: PERSON("department"),
        channel: PERSON("channel"),
      })),
    }),
  );
  const one = (id: string, customer: unknown, at: string): Case =>
    ({ id, kind: "anomaly", customer, events: [{ type: "called", at, person: PERSON("caller") }] }) as Case;
  const at = "2026-06-01T10:00:00+02:00";
  return [
    ...renamed,
    one("late", CUSTOMER("late"), at),
    one("unpaid", CUSTOMER("unpaid"), at),
    one("unknown", CUSTOMER("unknown"), at),
    one("bad-event", CUSTOMER("bad"), PERSON("time")),
    one("bad-case", [CUSTOMER("list")], at),
    one("twice", CUSTOMER("late"), at),
    one("twice", CUSTOMER("late"), at),
  ];
})();

const report = (() => {
  const evaluation = evaluate(policy, cases, {
    asOf: "2026-10-31T18:00:00+01:00",
    register: register as never,
    by: ["customer", "kind", "month"],
  });
  const places = new Map(cases.map(({ id }, i) => [id, { file: "tickets.csv", line: i + 2 }]));
  return { policy, evaluation, verdicts: judgeGoals(evaluation, { byId: new Map() }), cases, places };
})();

const written = (options: PrivacyOptions): [format: string, text: string][] => {
  const shown = privateReport(report, options);
  return Object.entries(RENDERERS).map(([format, write]) => [format, write(shown)]);
};
const key = (text: string, sort: string): string =>
  `#${sort[0]}${text.length}${[...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1e9, 7)}`;

describe("a report", () => {
  it("is made of an evaluation that is full of names", () => {
    const raw = JSON.stringify(report.evaluation);
    for (const name of [
      CUSTOMER("C024"),
      CUSTOMER("unknown"),
      CUSTOMER("late"),
      CUSTOMER("date"),
      PERSON("samir"),
      PERSON("caller"),
      PERSON("time"),
      PERSON("y"),
    ])
      expect(raw.includes(name), name).toBe(true);
  });

  it("names nobody in any format, unless asked", () => {
    for (const [format, text] of written({})) expect(NAME.exec(text), format).toBeNull();
    expect(NAME.test(JSON.stringify([...privateReport(report).cases!]))).toBe(false);
  });

  it("shows whom it is asked to, and nobody else", () => {
    const customers = new Map(written({ show: ["customers"] }));
    const persons = new Map(written({ show: ["persons"] }));
    for (const format of ["text", "json", "csv", "markdown", "junit"]) {
      expect(customers.get(format), format).toContain("Q-zorg-C024-Q");
      expect(customers.get(format), format).not.toMatch(/Q-wim-/);
    }
    for (const format of ["json", "csv", "junit"]) expect(persons.get(format), format).toContain("Q-wim-samir-Q");
    for (const [format, text] of persons) expect(text, format).not.toMatch(/Q-zorg-/);
    const both = privateView(report.evaluation, { show: ["customers", "persons"] });
    expect(both.cases).toEqual(report.evaluation.cases);
    expect(both.rates).toEqual(report.evaluation.rates);
    expect(both.issues).toEqual(report.evaluation.issues);
  });

  it("has hashes for ids and shown names under redact, and no id anywhere", () => {
    for (const show of [[], ["customers", "persons"]] as const) {
      const shown = privateReport(report, { show, redact: key });
      for (const [format, write] of Object.entries(RENDERERS)) {
        const text = write(shown);
        expect(NAME.exec(text), format).toBeNull();
        expect(text, format).not.toMatch(/\bT0\d{3}\b|"twice"|\bunpaid\b/);
      }
      expect(JSON.stringify([...shown.cases!, ...shown.places!.keys()])).not.toMatch(/\bT0\d{3}\b/);
    }
    const {
      cases: [first],
      rates,
    } = privateView(report.evaluation, { show: ["customers"], redact: key });
    expect(first!.id).toBe(key("T0001", "case"));
    expect(first!.customer).toBe(key(CUSTOMER("C024"), "customer"));
    expect(Object.keys(rates["anomaly"]!.by!.customer!)).toContain(key(CUSTOMER("C024"), "customer"));
  });

  it("leaves every figure as it was", () => {
    const { evaluation } = report;
    for (const options of [{}, { redact: key }]) {
      const view = privateView(evaluation, options);
      for (const [id, { caseIds, by, ...rate }] of Object.entries(evaluation.rates)) {
        const { caseIds: ids, by: groups, ...other } = view.rates[id]!;
        expect(other).toEqual(rate);
        for (const outcome of ["met", "missed"] as const)
          expect(ids[outcome]?.length, id).toBe(caseIds[outcome]?.length);
        const met = (all: NonNullable<typeof by>["customer"]): number[] =>
          Object.values(all ?? {})
            .map((each) => each.met)
            .sort((a, b) => a - b);
        expect(met(groups?.customer)).toEqual(met(by?.customer));
      }
    }
  });

  it("shows no figures of a single technician: policies have no switch for them", () => {
    for (const options of [{}, { show: ["persons"] } as const]) {
      const staff = privateView(report.evaluation, options).register.filter(({ subject }) => subject === "staff");
      expect(staff.length).toBeGreaterThan(3);
      for (const result of staff.flatMap(({ commitments }) => Object.values(commitments))) {
        expect(result.figures).toBeUndefined();
        expect(result.elapsedDays).toBeUndefined();
        expect(result.outcome).toBeDefined();
      }
    }
  });
});

describe("neutral names", () => {
  const names = (view: ReturnType<typeof privateView>): string[] =>
    view.register.flatMap(({ subject, id }) => (subject === "customer" ? [id] : []));
  it("are numbers, the same whatever the order of the cases and of the register", () => {
    const { asOf } = report.evaluation;
    const reversed = {
      ...register,
      customers: [...register.customers].reverse(),
      staff: [...register.staff].reverse(),
    };
    const options = { asOf, by: ["customer"] } as const;
    const view = (beside: object, of: readonly Case[]): ReturnType<typeof privateView> =>
      privateView(evaluate(policy, of, { ...options, register: beside as never }));
    const [one, other] = [view(register, cases), view(reversed, [...cases].reverse())];
    expect(other.register).toEqual(one.register);
    const metOf = ({ rates }: typeof one): object =>
      Object.fromEntries(
        Object.entries(rates["anomaly"]!.by!.customer!).map(([name, { met, missed }]) => [name, [met, missed]]),
      );
    expect(metOf(other)).toEqual(metOf(one));
    expect(names(one).every((name) => /^customer \d+$/.test(name))).toBe(true);
    expect(new Set(names(one)).size).toBe(names(one).length);
  });

  it("say nothing of the names: under other names, in another order, everybody has the number that they had", () => {
    const renamed = (text: string): string =>
      // The order of the names is turned round, and nothing else.
      text.replaceAll(/Q-(zorg|wim)-([^"]*?)-Q/g, (_, sort, id) => `Q-${sort}-${turned(id)}-Q`);
    const turned = (id: string): string => [...id].map((c) => String.fromCharCode(158 - c.charCodeAt(0))).join("");
    const other = {
      ...report,
      evaluation: JSON.parse(renamed(JSON.stringify(report.evaluation))) as typeof report.evaluation,
    };
    expect(CUSTOMER(turned("C002")) < CUSTOMER(turned("C001"))).toBe(true);
    const of = (one: typeof report) =>
      new Map(Object.entries(RENDERERS).map(([format, write]) => [format, write(privateReport(one))]));
    const [texts, others] = [of(report), of(other)];
    for (const format of texts.keys()) expect(others.get(format), format).toBe(texts.get(format));
  });
});
