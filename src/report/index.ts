/**
 * `ouvree/report`: evaluations to verdicts and to something people read.
 */
export { judgeGoals, type Minimums, type Standing, type Verdict } from "./gate.ts";
export { type Advice, policyAdvice } from "./policy-advice.ts";
export { type Paint, spokenShare, textReport } from "./text.ts";
export { yearCsv } from "./year-csv.ts";
export { type DateGlance, type DateKind, type MonthGlance, type YearGlance, yearAtAGlance } from "./year-glance.ts";
export { yearSvg } from "./year-svg.ts";
export { type PaintMark, yearText } from "./year-text.ts";
export type { Language, Mark } from "./year-words.ts";
