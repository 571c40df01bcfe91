/**
 * The rules that real files taught, one by one. Expected values are worked out by hand from docs/importing.md.
 */
import { describe, expect, test } from "vitest";
import { importCasesSync, type Mapping } from "../../../../src/import/index.ts";
import { eventsOfChange } from "../../../../src/import/mapped/state-words.ts";

const lines = (...all: readonly string[]): Uint8Array => new TextEncoder().encode(`${all.join("\n")}\n`);

const STATES: Mapping = {
  import: "desk",
  case: { id: "id", kind: "request" },
  is: { waiting: ["Pending"], started: ["Working"], resolved: ["Solved"], closed: "Closed", open: ["New", "Open"] },
  states: { from: "state", at: "at", begins: "opened" },
};

function read(mapping: Mapping, ...files: readonly Uint8Array[]) {
  return importCasesSync(
    files.map((bytes, i) => ({ name: `f${i + 1}.csv`, bytes })),
    { mapping },
  );
}

/** The events of the first case, in short. */
function told(found: ReturnType<typeof read>): string[] {
  return found.cases[0]!.events.map(
    ({ type, at, seq }) => `${type} ${String(at).slice(11, 16)}${seq === undefined ? "" : ` #${seq}`}`,
  );
}

describe("states become events", () => {
  test.each([
    [undefined, "open", []],
    [undefined, "waiting", ["waiting"]],
    ["open", "open", []],
    ["open", "waiting", ["waiting"]],
    ["waiting", "waiting", []],
    ["waiting", "open", ["resumed"]],
    ["waiting", "resolved", ["resumed", "resolved"]],
    ["waiting", "started", ["resumed", "started"]],
    ["resolved", "closed", ["closed"]],
    ["closed", "resolved", []],
    ["resolved", "open", ["reopened"]],
    ["closed", "waiting", ["reopened", "waiting"]],
    ["resolved", "started", ["reopened", "started"]],
    ["cancelled", "open", ["reopened"]],
  ])("%s, then %s", (before, after, events) => {
    expect(eventsOfChange(before, after)).toEqual(events);
  });

  test("a repeated state is none; two in one minute keep the order of the file", () => {
    const found = read(
      STATES,
      lines(
        "id,state,at",
        "1,New,2026-05-11T09:00Z",
        "1,Pending,2026-05-11T09:05Z",
        "1,Pending,2026-05-11T09:30Z",
        "1,Open,2026-05-11T10:00Z",
        "1,Solved,2026-05-11T10:00Z",
      ),
    );
    expect(told(found)).toEqual(["opened 09:00", "waiting 09:05", "resumed 10:00 #1", "resolved 10:00 #2"]);
  });

  test("newest first: also within a minute", () => {
    const found = read(
      STATES,
      lines(
        "id,state,at",
        "1,Solved,2026-05-11T10:00Z",
        "1,Open,2026-05-11T10:00Z",
        "1,Pending,2026-05-11T09:05Z",
        "1,New,2026-05-11T09:00Z",
      ),
    );
    expect(told(found)).toEqual(["opened 09:00", "waiting 09:05", "resumed 10:00 #1", "resolved 10:00 #2"]);
  });

  test("the log's own counter goes before the order of the file", () => {
    const mapping = { ...STATES, states: { ...STATES.states!, seq: "n" } };
    const found = read(
      mapping,
      lines(
        "id,state,at,n",
        "1,New,2026-05-11T09:00Z,1",
        "1,Solved,2026-05-11T10:00Z,3",
        "1,Pending,2026-05-11T10:00Z,2",
      ),
    );
    expect(told(found)).toEqual(["opened 09:00", "waiting 10:00 #1", "resumed 10:00 #2", "resolved 10:00 #3"]);
  });

  test("a file twice, or in two parts, is one history", () => {
    const whole = [
      "1,New,2026-05-11T09:00Z",
      "1,Pending,2026-05-11T10:00Z",
      "1,Open,2026-05-11T10:00Z",
      "1,Solved,2026-05-11T11:00Z",
    ];
    const once = told(read(STATES, lines("id,state,at", ...whole)));
    expect(told(read(STATES, lines("id,state,at", ...whole), lines("id,state,at", ...whole)))).toEqual(once);
    expect(
      told(read(STATES, lines("id,state,at", ...whole.slice(0, 3)), lines("id,state,at", ...whole.slice(1)))),
    ).toEqual(once);
    expect(once).toEqual(["opened 09:00", "waiting 10:00 #1", "resumed 10:00 #2", "resolved 11:00"]);
  });
});

