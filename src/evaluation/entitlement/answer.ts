/**
 * What `checkEntitlement` is asked, and what it answers: plain data.
 *
 * Instants are ISO 8601 in UTC with ms, dates civil dates of the desk's zone, lengths minutes.
 */
import type { Issue } from "../../issues/issue.ts";
import type { DaysDocument, HoursDocument } from "../../policy/documents/document-parts.ts";
import type { Tier } from "../../policy/promise.ts";
import type { InstantInput } from "../../time/instant.ts";
import type { Case } from "../cases/case.ts";

/** A request that somebody makes on the phone. */
export interface EntitlementRequest {
  /** Id of the customer in the register. */
  readonly customer: string;
  /** A kind of the policy, or a name among the departments of its `outside`. */
  readonly kind: string;
  /** What it is about: one module or several. */
  readonly modules?: string | readonly string[];
  /** Who calls. */
  readonly person?: string;
  /** Whether the technician may take over the screen; not judged unless said. */
  readonly remoteAccess?: boolean;
  /** Facts that the policy goes by: `{ priority: "P1" }`. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Id of the case in the history that the call is about; unless given it is a new request. */
  readonly case?: string;
}

/** Options of {@link checkEntitlement}. */
export interface EntitlementOptions {
  /** The instant of the call. */
  readonly at: InstantInput;
  /** Minutes used so far, by module: in this request, or in this contract year, as the allowance's `per` says. */
  readonly usedSoFar?: Readonly<Record<string, number>>;
  /** Instead: cases, from which they are counted. */
  readonly history?: readonly Case[];
}

/** Whether, and for how long, a request is covered. */
export interface Entitlement {
  readonly covered: boolean;
  readonly customer: string;
  readonly kind: string;
  readonly at: string;
  /** Minutes of help, a row for each allowance and module; none where no allowance holds. */
  readonly minutes: readonly EntitledMinutes[];
  /** What is wanting on the customer's side. */
  readonly lacks: readonly Lack[];
  /** What must follow the help. */
  readonly follows: readonly EntitledFollowUp[];
  /** What is promised for the request itself. */
  readonly targets: readonly EntitledTarget[];
  /** Who takes over a request that is not covered; null if it is, or if the policy does not say. */
  readonly sendTo: SendTo | null;
  readonly desk: DeskStanding;
  /** Modules that neither the policy nor the register lists, which may be slips; problems of the customer's entry in the register, and of the history. */
  readonly issues: readonly Issue[];
  /** The answer in one line, to read aloud. */
  readonly text: string;
}

/** Minutes of help on one module. */
export interface EntitledMinutes {
  /** Id of the allowance. */
  readonly commitment: string;
  readonly module: string;
  readonly tier: Tier;
  /** First training on the module, if it counts. */
  readonly trainedOn: string | null;
  readonly granted: number;
  readonly consumed: number;
  /** Never negative. */
  readonly remaining: number;
  /** Last date of the contract year that the minutes are for; null where they are for one request. */
  readonly until: string | null;
}

/** Something that is wanting on the customer's side. */
export interface Lack {
  readonly code:
    | "known-customer"
    | "contract-in-force"
    | "contract-paid"
    | "person-is-contact"
    | "remote-access"
    | "training";
  /** Name of the policy's condition; null for what is none: an unknown customer, a training. */
  readonly condition: string | null;
  /** Whether a promise does not hold because of it. */
  readonly stops: boolean;
  readonly message: string;
}

/** Something that must follow help on a module. */
export interface EntitledFollowUp {
  readonly commitment: string;
  readonly module: string;
  /** Type of the event that does it. */
  readonly event: string;
}

/** A target that holds for the request, if its clock starts at the call. */
export interface EntitledTarget {
  readonly commitment: string;
  readonly kind: "target" | "ratio";
  /** What is promised; null where it goes by a fact that the request does not say: `by` names it. */
  readonly target: HoursDocument | DaysDocument | null;
  readonly by: string | null;
  /** As in an evaluation: null also where the holidays of that time are not known. */
  readonly dueAt: string | null;
  /** Last date in time, of a target in days. */
  readonly dueDate: string | null;
}

/** Who takes over. */
export interface SendTo {
  readonly department: string;
  /** Kind of case that the request becomes; null if the policy names none. */
  readonly kind: string | null;
  /** The person whom the promise is about: the customer's referent. */
  readonly person: string | null;
  /** What is promised if it is handed over at once. */
  readonly targets: readonly EntitledTarget[];
}

/** Whether the desk is open at the instant of the call. All are null where the holidays of that time are not known. */
export interface DeskStanding {
  readonly open: boolean | null;
  /** While open: when it closes next, be it for lunch. */
  readonly closesAt: string | null;
  /** While closed: when it opens, and a callback may be made. */
  readonly opensAt: string | null;
  /** Whether a callback is carried over to the next working day at once. */
  readonly carriedOver: boolean | null;
}
