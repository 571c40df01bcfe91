/**
 * A report in which every text that comes from outside wants to be code.
 */
import { clipIndustrieDefinition } from "../../../../src/charters/clip-industrie.ts";
import { definePolicy, evaluate, type PolicyDocument } from "../../../../src/index.ts";
import { judgeGoals, type Report, worstSegments } from "../../../../src/report/index.ts";

/** Texts that want to be code. */
export const HOSTILE_TEXTS: readonly string[] = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(2)>`,
  "'; background:url(https://example.invalid/x)",
  "</style></title></svg><base href=https://example.invalid/>",
  "javascript:alert(3)",
  "\u202ereversed\u0000\u001b[31m",
  "]]>&amp;<!--",
];
const all = HOSTILE_TEXTS.join(" ");

/** The report. */
export function hostileReport(): Report {
  const { desk } = clipIndustrieDefinition.calendars;
  const holidays = HOSTILE_TEXTS.map((name, i) => ({ date: `2026-06-0${i + 2}`, name }));
  const document: PolicyDocument = {
    ...clipIndustrieDefinition,
    policy: all,
    title: all,
    calendars: {
      ...clipIndustrieDefinition.calendars,
      desk: { ...desk!, holidays: [{ dates: holidays, from: "2025-01-01", to: "2027-12-31" }], closures: [] },
    },
    commitments: Object.fromEntries(
      Object.entries(clipIndustrieDefinition.commitments).map(([id, one]) => [id, { ...one, title: all }]),
    ) as PolicyDocument["commitments"],
  };
  const policy = definePolicy(document);
  const cases = HOSTILE_TEXTS.map((text) => ({
    id: text,
    kind: "anomaly",
    customer: text,
    events: [
      { type: "called", at: "2026-06-01T16:00:00+02:00" },
      { type: "assisted", at: "2026-06-15T12:00:00+02:00" },
    ],
  }));
  const customers = HOSTILE_TEXTS.map((id) => ({ id, contract: { from: "2026-01-01", to: "2026-12-31", paid: true } }));
  const register = { customers };
  const evaluation = evaluate(policy, cases, { asOf: "2026-07-01T00:00:00+02:00", register, tzdata: all });
  const verdicts = judgeGoals(evaluation, { byId: new Map() });
  const places = new Map(HOSTILE_TEXTS.map((id, i) => [id, { file: all, line: i + 1 }]));
  const report = { policy, evaluation, verdicts, cases, places };
  return { ...report, segments: worstSegments(report, register) };
}
