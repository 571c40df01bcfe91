/**
 * One file, read by a mapping: each record to what it says of its case.
 */
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import type { ImportLog } from "../imported.ts";
import type { Column, JoinedFile, MappingParts, Source } from "../mapping/document.ts";
import { Columns, emptyTexts, type Found, isSource } from "../mapping/sources.ts";
import type { RawRecord, RecordTaker } from "../records/record.ts";
import type { TimeReader } from "../times/time-reader.ts";
import type { CaseHistory } from "./case-history.ts";
import type { FileContext, RecordPlace, Shared } from "./context.ts";
import { type PartReader, partReaders } from "./parts.ts";

/** What became of the records of a file. Law: read = used + leftOut + reported. */
export interface RowCounts {
  read: number;
  used: number;
  /** By `where`. */
  leftOut: number;
  reported: number;
}

type TextOf = (record: RawRecord["value"]) => Found;

/** How the records of a file are read: found once its columns are known. */
interface Plan {
  readonly id: TextOf;
  readonly kind: TextOf | undefined;
  readonly customer: TextOf | undefined;
  readonly facts: readonly (readonly [name: string, read: TextOf, source: Column | Source])[];
  readonly isMeant: (record: RawRecord["value"]) => boolean;
  readonly parts: readonly PartReader[];
}

/** Called with each row that is refused: its line, its cells and why. */
export type OnReject = (line: number, value: unknown, reason: string) => void;

/** Reads the records of one file. */
export class MappedFile implements RecordTaker, FileContext {
  readonly counts: RowCounts = { read: 0, used: 0, leftOut: 0, reported: 0 };
  private plan: Plan | undefined;
  header: readonly string[] | undefined;

  constructor(
    private readonly shared: Shared,
    private readonly joined: JoinedFile | undefined,
    readonly file: number,
    readonly log: ImportLog,
    readonly times: TimeReader,
    private readonly onReject: OnReject | undefined,
  ) {}

  isRecord(value: object): boolean {
    this.plan ??= this.planOf(undefined);
    return idOf(this.plan.id(value as RawRecord["value"])) !== "";
  }

  columns(names: readonly string[]): void {
    this.header = names;
    this.plan = this.planOf(names);
  }

  bad(line: number, cure: string, cells: readonly string[]): void {
    this.counts.read++;
    this.counts.reported++;
    this.log.report("file.bad-row", line, undefined, "a row under the columns", cells[0], cure, cure);
    this.onReject?.(line, cells, cure);
    // The case whose id stands in its place has a history that is not whole, if it stands elsewhere.
    const id = this.plan === undefined ? "" : idOf(this.plan.id(cells));
    if (id !== "") {
      const history = this.shared.histories.of(id, { file: this.file, line });
      history.isMarred = true;
      history.miss("a row of it could not be read");
    }
  }

  record(record: RawRecord): void {
    this.plan ??= this.planOf(undefined);
    const { plan, counts, log } = this;
    counts.read++;
    if (!plan.isMeant(record.value)) {
      counts.leftOut++;
      return;
    }
    const before = log.reported;
    const history = this.historyOf(record, plan);
    if (history !== undefined) {
      const place: RecordPlace = { file: this.file, line: record.line, row: record };
      for (const read of plan.parts) read(record.value, history, place);
      if (log.reported > before) history.isMarred = true;
    }
    if (log.reported > before) {
      counts.reported++;
      this.onReject?.(record.line, record.value, log.last);
    } else counts.used++;
  }

  /** The history of the case that a record names, with what it says of the case itself. */
  private historyOf({ line, value }: RawRecord, plan: Plan): CaseHistory | undefined {
    const found = plan.id(value);
    const id = idOf(found);
    if (id === "") {
      this.log.report("file.bad-row", line, "case", "a case's id", id, "the row names no case");
      return undefined;
    }
    if (/^\d{17,}$/.test(id) && !Number.isSafeInteger(Number(id)) && isLossy(value, id)) {
      this.log.report(
        "file.bad-row",
        line,
        "case",
        "an id",
        id,
        `${show(id)} is a number that JSON does not keep to its last digit`,
      );
      return undefined;
    }
    const place = { file: this.file, line };
    const history = this.shared.histories.of(id, place);
    if (this.joined !== undefined) {
      this.sayFacts(history, value, plan, place);
      return history;
    }
    history.isCase = true;
    history.mayMiss = this.mayMiss;
    const target = this.withoutContradiction(history, value, plan, place);
    const kind = plan.kind!(value);
    if ("unknown" in kind) this.unknown("kind", kind.unknown, this.shared.mapping.case.kind, line);
    else if (kind.text !== "") target.kind ??= { value: kind.text, ...place };
    const customer = plan.customer?.(value);
    if (customer !== undefined && "text" in customer && customer.text !== "")
      target.customer ??= { value: customer.text, ...place };
    this.sayFacts(target, value, plan, place);
    return target;
  }

