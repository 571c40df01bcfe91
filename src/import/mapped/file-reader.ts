/**
 * Reads the bytes of one file, which come in parts: what it is packed in, its encoding, its form, its records.
 */
import { Gunzip } from "fflate";
import { refuse } from "../../issues/error.ts";
import { containerOf } from "../bytes/container.ts";
import { refuseBeginning } from "../bytes/decode.ts";
import { findEncoding, PartDecoder, type TextEncodingName } from "../bytes/text-decoder.ts";
import type { ReadOptions } from "../mapping/document.ts";
import { CsvRecords, type OnFound, type TextSink } from "../records/csv-records.ts";
import { JsonLines } from "../records/json-lines.ts";
import { JsonRecords } from "../records/json-records.ts";
import type { RecordTaker } from "../records/record.ts";
import { textFormOf } from "../records/text-form.ts";
import { XesRecords } from "../records/xes-records.ts";
import { onlyFile } from "../sheets/archive.ts";
import { readOds } from "../sheets/ods.ts";
import { readXlsx } from "../sheets/xlsx.ts";

/** What tells what a file is: by then it has shown its encoding, too, or has none but ASCII in a megabyte. */
const BEGINNING_BYTES = 1024 * 1024;

/** Who takes bytes. */
interface ByteSink {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** Reads a file. */
export class FileReader implements ByteSink {
  private head: Uint8Array[] = [];
  private length = 0;
  private sink: ByteSink | undefined;

  constructor(
    private readonly options: ReadOptions,
    private readonly name: string,
    private readonly taker: RecordTaker,
    private readonly found: OnFound,
  ) {}

  push(bytes: Uint8Array): void {
    if (this.sink !== undefined) {
      this.sink.push(bytes);
      return;
    }
    this.head.push(bytes);
    this.length += bytes.length;
    if (this.length >= BEGINNING_BYTES) this.begin(false);
  }

  end(): void {
    if (this.sink === undefined) this.begin(true);
    this.sink!.end();
  }

  private begin(isWhole: boolean): void {
    const bytes = joined(this.head);
    this.head = [];
    this.sink = this.sinkFor(bytes, isWhole);
    this.sink.push(bytes);
  }

  private sinkFor(bytes: Uint8Array, isWhole: boolean): ByteSink {
    const container = containerOf(bytes);
    if (container === "gzip") {
      this.found("packed", "gzip");
      return gunzipTo(new FileReader(this.options, this.name, this.taker, this.found), this.name);
    }
    if (container === "zip") return whole((all) => this.readZip(all));
    if (container === "xlsx" || container === "ods") return whole((all) => this.readSheet(all, container));
    // Another one is refused, as what it is.
    if (container !== undefined) refuseBeginning(bytes, this.name);
    return this.textSink(bytes, isWhole);
  }

  private readZip(bytes: Uint8Array): void {
    const file = onlyFile(bytes, this.name);
    this.found("packed", "zip");
    const inner = new FileReader(this.options, this.name, this.taker, this.found);
    inner.push(file.bytes);
    inner.end();
  }

  private readSheet(bytes: Uint8Array, container: "xlsx" | "ods"): void {
    const read = container === "xlsx" ? readXlsx : readOds;
    this.found("format", container);
    this.found("sheet", read(bytes, this.name, this.options.sheet, this.options.skip ?? 0, this.taker));
  }

  private textSink(bytes: Uint8Array, isWhole: boolean): ByteSink {
    const { encoding: said = "auto", format = "auto" } = this.options;
    // A letter of several bytes may be cut in two at the end of a beginning.
    const encoding =
      said === "auto" ? findEncoding(isWhole ? bytes : withoutCutLetter(bytes), this.name) : saidEncoding(said, bytes);
    this.found("encoding", encoding);
    const decoder = new PartDecoder(encoding, this.name);
    let text: TextSink | undefined;
    const push = (part: string): void => {
      if (text === undefined) {
        const form =
          format === "auto"
            ? textFormOf(part, isWhole, this.taker.isRecord?.bind(this.taker), this.options.list !== undefined)
            : format;
        this.found("format", form);
        text = this.recordsOf(form);
      }
      text.push(part);
    };
    return {
      push: (part) => push(decoder.decode(part)),
      end: () => {
        push(decoder.decode(NO_BYTES, true));
        text!.end();
      },
    };
  }

  private recordsOf(form: string): TextSink {
    const { options, name, taker, found } = this;
    switch (form) {
      case "csv":
        return new CsvRecords(options, name, taker, found);
      case "json":
        return new JsonRecords(options.list, name, taker, found);
      case "jsonl":
        return new JsonLines(name, taker);
      case "xes":
        return new XesRecords(name, taker);
      default:
        return refuse(
          "file.bad-format",
          ["read", "format"],
          "a workbook",
          form,
          `${name} is text, and no ${form}; leave read: { format } out`,
        );
    }
  }
}

const NO_BYTES = new Uint8Array(0);

/** The encoding that was said; which way round UTF-16 is its mark tells. */
function saidEncoding(said: string, [a, b]: Uint8Array): TextEncodingName {
  if (said !== "utf-16") return said as TextEncodingName;
  return a === 0xfe && b === 0xff ? "utf-16be" : "utf-16le";
}

/** A beginning without the bytes of a letter that is cut in two. */
function withoutCutLetter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  for (let i = 0; i < 4 && end > 0 && bytes[end - 1]! >= 0x80; i++) end--;
  return bytes.subarray(0, end & ~3);
}

/** Takes all bytes before anything is done with them: an archive says at its end what is in it. */
function whole(read: (bytes: Uint8Array) => void): ByteSink {
  const parts: Uint8Array[] = [];
  return { push: (bytes) => void parts.push(bytes), end: () => read(joined(parts)) };
}

function gunzipTo(sink: ByteSink, name: string): ByteSink {
  const gunzip = new Gunzip((bytes) => sink.push(bytes));
  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      // What the file's records are refused for goes on; what fflate throws has a number.
      if (typeof (error as { code?: unknown }).code !== "number") throw error;
      refuse("file.not-text", [], "gzip", undefined, `${name} is a damaged gzip file; pack it again, or unpack it`);
    }
  };
  return {
    push: (bytes) => guarded(() => gunzip.push(bytes)),
    end: () => {
      guarded(() => gunzip.push(NO_BYTES, true));
      sink.end();
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
