/**
 * `guessMapping`: a mapping for a file that nobody has described, with the cells that speak for each of its lines.
 *
 * What is not shown by the cells is a question, and not guessed.
 */

import { refuse } from "../../issues/error.ts";
import { readOptions } from "../../issues/options.ts";
import { show } from "../../issues/show.ts";
import { readZone } from "../../time/zone.ts";
import { FileReader } from "../mapped/file-reader.ts";
import { StateWords } from "../mapped/state-words.ts";
import type { Mapping, MappingParts, StateClasses } from "../mapping/document.ts";
import { folded } from "../records/record.ts";
import { readAll, readSources, type SyncSource } from "../sources.ts";
import type { ColumnProbe } from "./column-probe.ts";
import { FileProbe } from "./file-probe.ts";
import { knownSystem } from "./known-system.ts";
import { orderedForm } from "./time-shapes.ts";
import { bareWords, eventOf, type Role, roleScore, stateClassOf } from "./words.ts";

/** What a line of the mapping rests on. */
export interface GuessReason {
  /** The member of the mapping, as a path: `["events", "opened"]`. */
  readonly path: readonly string[];
  readonly why: string;
}

/** A mapping that runs, why it is so, and what only its user can say. */
export interface GuessedMapping {
  readonly mapping: Mapping;
  /** The name of the system whose export it is, where it is a known one. */
  readonly system?: string;
  readonly reasons: readonly GuessReason[];
  /** What the file does not tell. */
  readonly questions: readonly string[];
  /** What was found: format, encoding, delimiter. */
  readonly found: Readonly<Record<string, string>>;
  /** Rows that were read, and those of them that are none. */
  readonly rows: number;
  readonly badRows: number;
  /** Columns that mean nothing to the mapping. */
  readonly unused: readonly string[];
}

/**
 * Proposes a mapping for an export: CSV, a workbook, JSON.
 *
 * @param sources One file, in a list.
 * @param options.zone Zone of its times, if it is known.
 * Errors: `file.…` for what cannot be read as a whole.
 * Source: docs/importing.md, "An export that nobody knows".
 *
 * @example
 * const bytes = new TextEncoder().encode("Ticket ID;Created;Solved\n7;2026-05-07 16:00;2026-05-08 09:00\n");
 * guessMapping([{ name: "export.csv", bytes }]).mapping.events.resolved // "Solved"
 */
export function guessMapping(sources: Iterable<SyncSource>, options?: { readonly zone?: string }): GuessedMapping {
  const { zone } = readOptions(options, ["zone"], "guessMapping");
  if (zone !== undefined) readZone(zone, ["zone"]);
  const read = readSources(sources);
  const [source, ...more] = read;
  if (source === undefined || more.length > 0)
    return refuse(
      "file.bad-format",
      ["sources"],
      "one file",
      sources,
      "a mapping is guessed from one file at a time; write [{ name, bytes }]",
    );
  const probe = new FileProbe();
  const found: Record<string, string> = {};
  const reader = new FileReader({}, source.name, probe, (what, value) => {
    found[what] = value;
  });
  readAll(reader, source.bytes, source.name);
  const guess = new Guess(probe, nameOf(source.name), zone as string | undefined, found);
  return { ...guess.result(), found, rows: probe.count, badRows: probe.badRows };
}

function nameOf(file: string): string {
  const base = file
    .replace(/^.*[/\\]/, "")
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return base === "" || base === "standard-input" ? "my-desk" : base;
}

type Used = Omit<GuessedMapping, "found" | "rows" | "badRows">;

class Guess {
  private readonly reasons: GuessReason[] = [];
  private readonly questions: string[] = [];
  private readonly used = new Set<ColumnProbe>();
  private readonly timeColumns: ReadonlySet<ColumnProbe>;

