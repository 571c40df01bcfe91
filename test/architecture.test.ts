/**
 * The import arrows of docs/design.md: each folder of `src/` may import what stands below it, and nothing else.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/** Folder → folders that it may import. All may import `issues`. `.` is the folder `src` itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  issues: [],
  time: [],
  interval: [],
  holidays: ["time"],
  schedule: ["time", "holidays"],
  timeline: ["schedule", "interval", "time"],
  clock: ["timeline", "interval", "time"],
  calendar: ["clock", "timeline", "schedule", "holidays", "interval", "time"],
  policy: ["calendar", "clock", "timeline", "schedule", "holidays", "interval", "time"],
  evaluation: ["policy", "calendar", "clock", "timeline", "schedule", "holidays", "interval", "time", "."],
  report: ["evaluation", "policy", "calendar", "clock", "timeline", "schedule", "holidays", "interval", "time"],
  charters: ["policy", "schedule"],
  import: ["evaluation", "time"],
  // An edge, over the main entry.
  "opening-hours": ["time", "."],
  // An edge: the public entries, what all may import, and its own.
  // What a policy is made of is not public: the program reads it.
  cli: ["charters", "date-holidays", "icalendar", "import", "policy", "report", "spreadsheet", "workbook", "."],
  // Makes sources of holidays: their types, and civil dates.
  "date-holidays": ["holidays", "time"],
  // Edges: the public entries, what all may import, and their own. This one writes closures, so it reads them as a schedule does.
  icalendar: ["schedule", "time", "."],
  // An edge without the face and luxon: it asks the timeline itself, so that it fits where nothing can be installed.
  sheets: ["spreadsheet", "time"],
  spreadsheet: ["charters", "calendar", "clock", "timeline", "schedule", "holidays", "time"],
  // An edge: the add-in of Excel is made of the public functions.
  excel: ["spreadsheet"],
  // An edge for the program: the main entry, what a policy is made of, and the zone's offsets, of which it writes tables.
  workbook: ["policy", "time", "."],
  ".": ["evaluation", "policy", "calendar", "clock", "holidays", "schedule", "time"],
};
/** Packages that a folder may import; `node:` is for the program, and for loading a package that may be absent. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  calendar: ["luxon"],
  // Bundled at build time; luxon reads the letters of times.
  import: ["fflate", "luxon", "saxes"],
  cli: ["node:crypto", "node:fs", "node:module", "node:path", "node:readline", "node:tty", "node:util", "yaml"],
  "date-holidays": ["node:module", "date-holidays", "date-holidays/package.json"],
  workbook: ["hucre/xlsx"],
};
/** The files through which an edge sees the folders that have an entry of their own. */
const ENTRIES = [
  "index.ts",
  "policy/policy.ts",
  "date-holidays/index.ts",
  "icalendar/index.ts",
  "import/index.ts",
  "import/index.ts",
  "opening-hours/index.ts",
  "report/index.ts",
  "spreadsheet/index.ts",
  "charters/clip-industrie.ts",
  "workbook/index.ts",
  "version.ts",
];
/**
 * The rooms of the large folders: room → rooms of its folder that it may import, and files of its face. All may import the base: the
 * files that are named in it. What stands loose beside the base is the face, and may import every room.
 */
interface Rooms {
  readonly base: readonly string[];
  readonly arrows: Readonly<Record<string, readonly string[]>>;
}

const ROOMS: Readonly<Record<string, Rooms>> = {
  evaluation: {
    base: ["instants.ts", "judgement.ts", "result.ts"],
    arrows: {
      cases: [],
      clocks: ["cases"],
      targets: ["cases", "clocks"],
      // A case that detects something has been judged: its type is the face's.
      promises: ["cases", "clocks", "targets", "rates", "judge-case.ts"],
      // What an incomplete history may mean is judged again, and so is what is left of an allowance.
      history: ["cases", "clocks", "targets", "judge.ts"],
      rates: ["cases", "history", "judge-case.ts"],
      entitlement: ["cases", "clocks", "targets", "promises", "history", "judge.ts"],
      planning: [],
    },
  },
  report: {
    base: ["arguments.ts", "csv-row.ts", "text-width.ts", "report.ts", "share.ts", "xml.ts"],
    arrows: {
      year: [],
      questions: ["year"],
      results: [],
      "deadline-svg": ["results", "year"],
      gates: ["results"],
      rates: ["gates"],
      due: ["results", "rates"],
      callbacks: ["results"],
      html: ["deadline-svg", "results", "gates", "rates", "year"],
      formats: ["results", "gates", "rates", "html", "advice-list.ts", "unknown-lines.ts"],
      privacy: [],
    },
  },
};
const SRC = resolve("src");

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typesOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const found = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?["']([^"']+)["'];/gm)];
  return found.map((match) => ({ file, from: match[2]!, typesOnly: match[1] !== undefined }));
}

