/**
 * The register: what stands beside the cases. Dates are civil dates of the desk's zone; persons are ids compared exactly.
 */
import type { InstantInput } from "../../time/instant.ts";

/** Civil dates, both included; an absent one is open. */
export interface DateRange {
  readonly from?: string;
  readonly to?: string;
}

/** A customer's maintenance contract. */
export interface Contract extends DateRange {
  /** Whether it is paid, or the stretches for which it is. */
  readonly paid?: boolean | readonly DateRange[];
}

/** A customer. */
export interface Customer {
  readonly id: string;
  readonly contract?: Contract;
  readonly trained?: readonly { readonly module: string; readonly date: string }[];
  /** The person designated in the contract. */
  readonly referent?: string;
  /** Persons who may call. */
  readonly contacts?: readonly string[];
  readonly surveys?: readonly { readonly date: string; readonly channel?: string }[];
  /** Trainings that were recommended, by module. */
  readonly recommendations?: readonly { readonly module: string; readonly date: string }[];
}

/** A technician. */
export interface StaffMember {
  readonly id: string;
  /** First date with the service. */
  readonly from?: string;
  readonly trainings?: readonly Dated[];
  readonly assessments?: readonly Dated[];
}

/** Something on a civil date. */
export interface Dated {
  readonly date: string;
}

/** A stretch in which the service could not be reached, in instants; without an end it goes on. */
export interface Outage {
  readonly from: InstantInput;
  readonly to?: InstantInput;
}

/** Evidence of a standing promise. */
export interface Evidence extends DateRange {
  readonly promise: string;
  readonly source?: string;
}

/** What stands beside the cases. Members that a policy does not use are left alone. */
export interface Register {
  readonly customers?: readonly Customer[];
  readonly staff?: readonly StaffMember[];
  readonly outages?: readonly Outage[];
  /** Calls that nobody took. */
  readonly lostCalls?: readonly { readonly at: InstantInput }[];
  readonly evidence?: readonly Evidence[];
  readonly publications?: readonly Dated[];
}
