/**
 * CSV as text: line ends, quotes, delimiters, and rows that are no rows. Lines are counted as an editor counts them.
 */

import { describe, expect, it } from "vitest";
import { processorMs } from "../../helpers/processor-time.ts";
import { expectRefusal, HARMFUL } from "../refusals.ts";
import { EVENT_HEADER, events, ids, lines, problems, read, readable } from "./reading.ts";

const A = "A,anomaly,called,2026-06-01T10:00:00Z";
const B = "B,anomaly,called,2026-06-02T10:00:00Z";
const BAD = "C,anomaly,called,soon";

describe("line ends", () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["a lone CR", "\r"],
  ])("may be %s, with the last one or without", (_name, end) => {
    for (const tail of ["", end]) {
      const told = read([EVENT_HEADER, A, B, BAD].join(end) + tail);
      expect(readable(told)).toEqual(["A", "B"]);
      expect(problems(told)).toEqual(["file.bad-instant 4 at"]);
      expect(told.rows).toBe(3);
    }
  });

  it.each([
    ["a header of CRLF on rows of LF", `${EVENT_HEADER}\r\n${A}\n${B}\n${BAD}\n`],
    ["a header of LF on rows of CRLF", `${EVENT_HEADER}\n${A}\r\n${B}\r\n${BAD}\r\n`],
    ["one CRLF among LF", `${EVENT_HEADER}\n${A}\r\n${B}\n${BAD}\n`],
  ])("may be mixed: %s", (_name, text) => {
    const told = read(text);
    expect(readable(told)).toEqual(["A", "B"]);
    expect(problems(told)).toEqual(["file.bad-instant 4 at"]);
  });

  it("count in line numbers when the lines are blank, and make no rows", () => {
    const told = read(`${EVENT_HEADER}\n\n${A}\n\n  \n${BAD}\n\n`);
    expect(problems(told)).toEqual(["file.bad-instant 6 at"]);
    expect([told.rows, told.badRows]).toEqual([2, 1]);
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("count in line numbers when they stand in quotes: %s", (_name, end) => {
    const text = [`${EVENT_HEADER},note`, `${A},"one${end}two${end}three"`, `${BAD},`, `${B},"${end}"`, `${BAD},`];
    const told = read(text.join(end));
    // Line 2 to 4 is A; C stands on 5, B on 6 and 7, the second C on 8.
    expect(problems(told)).toEqual(["file.bad-instant 5 at", "file.bad-instant 8 at"]);
    // Line ends inside a cell may be made the same; they are not lost.
    expect(String((told.cases[0] as Record<string, unknown> | undefined)?.["note"]).replaceAll("\r\n", "\n")).toBe(
      "one\ntwo\nthree",
    );
  });

  it("may come before the header", () => {
    const told = read(`\n\n${lines(EVENT_HEADER, A, BAD)}`);
    expect(events(told, "A")).toHaveLength(1);
    expect(problems(told)).toEqual(["file.bad-instant 5 at"]);
  });

  it("may come before a header with semicolons", () => {
    const told = read(`\n${lines(EVENT_HEADER, A).replaceAll(",", ";")}`);
    expect(ids(told)).toEqual(["A"]);
  });
});

describe("a byte order mark", () => {
  it.each([EVENT_HEADER, '"case",kind,event,at', "case;kind;event;at"])("before %s is no part of it", (header) => {
    const row = header.includes(";") ? A.replaceAll(",", ";") : A;
    const told = read(`\ufeff${lines(header, row)}`);
    expect(told.issues).toEqual([]);
    expect(ids(told)).toEqual(["A"]);
  });
});

