/**
 * The shipped schema: it is valid itself, it knows the keys of the types, and it takes the policies of this repository.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import schema from "../../../schema/policy.schema.json" with { type: "json" };
import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import { definePolicy } from "../../../src/index.ts";
import { readBlocks } from "../../helpers/docs-blocks.ts";
import { smallPolicy, UNSEEN, withClock, withDesk, withPromise } from "../../helpers/policy-unseen.ts";
import { isNamed, type Json, type Schema, schemasIn } from "../../helpers/schemas-in.ts";
import { keysOfTypes } from "../../helpers/type-keys.ts";
import { refusal } from "../refusals.ts";

const ajv = new Ajv2020({ strict: true, allErrors: true });
const validate = ajv.compile(schema);
const refusedBy = (document: unknown): unknown => (validate(document) ? [] : validate.errors);
const definitions = schema.$defs as unknown as { [name: string]: Schema };

const ALL = schemasIn(schema as unknown as Json);

describe("the schema", () => {
  it("is valid by the metaschema of 2020-12, and its id names no host", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema.$id).toBe("urn:ouvree:policy:1");
  });

  it("says of every key what it is, and of every noun what it is called", () => {
    const named = ALL.filter(([place]) => isNamed(place));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(([, { description }]) => typeof description !== "string").map(([place]) => place)).toEqual([]);
    expect(Object.entries(definitions).filter(([, { title }]) => typeof title !== "string")).toEqual([]);
  });

  it("closes every object of which it knows the keys", () => {
    const open = ALL.filter(
      ([place, { type, properties }]) => type === "object" && properties && !/\/(if|then)$/.test(place),
    );
    const left = open.filter(([, { additionalProperties }]) => additionalProperties !== false).map(([place]) => place);
    // Its kind says which of the closed ones a commitment is.
    expect(left).toEqual(["#/$defs/commitment"]);
  });

  it("shows only examples and defaults that it takes", () => {
    const shown = ALL.filter(([, { examples, default: usual }]) => examples !== undefined || usual !== undefined);
    expect(shown.length).toBeGreaterThan(20);
    for (const [place, { examples = [], default: usual }] of shown) {
      const part = ajv.compile({ $ref: `urn:ouvree:policy:1${place}` });
      for (const value of [...(examples as Json[]), ...(usual === undefined ? [] : [usual])])
        expect([place, value, part(value), part.errors]).toEqual([place, value, true, null]);
    }
  });

  it("has the keys of the types, and asks for those that must be there", () => {
    const types = keysOfTypes([
      "src/policy/documents/document-parts.ts",
      "src/policy/documents/document.ts",
      "src/policy/documents/promise-documents.ts",
      "src/schedule/definition.ts",
      "src/holidays/list.ts",
    ]);
    // What several have in common is no noun of its own.
    delete types["CommitmentBase"];
    const inSchema = Object.fromEntries(
      Object.entries(NOUNS).map(([type, noun]) => {
        const { properties = {}, required = [] } = noun as Schema;
        return [type, { keys: Object.keys(properties as Schema).sort(), required: [...(required as string[])].sort() }];
      }),
    );
    expect(inSchema).toEqual(types);
  });
});

/** What stands for each type with keys; a type without a name is called by the one around it. */
const NOUNS: Readonly<Record<string, unknown>> = {
  PolicyDocument: schema,
  PolicyVersionDocument: definitions["version"],
  CalendarRuleDocument: definitions["calendarRule"],
  "FactDocument/0": (definitions["fact"]!["anyOf"] as Json[])[1],
  MembersDocument: definitions["actor"],
  OutsideDocument: definitions["outside"],
  EventDocument: (definitions["eventMatch"]!["anyOf"] as Json[])[1],
  KindDocument: definitions["kind"],
  CommonEventsDocument: definitions["commonEvents"],
  ConditionDocument: definitions["condition"],
  HoursDocument: definitions["hours"],
  DaysDocument: definitions["days"],
  TableDocument: definitions["table"],
  ChangesDocument: definitions["changes"],
  TargetDocument: definitions["clock"],
  CarryOverDocument: definitions["carryOver"],
  CadenceDocument: definitions["cadence"],
  StandingDocument: definitions["standing"],
  AvailabilityDocument: definitions["availability"],
  AllowanceDocument: definitions["allowance"],
  "AllowanceDocument/0": (definitions["allowance"]!["properties"] as Schema)["minutes"],
  AllowanceFollowUpDocument: definitions["allowanceFollowUp"],
  FollowUpDocument: definitions["followUp"],
  DetectionDocument: definitions["detection"],
  ShareDocument: definitions["share"],
  CalendarDefinition: definitions["calendar"],
  VersionDefinition: definitions["calendarVersion"],
  "ClosureDefinition/0": definitions["closureOfSpan"],
  "ClosureDefinition/1": definitions["closureOfDate"],
  HolidayList: definitions["holidayList"],
  ListedHoliday: definitions["listedDate"],
  "ListedHoliday/0": definitions["listedNames"],
};

