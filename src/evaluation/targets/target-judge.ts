/**
 * How the cycles of a target are judged.
 */
import type { Issue } from "../../issues/issue.ts";
import type { TargetCommitment } from "../../policy/policy.ts";
import type { Setting } from "../clocks/setting.ts";

/** How cycles are judged. */
export interface TargetJudge {
  readonly commitment: TargetCommitment;
  readonly setting: Setting;
  readonly asOfMs: number;
  /** Whether a miss is excused. */
  readonly excuses: boolean;
  readonly withSegments: boolean;
  readonly issues: Issue[];
}