describe("delimiters", () => {
  it.each([",", ";", "\t"])("%j is found by the header", (delimiter) => {
    const told = read(lines(EVENT_HEADER, A, B).replaceAll(",", delimiter));
    expect(told.issues).toEqual([]);
    expect(ids(told)).toEqual(["A", "B"]);
  });

  it("of another sort in cells change nothing", () => {
    const told = read(lines("case;kind;event;at;subject", "A;anomaly;called;2026-06-01T10:00:00Z;one, two,\tthree, 4"));
    expect(told.cases[0]).toMatchObject({ subject: "one, two,\tthree, 4" });
  });

  it("in quotes are part of the cell", () => {
    const told = read(lines("case,kind,event,at,subject", 'A,anomaly,called,2026-06-01T10:00:00Z,"a, ""b"", c;d"'));
    expect(told.cases[0]).toMatchObject({ subject: 'a, "b", c;d' });
  });

  it("that are not known leave one long column, which the refusal shows", () => {
    expectRefusal(() => read(lines(EVENT_HEADER, A).replaceAll(",", "|")), {
      code: "file.missing-column",
      message: /case\|kind\|event\|at/,
    });
  });
});

describe("headers", () => {
  it("may have spaces around their names, and capitals", () => {
    const told = read(lines(" Case , KIND ,Event, At ", A));
    expect(told.issues).toEqual([]);
    expect(ids(told)).toEqual(["A"]);
  });

  it.each([
    ["kind,event,at", /"case"/],
    ["case,event,at", /"kind"/],
    ["case,kind,at", /"event"/],
    ["case,kind,event", /"at"/],
    ["case,kind,evnet,at", /"event".*did you mean "evnet"|"event".*"?evnet/],
  ])("without a column are refused by the column's name: %s", (header, message) => {
    expectRefusal(() => read(lines(header, "a,b,c,d")), { code: "file.missing-column", message });
  });

  it("name the file and the line", () => {
    expectRefusal(() => read("kind,event,at\n"), { code: "file.missing-column", message: /tickets\.csv:1/ });
  });

  it("that name a column twice are refused: which one counts would be a guess", () => {
    expectRefusal(() => read(lines("case,kind,event,at,at", `${A},2026-06-01T10:00:00Z`)), {
      code: "file.missing-column",
      message: /"at".*twice/,
    });
  });

  it("of an empty file are missing", () => {
    for (const text of ["", "\n", "\ufeff", "  \n\t\n"])
      expectRefusal(() => read(text), { code: "file.missing-column", message: /"case"/ });
  });

  it("alone are a file without cases", () => {
    for (const text of [EVENT_HEADER, `${EVENT_HEADER}\n`])
      expect(read(text)).toMatchObject({ cases: [], issues: [], rows: 0, badRows: 0 });
  });

  it("called like members of every object are columns like others, and pollute nothing", () => {
    const header = `${EVENT_HEADER},__proto__,constructor,tostring,prototype`;
    const told = read(lines(header, `${A},polluted,polluted,polluted,polluted`, `${B},,,,`));
    expect(ids(told)).toEqual(["A", "B"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    for (const one of told.cases) {
      expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
      for (const event of one.events) expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
    }
    expect(Object.hasOwn(told.cases[1] ?? {}, "constructor")).toBe(false);
  });
});

describe("rows that are no rows", () => {
  it("are reported when they are ragged, with both counts, and the rest goes on", () => {
    const told = read(lines(EVENT_HEADER, "A,anomaly,called", `${B},more,and more`, B));
    expect(problems(told)).toEqual(["file.bad-row 2", "file.bad-row 3"]);
    expect(told.issues[0]?.message).toMatch(/^tickets\.csv:2: .*3.*4/);
    expect(told.issues[1]?.message).toMatch(/^tickets\.csv:3: .*6.*4/);
    expect(ids(told)).toEqual(["B"]);
    expect([told.rows, told.badRows]).toEqual([3, 2]);
  });

  it("are reported from the line on which a quote is left open", () => {
    const told = read(lines(EVENT_HEADER, A, `"${B}`, BAD));
    expect(problems(told)).toEqual(["file.bad-row 3", "file.bad-instant 4 at"]);
    expect(told.issues[0]?.message).toMatch(/^tickets\.csv:3: .*quote/);
    expect(readable(told)).toEqual(["A"]);
    expect([told.rows, told.badRows]).toEqual([3, 2]);
  });

  it("are reported when a quote is closed too early, or is never closed, and the rest goes on", () => {
    for (const cell of ['"half" quoted', '"never closed']) {
      const told = read(lines(`${EVENT_HEADER},note`, `${A},${cell}`, `${B},whole`));
      expect(problems(told)).toEqual(["file.bad-row 2"]);
      expect(ids(told)).toEqual(["B"]);
      expect([told.rows, told.badRows]).toEqual([2, 1]);
    }
  });

  it("are all reported, in no endless time, when every one of 20,000 is badly quoted", () => {
    const told = read(lines(`${EVENT_HEADER},note`, ...Array.from({ length: 20_000 }, () => `${A},"half" quoted`)));
    expect(told.badRows).toBeGreaterThan(0);
    expect(told.cases).toEqual([]);
  });

  it("do not come of a quote inside a cell that does not begin with one", () => {
    const told = read(lines(`${EVENT_HEADER},note`, `${A},a 5" screen`, B.concat(',24"')));
    expect(told.issues).toEqual([]);
    expect(told.cases).toMatchObject([{ note: 'a 5" screen' }, { note: '24"' }]);
  });

  it("carry no whole row and no control character into a message", () => {
    const told = read(lines(EVENT_HEADER, `A,anomaly,called,\u001b[31m\u202e\u061c\u0007${"secret".repeat(50)}`));
    const message = told.issues[0]?.message ?? "";
    expect(message).toContain("tickets.csv:2, column at");
    expect(message).not.toMatch(HARMFUL);
    expect(message.length).toBeLessThan(400);
  });
});

describe("hostile sizes", () => {
  const inTime = (ms: number, act: () => void): void => {
    const start = processorMs();
    act();
    expect(processorMs() - start).toBeLessThan(ms);
  };
  const LONG = 100_000;

  it.each([
    ["digits", "1".repeat(LONG)],
    ["spaces and a letter", `${" ".repeat(LONG)}x`],
    ["quotes", '""'.repeat(LONG / 2)],
    ["a time that does not end", `2026-06-01T10:00:00.${"0".repeat(LONG)}Z`],
    ["hyphens", "-".repeat(LONG)],
  ])("a cell of 100,000 %s is read or reported at once", (_name, cell) => {
    inTime(1000, () => {
      const told = read(lines(`${EVENT_HEADER},minutes`, `A,anomaly,called,"${cell}",`, `${B},"${cell}"`, `${A},`));
      expect(told.badRows).toBe(2);
      for (const { message } of told.issues) expect(message.length).toBeLessThan(400);
    });
  });

  it("a header of 100,000 characters is refused at once", () => {
    inTime(1000, () => {
      expectRefusal(() => read(`${"c".repeat(LONG)},kind\n`), { code: "file.missing-column" });
      expectRefusal(() => read(`${"c,".repeat(LONG / 2)}kind\n`), { code: "file.missing-column" });
    });
  });

  it("a header of 50,000 columns takes no quadratic time", () => {
    const columns = Array.from({ length: 50_000 }, (_, i) => `fact${i}`);
    inTime(1500, () => {
      expect(read(`${EVENT_HEADER},${columns.join(",")}\n${A}${",".repeat(columns.length)}\n`).rows).toBe(1);
    });
  });

  it("100,000 rows, each with a problem, are all reported", () => {
    inTime(5000, () => {
      const told = read(`${EVENT_HEADER}\n${`${BAD}\n`.repeat(LONG)}`);
      expect([told.rows, told.badRows, told.issues.length]).toEqual([LONG, LONG, LONG]);
      expect(told.issues.at(-1)?.path).toEqual([LONG + 1, "at"]);
    });
  });
});