describe("the schema takes", () => {
  it("the preset", () => {
    expect(refusedBy(clipIndustrieDefinition)).toEqual([]);
  });

  it("a document that names it, and one whose calendars are in files", () => {
    expect(refusedBy(smallPolicy({ $schema: "node_modules/ouvree/schema/policy.schema.json" }))).toEqual([]);
    expect(refusedBy(smallPolicy({ calendars: { desk: "hours/desk.yaml" } }))).toEqual([]);
    expect(refusedBy(smallPolicy({ versions: [{ from: "2027-01-01", calendars: { desk: "desk.json" } }] }))).toEqual(
      [],
    );
  });

  it("every policy of the examples and of the pages", () => {
    const files = readdirSync("examples", { recursive: true, encoding: "utf8" }).filter((file) =>
      /(^|\/)policy\.(ya?ml|json)$/.test(file),
    );
    for (const file of files)
      expect([file, refusedBy(parse(readFileSync(join("examples", file), "utf8")))]).toEqual([file, []]);
    const pages = readdirSync("docs").filter((file) => file.endsWith(".md"));
    const policies = pages
      .flatMap((page) => readBlocks(page, readFileSync(join("docs", page), "utf8")))
      // A page may show a policy in parts.
      .filter(
        ({ language, code }) =>
          /^(ya?ml|json)$/.test(language) && /^\W*policy\W*:/m.test(code) && /^\W*commitments\W*:/m.test(code),
      );
    expect(policies.length).toBeGreaterThan(0);
    for (const { place, code } of policies) expect([place, refusedBy(parse(code))]).toEqual([place, []]);
  });
});

const DAY = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };
const SHARE = { kind: "share", where: { channel: "phone" } };
const DETECTION = {
  ...{ kind: "detection", kinds: ["incident"], start: "opened", of: "untrained", by: "recommendations" },
  ...{ count: null, months: null, within: null },
};

