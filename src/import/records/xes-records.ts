/**
 * XES, the standard of process mining, as records, in parts: a trace with its attributes by their keys, and its `events`.
 *
 * Source: IEEE 1849-2016 (XES): `log`, `trace` and `event` elements, attributes typed by the name of their element.
 */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { refuse } from "../../issues/error.ts";
import { harmless } from "../../issues/show.ts";
import type { TextSink } from "./csv-records.ts";
import type { RecordTaker } from "./record.ts";

const ATTRIBUTES: ReadonlySet<string> = new Set(["string", "date", "int", "float", "boolean", "id"]);

type Members = Record<string, unknown>;

/** Reads traces. */
export class XesRecords implements TextSink {
  private readonly parser: SaxesParser;
  private readonly path: string[] = [];
  private trace: Members | undefined;
  private event: Members | undefined;
  private line = 1;

  constructor(
    private readonly name: string,
    private readonly taker: RecordTaker,
  ) {
    this.parser = new SaxesParser({ position: true });
    this.parser.on("opentag", (tag) => this.opened(tag));
    this.parser.on("closetag", (tag) => this.closed(tag.name));
    this.parser.on("error", (error) => this.refuseXml(error.message));
  }

  push(text: string): void {
    this.parser.write(text);
  }

  end(): void {
    this.parser.close();
  }

  private opened({ name, attributes }: SaxesTagPlain): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (this.path.length === 1 && name !== "log")
      refuse(
        "file.bad-format",
        [],
        "XES",
        undefined,
        `${this.name} is XML, and no log of XES: its first element is ${harmless(name)}`,
      );
    if (name === "trace" && parent === "log") {
      this.trace = { events: [] };
      this.line = this.parser.line;
    } else if (name === "event" && parent === "trace") this.event = {};
    else if (ATTRIBUTES.has(name) && (parent === "trace" || parent === "event")) {
      const holder = parent === "event" ? this.event : this.trace;
      const key = attributes["key"];
      // Not by assignment: an attribute may be called __proto__.
      if (holder !== undefined && key !== undefined && key !== "events")
        Object.defineProperty(holder, key, {
          value: attributes["value"] ?? "",
          configurable: true,
          enumerable: true,
          writable: true,
        });
    }
  }

  private closed(name: string): void {
    this.path.pop();
    if (name === "event" && this.event !== undefined && this.trace !== undefined) {
      (this.trace["events"] as Members[]).push(this.event);
      this.event = undefined;
    } else if (name === "trace" && this.trace !== undefined) {
      this.taker.record({ line: this.line, value: this.trace });
      this.trace = undefined;
    }
  }

  private refuseXml(message: string): never {
    return refuse(
      "file.bad-format",
      [],
      "XML",
      undefined,
      `${this.name}:${this.parser.line} is no XML: ${harmless(message.replace(/^\d+:\d+: /, ""))}`,
    );
  }
}
