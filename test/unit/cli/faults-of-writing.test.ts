/**
 * Law 48: no fault of writing changes an exit code from 0 to 1 or from 1 to 0. Real processes, pipes, disks and signals; and every
 * command with faults as write(2) has them. The table is that of docs/cli.md, "When something cannot be written".
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standardError, standardOutput, type WritePart } from "../../../src/cli/output/streams.ts";
import { EXIT } from "../../../src/cli/problem.ts";
import { needs } from "../../helpers/needs.ts";
import { builtProgram, type Ended, ended, ROOT, shell, started } from "../../helpers/program.ts";
import { lines, ouvreeLater } from "./fake-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "ouvree-faults-"));
const path = (name: string): string => join(folder, name);

/** A disk of 64 KB that is full, if one may be mounted. */
const full = path("full");
mkdirSync(full);
const hasDisk = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", full]).status === 0;

beforeAll(async () => {
  const row = (id: string, event: string, at: string): string => `${id},anomaly,${event},2026-06-01T${at}+02:00`;
  const inTime = [row("A", "called", "09:30"), row("A", "assisted", "10:00")];
  const late = [row("B", "called", "09:30"), row("B", "assisted", "16:59")];
  const acme = { id: "acme", contract: { from: "2020-01-01", to: "2020-12-31" } };
  writeFileSync(path("r.json"), JSON.stringify({ customers: [acme] }));
  writeFileSync(path("kept.csv"), lines("case,kind,event,at", ...inTime));
  writeFileSync(path("broken.csv"), lines("case,kind,event,at", ...inTime, ...late));
  if (hasDisk) {
    // What is left of the disk takes the beginning of a report, and no more.
    spawnSync("dd", ["if=/dev/zero", `of=${join(full, "filling")}`, "bs=1k", "count=60"]);
    writeFileSync(join(full, "summary.md"), "earlier\n");
  }
  await builtProgram();
});
afterAll(() => {
  if (hasDisk) spawnSync("umount", [full]);
  rmSync(folder, { recursive: true });
});

const FILES = { 0: "kept.csv", 1: "broken.csv" } as const;
const check = (verdict: 0 | 1): string =>
  `ouvree check ${FILES[verdict]} --policy clip-industrie --as-of 2026-06-30T18:00+02:00 --min 97%`;

/** Faults, and the code that a check ends with: that of its verdict, or 2. */
const FAULTS: readonly (readonly [name: string, line: (check: string) => string, code: "verdict" | 2, err: RegExp])[] =
  [
    [
      "the reader of standard output is gone",
      (it) => `${it} --format csv | true; exit \${PIPESTATUS[0]}`,
      "verdict",
      /^$/,
    ],
    [
      "the reader of standard error is gone",
      (it) => `${it} --format csv=none.csv 2>&1 >out.txt | true; exit \${PIPESTATUS[0]}`,
      "verdict",
      /^$/,
    ],
    ["standard output is closed", (it) => `${it} >&-`, "verdict", /^$/],
    ["standard error is a full disk", (it) => `${it} --format csv=none.csv 2> /dev/full`, "verdict", /^$/],
    [
      "standard output is a full disk",
      (it) => `${it} > /dev/full`,
      2,
      /^ouvree: standard output cannot be written: the disk is full\n$/,
    ],
    ["both are a full disk", (it) => `${it} > /dev/full 2> /dev/full`, 2, /^$/],
    [
      "standard output takes a part",
      (it) => `ulimit -f 1; ${it} --format json > "part.$$.json"`,
      2,
      /^ouvree: standard output cannot be written: a file may not be so large here\n$/,
    ],
    [
      "a report may not be so large",
      (it) => `ulimit -f 1; ${it} --format json=large.json`,
      2,
      /^ouvree: large\.json cannot be written: a file may not be so large here\n$/,
    ],
    [
      "the summary of the step is a full disk",
      (it) => `GITHUB_STEP_SUMMARY=/dev/full ${it} --format github`,
      "verdict",
      /^ouvree: no summary of the step: \/dev\/full cannot be written: the disk is full\n$/,
    ],
    [
      "the summary of the step is a folder",
      (it) => `GITHUB_STEP_SUMMARY=. ${it} --format github`,
      "verdict",
      /^ouvree: no summary of the step: \. is a directory; name a file\n$/,
    ],
    [
      "the summary of the step is a pipe that nobody reads",
      (it) => `mkfifo "p.$$"; GITHUB_STEP_SUMMARY="p.$$" ${it} --format github`,
      "verdict",
      /^ouvree: no summary of the step: p\.\d+ cannot be written \(ENXIO\)\n$/,
    ],
  ];
