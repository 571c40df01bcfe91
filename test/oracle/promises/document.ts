/**
 * Document: the parts of a policy document that the judge reads, as docs/promises.md writes them.
 */

export type HoursTarget = { readonly hours: string; readonly count: "open" | "working-days" | "running" };
export interface DaysTarget {
  readonly days: string;
  readonly count: "calendar" | "working";
  readonly until: "midnight" | "closing";
  readonly rollToOpen: boolean;
  readonly day?: "civil-date" | "service-day";
}
export type Target = HoursTarget | DaysTarget;

interface Common {
  readonly conditions?: readonly string[];
}
interface OfCases extends Common {
  readonly kinds: readonly string[];
}

export interface Cadence extends Common {
  readonly kind: "cadence";
  readonly of: "customers.surveys" | "staff.trainings" | "staff.assessments" | "publications";
  readonly every: string | null;
}
export interface Standing {
  readonly kind: "standing";
  readonly promise: string;
}
export interface Availability {
  readonly kind: "availability";
  readonly calendar: string;
  readonly goal: number | null;
}
export interface Allowance extends OfCases {
  readonly kind: "allowance";
  readonly start: string;
  readonly help: string;
  readonly minutes: { readonly trained: number; readonly untrained: number };
  readonly per: "request" | "contract-year";
  readonly followUp: {
    readonly when: "untrained";
    readonly by: string;
    readonly ends: string;
    readonly within: Target | null;
  };
}
export interface FollowUp extends OfCases {
  readonly kind: "follow-up";
  readonly after: readonly string[];
  readonly by: readonly string[];
  readonly ends: string;
  readonly within: Target | null;
  readonly goal: number | null;
}
export interface Detection extends OfCases {
  readonly kind: "detection";
  readonly start: string;
  readonly of: "untrained";
  readonly count: number | null;
  readonly months: number | null;
  readonly by: "recommendations";
  readonly within: DaysTarget | null;
}
export type Members = Readonly<Record<string, string | readonly string[]>>;
export interface Share extends Common {
  readonly kind: "share";
  readonly kinds?: readonly string[];
  readonly of: string;
  readonly where?: Members;
  readonly not?: Members;
  readonly goal: number | null;
  readonly goalAbove?: boolean;
}
/** An event by more than its type. */
export interface NamedEvent {
  readonly event: string | readonly string[];
  readonly where?: Members;
  readonly not?: Members;
}
/** One event, or a list of which any comes. */
export type Named = string | NamedEvent | readonly (string | NamedEvent)[];
export interface CarryOver extends OfCases {
  readonly kind: "carry-over";
  readonly start: Named;
  readonly stop: Named;
  readonly order: "report" | "require";
  readonly closing?: "day" | "window";
}
/** Only with a target in days. */
export interface DaysPromise extends OfCases {
  readonly kind: "target";
  readonly start: string;
  readonly stop: readonly string[];
  readonly target: DaysTarget;
  readonly reopening: "ignore";
}

export type Commitment =
  | Cadence
  | Standing
  | Availability
  | Allowance
  | FollowUp
  | Detection
  | Share
  | CarryOver
  | DaysPromise;

export interface Document {
  readonly policy: string;
  readonly calendar: string;
  readonly calendars: Readonly<Record<string, object>>;
  readonly kinds: Readonly<Record<string, { readonly events: readonly string[]; readonly queue?: string }>>;
  readonly events: {
    readonly pause: string;
    readonly resume: string;
    readonly cancel: string;
    readonly other: readonly string[];
  };
  readonly conditions: Readonly<Record<string, { readonly check: string; readonly otherwise: "not-applicable" }>>;
  readonly commitments: Readonly<Record<string, Commitment>>;
}
