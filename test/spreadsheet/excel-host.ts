/**
 * Excel as the add-in sees it: `functions.js` as it is built, run where there is nothing but JavaScript and Excel's own object.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { OfficeMockObject } from "office-addin-mock";
import { buildExcelAddIn } from "../../build/excel-add-in.ts";

/** What Excel gives and takes. */
export type Rows = unknown[][];

/** Excel's error value. */
export class OfficeError {
  readonly code: string;
  readonly message: string;
  constructor(code: string, message = "") {
    this.code = code;
    this.message = message;
  }
}

/** The functions of one add-in, by their ids. */
export interface Host {
  readonly ids: readonly string[];
  /** Calls as Excel does: every argument as rows or null, and its own object behind them. */
  call(id: string, ...given: (Rows | null)[]): unknown;
}

/** How a host differs from the usual one. */
export interface HostOptions {
  /** Text for text of the head of `functions.js`, as somebody edits it. */
  readonly head?: Readonly<Record<string, string>>;
  /** The present, epoch ms. */
  readonly nowMs?: number;
  readonly withoutIntl?: boolean;
}

/** Builds the add-in into a folder of its own, which `close` removes. */
export async function openAddIn(): Promise<{
  readonly folder: string;
  read(name: string): string;
  start(options?: HostOptions): Promise<Host>;
  close(): void;
}> {
  const folder = mkdtempSync(join(tmpdir(), "ouvree-excel-"));
  await buildExcelAddIn(folder);
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return {
    folder,
    read,
    start: (options = {}) => startHost(edited(read("functions.js"), options.head ?? {}), options),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function edited(script: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${from} is not there once`);
    return text.replace(from, () => to);
  }, script);
}

async function startHost(script: string, { nowMs, withoutIntl }: HostOptions): Promise<Host> {
  const associated = new Map<string, (...given: unknown[]) => unknown>();
  const mock = new OfficeMockObject({
    host: "excel",
    associate: (id: string, answer: (...given: unknown[]) => unknown) => associated.set(id, answer),
    Error: OfficeError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  }) as OfficeMockObject & { ErrorCode: OfficeMockObject };
  mock.ErrorCode.load("*");
  await mock.ErrorCode.sync();
  const context = createContext({ CustomFunctions: mock });
  if (nowMs !== undefined) runInContext(`Date.now = () => ${nowMs}`, context);
  if (withoutIntl) runInContext("delete globalThis.Intl", context);
  runInContext(script, context);
  return {
    ids: [...associated.keys()],
    call(id, ...given) {
      const answer = associated.get(id);
      if (answer === undefined) throw new Error(`nothing answers for ${id}`);
      // Made in the runtime, as Excel's are: arrays of another realm are no instances of ours.
      const rows = given.map((argument) => runInContext(`(${JSON.stringify(argument)})`, context));
      try {
        return plain(answer(...rows, { functionName: id }));
      } catch (error) {
        if (error instanceof OfficeError) return error;
        throw error;
      }
    },
  };
}

/** Arrays of this realm, for `toEqual`. */
function plain(answer: unknown): unknown {
  return Array.isArray(answer) ? [...answer].map(plain) : answer;
}
