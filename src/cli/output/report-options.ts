/**
 * What a check says of its reports beside their formats: the language, and how many cases are shown one by one.
 */
import type { Register } from "../../index.ts";
import { show } from "../../issues/show.ts";
import { type Report, worstSegments } from "../../report/index.ts";
import type { Flags } from "../flags/flags.ts";
import { CliProblem } from "../problem.ts";
import { readLanguage } from "./answer-output.ts";
import type { ReportOutput } from "./report-outputs.ts";

/** The flags. */
export const REPORT_FLAGS = {
  lang: { type: "string", values: ["en", "fr"] },
  worst: { type: "string" },
} as const;

/** The language and the number of cases, of those formats that have them. Errors: a CliProblem, also where no format has them. */
export function readReportOptions(
  flags: Flags,
  outputs: readonly Pick<ReportOutput, "format">[],
): Pick<Report, "language" | "worst"> {
  const worst = flags.one("worst");
  if (worst !== undefined && !/^\d{1,4}$/.test(worst))
    throw new CliProblem(`--worst: ${show(worst)} is no number of cases from 0 to 9999`);
  const language = readLanguage(flags);
  for (const [flag, formats] of [
    ["lang", ["html"]],
    ["worst", ["html", "markdown"]],
  ] as const)
    if (flags.has(flag) && !outputs.some(({ format }) => (formats as readonly string[]).includes(format)))
      throw new CliProblem(`--${flag} goes with --format ${formats.join(" or ")}; no report that was asked for has it`);
  return { language, ...(worst === undefined ? {} : { worst: Number(worst) }) };
}

/** The report with what the pictures of a page need, where there is a page; names must still be in it. */
export function withSegments(report: Report, outputs: readonly ReportOutput[], register: Register | undefined): Report {
  return outputs.some(({ format }) => format === "html")
    ? { ...report, segments: worstSegments(report, register) }
    : report;
}
