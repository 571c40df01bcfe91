/**
 * A report in which every text is hostile: ids of cases, kinds, customers, facts, modules, commitments, titles, readings, the
 * policy's name, technicians, files.
 */
import { definePolicy, evaluate, type Policy, type PolicyDocument } from "../../../../src/index.ts";
import { judgeGoals, privateReport, type Report } from "../../../../src/report/index.ts";
import { at } from "../../evaluation/telling.ts";

/** Texts that somebody may put where an id is expected. */
export const HOSTILE: Readonly<Record<string, string>> = {
  formula: '=cmd|" /C calc"!A0',
  "formula at": "@SUM(1+1)*cmd|' /C calc'!A0",
  "formula behind spaces": "  +1+1",
  "formula on a second line": "a\n-1+1",
  "XML marks": `<a b="c">&'</a>`,
  "the end of CDATA": "]]><x/>",
  "a comment": '--><!-- <!DOCTYPE x [<!ENTITY y SYSTEM "z">]> &y;',
  "control characters": "a\u0000b\u0001\u0008\u000b\u000c\u001f\u007f\u0085\u009f",
  "what XML does not allow": "\ufffe\uffff",
  HTML: "<img src=x onerror=alert(1)><script>alert(2)</script>",
  Markdown: "**a** _b_ [c](http://d) ![e](f) # g - h\n\n> i\n| j | k |\n|--|--|",
  "the end of a span of code": "` <b> ``c`` ```d``` \\`e\\` |",
  "bars of a table": "a|b\\|c\\\\|d||",
  "a mention": "@everyone #1 GH-1 http://a.example www.b.example c@d.example",
  "workflow commands": "::error::a\n::add-mask::b\r\n::set-output name=c::d",
  "a workflow command behind spaces": "  ::stop-commands::x",
  "old workflow commands": "a ##[add-mask]b ##[group]c",
  "commands of another build server": "##vso[task.setvariable variable=a]b ##teamcity[c]",
  "properties of a command": "a,file=b,line=1::c%0Ad%",
  "terminal escapes": "\u001b[2J\u001b]0;a\u0007\u001b]8;;http://b\u001b\\c\u009b31m",
  "bidi marks": "\u202eabc\u202c\u2066\u2069\u200e\u200f\u061c",
  newlines: "\r\na\nb\rc\u2028d\u2029\n",
  "lone surrogates": "a\ud800b\udc00c\udfff",
  "a pair and halves": "😀\ud83d\ude00\ude00",
  "SARIF links and placeholders": "[a](http://b) {0} {1} \\[c]",
  "JSON marks": '"}],"x":[{"\\"',
  "a path": "../../etc/passwd?a#b:c%2e\\d",
  "names of objects": "__proto__",
  long: "x".repeat(5000),
  spaces: " a  b ",
};

/** A policy, cases and a register full of one text; everybody is shown. */
export function hostileReport(text: string): Report {
  const policy = hostilePolicy(text);
  const customer = { id: `${text}c`, contract: { from: "2030-01-01" }, contacts: ["x"], surveys: [] };
  const register = {
    customers: [customer, { id: "b", contacts: [], trained: [{ module: text, date: text }] }],
    staff: [{ id: `${text}s`, from: "2020-01-01", trainings: [{ date: "2020-01-01" }] }],
  };
  const events = (end: string): object[] => [
    { type: `${text}o`, at: at("06-01 10:00"), person: `${text}p`, by: text },
    { type: `${text}s`, at: at(`06-01 ${end}`), person: text },
    { type: text, at: text },
  ];
  const one = (id: string, end: string): object => ({
    id,
    kind: `${text}k`,
    customer: `${text}c`,
    priority: text,
    module: text,
    events: events(end),
  });
  const cases = [one(text, "13:00"), one(`${text}2`, "11:00"), one(`${text}3`, "14:00"), one(`${text}3`, "14:00")];
  const evaluation = evaluate(policy, cases as never, {
    asOf: at("06-30 18:00"),
    register: register as never,
    by: ["month", "customer", "kind"],
    tzdata: text,
    // One event of each case can be read by nobody: what it could be is not the question here.
    ignoreUnknown: true,
  });
  const report: Report = {
    policy,
    evaluation,
    verdicts: judgeGoals(evaluation, { byId: new Map() }),
    places: new Map([[text, { file: text, line: 7 }]]),
  };
  return privateReport(report, { show: ["customers", "persons"] });
}

function hostilePolicy(text: string): Policy {
  const clock = {
    kind: "target",
    title: text,
    kinds: [`${text}k`],
    start: `${text}o`,
    stop: `${text}s`,
    reopening: "ignore",
    target: { hours: "PT2H", count: "open" },
    conditions: ["known"],
  };
  return definePolicy({
    policy: text,
    calendar: "always",
    calendars: { always: { timeZone: "Europe/Paris", week: { "mon-sun": ["00:00-24:00"] } } },
    kinds: { [`${text}k`]: { events: [`${text}o`, `${text}s`] } },
    conditions: { known: { check: "person-is-contact", otherwise: "warn" } },
    readings: { [`${text}r`]: text },
    commitments: {
      [`${text}1`]: clock,
      [`${text}2`]: { ...clock, goal: 0.1 },
      [`${text}3`]: { kind: "cadence", title: text, of: "staff.trainings", every: "P1Y" },
    },
  } as unknown as PolicyDocument);
}
