/**
 * What one commitment on one case is judged with, and what comes of it.
 */
import type { ReadyPolicy } from "../policy/policy.ts";
import type { ConditionsVerdict } from "./cases/conditions.ts";
import type { ReadEvent } from "./cases/event.ts";
import type { ReadRegister } from "./cases/read-register.ts";
import type { YearlyAllowance } from "./promises/contract-year.ts";
import type { ResultMembers } from "./result.ts";
import type { CarryOverResult } from "./targets/carry-over.ts";

/** What is known beside the case. */
export interface Beside {
  readonly policy: ReadyPolicy;
  readonly asOfMs: number;
  /** Undefined when there is none: cover is then not judged. */
  readonly register: ReadRegister | undefined;
  readonly withSegments: boolean;
  /** A resume that is only supposed, for what would then be due. */
  readonly supposed?: ReadEvent;
}

/** A result; for a callback also what the order of the queue needs. */
export type Judgement = { readonly result: ResultMembers } & Partial<
  Omit<CarryOverResult, "result"> & ConditionsVerdict
> & {
    /** Of an allowance: what of it other cases share. */
    readonly yearly?: YearlyAllowance;
  };
