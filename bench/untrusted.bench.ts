/**
 * The worst definitions of 64 KB: how long a first answer or a refusal takes, and how much memory.
 *
 * Each in a process of its own, which has imported the package before the clock starts. Memory is the most that the process ever held,
 * over that of one that has imported the package alone. The processor's time, because it says what a definition costs whoever else works.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { each, median, report } from "./measure.ts";
import { MOST_BYTES, type Sent, textOf } from "./untrusted.ts";
import { CALENDARS } from "./untrusted-calendars.ts";
import { POLICIES } from "./untrusted-policies.ts";

const [MOST_MS, MOST_MB, ROUNDS] = [200, 100, 3];
const root = join(process.env["BENCH_FOLDER"]!, "..");
const folder = process.env["BENCH_TEMPORARY"]!;
const library = join(folder, "ouvree.mjs");
createRequire(createRequire(join(root, "package.json")).resolve("tsup"))("esbuild").buildSync({
  entryPoints: [join(root, "src", "index.ts")],
  outfile: library,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "es2022",
});

/** Questions to a calendar, each of a process of its own: the first one asked is the dear one. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "add PT4H": `createCalendar(sent).add(at, "PT4H")`,
  "add PT10000H": `createCalendar(sent).add(at, "PT10000H")`,
  "subtract PT4H": `createCalendar(sent).subtract(at, "PT4H")`,
  nextOpen: `createCalendar(sent).nextOpen(at)`,
  "addWorkingDays 500": `createCalendar(sent).addWorkingDays("2026-05-22", 500)`,
  "explain PT4H": `createCalendar(sent).explain(at, "PT4H")`,
  "bridgeDays of 290 years": `createCalendar(sent).bridgeDays("1905-01-01", "2195-12-31")`,
  "elapsed of 20 years": `createCalendar(sent).elapsed(at, "2046-05-22T16:00Z")`,
};
const CASE = `{ id: "a", kind: "k", customer: "c1", f: "v1", events: [{ at: at, type: "opened" }] }`;
const EVALUATED = `evaluate(definePolicy(sent), [${CASE}], { asOf: "2026-05-29T00:00Z" })`;

interface Cost {
  readonly ms: number;
  readonly bytes: number;
  readonly answer: string;
}

let made = 0;
function costOf(work: string, sent: Sent): Cost {
  const text = textOf(sent);
  if (text.length > MOST_BYTES)
    return { ms: 0, bytes: 0, answer: `not sent: ${text.length} bytes are more than ${MOST_BYTES}` };
  const [input, script] = [join(folder, `${made}.json`), join(folder, `untrusted-${made++}.mjs`)];
  writeFileSync(input, text);
  writeFileSync(
    script,
    `import { readFileSync } from "node:fs";
    import { createCalendar, definePolicy, evaluate, isOuvreeError } from ${JSON.stringify(pathToFileURL(library).href)};
    const at = "2026-05-22T16:00Z";
    const text = readFileSync(${JSON.stringify(input)}, "utf8");
    const start = process.cpuUsage();
    let answer = "answered";
    try {
      const sent = JSON.parse(text);
      ${work};
    } catch (error) {
      if (!isOuvreeError(error)) throw error;
      answer = error.code;
    }
    const { user, system } = process.cpuUsage(start);
    process.stdout.write(JSON.stringify({ ms: (user + system) / 1e3, bytes: process.resourceUsage().maxRSS * 1024, answer }));`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8", timeout: 60_000 });
  return status === 0
    ? JSON.parse(stdout)
    : { ms: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY, answer: stderr.slice(0, 300) };
}

const idleBytes = median(Array.from({ length: 2 * ROUNDS + 1 }, () => costOf("", {}).bytes));

function row(what: string, work: string, sent: Sent): void {
  const costs = [costOf(work, sent)];
  const isNear = ({ ms, bytes }: Cost): boolean => ms > MOST_MS / 2 || bytes - idleBytes > (MOST_MB / 2) * 1e6;
  // What is far below the bound needs no second look.
  if (isNear(costs[0]!)) for (let i = 1; i < ROUNDS; i++) costs.push(costOf(work, sent));
  const ms = median(costs.map((cost) => cost.ms));
  const megabytes = (median(costs.map((cost) => cost.bytes)) - idleBytes) / 1e6;
  report([
    {
      what: `${what}: ${costs[0]!.answer}`,
      median: each(ms),
      ratio: `${megabytes.toFixed(0)} MB`,
      bound: `${MOST_MS}, ${MOST_MB} MB`,
      holds: ms <= MOST_MS && megabytes <= MOST_MB,
    },
  ]);
}

for (const [name, sent] of Object.entries(CALENDARS))
  for (const [question, work] of Object.entries(QUESTIONS)) row(`${name}, ${question}`, work, sent);
for (const [name, sent] of Object.entries(POLICIES)) row(name, EVALUATED, sent);
