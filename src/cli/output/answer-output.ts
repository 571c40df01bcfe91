/**
 * Where the answer to one question goes, and in which form: `--format F`, or `--format F=PATH`.
 */
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import type { PictureLanguage } from "../../report/index.ts";
import type { Flags } from "../flags/flags.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** A form of an answer. */
export type AnswerFormat = "text" | "json" | "svg";

/** A form, and the file that it goes to; without one it goes to standard output. */
export interface AnswerOutput {
  readonly format: AnswerFormat;
  readonly path?: string;
}

/** The form asked for. Refuses a file that could not be written. */
export function readAnswerOutput(flags: Flags, formats: readonly AnswerFormat[], terminal: Terminal): AnswerOutput {
  // --svg is a short word for --format svg.
  const [text = "text", ...more] = [...flags.all("format"), ...(flags.has("svg") ? ["svg"] : [])];
  if (more.length > 0) throw new CliProblem("an answer has one --format; --svg is one");
  const [, name, path] = /^([^=]*)(?:=([\s\S]*))?$/.exec(text)!;
  const format = formats.find((one) => one === name);
  if (format === undefined) {
    const known = `${formats.slice(0, -1).join(", ")} or ${formats.at(-1)}`;
    throw new CliProblem(`--format: ${show(name)} is not known${didYouMean(name!, formats)}; use ${known}`);
  }
  if (path === undefined) return { format };
  if (path === "") throw new CliProblem(`--format ${format}= needs a path, or leave the = out`);
  terminal.checkWrite(path, { noClobber: flags.has("no-clobber") });
  return { format, path };
}

/** Gives the answer. */
export function giveAnswer({ path }: AnswerOutput, text: string, flags: Flags, terminal: Terminal): void {
  if (path === undefined) terminal.out(text);
  else terminal.write(path, text, { noClobber: flags.has("no-clobber") });
}

/** The language of an answer, which has one where it is a picture. Errors: a CliProblem, also for one that nothing would be in. */
export function readPictureLanguage(flags: Flags, { format }: AnswerOutput): PictureLanguage {
  const language = readLanguage(flags);
  if (!flags.has("lang") || format === "svg") return language;
  throw new CliProblem("--lang goes with --format svg: the picture has it, and text and json are in English");
}

/** The language of a picture or a report. */
export function readLanguage(flags: Flags): PictureLanguage {
  const text = flags.one("lang");
  if (text === undefined || text === "en" || text === "fr") return text ?? "en";
  throw new CliProblem(`--lang: ${show(text)} is not known; use en or fr`);
}