describe("texts that the mapping does not name", () => {
  test("are listed with their rows and the nearest name, and the history is incomplete", () => {
    const found = read(
      STATES,
      lines("id,state,at", "1,New,2026-05-11T09:00Z", "1,Solvd,2026-05-11T10:00Z", "2,Solvd,2026-05-11T10:00Z"),
    );
    expect(found.unknown).toEqual([{ what: "state", value: "Solvd", rows: 2, nearest: "Solved" }]);
    expect(found.cases.map(({ mayMissEvents }) => mayMissEvents)).toEqual([true, true]);
    expect(found.rows).toEqual({ read: 3, used: 1, leftOut: 0, reported: 2 });
  });

  test("letter case and the form of accents do not count", () => {
    const mapping: Mapping = { ...STATES, is: { waiting: "R\u00e9ponse attendue", open: "*" } };
    const found = read(mapping, lines("ID,State,AT", "1,re\u0301PONSE attendue,2026-05-11T09:00Z"));
    expect(told(found)).toEqual(["opened 09:00", "waiting 09:00"].map((each, i) => `${each} #${i + 1}`));
  });
});

describe("the state that a case is in now", () => {
  const mapping: Mapping = {
    import: "desk",
    case: { id: "id", kind: "request" },
    is: { waiting: "Pending", resolved: "Solved", open: "Open" },
    events: { opened: "opened", resolved: "resolved" },
    current: { from: "status" },
  };
  test.each([
    ["Solved", "", "it is resolved, and its events do not say since when"],
    ["Pending", "", "it is waiting, and its events do not say since when"],
    ["Open", "2026-05-11T10:00Z", "it is open again, and its events do not say since when"],
    ["Pending", "2026-05-11T10:00Z", "it is waiting, and its events do not say since when"],
    ["Solved", "2026-05-11T10:00Z", undefined],
    ["Open", "", undefined],
  ])("%s, resolved at %s", (status, resolved, why) => {
    const found = read(mapping, lines("id,status,opened,resolved", `1,${status},2026-05-11T09:00Z,${resolved}`));
    expect(Object.keys(found.incomplete)).toEqual(why === undefined ? [] : [why]);
    expect(found.cases[0]!.mayMissEvents).toBe(why === undefined ? undefined : true);
  });
});

