/**
 * `ouvree/report`: evaluations to verdicts and to something people read; the morning's callbacks; a year at a glance.
 */

export { adviceCsv, adviceLines } from "./advice-list.ts";
export { callbacksCsv } from "./callbacks/csv.ts";
export {
  type CallbackMark,
  type CallbacksHeading,
  type CallbacksTextOptions,
  callbacksText,
} from "./callbacks/text.ts";
export { comparisonText } from "./comparison-text.ts";
export { type DeadlineSvgOptions, deadlineSvg } from "./deadline-svg/deadline-svg.ts";
export { deadlineText } from "./deadline-svg/lines.ts";
export { type DeadlinePictureOptions, deadlinePicture } from "./deadline-svg/of-deadline.ts";
export { resultPicture } from "./deadline-svg/of-result.ts";
export type {
  Band,
  DeadlinePicture,
  DeadlineSubject,
  Gap,
  Lane,
  MarkKind,
  PictureMark,
  ResultSubject,
} from "./deadline-svg/picture.ts";
export type { PictureLanguage } from "./deadline-svg/words.ts";
export { type DueList, type DueOptions, type DueRow, type DueState, dueList } from "./due/list.ts";
export { type DuePaint, dueCsv, dueText } from "./due/text.ts";
export { csvReport } from "./formats/csv.ts";
export { githubReport } from "./formats/github.ts";
export { gitlabReport } from "./formats/gitlab.ts";
export { jsonReport } from "./formats/json.ts";
export { junitReport } from "./formats/junit.ts";
export { markdownReport } from "./formats/markdown.ts";
export { RENDERERS } from "./formats/renderers.ts";
export { sarifReport } from "./formats/sarif.ts";
export { textReport } from "./formats/text.ts";
export type { Baseline } from "./gates/baseline.ts";
export { judgeGoals, type Limits, type Minimums, type Standing, type Verdict } from "./gates/gate.ts";
export { type GateOptions, type GateResult, judgeGates } from "./gates/gates.ts";
export { readBaseline } from "./gates/read-baseline.ts";
export type { GateLine } from "./gates/words.ts";
export { htmlReport } from "./html/html-report.ts";
export { worstSegments } from "./html/worst-segments.ts";
export type { NamedSort, PrivacyOptions, Shown } from "./privacy/aliases.ts";
export { privateComparison } from "./privacy/private-comparison.ts";
export { privateReport } from "./privacy/private-report.ts";
export { privateView } from "./privacy/private-view.ts";
export type { PolicyQuestion } from "./questions/places.ts";
export { policyQuestions } from "./questions/questions.ts";
export type { Paint } from "./rates/table.ts";
export type { CasePlace, CaseSegments, ImportSummary, Renderer, Report } from "./report.ts";
export { resultText } from "./results/text.ts";
export { spokenShare } from "./share.ts";
export { yearCsv } from "./year/csv.ts";
export type { DayKind } from "./year/day-kind.ts";
export {
  type GlanceDay,
  type GlanceMonth,
  type YearGlance,
  yearAtAGlance,
} from "./year/glance.ts";
export { yearSvg } from "./year/svg.ts";
export { type YearMark, type YearPaint, type YearTextOptions, yearText } from "./year/text.ts";
export type { YearLanguage } from "./year/words.ts";