  private sayFacts(
    history: CaseHistory,
    value: RawRecord["value"],
    { facts }: Plan,
    place: { file: number; line: number },
  ): void {
    for (const [name, read, source] of facts) {
      const found = read(value);
      if ("unknown" in found) this.unknown(`fact ${name}`, found.unknown, source, place.line);
      const text = "unknown" in found ? found.unknown : found.text;
      if (text === "") continue;
      // Of rows of changes the last one says what is so now; of others all say the same.
      if (this.isOfChanges || !history.facts.has(name)) history.facts.set(name, { value: text, ...place });
    }
  }

  /** Whether a row is a change: then later rows may say something else of the case. */
  private get isOfChanges(): boolean {
    const { states, event, log } = this.shared.mapping;
    return (
      states !== undefined ||
      (event !== undefined && event.each === undefined) ||
      (log !== undefined && log.each === undefined)
    );
  }

  /** The history itself, or another of its id where the record says something else of the case. */
  private withoutContradiction(
    history: CaseHistory,
    value: RawRecord["value"],
    plan: Plan,
    place: { file: number; line: number },
  ): CaseHistory {
    const said: (readonly [string, Found | undefined, { value: string; file: number; line: number } | undefined])[] = [
      ["kind", plan.kind!(value), history.kind],
      ["customer", plan.customer?.(value), history.customer],
      ...(this.isOfChanges
        ? []
        : plan.facts.map(([name, read]) => [name, read(value), history.facts.get(name)] as const)),
    ];
    for (const [member, found, known] of said) {
      if (
        known === undefined ||
        found === undefined ||
        !("text" in found) ||
        found.text === "" ||
        found.text === known.value
      )
        continue;
      const cure = `${show(found.text)} is not the ${member} of case ${show(history.id)}, which is ${show(known.value)} in line ${known.line}; none of them is counted`;
      this.log.report(
        "file.conflict",
        place.line,
        member,
        `${show(known.value)}, as before`,
        found.text,
        cure,
        "conflict",
      );
      history.isMarred = true;
      const other = this.shared.histories.besides(history.id, place);
      other.isCase = true;
      return other;
    }
    return history;
  }

  /** Reports a text that the mapping does not name. */
  unknown(what: string, value: string, source: unknown, line: number): void {
    const known = isSource(source) ? Object.keys(source.values ?? {}).filter((text) => text !== "*") : [];
    this.unknownAmong(what, value, known, line);
  }

  /** Reports a text that is none of those that the mapping names. */
  unknownAmong(what: string, value: string, known: readonly string[], line: number): void {
    this.shared.unknown.add(what, value, known);
    const cure = `${show(value)} is no ${what.replace(/ .*/, "")} that the mapping names${didYouMean(value, known) || "; add it"}`;
    this.log.report(
      "import.unknown-value",
      line,
      what,
      known.join(", ") || "a text of the mapping",
      value,
      cure,
      value,
    );
  }

  private get mayMiss(): ReadonlySet<string> {
    this.cannotTell ??= new Set(this.shared.mapping.cannotTell);
    return this.cannotTell;
  }
  private cannotTell: ReadonlySet<string> | undefined;

  private planOf(names: readonly string[] | undefined): Plan {
    const { shared, joined } = this;
    const { mapping } = shared;
    const columns = new Columns(names, this.log.name, emptyTexts(mapping));
    const own: MappingParts = joined ?? mapping;
    const { id } = (joined ?? mapping).case;
    const { kind } = mapping.case;
    const customer = mapping.case.customer;
    return {
      id: columns.source(id)!,
      kind:
        joined !== undefined ? undefined : typeof kind === "string" ? () => ({ text: kind }) : columns.source(kind)!,
      customer: joined !== undefined || customer === undefined ? undefined : columns.source(customer),
      facts: Object.entries(own.facts ?? {}).flatMap(([name, source]) => {
        const read = columns.source(source);
        return read === undefined ? [] : [[name, read, source] as const];
      }),
      isMeant: columns.where(own.where),
      parts: partReaders(own, columns, this, shared),
    };
  }
}

// Groups of digits, parted by blanks of any width.
const GROUPED = /^\d{1,3}(?:[\s\u00a0\u202f\u2009]\d{3})+$/;

/** An id as text: without blanks between groups of digits. */
function idOf(found: Found): string {
  const text = "text" in found ? found.text : found.unknown;
  return GROUPED.test(text) ? text.replace(/[\s\u00a0\u202f\u2009]/g, "") : text;
}

/** Whether an id came from a number of JSON that is too large to be kept. */
function isLossy(value: RawRecord["value"], id: string): boolean {
  return !Array.isArray(value) && Object.values(value).some((each) => typeof each === "number" && String(each) === id);
}