describe("rows", () => {
  const mapping: Mapping = {
    import: "desk",
    case: { id: "id", kind: { from: "type", values: { Incident: "incident", Demande: "request", Test: null } } },
    where: { hidden: { not: "yes" } },
    events: { opened: "opened" },
  };

  test("read = used + left out + reported, whatever they are", () => {
    const found = read(
      mapping,
      lines(
        "id,type,hidden,opened",
        "1,Incident,no,2026-05-11T09:00Z",
        "2,Incident,yes,2026-05-11T09:00Z",
        "3,Incident,no,soon",
        "4,Problem,no,2026-05-11T09:00Z",
        "5,Incident,no,2026-05-11T09:00Z,more",
        ",Incident,no,2026-05-11T09:00Z",
        "6,incident,no,2026-05-11T09:00Z",
      ),
    );
    expect(found.rows).toEqual({ read: 7, used: 2, leftOut: 1, reported: 4 });
    expect(found.cases.map(({ id, kind }) => `${id} ${kind}`)).toEqual(["1 incident", "3 incident", "6 incident"]);
    expect([...found.marred].sort()).toEqual(["3", "4"]);
    expect(found.cases[1]!.events).toEqual([{ type: "opened", at: "soon" }]);
  });

  test("each refused row is handed out with its line, its cells and the reason", () => {
    const rejected: string[] = [];
    importCasesSync([{ name: "a.csv", bytes: lines("id,type,hidden,opened", "1,Incident,no,soon") }], {
      mapping,
      onReject: ({ file, line, reason, value }) => rejected.push(`${file}:${line} ${JSON.stringify(value)} ${reason}`),
    });
    expect(rejected).toEqual(['a.csv:2 ["1","Incident","no","soon"] "soon" is no time of the form iso']);
  });

  test("ids: blanks of grouping go, leading zeros stay, numbers of JSON are their digits", () => {
    const csv = read(
      { ...mapping, case: { id: "id", kind: "x" }, where: undefined } as unknown as Mapping,
      lines("id,opened", "5\u00a0732\u202f943,2026-05-11T09:00Z", "0012,2026-05-11T09:00Z", "12 34,2026-05-11T09:00Z"),
    );
    expect(csv.cases.map(({ id }) => id)).toEqual(["5732943", "0012", "12 34"]);
    const json = read(
      { ...mapping, case: { id: "id", kind: "x" }, where: undefined } as unknown as Mapping,
      lines('[{"id":12,"opened":"2026-05-11T09:00Z"},', '{"id":12345678901234567890,"opened":"2026-05-11T09:00Z"}]'),
    );
    expect(json.cases.map(({ id }) => id)).toEqual(["12"]);
    expect(json.rows).toMatchObject({ read: 2, used: 1, reported: 1 });
  });

  test("two rows of one id that contradict each other are told, and neither is counted", () => {
    const found = read(
      { ...mapping, where: undefined } as unknown as Mapping,
      lines(
        "id,type,opened",
        "1,Incident,2026-05-11T09:00Z",
        "1,Demande,2026-05-11T09:00Z",
        "1,Incident,2026-05-11T09:00Z",
      ),
    );
    expect(found.cases.map(({ id, kind }) => `${id} ${kind}`)).toEqual(["1 incident", "1 request"]);
    expect(found.files[0]!.problems.map(({ message }) => message)).toEqual([
      'f1.csv:3, column kind: "request" is not the kind of case "1", which is "incident" in line 2; none of them is counted',
    ]);
  });
});

describe("tables as they come", () => {
  const mapping: Mapping = { import: "desk", case: { id: "id", kind: "x" }, events: { opened: "opened" } };

  test.each([
    ["a bar", ["id|opened", "1|2026-05-11T09:00Z"], "bar"],
    ["a tab", ["id\topened", "1\t2026-05-11T09:00Z"], "tab"],
    ["a delimiter inside quotes of the header", ['"id","a;b;c;d",opened', "1,x,2026-05-11T09:00Z"], "comma"],
    ["sep=, which is no header", ["sep=;", "id;opened", "1;2026-05-11T09:00Z"], "semicolon"],
    ["a header that repeats", ["id,label,label,opened", "1,a,b,2026-05-11T09:00Z"], "comma"],
  ])("%s", (_, text, delimiter) => {
    const found = read(mapping, lines(...text));
    expect(told(found)).toEqual(["opened 09:00"]);
    expect(found.found[0]!.found["delimiter"]).toBe(delimiter);
  });

  test("lines above the header", () => {
    expect(
      told(read({ ...mapping, read: { skip: 2 } }, lines("Report of May", "", "id,opened", "1,2026-05-11T09:00Z"))),
    ).toEqual(["opened 09:00"]);
  });

  test("quotes behind a backslash, as PHP writes them: refused with the cure, and read where it is said", () => {
    const text = lines("id,title,opened", '1,"a \\"big\\" one, yes",2026-05-11T09:00Z');
    expect(read(mapping, text).files[0]!.problems[0]!.message).toMatch(/quotes do not balance.*quotes: backslash/);
    const withTitle: Mapping = { ...mapping, read: { quotes: "backslash" }, facts: { title: "title" } };
    expect(read(withTitle, text).cases[0]).toMatchObject({ title: 'a "big" one, yes' });
  });

  test("a column that is not there is refused, with the nearest", () => {
    expect(() => read({ ...mapping, events: { opened: "openend" } }, lines("id,opened", "1,x"))).toThrow(
      'f1.csv: the file has no column "openend"; did you mean "opened"?; its columns are "id, opened"',
    );
  });
});

