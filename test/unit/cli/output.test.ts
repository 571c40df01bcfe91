/**
 * Files that the program writes: whole or not at all, and nothing but plain files. Source: the page of bad input, 97.
 */
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkOutput, writeOutput } from "../../../src/cli/output/write-file.ts";
import { CliProblem } from "../../../src/cli/problem.ts";
import { needs } from "../../helpers/needs.ts";
import { HARMFUL } from "../refusals.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ouvree-out-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);
const isRoot = process.getuid?.() === 0;

/** The one line of the problem that `act` throws. */
function problem(act: () => void): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(CliProblem);
    const { message } = error as CliProblem;
    expect(message).not.toMatch(HARMFUL);
    return message;
  }
  throw new Error("expected a problem");
}

describe("a file", () => {
  it("is written as UTF-8, with nothing left beside it", () => {
    writeOutput(path("year.svg"), "Noël\n");
    expect(readFileSync(path("year.svg"), "utf8")).toBe("Noël\n");
    expect(readdirSync(folder)).toEqual(["year.svg"]);
  });

  it("takes the place of one that is there, and keeps its permissions", () => {
    writeFileSync(path("year.svg"), "old");
    chmodSync(path("year.svg"), 0o640);
    writeOutput(path("year.svg"), "new");
    expect(readFileSync(path("year.svg"), "utf8")).toBe("new");
    expect(statSync(path("year.svg")).mode & 0o777).toBe(0o640);
  });

  it("is another file than the one that was there: another name of the old one keeps the old text", () => {
    writeFileSync(path("a"), "old");
    linkSync(path("a"), path("b"));
    writeOutput(path("a"), "new");
    expect([readFileSync(path("a"), "utf8"), readFileSync(path("b"), "utf8")]).toEqual(["new", "old"]);
  });

  it("may have any name that files have", () => {
    for (const name of ["-", "--format", "a=b.svg", "é.svg", ".hidden", `${"x".repeat(250)}.svg`]) {
      writeOutput(path(name), "x");
      expect(readFileSync(path(name), "utf8")).toBe("x");
    }
  });

  it("is written beside a temporary name that somebody has taken", () => {
    symlinkSync(path("elsewhere"), path(`.year.svg.${process.pid}.0.tmp`));
    writeOutput(path("year.svg"), "x");
    expect(readFileSync(path("year.svg"), "utf8")).toBe("x");
    expect(existsSync(path("elsewhere"))).toBe(false);
  });
});

describe("refused, with nothing written, is", () => {
  it("a directory", () => {
    mkdirSync(path("year"));
    expect(problem(() => writeOutput(path("year"), "x"))).toMatch(/year is a directory/);
    expect(readdirSync(folder)).toEqual(["year"]);
  });

  it("a symbolic link, to a file, to a directory and to nothing", () => {
    writeFileSync(path("file"), "old");
    symlinkSync(path("file"), path("to-file"));
    symlinkSync(folder, path("to-folder"));
    symlinkSync(path("none"), path("to-nothing"));
    for (const name of ["to-file", "to-folder", "to-nothing"]) {
      expect(problem(() => writeOutput(path(name), "x"))).toMatch(/is a symbolic link/);
    }
    expect(readFileSync(path("file"), "utf8")).toBe("old");
    expect(existsSync(path("none"))).toBe(false);
  });

  it("a device", () => {
    expect(problem(() => writeOutput("/dev/null", "x"))).toMatch(/\/dev\/null is no plain file/);
  });

  it("no name at all", () => {
    for (const name of ["", "year/", "year\\"])
      expect(problem(() => writeOutput(name, "x"))).toMatch(/no name of a file/);
  });

  it("a folder that is not there, or is a file", () => {
    expect(problem(() => writeOutput(path("none/year.svg"), "x"))).toMatch(/its folder does not exist/);
    writeFileSync(path("file"), "old");
    expect(problem(() => writeOutput(path("file/year.svg"), "x"))).toMatch(/a part of its path is a file/);
  });

  it("a name that no file can have", () => {
    problem(() => writeOutput(path("x".repeat(300)), "x"));
    problem(() => writeOutput("a\u0000b", "x"));
    problem(() => writeOutput(path("none/\u001b[31m\u202e"), "x"));
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(isRoot)(needs("a user who is not root", !isRoot, "a folder in which nothing may be written"), () => {
    mkdirSync(path("closed"), 0o555);
    expect(problem(() => writeOutput(path("closed/year.svg"), "x"))).toMatch(/permission/);
  });

  it("what is there, if nothing may be overwritten", () => {
    writeFileSync(path("year.svg"), "old");
    expect(problem(() => writeOutput(path("year.svg"), "new", { noClobber: true }))).toMatch(/--no-clobber/);
    expect(readFileSync(path("year.svg"), "utf8")).toBe("old");
    writeOutput(path("other.svg"), "new", { noClobber: true });
    expect(readFileSync(path("other.svg"), "utf8")).toBe("new");
    expect(readdirSync(folder).sort()).toEqual(["other.svg", "year.svg"]);
  });
});

describe("a check before anything is written", () => {
  it("says what can be seen, and writes nothing", () => {
    writeFileSync(path("year.svg"), "old");
    checkOutput(path("year.svg"));
    checkOutput(path("other.svg"), { noClobber: true });
    expect(problem(() => checkOutput(path("year.svg"), { noClobber: true }))).toMatch(/--no-clobber/);
    expect(problem(() => checkOutput(folder))).toMatch(/is a directory/);
    expect(readdirSync(folder)).toEqual(["year.svg"]);
  });
});