function folderOf(path: string): string {
  const [first, ...rest] = path.split("/");
  return rest.length === 0 ? "." : first!;
}

/** Path under `src` of a relative import. */
function target({ file, from }: Import): string {
  return relative(SRC, resolve(SRC, dirname(file), from));
}

const FILES = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const IMPORTS = FILES.flatMap(importsOf);

test("every folder of src has its arrows written down", () => {
  expect(IMPORTS.length).toBeGreaterThan(200);
  expect([...new Set(FILES.map(folderOf))].sort()).toEqual(Object.keys(ARROWS).sort());
});

test("no import runs against the arrows", () => {
  const wrong = IMPORTS.filter((found) => {
    if (!found.from.startsWith(".")) return !(PACKAGES[folderOf(found.file)] ?? []).includes(found.from);
    const [from, to] = [folderOf(found.file), folderOf(target(found))];
    return from !== to && to !== "issues" && !ARROWS[from]!.includes(to);
  });
  expect(wrong).toEqual([]);
});

describe.each(Object.entries(ROOMS))("the rooms of %s", (folder, { base, arrows }) => {
  const inside = (path: string): boolean => path.startsWith(`${folder}/`);
  const roomOf = (path: string): string => path.split("/")[1]!;

  test("have their arrows written down", () => {
    const rooms = FILES.filter((file) => inside(file) && file.split("/").length > 2).map(roomOf);
    expect([...new Set(rooms)].sort()).toEqual(Object.keys(arrows).sort());
  });

  test("import along them", () => {
    const wrong = IMPORTS.filter((found) => {
      if (!inside(found.file) || !found.from.startsWith(".") || !inside(target(found))) return false;
      const [from, to] = [roomOf(found.file), roomOf(target(found))];
      return from !== to && from in arrows && ![...arrows[from]!, ...base].includes(to);
    });
    expect(wrong).toEqual([]);
  });
});

test("no folder has more than fifteen loose files", () => {
  const loose = new Map<string, number>();
  for (const file of FILES) loose.set(dirname(file), (loose.get(dirname(file)) ?? 0) + 1);
  expect([...loose].filter(([, count]) => count > 15)).toEqual([]);
});

test("no files import each other in a circle, not even their types", () => {
  const imports = new Map(FILES.map((file) => [file, new Set<string>()]));
  for (const found of IMPORTS) if (found.from.startsWith(".")) imports.get(found.file)!.add(target(found));
  // What imports nothing that is left cannot be in a circle: take it away until nothing is, or only circles are left.
  for (let before = Number.POSITIVE_INFINITY; imports.size < before; ) {
    before = imports.size;
    for (const [file, others] of imports) {
      if (![...others].some((other) => imports.has(other))) imports.delete(file);
    }
  }
  expect([...imports.keys()]).toEqual([]);
});

test("the program sees the library through its entries", () => {
  const wrong = IMPORTS.filter((found) => {
    if (folderOf(found.file) !== "cli" || !found.from.startsWith(".")) return false;
    return !["cli", "issues"].includes(folderOf(target(found))) && !ENTRIES.includes(target(found));
  });
  expect(wrong).toEqual([]);
});

test("reading files needs the types of the evaluation, not its code", () => {
  const wrong = IMPORTS.filter(
    (found) =>
      folderOf(found.file) === "import" &&
      found.from.startsWith(".") &&
      folderOf(target(found)) === "evaluation" &&
      !found.typesOnly,
  );
  expect(wrong).toEqual([]);
});

test("iCalendar needs the types of the main entry, not its code: each entry holds what it imports", () => {
  const wrong = IMPORTS.filter(
    (found) => folderOf(found.file) === "icalendar" && target(found) === "index.ts" && !found.typesOnly,
  );
  expect(wrong).toEqual([]);
});

test("nothing is exported by *, by default, or as a class but OuvreeError", () => {
  for (const entry of ENTRIES) {
    const text = readFileSync(join(SRC, entry), "utf8");
    expect(text, entry).not.toMatch(/export \*|export default/);
  }
});