describe("messages", () => {
  const mapping: Mapping = {
    import: "desk",
    read: { list: "tickets" },
    case: { id: "id", kind: "request" },
    events: { opened: "created_at" },
    messages: {
      each: "comments",
      at: "at",
      side: { from: "by", customer: { same: "requester" }, nobody: ["bot"], desk: "*" },
      public: { from: "public", is: [true] },
    },
  };

  test("a comment is a reply by who wrote it, and to whom", () => {
    const comment = (at: string, by: string, isPublic = true) => ({ at: `2026-05-11T${at}Z`, by, public: isPublic });
    const ticket = {
      id: 1,
      requester: "ann",
      created_at: "2026-05-11T09:00Z",
      comments: [
        comment("09:01", "bot"),
        comment("09:10", "ben", false),
        comment("09:20", "ann"),
        comment("09:40", "ben"),
      ],
    };
    const found = read(mapping, lines(JSON.stringify({ users: [{ id: 1 }], tickets: [ticket] })));
    expect(told(found)).toEqual(["opened 09:00", "answered 09:20", "replied 09:40"]);
  });

  test("in a file of their own, joined by the case", () => {
    const joined: Mapping = {
      import: "desk",
      case: { id: "id", kind: "request" },
      events: { opened: "opened" },
      files: {
        "comments*.csv": {
          case: { id: "ticket" },
          messages: { at: "at", side: { from: "role", customer: "end-user", desk: ["agent", "admin"] } },
        },
      },
    };
    const found = importCasesSync(
      [
        {
          name: "comments-2026.csv",
          bytes: lines(
            "ticket,at,role",
            "1,2026-05-11T09:30Z,agent",
            "9,2026-05-11T09:30Z,agent",
            "1,2026-05-11T09:40Z,robot",
          ),
        },
        { name: "tickets.csv", bytes: lines("id,opened", "1,2026-05-11T09:00Z") },
      ],
      { mapping: joined },
    );
    expect(found.cases).toHaveLength(1);
    expect(told(found)).toEqual(["replied 09:30", " 09:40", "opened 09:00"]);
    expect(found.strangers).toBe(1);
    expect(found.unknown).toMatchObject([{ what: "author of a message", value: "robot", rows: 1 }]);
    expect(found.found.map(({ joined: pattern }) => pattern)).toEqual(["comments*.csv", undefined]);
  });
});

test("JSON: one document, pages one a line or one after the other, and records a line are the same cases", () => {
  const mapping: Mapping = {
    import: "desk",
    read: { list: "data.tickets" },
    case: { id: "id", kind: "request" },
    events: { opened: "at" },
  };
  const [one, two] = [1, 2].map((id) => ({ id, at: "2026-05-11T09:00Z", note: 'a "]" and a \\ in it' }));
  const page = (...tickets: readonly unknown[]): string =>
    JSON.stringify({ errors: [], data: { count: 2, tickets }, users: [{ id: 9 }] });
  const cases = read(mapping, lines(page(one, two))).cases;
  expect(cases.map(({ id }) => id)).toEqual(["1", "2"]);
  expect(read(mapping, lines(page(one), page(two))).cases).toEqual(cases);
  expect(read(mapping, lines(page(one) + page(two))).cases).toEqual(cases);
  expect(read(mapping, lines(JSON.stringify(JSON.parse(page(one, two)), null, 2))).cases).toEqual(cases);
  expect(read(mapping, lines(JSON.stringify(one), JSON.stringify(two))).cases).toEqual(cases);
  expect(() => read(mapping, lines(page(one, two).slice(0, -30)))).toThrow(/ends in the middle/);
  expect(() => read(mapping, lines('{"data":{"ticket":[]}}'))).toThrow(/nothing at "data.tickets"/);
});