  constructor(
    private readonly probe: FileProbe,
    private readonly name: string,
    private readonly zone: string | undefined,
    private readonly found: Readonly<Record<string, string>>,
  ) {
    const isNamed = ({ name }: ColumnProbe): boolean =>
      TIME_ROLES.some((role) => roleScore(name.replace(/#\d+$/, ""), role) > 0);
    this.timeColumns = new Set(probe.probes.filter((each) => each.isTime(isNamed(each))));
  }

  result(): Used {
    const system = knownSystem(this.probe);
    const mapping = system === undefined ? this.unknown() : this.known(system);
    return {
      mapping,
      ...(system === undefined ? {} : { system: system.import }),
      reasons: this.reasons,
      questions: this.questions,
      unused:
        system === undefined ? this.probe.probes.filter((each) => !this.used.has(each)).map(({ name }) => name) : [],
    };
  }

  /** The mapping of a known system, with the states of this file, and its forms of times. */
  private known(system: Mapping): Mapping {
    this.because(["import"], `the file has the columns of ${system.import}: ${system.title ?? ""}`);
    const stateColumn = stateColumnOf(system);
    const column = this.probe.probes.find(({ name }) => stateColumn.some((each) => folded(each) === folded(name)));
    const words = new StateWords(system.is ?? {});
    const others = [...(column?.texts.keys() ?? [])].filter((text) => words.classOf(text) === undefined);
    const is = { ...system.is, ...this.classesOf(others, system.is) };
    const times =
      this.probe.header === undefined
        ? undefined
        : this.timesOf([...this.timeColumns].filter((each) => isMentioned(system, each.name)));
    const known = system.times === undefined ? ["iso"] : [system.times].flat();
    const forms = times?.forms.filter((form) => !known.includes(form)) ?? [];
    if (times?.needsZone) this.askZone();
    return {
      ...system,
      ...(this.zone === undefined ? {} : { zone: this.zone }),
      ...(forms.length === 0 ? {} : { times: [...known, ...forms] }),
      ...(system.is === undefined ? {} : { is }),
    };
  }

  private unknown(): Mapping {
    const id =
      this.best("id", (each) => !this.timeColumns.has(each) && each.count >= 0.9 * this.probe.count) ??
      this.firstWithoutRepeats();
    if (id === undefined) {
      const columns = this.probe.probes
        .map(({ name }) => name)
        .slice(0, 20)
        .join(", ");
      return refuse(
        "import.missing-key",
        ["case", "id"],
        "a column with the ids of the cases",
        undefined,
        `no column is filled and named like an id; write the mapping by hand: case: { id: … }; the columns are ${columns}`,
      );
    }
    this.take(id, ["case", "id"]);
    const repeats = this.repeatsOf(id);
    const status = this.best("status", (each) => !this.timeColumns.has(each) && !each.hasMoreTexts && each.count > 0);
    const event = this.best("event", (each) => !this.timeColumns.has(each) && !each.hasMoreTexts && each !== status);
    const parts =
      repeats && status !== undefined
        ? this.states(status, id)
        : repeats && event !== undefined
          ? this.eventRows(event)
          : this.events(status);
    const kind = this.best(
      "kind",
      (each) =>
        !this.timeColumns.has(each) &&
        !each.hasMoreTexts &&
        each.count >= 0.9 * this.probe.count &&
        each.texts.size <= 20 &&
        this.isOfCase(each, id),
    );
    const customer = this.best("customer", (each) => !this.timeColumns.has(each) && this.isOfCase(each, id));
    const priority = this.best(
      "priority",
      (each) => !this.timeColumns.has(each) && !each.hasMoreTexts && each.count > 0 && each.texts.size <= 15,
    );
    if (kind !== undefined) this.take(kind, ["case", "kind"]);
    if (customer !== undefined) this.take(customer, ["case", "customer"]);
    if (priority !== undefined) this.take(priority, ["facts", "priority"]);
    const times = this.timesOf([...this.used].filter((each) => this.timeColumns.has(each)));
    const { list, sheet } = this.found;
    return {
      import: this.name,
      ...(list === undefined && sheet === undefined
        ? {}
        : { read: { ...(list === undefined ? {} : { list }), ...(sheet === undefined ? {} : { sheet }) } }),
      ...(this.zone === undefined ? {} : { zone: this.zone }),
      ...(times.forms.length === 0 ? {} : { times: times.forms }),
      ...this.emptyMarks(),
      case: {
        id: id.name,
        kind:
          kind === undefined
            ? "request"
            : {
                from: kind.name,
                values: {
                  ...Object.fromEntries([...kind.texts.keys()].map((text) => [text, kindOf(text)])),
                  ...(kind.count < this.probe.count ? { "": "request" } : {}),
                },
              },
        ...(customer === undefined ? {} : { customer: customer.name }),
      },
      ...(priority === undefined ? {} : { facts: { priority: priority.name } }),
      ...parts,
    } as Mapping;
  }

  /** Rows that are cases: each time is an event. */
  private events(status: ColumnProbe | undefined): Partial<Mapping> {
    const events: Record<string, string> = {};
    for (const role of EVENT_ROLES) {
      const column = this.best(role, (each) => this.timeColumns.has(each) && !this.used.has(each));
      if (column === undefined) continue;
      events[role] = column.name;
      this.take(column, ["events", role]);
    }
    if (events["opened"] === undefined) {
      const [first] = [...this.timeColumns].filter((each) => !this.used.has(each));
      if (first === undefined)
        return refuse(
          "import.missing-key",
          ["events"],
          "a column with times",
          undefined,
          "no column holds times; write the mapping by hand: events: { opened: … }",
        );
      events["opened"] = first.name;
      this.take(first, ["events", "opened"]);
      this.questions.push(
        `no column is named like an opening: ${show(first.name)} is the first with times; is it when cases were opened?`,
      );
    }
    if (status === undefined) return { events };
    this.take(status, ["current"]);
    const hasWaits = events["waiting"] !== undefined;
    const what = hasWaits
      ? "are the columns of waits all waits of a case, or the last one alone? Then write cannotTell: [waiting]"
      : "the file has no history of its states: since when a case waits is not in it";
    this.questions.push(what);
    return {
      events,
      is: this.classesOf([...status.texts.keys()]),
      current: { from: status.name },
      ...(hasWaits ? {} : { cannotTell: ["waiting"] }),
    };
  }

  /** Rows that are changes of state. */
  private states(status: ColumnProbe, id: ColumnProbe): Partial<Mapping> {
    this.take(status, ["states", "from"]);
    const at = this.variesMost(id);
    if (at === undefined)
      return refuse(
        "import.missing-key",
        ["states", "at"],
        "a column with times",
        undefined,
        "ids repeat, and no column holds the times of changes; write the mapping by hand: states: { from: …, at: … }",
      );
    this.take(at, ["states", "at"]);
    const opened = this.best("opened", (each) => this.timeColumns.has(each) && each !== at);
    if (opened !== undefined) this.take(opened, ["events", "opened"]);
    const states = { from: status.name, at: at.name, ...(opened === undefined ? { begins: "opened" } : {}) };
    return {
      ...(opened === undefined ? {} : { events: { opened: opened.name } }),
      is: this.classesOf([...status.texts.keys()]),
      states,
    };
  }

  /** Rows that are events. */
  private eventRows(event: ColumnProbe): Partial<Mapping> {
    this.take(event, ["event", "type"]);
    const at = this.best("changed", (each) => this.timeColumns.has(each)) ?? [...this.timeColumns][0];
    if (at === undefined)
      return refuse(
        "import.missing-key",
        ["event", "at"],
        "a column with times",
        undefined,
        "no column holds times; write the mapping by hand: event: { at: … }",
      );
    this.take(at, ["event", "at"]);
    const values = Object.fromEntries([...event.texts.keys()].map((text) => [text, eventOf(text) ?? null]));
    const none = Object.entries(values).flatMap(([text, value]) => (value === null ? [show(text)] : []));
    if (none.length > 0) this.questions.push(`what are these events? They are taken for none: ${none.join(", ")}`);
    return { event: { type: { from: event.name, values }, at: at.name } };
  }

  /** Classes of states by their words; of what no word tells it is asked, and taken for open. */
  private classesOf(texts: readonly string[], known: StateClasses = {}): StateClasses {
    const classes: Record<string, string[]> = {};
    for (const text of texts) {
      const found = stateClassOf(text);
      if (found === undefined)
        this.questions.push(
          `what is the state ${show(text)}? It is taken for open; the others are waiting, resolved, closed, cancelled, started`,
        );
      const name = found ?? "open";
      classes[name] ??= [known[name] ?? []].flat().filter((each) => each !== "*");
      classes[name].push(text);
    }
    return classes;
  }

  /** The forms of columns of times. What no cell proves is a question. */
  private timesOf(columns: readonly ColumnProbe[]): { readonly forms: readonly string[]; readonly needsZone: boolean } {
    const forms = new Set<string>();
    const shapes = new Map<string, { day?: string; month?: string; example: string }>();
    let needsZone = false;
    for (const { forms: seen } of columns)
      for (const [form, { example, hasOffset, dayFirst, monthFirst }] of seen) {
        needsZone ||= !hasOffset;
        if (!form.includes("?")) forms.add(form);
        else {
          const known = shapes.get(form);
          const day = known?.day ?? dayFirst;
          const month = known?.month ?? monthFirst;
          shapes.set(form, {
            example,
            ...(day === undefined ? {} : { day }),
            ...(month === undefined ? {} : { month }),
          });
        }
      }
    for (const [form, { day, month, example }] of shapes) {
      if (day !== undefined && month === undefined) this.proven(forms, orderedForm(form, "day"), day, "day");
      else if (month !== undefined && day === undefined) this.proven(forms, orderedForm(form, "month"), month, "month");
      else {
        const why =
          day === undefined
            ? `no cell proves which: ${show(example)}`
            : `${show(day)} and ${show(month!)} contradict each other`;
        this.questions.push(
          `is it the day or the month that comes first? ${why}; write times: [${show(orderedForm(form, "day"))}] or [${show(orderedForm(form, "month"))}]`,
        );
      }
    }
    if (needsZone && this.zone === undefined) this.askZone();
    return { forms: [...forms], needsZone };
  }

  private proven(forms: Set<string>, form: string, cell: string, first: string): void {
    forms.add(form);
    this.because(["times"], `${show(cell)} proves that the ${first} comes first`);
  }

  private askZone(): void {
    if (this.zone !== undefined) return;
    const question = "in which zone are its times? They have no offset; write zone: Europe/Paris, or say --zone";
    if (!this.questions.includes(question)) this.questions.push(question);
  }

  /** Texts that stand for nothing, in columns that are used. */
  private emptyMarks(): { readonly empty?: readonly string[] } {
    const seen = [...new Set([...this.used].flatMap(({ marks }) => [...marks]))];
    if (seen.length > 0) this.because(["empty"], "cells that stand for nothing");
    return seen.length === 0 ? {} : { empty: seen };
  }

  private because(path: readonly string[], why: string): void {
    this.reasons.push({ path, why });
  }

  /** Notes that a column is used, and its cells. */
  private take(column: ColumnProbe, path: readonly string[]): void {
    this.used.add(column);
    const { count, examples } = column;
    const what = this.timeColumns.has(column) ? "times, such as" : "such as";
    this.because(
      path,
      `${count} of ${this.probe.count} cells are filled: ${what} ${examples.map((text) => show(text)).join(", ")}`,
    );
  }

  /** The column whose header says most clearly that it is of a role. */
  private best(role: Role, fits: (column: ColumnProbe) => boolean): ColumnProbe | undefined {
    let [found, score]: [ColumnProbe | undefined, number] = [undefined, 0];
    for (const column of this.probe.probes) {
      const own = roleScore(column.name.replace(/#\d+$/, ""), role);
      if (own > score && fits(column)) [found, score] = [column, own];
    }
    return found;
  }

  /** The first column of ids without a name that says so: filled, and no two alike. */
  private firstWithoutRepeats(): ColumnProbe | undefined {
    return this.probe.probes.find((each, i) => {
      if (each.count < this.probe.count || this.timeColumns.has(each)) return false;
      return new Set(this.probe.rows.map((cells) => cells[i])).size === this.probe.rows.length;
    });
  }

  /** Whether a column says the same on all rows of a case. */
  private isOfCase(column: ColumnProbe, id: ColumnProbe): boolean {
    const { probes, rows } = this.probe;
    const [own, index] = [probes.indexOf(column), probes.indexOf(id)];
    const seen = new Map<string, string>();
    return rows.every((cells) => {
      const [key, text] = [cells[index] ?? "", cells[own] ?? ""];
      const before = seen.get(key) ?? text;
      seen.set(key, before);
      return text === "" || before === "" || before === text;
    });
  }

  /** Whether ids come on several rows. */
  private repeatsOf(id: ColumnProbe): boolean {
    const index = this.probe.probes.indexOf(id);
    const ids = new Set(this.probe.rows.map((cells) => cells[index]));
    // A few ids may be there twice by a slip.
    return ids.size < 0.9 * this.probe.rows.length;
  }

  /** The column of times that differs most often within the rows of a case. */
  private variesMost(id: ColumnProbe): ColumnProbe | undefined {
    const { probes, rows } = this.probe;
    const index = probes.indexOf(id);
    let [found, most]: [ColumnProbe | undefined, number] = [undefined, -1];
    for (const column of this.timeColumns) {
      const own = probes.indexOf(column);
      const last = new Map<string, string>();
      let changes = roleScore(column.name, "changed") / 10;
      for (const cells of rows) {
        const before = last.get(cells[index]!);
        if (before !== undefined && cells[own] !== "" && before !== cells[own]) changes++;
        last.set(cells[index]!, cells[own]!);
      }
      if (changes > most) [found, most] = [column, changes];
    }
    return found;
  }
}

const TIME_ROLES: readonly Role[] = ["waiting", "resumed", "opened", "replied", "resolved", "closed", "changed"];
/** Roles that are events of a case, in the order in which they take their columns. */
const EVENT_ROLES = ["waiting", "resumed", "resolved", "closed", "replied", "opened"] as const;

/** A kind out of a text: `Service Request` is service-request. */
function kindOf(text: string): string {
  return (
    bareWords(text)
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "request"
  );
}

function stateColumnOf({ states, current }: MappingParts): readonly string[] {
  return [states?.from ?? [], current?.from ?? []].flat();
}

/** Whether a mapping names a column anywhere. */
function isMentioned(mapping: Mapping, column: string): boolean {
  return JSON.stringify(mapping).toLowerCase().includes(JSON.stringify(column).toLowerCase());
}
