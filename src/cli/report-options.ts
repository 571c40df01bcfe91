/**
 * What a check says of its reports beside their formats: the language, and how many cases are shown one by one.
 */
import { show } from "../issues/show.ts";
import type { Report } from "../report/index.ts";
import { readLanguage } from "./answer-output.ts";
import type { Flags } from "./flags.ts";
import { CliProblem } from "./problem.ts";

/** The flags. */
export const REPORT_FLAGS = { lang: { type: "string" }, worst: { type: "string" } } as const;

/** The language and the number of cases, of those formats that have them. */
export function readReportOptions(flags: Flags): Pick<Report, "language" | "worst"> {
  const worst = flags.one("worst");
  if (worst !== undefined && !/^\d{1,4}$/.test(worst))
    throw new CliProblem(`--worst: ${show(worst)} is no number of cases from 0 to 9999`);
  return { language: readLanguage(flags), ...(worst === undefined ? {} : { worst: Number(worst) }) };
}