describe("hours that the clocks repeat and skip", () => {
  test("are counted", () => {
    const mapping: Mapping = {
      import: "desk",
      zone: "Europe/Paris",
      case: { id: "id", kind: "x" },
      events: { opened: "opened" },
    };
    // 29 March 2026: 2:00 to 3:00 is skipped; 25 October: 2:00 to 3:00 comes twice.
    const found = read(
      mapping,
      lines("id,opened", "1,2026-03-29 02:30", "2,2026-10-25 02:30", "3,2026-10-25 03:00", "4,2026-05-11 02:30"),
    );
    expect({ twice: found.twice, never: found.never }).toEqual({ twice: 1, never: 1 });
    expect(found.cases.map(({ events }) => events[0]!.at)).toEqual([
      "2026-03-29T01:00:00.000Z",
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T02:00:00.000Z",
      "2026-05-11T00:30:00.000Z",
    ]);
  });
});

describe("forms of times", () => {
  test.each([
    ["iso", "2026-06-01T12:00:00-0600", "2026-06-01T18:00:00.000Z"],
    ["iso", "2026-06-01 12:00:00 +0200", "2026-06-01T10:00:00.000Z"],
    ["iso", "2026-06-01 12:00:00 UTC", "2026-06-01T12:00:00.000Z"],
    ["iso", "2026-06-01T12:00:00.123456Z", "2026-06-01T12:00:00.123Z"],
    ["dd/MMM/yy hh:mm a", "11/May/24 03:26 PM", "2024-05-11T13:26:00.000Z"],
    ["dd/MMM/yy hh:mm a", "11/May/24 12:05 AM", "2024-05-10T22:05:00.000Z"],
    ["dd/MMM/yy hh:mm a", "11/May/24 12:05\u202fa.m.", "2024-05-10T22:05:00.000Z"],
    ["dd-MM-yyyy HH:mm", "29-02-2016 09:10", "2016-02-29T08:10:00.000Z"],
    ["M/d/yyyy HH:mm", "6/21/2025 16:14", "2025-06-21T14:14:00.000Z"],
    ["excel", "46091,375", "2026-03-10T08:00:00.000Z"],
    ["excel", "46091.375", "2026-03-10T08:00:00.000Z"],
    ["epoch-s", "1778490000", "2026-05-11T09:00:00.000Z"],
    ["epoch-ms", "1778490000123", "2026-05-11T09:00:00.123Z"],
    ["yyyy-MM-dd", "1970-01-02", "1970-01-01T23:00:00.000Z"],
  ])("%s: %s", (times, text, at) => {
    const mapping: Mapping = {
      import: "desk",
      times,
      zone: "Europe/Paris",
      read: { delimiter: "|" },
      case: { id: "id", kind: "x" },
      events: { opened: "opened" },
    };
    expect(read(mapping, lines("id|opened", `1|${text}`)).cases[0]!.events[0]!.at).toBe(at);
  });

  test.each([
    ["dd/MM/yyyy", "13/13/2026"],
    ["dd/MM/yyyy", "31/02/2026"],
    ["iso", "2026-02-30T09:00Z"],
    ["iso", "11/05/2026 09:00"],
    ["excel", "46091x"],
    ["epoch-s", "17784900001778490"],
  ])("%s is not %s: a bad row", (times, text) => {
    const mapping: Mapping = {
      import: "desk",
      times,
      zone: "Europe/Paris",
      case: { id: "id", kind: "x" },
      events: { opened: "opened" },
    };
    const found = read(mapping, lines("id;opened", `1;${text}`));
    expect(found.rows).toMatchObject({ read: 1, reported: 1 });
    expect(found.cases[0]!.events[0]!.at).toBe(text);
  });
});