const ON_DISK: typeof FAULTS = [
  [
    "the disk of a report is full",
    (it) => `${it} --format json=full/report.json`,
    2,
    /^ouvree: full\/report\.json cannot be written: the disk is full\n$/,
  ],
  [
    "the disk of standard output is full",
    (it) => `${it} --format json > full/out.json; code=$?; rm full/out.json; exit $code`,
    2,
    /^ouvree: standard output cannot be written: the disk is full\n$/,
  ],
  [
    "the disk of the step's summary is full",
    (it) => `GITHUB_STEP_SUMMARY=full/summary.md ${it} --format github --format json=whole.json`,
    "verdict",
    /^(ouvree: no summary of the step: full\/summary\.md cannot be written: the disk is full\n)?$/,
  ],
];

/** Each fault with the verdicts by which its code could be wrong. */
const tried = (faults: typeof FAULTS) =>
  faults.flatMap(([name, line, code, err]) =>
    (code === 2 ? ([1] as const) : ([0, 1] as const)).map((verdict) => ({ name, line, code, err, verdict })),
  );

describe("a check ends with the code of its verdict, or with 2:", () => {
  it.each(tried(FAULTS))("$name, and the verdict is $verdict", async ({ line, code, err, verdict }) => {
    const ran = await shell(line(check(verdict)), folder);
    expect([ran.code, ran.err]).toEqual([code === 2 ? 2 : verdict, expect.stringMatching(err)]);
  });

  it.skipIf(!hasDisk).each(tried(ON_DISK))(
    needs("a disk of its own: mount", hasDisk, "$name, and the verdict is $verdict"),
    async ({ line, code, err, verdict }) => {
      const ran = await shell(line(check(verdict)), folder);
      expect([ran.code, ran.err]).toEqual([code === 2 ? 2 : verdict, expect.stringMatching(err)]);
      expect(readdirSync(full).sort()).toEqual(["filling", "summary.md"]);
    },
  );
});

it("an answer that is no is no, whoever reads it: entitlement", async () => {
  writeFileSync(
    path("r.json"),
    '{ "customers": [{ "id": "acme", "contract": { "from": "2020-01-01", "to": "2020-12-31" } }] }',
  );
  const ask = "ouvree entitlement acme --policy clip-industrie --register r.json --at 2026-06-01T10:00Z";
  const [gone, lost] = await Promise.all([
    shell(`${ask} | true; exit \${PIPESTATUS[0]}`, folder),
    shell(`${ask} > /dev/full`, folder),
  ]);
  expect([gone.code, gone.err, lost.code]).toEqual([1, "", 2]);
});

it("a reader that is slow gets all, also of a pipe that does not wait", async () => {
  // To touch process.stdout makes the pipe non-blocking, as it is where the program shares it with another that did.
  const line = `cd '${ROOT}'; ouvree check examples/tickets.csv --policy clip-industrie --as-of 2026-10-31T18:00+01:00 --format json | { sleep 0.3; cat; }`;
  const { out } = await shell(line, folder, {}, "process.stdout");
  expect(out.length).toBeGreaterThan(200_000);
  expect(JSON.parse(out).cases.length).toBeGreaterThan(450);
});

describe("a fault of the program itself is 70, with a line and where it happened, and no verdict:", () => {
  const line = "ouvree check broken.csv --policy clip-industrie --min 97%";
  it.each([
    ["one that is thrown", `Date.now = () => { throw new TypeError("the clock\\nis broken"); };`],
    [
      "a promise that is lost",
      `const now = Date.now; Date.now = () => { Promise.reject(new TypeError("the clock\\nis broken")); return now(); };`,
    ],
  ])("%s", async (_name, preload) => {
    const { code, err } = await shell(line, folder, {}, preload);
    expect(code).toBe(70);
    expect(err).toMatch(
      /^ouvree: this is a fault of ouvree, and no verdict; please report it: "TypeError: the clock\\\S*is broken"\n( +at .*\n)+$/m,
    );
  });
});

