/**
 * JSON Lines as records, in parts.
 */
import { refuse } from "../../issues/error.ts";
import { isObject } from "../../issues/expect.ts";
import { show } from "../../issues/show.ts";
import { jsonOf } from "../json.ts";
import type { TextSink } from "./csv-records.ts";
import type { RecordTaker } from "./record.ts";

/** Longest record, in characters. */
const MOST_RECORD_CHARACTERS = 50_000_000;

/** Reads a record a line; a line that is none is a bad row. Empty lines are no rows. */
export class JsonLines implements TextSink {
  private rest = "";
  private line = 0;

  constructor(
    private readonly name: string,
    private readonly taker: RecordTaker,
  ) {}

  push(text: string): void {
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop()!;
    if (this.rest.length > MOST_RECORD_CHARACTERS) {
      const cure = `${this.name}:${this.line + lines.length + 1}: a line is longer than ${MOST_RECORD_CHARACTERS / 1e6} million characters`;
      refuse("file.too-large", [], `at most ${MOST_RECORD_CHARACTERS} characters`, undefined, cure);
    }
    for (const each of lines) this.read(each);
  }

  end(): void {
    this.read(this.rest);
  }

  private read(text: string): void {
    this.line++;
    if (text.trim() === "") return;
    const value = jsonOf(text);
    if (isObject(value) && !(value instanceof SyntaxError)) this.taker.record({ line: this.line, value });
    else this.taker.bad(this.line, `the line is no JSON object: ${show(text)}`, []);
  }
}
