/**
 * Every code that an issue can carry: `area.problem-with-hyphens`.
 *
 * The one list; `docs/errors.md` says what each means and how to cure it, and a test keeps the two equal.
 * A code is part of the public surface: it is never reused for another problem.
 */
export const ISSUE_CODES = [
  // Instants, durations, dates and zones at the library's door.
  "time.bad-instant",
  "time.no-offset",
  "time.fraction",
  "time.out-of-range",
  "time.zone-mismatch",
  "time.bad-date",
  "time.bad-duration",
  "time.bad-period",
  "time.unknown-zone",
  // A calendar definition.
  "schedule.bad-definition",
  "schedule.unknown-key",
  "schedule.missing-key",
  "schedule.unknown-day",
  "schedule.repeated-day",
  "schedule.unknown-zone",
  "schedule.bad-window",
  "schedule.bad-time",
  "schedule.empty-window",
  "schedule.overlap",
  "schedule.too-many-windows",
  "schedule.bad-date",
  "schedule.bad-closure",
  "schedule.bad-version",
  "schedule.outside-version",
  "schedule.bad-combination",
  "holidays.bad-source",
  "holidays.unknown-source",
  "holidays.unknown-id",
  "holidays.no-reach",
  "holidays.outside-reach",
  "holidays.missing-package",
  // Questions to a calendar.
  "calendar.never-open",
  "calendar.beyond-reach",
  "calendar.too-many-intervals",
  "calendar.bad-option",
  "calendar.bad-column",
  "calendar.not-a-working-day",
  // A policy document.
  "policy.bad-document",
  "policy.unknown-key",
  "policy.missing-key",
  "policy.bad-value",
  "policy.unknown-name",
  "policy.ambiguous",
  "policy.conflict",
  "policy.never-met",
  "policy.bad-path",
  // Cases and their register.
  "case.bad-case",
  "case.bad-event",
  "case.duplicate-id",
  "case.unknown-kind",
  "case.unknown-event",
  "case.unknown-customer",
  "case.unknown-fact",
  "case.caller-not-contact",
  "case.contract-not-in-force",
  "case.contract-unpaid",
  "case.no-remote-access",
  "case.second-pause",
  "case.resume-without-pause",
  "case.stop-before-start",
  "register.bad-entry",
  // Cells of a spreadsheet.
  "spreadsheet.bad-cell",
  "spreadsheet.bad-calendar",
  // Callbacks to plan.
  "callback.bad-pending",
  "callback.never-fits",
  // Questions of entitlement.
  "entitlement.bad-request",
  "entitlement.bad-used",
  "entitlement.not-counted",
  "entitlement.unknown-module",
  // Files of cases.
  "file.bad-format",
  "file.bad-row",
  "file.bad-instant",
  "file.bad-number",
  "file.missing-column",
  "file.conflict",
  // iCalendar, in and out.
  "icalendar.bad-format",
  "icalendar.bad-line",
  "icalendar.bad-value",
  "icalendar.unknown-zone",
  "icalendar.not-carried",
  "icalendar.too-large",
  // Opening hours of other formats.
  "opening-hours.bad-text",
  "opening-hours.bad-specification",
  "opening-hours.not-carried",
] as const;

/** One of {@link ISSUE_CODES}. */
export type IssueCode = (typeof ISSUE_CODES)[number];
