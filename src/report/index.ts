/**
 * `ouvree/report`: evaluations to verdicts and to something people read.
 */
export { judgeGoals, type Minimums, type Standing, type Verdict } from "./gate.ts";
export { type Paint, spokenShare, textReport } from "./text.ts";
