/**
 * ouvree: when is it due, was it on time, was it covered, did we keep our promises?
 *
 * Every public name is listed here; anything else may change tomorrow.
 */

export {
  type CombineOptions,
  type ComplementOptions,
  complement,
  difference,
  intersection,
  union,
} from "./calendar/algebra.ts";
export type {
  AddOptions,
  Calendar,
  Day,
  ElapsedExplanation,
  Explanation,
  HolidayOn,
  OpenInterval,
  OperandReason,
  QuestionOptions,
  Reach,
  Segment,
  ZoneChange,
} from "./calendar/calendar.ts";
export { type CallbackDue, callbackDue } from "./calendar/callback-due.ts";
export { type CalendarOptions, createCalendar } from "./calendar/create-calendar.ts";
export { freezeHolidays } from "./calendar/freeze-holidays.ts";
export type { DurationOf, InstantOf, Output, OutputTypes } from "./calendar/output.ts";
export type { ColumnOptions, TimelineMs } from "./calendar/timeline-face.ts";
export type { Column } from "./clock/read-column.ts";
export type { Edge } from "./clock/search.ts";
export type { Why } from "./clock/segments.ts";
export type { Roll } from "./clock/working-days.ts";
export type { Case, CaseEvent } from "./evaluation/cases/case.ts";
export type {
  Contract,
  Customer,
  Dated,
  DateRange,
  Evidence,
  Outage,
  Register,
  StaffMember,
} from "./evaluation/cases/register.ts";
export {
  comparePolicies,
  type Flip,
  type FlipReason,
  type PolicyComparison,
  type RateChange,
} from "./evaluation/compare-policies.ts";
export { type DueIfResumedOptions, dueIfResumedAt } from "./evaluation/due-if-resumed.ts";
export type {
  DeskStanding,
  EntitledFollowUp,
  EntitledMinutes,
  EntitledTarget,
  Entitlement,
  EntitlementOptions,
  EntitlementRequest,
  Lack,
  SendTo,
} from "./evaluation/entitlement/answer.ts";
export { checkEntitlement } from "./evaluation/entitlement/entitlement.ts";
export { evaluate } from "./evaluation/evaluate.ts";
export {
  type Amended,
  type Amendment,
  createEvaluator,
  type EvaluateOptions,
  type Evaluator,
  type FinishedEvaluation,
} from "./evaluation/evaluator.ts";
export { type PendingAdvice, pendingAdvice } from "./evaluation/pending-advice.ts";
export type { CallbackTarget } from "./evaluation/planning/callback-targets.ts";
export type { PendingCallback } from "./evaluation/planning/pending-calls.ts";
export {
  type CallbackPlan,
  type PlannedCallback,
  type PlanOptions,
  planCallbacks,
} from "./evaluation/planning/plan-callbacks.ts";
export type {
  Advised,
  AllowanceRow,
  CaseResult,
  ClockState,
  ClockWhy,
  Evaluation,
  Figures,
  MetResult,
  MissedResult,
  NotApplicableResult,
  Outcome,
  PausedResult,
  Provenance,
  Rate,
  RateGroup,
  Reason,
  RegisterResult,
  Reopened,
  Result,
  ResultMembers,
  ResultSegment,
  RunningResult,
  UnknownEvents,
  UnmeasurableResult,
} from "./evaluation/result.ts";
export type { HolidayList, ListedHoliday } from "./holidays/list.ts";
export type { HolidaySourceObject } from "./holidays/ready-source.ts";
export type { HolidaySource } from "./holidays/rule.ts";
export type { HolidaySourceDefinition, SourceReaders } from "./holidays/source.ts";
export type { IssueCode } from "./issues/codes.ts";
export { isOuvreeError, OuvreeError } from "./issues/error.ts";
export type { Issue, PathStep } from "./issues/issue.ts";
export { definePolicy, type PolicyOptions } from "./policy/define-policy.ts";
export type {
  CalendarRuleDocument,
  CarryOverDocument,
  ChangeMode,
  ChangesDocument,
  CommitmentDocument,
  CommonEventsDocument,
  FactDocument,
  KindDocument,
  OutsideDocument,
  PolicyDocument,
  PolicyVersionDocument,
  Reopening,
  TableDocument,
  TargetDocument,
} from "./policy/documents/document.ts";
export type { PolicyDocumentOf } from "./policy/documents/document-of.ts";
export type {
  ConditionDocument,
  DaysDocument,
  EventDocument,
  EventMatchDocument,
  EventsDocument,
  HoursDocument,
  MembersDocument,
  TextsDocument,
} from "./policy/documents/document-parts.ts";
export type {
  AllowanceDocument,
  AllowanceFollowUpDocument,
  AvailabilityDocument,
  CadenceDocument,
  CadenceSubject,
  DetectionDocument,
  FollowUpDocument,
  ShareDocument,
  StandingDocument,
} from "./policy/documents/promise-documents.ts";
export type { PolicyLimits } from "./policy/limits.ts";
export { withReadings } from "./policy/other-readings.ts";
export type { Policy } from "./policy/policy.ts";
export type {
  CalendarDefinition,
  ClosureDefinition,
  ExceptionsDefinition,
  SpanText,
  VersionDefinition,
  WeekDefinition,
  Weekday,
  WeekKey,
  WeekListKey,
  WindowText,
} from "./schedule/definition.ts";
export type { CalendarLimits } from "./schedule/limits.ts";
export type { PeriodText } from "./time/civil-period.ts";
export type { DaysText, DurationInput, DurationObject, DurationText, HoursText } from "./time/duration.ts";
export type { InstantInput } from "./time/instant.ts";
