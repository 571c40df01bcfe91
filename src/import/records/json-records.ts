/**
 * A JSON document as records, in parts: the items of one list in it, each parsed when it is whole. Nothing else of it is kept.
 *
 * Several documents may follow each other, as pages of an API do that are put into one file.
 * Cost: linear; strings are passed over by their quotes.
 */
import { refuse } from "../../issues/error.ts";
import { isObject } from "../../issues/expect.ts";
import { harmless, show } from "../../issues/show.ts";
import { jsonOf } from "../json.ts";
import type { OnFound, TextSink } from "./csv-records.ts";
import type { RecordTaker } from "./record.ts";

/** Longest record, in characters. */
const MOST_RECORD_CHARACTERS = 50_000_000;
/** Deepest list of records: `data.issues.nodes` has three. */
const MOST_STEPS = 8;

/** An object or a list that is open. */
interface Open {
  readonly isList: boolean;
  /** The key under which it stands. */
  readonly key: string;
}

/** Reads the items of a list. */
export class JsonRecords implements TextSink {
  private rest = "";
  private line = 1;
  private readonly open: Open[] = [];
  /** Depth at which the items of the list stand; undefined while it is not open. */
  private itemDepth: number | undefined;
  /** Where the record begins that is being read, in `rest`. */
  private start = -1;
  private startLine = 1;
  private key = "";
  private path: string | undefined;
  private records = 0;
  private sawList = false;
  private inString = false;

  constructor(
    private readonly list: string | undefined,
    private readonly name: string,
    private readonly taker: RecordTaker,
    private readonly found: OnFound,
  ) {}

  push(text: string): void {
    const from = this.rest.length;
    this.rest += text;
    this.scan(from);
    const kept = this.start >= 0 ? this.start : this.keyStart >= 0 ? this.keyStart : this.rest.length;
    if (this.rest.length - kept > MOST_RECORD_CHARACTERS) {
      const cure = `${this.name}:${this.startLine}: a record is longer than ${MOST_RECORD_CHARACTERS / 1e6} million characters; say where the list of records is: read: { list: "…" }`;
      refuse("file.too-large", [], `at most ${MOST_RECORD_CHARACTERS} characters`, undefined, cure);
    }
    this.rest = this.rest.slice(kept);
    if (this.start >= 0) this.start -= kept;
    if (this.keyStart >= 0) this.keyStart -= kept;
  }
  private keyStart = -1;

  end(): void {
    if (this.open.length > 0 || this.inString) this.refuseEnd();
    if (!this.sawList) {
      const what = this.list === undefined ? "no list of records" : `nothing at ${show(this.list)}`;
      refuse(
        "file.bad-format",
        [],
        "a list of records",
        undefined,
        `${this.name} holds ${what}; say where it is: read: { list: "…" }`,
      );
    }
  }

  private scan(from: number): void {
    const { rest: text } = this;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (this.inString) {
        i = this.stringEnd(i);
        continue;
      }
      switch (code) {
        case 10:
          this.line++;
          break;
        case 34:
          this.inString = true;
          if (this.start < 0) this.keyStart = i;
          break;
        case 123:
        case 91:
          this.opened(i, code === 91);
          break;
        case 125:
        case 93:
          this.closed(i, code === 93);
          break;
        case 44:
          this.key = "";
          break;
      }
    }
  }

  /** Where the string ends that goes on at `i`, or the end of what is there. */
  private stringEnd(i: number): number {
    const { rest: text } = this;
    const begin = this.keyStart >= 0 ? this.keyStart + 1 : Math.max(this.start, 0);
    for (let from = i; ; ) {
      const quote = text.indexOf('"', from);
      if (quote < 0) return text.length;
      let first = quote;
      while (first > begin && text.charCodeAt(first - 1) === 92) first--;
      from = quote + 1;
      if ((quote - first) % 2 === 1) continue;
      this.inString = false;
      if (this.keyStart >= 0) {
        const key = jsonOf(text.slice(this.keyStart, quote + 1));
        this.key = typeof key === "string" ? key : "";
        this.keyStart = -1;
      }
      return quote;
    }
  }

  private opened(i: number, isList: boolean): void {
    const { open } = this;
    const parent = open.at(-1);
    if (this.start < 0 && !isList && this.isRecordAt(open.length)) {
      this.start = i;
      this.startLine = this.line;
    }
    open.push({ isList, key: parent === undefined || parent.isList ? "" : this.key });
    if (this.start >= 0) return;
    if (isList) this.listOpened();
    else if (this.list !== undefined && this.pathOf() === this.list) {
      // A record that stands alone.
      this.path = this.list;
      this.sawList = true;
      this.start = i;
      this.startLine = this.line;
      this.itemDepth = open.length - 1;
    }
    this.key = "";
  }

  private listOpened(): void {
    const path = this.pathOf();
    if (this.open.length > MOST_STEPS || this.open.slice(0, -1).some((each) => each.isList)) return;
    if (this.list !== undefined ? path !== this.list : this.path !== undefined && this.path !== path) return;
    this.path ??= path;
    this.sawList = true;
    this.itemDepth = this.open.length;
  }

  private isRecordAt(depth: number): boolean {
    return this.itemDepth === depth;
  }

  private closed(i: number, isList: boolean): void {
    const last = this.open.pop();
    if (last === undefined || last.isList !== isList) this.refuseAt();
    if (this.itemDepth === undefined) return;
    if (this.start >= 0 && this.open.length === this.itemDepth) {
      this.take(this.rest.slice(this.start, i + 1));
      this.start = -1;
      // The record that stood alone is over.
      if (this.open.at(-1)?.isList === false) this.itemDepth = undefined;
    } else if (this.start < 0 && this.open.length < this.itemDepth) {
      // A list without a record in it may not be the one: `"errors": []`.
      if (this.records === 0 && this.list === undefined) this.path = undefined;
      this.itemDepth = undefined;
    }
  }

  private take(text: string): void {
    const value = jsonOf(text);
    if (!isObject(value) || value instanceof SyntaxError)
      this.refuseAt(value instanceof SyntaxError ? value.message : "");
    if (this.records++ === 0 && this.path !== "") this.found("list", this.path ?? "");
    this.taker.record({ line: this.startLine, value: value as Record<string, unknown> });
  }

  /** The path of what was opened last: the keys from the root on. */
  private pathOf(): string {
    return this.open
      .slice(1)
      .map(({ key }) => key)
      .join(".");
  }

  private refuseAt(message = "a bracket closes what is not open"): never {
    return refuse(
      "file.bad-format",
      [],
      "JSON",
      undefined,
      `${this.name}:${this.line} is not JSON: ${harmless(message)}`,
    );
  }

  private refuseEnd(): never {
    return refuse(
      "file.bad-format",
      [],
      "JSON",
      undefined,
      `${this.name}:${this.line} ends in the middle of a record: the file is not whole`,
    );
  }
}