describe("a signal while a file is written", () => {
  /** A disk that takes its time to keep what it was given. */
  const SLOW = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
    fs.fsyncSync = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    syncBuiltinESMExports();`;
  /** Ends the program once a temporary file is there. */
  async function interrupted(name: string, signal: "SIGINT" | "SIGTERM" | "SIGHUP"): Promise<Ended> {
    mkdirSync(path(name));
    const child = await started(`exec ${check(1)} --format json=${name}/report.json`, folder, {}, SLOW);
    const end = ended(child);
    while (!readdirSync(path(name)).some((file) => file.endsWith(".tmp")) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    return end;
  }

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends the program by it, and leaves no half of a file",
    async (signal) => {
      const { code, signal: by } = await interrupted(signal, signal);
      expect(by === null ? code : 128 + constants.signals[by]).toBe(128 + constants.signals[signal]);
      expect(readdirSync(path(signal))).toEqual(["report.json"]);
      expect(JSON.parse(readFileSync(path(`${signal}/report.json`), "utf8")).schema).toBe(1);
    },
  );
});

const hasScript = existsSync("/usr/bin/script");
describe.skipIf(!hasScript)(
  needs("script(1)", hasScript, "somebody who is asked, at a terminal that script(1) makes,"),
  () => {
    it("may end it with Ctrl-C: 130, and nothing is written", async () => {
      mkdirSync(path("asked"));
      const program = `${process.execPath} ${await builtProgram()}`;
      const child = await started(
        `exec script -qec "${program} init --out asked/policy.yaml; echo code \\$?" /dev/null`,
        folder,
      );
      const end = ended(child);
      child.stdout.on("data", (part) => {
        if (String(part).includes("What is the service called?")) child.stdin.write("\u0003");
      });
      const { out } = await end;
      expect(out).toMatch(/What is the service called\? \[support\] [^\n]*\r\n(?:\r\n)?code 130\r\n$/);
      expect(readdirSync(path("asked"))).toEqual([]);
    });
  },
);

/** Every command, and the code that it ends with. */
const COMMANDS: readonly (readonly [code: number, line: string])[] = [
  [1, "check broken.csv --policy clip-industrie"],
  [0, "check kept.csv --policy clip-industrie --all-readings"],
  [0, "due kept.csv --policy clip-industrie"],
  [0, "callbacks kept.csv --policy clip-industrie"],
  [0, "advice kept.csv --policy examples/clip-industrie-goals.yaml --register r.json"],
  [0, "compare clip-industrie clip-industrie kept.csv"],
  [0, "entitlement acme --policy clip-industrie --register r.json --at 2020-06-01T10:00Z"],
  [1, "entitlement acme --policy clip-industrie --register r.json"],
  [0, "init --yes --out -"],
  [0, "init --yes --out new.yaml"],
  [0, "policy check clip-industrie"],
  [0, "policy show clip-industrie --yaml"],
  [0, "deadline now PT4H --policy clip-industrie"],
  [0, "elapsed now now --policy clip-industrie"],
  [0, "open now --policy clip-industrie"],
  [0, "explain now PT4H --policy clip-industrie"],
  [0, "explain kept.csv --policy clip-industrie --case A"],
  [0, "calendar --year 2026 --holidays FR"],
  [0, "sheet --policy clip-industrie --years 2026 --rows 1 --out desk.xlsx"],
  [0, "doctor"],
  [0, "completion bash"],
  [0, "check --help"],
  [0, "--help"],
  [0, "--version"],
];

const fault = (code: string): Error => Object.assign(new Error(code), { code });

describe.each(COMMANDS)("of %i, ouvree %s,", (code, line) => {
  const run = (part: WritePart, partOfErr: WritePart = part) => {
    const [out, err] = [standardOutput(part), standardError(partOfErr)];
    return ouvreeLater(line.split(" "), {
      read: (file) => readFileSync(existsSync(path(file)) ? path(file) : file, "utf8"),
      now: "2026-10-31T18:00:00+01:00",
      more: { out: out.write, isOutGone: out.isGone, err: (line) => err.write(`${line}\n`) },
    });
  };
  const taken: Buffer[] = [];
  const takes =
    (most: number): WritePart =>
    (_, bytes, from) => {
      const part = bytes.subarray(from, from + most);
      taken.push(Buffer.from(part));
      return part.length;
    };

  it("the code is that of its answer, though nobody reads it", async () => {
    const gone: WritePart = () => {
      throw fault("EPIPE");
    };
    expect((await run(gone)).code).toBe(code);
  });

  it("the code is 2 where the answer cannot be written, whether or not that can be told", async () => {
    const lost: WritePart = () => {
      throw fault("ENOSPC");
    };
    expect((await run(lost)).code).toBe(EXIT.unusable);
    expect((await run(lost, takes(1000))).code).toBe(EXIT.unusable);
  });

  it("all of the answer is written, however little is taken at a time", async () => {
    taken.length = 0;
    await run(takes(1 << 30));
    const whole = Buffer.concat(taken.splice(0)).toString();
    let calls = 0;
    const slow: WritePart = (file, bytes, from) => {
      if (calls++ % 50 === 7) throw fault(calls % 2 === 0 ? "EAGAIN" : "EINTR");
      return takes(4099)(file, bytes, from);
    };
    expect((await run(slow)).code).toBe(code);
    expect(Buffer.concat(taken.splice(0)).toString()).toBe(whole);
  });
});
