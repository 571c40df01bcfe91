/**
 * All commitments on one case, and what is odd about the case itself.
 */
import { type Issue, makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import type { Commitment } from "../policy/policy.ts";
import type { ReadCase } from "./case.ts";
import { type Beside, type Judgement, judge } from "./judge.ts";
import { Setting } from "./setting.ts";

/** A case with its judgements, before the order of the queues is known. */
export interface Judged {
  readonly found: ReadCase;
  readonly setting: Setting;
  readonly judgements: ReadonlyMap<Commitment, Judgement>;
}

/** Judges every commitment that holds for a case's kind; what is odd about the case goes to its own issues. */
export function judgeCase(found: ReadCase, beside: Beside): Judged {
  const { policy, register } = beside;
  const kind = policy.kinds.get(found.kind);
  const reported = new Set<string>();
  const report = (issue: Issue): void => {
    // Several clocks of one case may notice the same thing.
    const key = `${issue.code} ${issue.message}`;
    if (!reported.has(key)) found.issues.push(issue);
    reported.add(key);
  };
  if (kind === undefined) {
    report(
      makeIssue(
        "case.unknown-kind",
        ["kind"],
        [...policy.kinds.keys()].join(", "),
        found.kind,
        `${show(found.kind)} is no kind of this policy${didYouMean(found.kind, policy.kinds.keys())}`,
      ),
    );
    return { found, setting: new Setting(policy, found, []), judgements: new Map() };
  }
  const known = new Set([...kind.events, ...policy.commonEvents]);
  for (const { type } of found.events) {
    if (!known.has(type))
      report(
        makeIssue(
          "case.unknown-event",
          ["events"],
          [...known].join(", "),
          type,
          `${show(type)} is no event of ${found.kind}${didYouMean(type, known)}`,
        ),
      );
  }
  if (register !== undefined && (found.customer === undefined || !register.customers.has(found.customer))) {
    report(
      makeIssue(
        "case.unknown-customer",
        ["customer"],
        "a customer of the register",
        found.customer,
        found.customer === undefined
          ? "the case names no customer: its cover is not judged"
          : `${show(found.customer)} is not in the register: its cover is not judged`,
      ),
    );
  }
  const odd: Issue[] = [];
  const setting = new Setting(policy, found, odd);
  const judgements = new Map<Commitment, Judgement>();
  for (const commitment of setting.version.commitments.values()) {
    if (commitment.kinds.has(found.kind)) judgements.set(commitment, judge(commitment, found, setting, beside, odd));
  }
  for (const issue of odd) report(issue);
  return { found, setting, judgements };
}
