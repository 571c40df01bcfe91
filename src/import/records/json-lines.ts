/**
 * JSON Lines as records, in parts.
 */
import { isObject } from "../../issues/expect.ts";
import { show } from "../../issues/show.ts";
import { jsonOf } from "../json.ts";
import type { TextSink } from "./csv-records.ts";
import type { RecordTaker } from "./record.ts";

/** Reads a record a line; a line that is none is a bad row. Empty lines are no rows. */
export class JsonLines implements TextSink {
  private rest = "";
  private line = 0;

  constructor(private readonly taker: RecordTaker) {}

  push(text: string): void {
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop()!;
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