describe("the schema refuses", () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["a bare text for a target", withClock({ target: "48h" })],
    ["no hours", withClock({ target: { hours: "PT0S", count: "open" } })],
    ["less than no hours", withClock({ target: { hours: "-PT4H", count: "open" } })],
    ["days for hours", withClock({ target: { hours: "P1D", count: "open" } })],
    ["hours of which nothing says which count", withClock({ target: { hours: "PT4H" } })],
    ["less than a millisecond", withClock({ target: { hours: "PT0.0000001H", count: "open" } })],
    [
      "the closing of a closed day",
      withClock({ target: { days: "P3D", count: "working", until: "closing", rollToOpen: false } }),
    ],
    ["a key that it does not know", { comitments: {} }],
    ["no reopening", withClock({ reopening: undefined })],
    ["no stop", withClock({ stop: [] })],
    ["no calendar at all", { calendars: {}, calendar: undefined }],
    ["calendars without one", { calendars: {} }],
    ["a fact that every case has anyway", { facts: { customer: ["acme"] } }],
    ["a fact of the name of another", { facts: { kind: ["incident"] } }],
    ["a value of a fact twice", { facts: { priority: ["P1", "P1"] } }],
    ["an actor of whom nothing is said", { actors: { responder: { where: {} } } }],
    ["a rule that would always hit", { calendarRules: [{ when: {}, calendar: "desk" }] }],
    ["a period of no days", withPromise({ kind: "cadence", of: "publications", every: "P0D" })],
    ["a cadence without its figure", withPromise({ kind: "cadence", of: "publications" })],
    ["an availability without its goal", withPromise({ kind: "availability" })],
    ["a standing promise that names no goal", withPromise({ kind: "standing", promise: "form", goal: null })],
    ["kinds of case for surveys", withPromise({ ...SHARE, of: "customers.surveys", kinds: ["incident"] })],
    ["a share of events without kinds", withPromise({ ...SHARE, of: "opened" })],
    ["a share of which nothing says what counts", withPromise({ kind: "share", of: "customers.surveys", where: {} })],
    ["half a number", withPromise({ ...DETECTION, count: 1.5 })],
    ["hours after a date", withPromise({ ...DETECTION, within: { hours: "PT4H", count: "open" } })],
    ["a reading that changes readings", { readings: { a: "b" }, otherReadings: { a: { c: { readings: null } } } }],
    ["hours beside a union", withDesk({ union: [DAY] })],
    ["hours beside an intersection", withDesk({ intersection: [DAY] })],
    ["hours beside a difference", withDesk({ difference: [DAY, DAY] })],
    ["a name longer than that of any zone", withDesk({ timeZone: "A".repeat(41) })],
    ["a key of a week that goes on and on", withDesk({ week: { [Array(16).fill("mon").join(",")]: [] } })],
    ["more windows than a date has room for", withDesk({ week: { mon: Array(289).fill("09:00-17:00") } })],
    ["a difference of three", { calendars: { desk: { timeZone: "UTC", difference: [1, 2, 3].map(() => DAY) } } }],
    ["29 February in a common year", { versions: [{ from: "2026-02-29" }] }],
    ["one time of a part of a day", withDesk({ closures: [{ date: "2026-12-24", from: "12:00" }] })],
    ["a closure to a date that does not exist", withDesk({ closures: [{ from: "2026-02-01", to: "2026-02-30" }] })],
    ["a span from a date to a day of every year", withDesk({ closures: [{ from: "2026-12-24", to: "12-27" }] })],
  ])("%s, and so does the parser", (_, changes) => {
    const document = smallPolicy(changes);
    expect(validate(document)).toBe(false);
    refusal(() => definePolicy(document));
  });

  it("the key __proto__ wherever names are free, and so does the parser", () => {
    for (const place of [
      "calendars",
      "facts",
      "actors",
      "kinds",
      "conditions",
      "commitments",
      "readings",
      "otherReadings",
    ]) {
      const hostile = JSON.stringify(smallPolicy({ [place]: {} })).replace(
        `"${place}":{}`,
        `"${place}":{"__proto__":{}}`,
      );
      expect([place, validate(JSON.parse(hostile))]).toEqual([place, false]);
      refusal(() => definePolicy(JSON.parse(hostile)));
    }
  });
});

describe("what no schema sees", () => {
  it.each(UNSEEN)("$why: $code", ({ code, expected = /./, received = /./, example }) => {
    const document = smallPolicy(example);
    expect(refusedBy(document)).toEqual([]);
    const { issues } = refusal(() => definePolicy(document));
    expect(issues).toMatchObject([
      { code, expected: expect.stringMatching(expected), received: expect.stringMatching(received) },
    ]);
  });
});
