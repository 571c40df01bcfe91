/**
 * A guess: what the rows of a file are, and which of its columns mean what.
 */
import { refuse } from "../../issues/error.ts";
import { show } from "../../issues/show.ts";
import { StateWords } from "../mapped/state-words.ts";
import type { Mapping, MappingParts, StateClasses } from "../mapping/document.ts";
import { folded } from "../records/record.ts";
import type { ColumnProbe } from "./column-probe.ts";
import type { FileProbe } from "./file-probe.ts";
import { Findings, type GuessReason } from "./findings.ts";
import { knownSystem } from "./known-system.ts";
import { firstWithoutRepeats, isOfCase, repeats, variesMost } from "./rows-of-cases.ts";
import { timesOf } from "./times-of.ts";
import { bareWords, eventOf, type Role, roleScore, stateClassOf } from "./words.ts";

/** A mapping, and what it rests on. */
export interface Guessed {
  readonly mapping: Mapping;
  readonly system?: string;
  readonly reasons: readonly GuessReason[];
  readonly questions: readonly string[];
  readonly unused: readonly string[];
}

/** Decides what a file is, and what its columns mean. */
export class Guess {
  private readonly findings: Findings;
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
    this.findings = new Findings(probe.count, this.timeColumns);
  }

  result(): Guessed {
    const system = knownSystem(this.probe);
    const mapping = system === undefined ? this.unknown() : this.known(system);
    return {
      mapping,
      ...(system === undefined ? {} : { system: system.import }),
      reasons: this.findings.reasons,
      questions: this.findings.questions,
      unused:
        system === undefined
          ? this.probe.probes.filter((each) => !this.findings.used.has(each)).map(({ name }) => name)
          : [],
    };
  }

  /** The mapping of a known system, with the states of this file, and its forms of times. */
  private known(system: Mapping): Mapping {
    this.findings.because(["import"], `the file has the columns of ${system.import}: ${system.title ?? ""}`);
    const stateColumn = stateColumnOf(system);
    const column = this.probe.probes.find(({ name }) => stateColumn.some((each) => folded(each) === folded(name)));
    const words = new StateWords(system.is ?? {});
    const others = [...(column?.texts.keys() ?? [])].filter((text) => words.classOf(text) === undefined);
    const is = { ...system.is, ...this.classesOf(others, system.is) };
    const columns = [...this.timeColumns].filter((each) => isMentioned(system, each.name));
    const times = this.probe.header === undefined ? [] : timesOf(columns, this.zone, this.findings);
    const known = system.times === undefined ? ["iso"] : [system.times].flat();
    const forms = times.filter((form) => !known.includes(form));
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
      firstWithoutRepeats(this.probe, this.timeColumns);
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
    this.findings.take(id, ["case", "id"]);
    const isRepeated = repeats(this.probe, id);
    const status = this.best("status", (each) => !this.timeColumns.has(each) && !each.hasMoreTexts && each.count > 0);
    const event = this.best("event", (each) => !this.timeColumns.has(each) && !each.hasMoreTexts && each !== status);
    const parts =
      isRepeated && status !== undefined
        ? this.states(status, id)
        : isRepeated && event !== undefined
          ? this.eventRows(event)
          : this.events(status);
    const kind = this.best(
      "kind",
      (each) =>
        !this.timeColumns.has(each) &&
        !each.hasMoreTexts &&
        each.count >= 0.9 * this.probe.count &&
        each.texts.size <= 20 &&
        isOfCase(this.probe, each, id),
    );
    const customer = this.best("customer", (each) => !this.timeColumns.has(each) && isOfCase(this.probe, each, id));
    const priority = this.best(
      "priority",
      (each) => !this.timeColumns.has(each) && !each.hasMoreTexts && each.count > 0 && each.texts.size <= 15,
    );
    if (kind !== undefined) this.findings.take(kind, ["case", "kind"]);
    if (customer !== undefined) this.findings.take(customer, ["case", "customer"]);
    if (priority !== undefined) this.findings.take(priority, ["facts", "priority"]);
    const columns = [...this.findings.used].filter((each) => this.timeColumns.has(each));
    const times = timesOf(columns, this.zone, this.findings);
    const { list, sheet } = this.found;
    return {
      import: this.name,
      ...(list === undefined && sheet === undefined
        ? {}
        : { read: { ...(list === undefined ? {} : { list }), ...(sheet === undefined ? {} : { sheet }) } }),
      ...(this.zone === undefined ? {} : { zone: this.zone }),
      ...(times.length === 0 ? {} : { times }),
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
      const column = this.best(role, (each) => this.timeColumns.has(each) && !this.findings.used.has(each));
      if (column === undefined) continue;
      events[role] = column.name;
      this.findings.take(column, ["events", role]);
    }
    if (events["opened"] === undefined) {
      const [first] = [...this.timeColumns].filter((each) => !this.findings.used.has(each));
      if (first === undefined)
        return refuse(
          "import.missing-key",
          ["events"],
          "a column with times",
          undefined,
          "no column holds times; write the mapping by hand: events: { opened: … }",
        );
      events["opened"] = first.name;
      this.findings.take(first, ["events", "opened"]);
      this.findings.ask(
        `no column is named like an opening: ${show(first.name)} is the first with times; is it when cases were opened?`,
      );
    }
    if (status === undefined) return { events };
    this.findings.take(status, ["current"]);
    const hasWaits = events["waiting"] !== undefined;
    const what = hasWaits
      ? "are the columns of waits all waits of a case, or the last one alone? Then write cannotTell: [waiting]"
      : "the file has no history of its states: since when a case waits is not in it";
    this.findings.ask(what);
    return {
      events,
      is: this.classesOf([...status.texts.keys()]),
      current: { from: status.name },
      ...(hasWaits ? {} : { cannotTell: ["waiting"] }),
    };
  }

  /** Rows that are changes of state. */
  private states(status: ColumnProbe, id: ColumnProbe): Partial<Mapping> {
    this.findings.take(status, ["states", "from"]);
    const at = variesMost(this.probe, this.timeColumns, id);
    if (at === undefined)
      return refuse(
        "import.missing-key",
        ["states", "at"],
        "a column with times",
        undefined,
        "ids repeat, and no column holds the times of changes; write the mapping by hand: states: { from: …, at: … }",
      );
    this.findings.take(at, ["states", "at"]);
    const opened = this.best("opened", (each) => this.timeColumns.has(each) && each !== at);
    if (opened !== undefined) this.findings.take(opened, ["events", "opened"]);
    const states = { from: status.name, at: at.name, ...(opened === undefined ? { begins: "opened" } : {}) };
    return {
      ...(opened === undefined ? {} : { events: { opened: opened.name } }),
      is: this.classesOf([...status.texts.keys()]),
      states,
    };
  }

  /** Rows that are events. */
  private eventRows(event: ColumnProbe): Partial<Mapping> {
    this.findings.take(event, ["event", "type"]);
    const at = this.best("changed", (each) => this.timeColumns.has(each)) ?? [...this.timeColumns][0];
    if (at === undefined)
      return refuse(
        "import.missing-key",
        ["event", "at"],
        "a column with times",
        undefined,
        "no column holds times; write the mapping by hand: event: { at: … }",
      );
    this.findings.take(at, ["event", "at"]);
    const values = Object.fromEntries([...event.texts.keys()].map((text) => [text, eventOf(text) ?? null]));
    const none = Object.entries(values).flatMap(([text, value]) => (value === null ? [show(text)] : []));
    if (none.length > 0) this.findings.ask(`what are these events? They are taken for none: ${none.join(", ")}`);
    return { event: { type: { from: event.name, values }, at: at.name } };
  }

  /** Classes of states by their words; of what no word tells it is asked, and taken for open. */
  private classesOf(texts: readonly string[], known: StateClasses = {}): StateClasses {
    const classes: Record<string, string[]> = {};
    for (const text of texts) {
      const found = stateClassOf(text);
      if (found === undefined)
        this.findings.ask(
          `what is the state ${show(text)}? It is taken for open; the others are waiting, resolved, closed, cancelled, started`,
        );
      const name = found ?? "open";
      classes[name] ??= [known[name] ?? []].flat().filter((each) => each !== "*");
      classes[name].push(text);
    }
    return classes;
  }

  /** Texts that stand for nothing, in columns that are used. */
  private emptyMarks(): { readonly empty?: readonly string[] } {
    const seen = [...new Set([...this.findings.used].flatMap(({ marks }) => [...marks]))];
    if (seen.length > 0) this.findings.because(["empty"], "cells that stand for nothing");
    return seen.length === 0 ? {} : { empty: seen };
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
