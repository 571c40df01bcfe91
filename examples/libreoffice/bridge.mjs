/**
 * The functions of a spreadsheet over standard input and output: what ouvree.py starts and keeps.
 *
 * A line in is a JSON array, the name of a function without `OUVREE_` and its cells; a line out is the answer, one cell or rows
 * of cells, an error as `{ error, reason }`. It ends when its input does.
 *
 * Run: node bridge.mjs [calendar of calls that name none: a preset or JSON]
 */
import { createInterface } from "node:readline";
import { spreadsheetFunctions } from "ouvree/spreadsheet";

const [, , calendar] = process.argv;
const functions = spreadsheetFunctions({
  dateSystem: "1899-12-30",
  nowMs: Date.now,
  ...(calendar === undefined ? {} : { calendar }),
});

/**
 * An argument that was left out before a semicolon, as a blank: LibreOffice hands over 0 for it. As a time 0 is 30 December 1899,
 * before all supported years, and no calendar is a number, so nothing is lost.
 */
const orBlank = (cell) => (cell === 0 ? "" : cell);

const ANSWERS = {
  DEADLINE: (start, duration, desk) => functions.deadline(start, duration, orBlank(desk)),
  ELAPSED: (start, end, desk) => functions.elapsed(start, end, orBlank(desk)),
  ISOPEN: (at, desk) => functions.isOpen(at, orBlank(desk)),
  NEXTOPEN: (at, desk) => functions.nextOpen(at, orBlank(desk)),
  CALLBACK: (calledAt, desk) => functions.callback(calledAt, orBlank(desk)),
  ENTITLEMENT: (trained, minutesUsed) => functions.entitlement(trained, minutesUsed),
  STATUS: (start, duration, stop, now, desk) =>
    functions.status(start, duration, orBlank(stop), orBlank(now), orBlank(desk)),
  WORKDAYS: (from, to, desk) => functions.workdays(from, to, orBlank(desk)),
  EXPLAIN: (start, duration, desk) => functions.explain(start, duration, orBlank(desk)),
};

function answerOf(line) {
  try {
    const [name, ...cells] = JSON.parse(line);
    const plain = name
      .trim()
      .toUpperCase()
      .replace(/^OUVREE_/, "");
    if (Object.hasOwn(ANSWERS, plain)) return ANSWERS[plain](...cells);
    return {
      error: "#VALUE!",
      reason: `${JSON.stringify(name)} is no function; they are ${Object.keys(ANSWERS).join(", ")}`,
    };
  } catch (error) {
    // One question must not take the answers of all others with it.
    return { error: "#VALUE!", reason: `a fault of ouvree, please report it: ${error}` };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answerOf(line))}\n`);
}
