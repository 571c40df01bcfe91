/**
 * All commitments on one case, and what is odd about the case itself.
 */
import { type Issue, makeIssue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import type { Commitment, ReadyPolicy } from "../policy/policy.ts";
import type { ReadCase } from "./cases/case.ts";
import type { ReadRegister } from "./cases/read-register.ts";
import { Setting } from "./clocks/setting.ts";
import { mayMatter } from "./history/event-types.ts";
import { declaredTypes, type IncompleteHistory, incompleteHistory, unknownTypes } from "./history/incomplete.ts";
import { type HeldJudgement, judgeIncomplete } from "./history/judge-incomplete.ts";
import { judge } from "./judge.ts";
import type { Beside } from "./judgement.ts";

/** A case with its judgements, before the order of the queues is known. */
export interface Judged {
  readonly found: ReadCase;
  readonly setting: Setting;
  readonly judgements: ReadonlyMap<Commitment, HeldJudgement>;
  /** Types of its events that the policy does not know, with how many there are. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Whether events of it are hidden, or may be missing. */
  readonly isIncomplete: boolean;
}

/**
 * Judges every commitment that holds for a case's kind; what is odd about the case goes to its own issues.
 *
 * @param ignoresUnknown Whether events of types that the policy does not know mean nothing to the clocks.
 */
export function judgeCase(found: ReadCase, beside: Beside, ignoresUnknown = false): Judged {
  const { policy, register } = beside;
  const reported = new Set<string>();
  const report = (issue: Issue): void => {
    // Several clocks of one case may notice the same thing.
    const key = `${issue.code} ${issue.message}`;
    if (!reported.has(key)) found.issues.push(issue);
    reported.add(key);
  };
  const isKnown = policy.kinds.has(found.kind);
  if (!isKnown) report(unknownKind(found, policy));
  const declared = declaredTypes(policy, found.kind);
  const unknown = isKnown ? unknownTypes(found, declared, beside.supposed) : new Map<string, number>();
  if (!ignoresUnknown) for (const type of unknown.keys()) report(unknownEvent(type, found, declared));
  if (register !== undefined) for (const issue of unknownCustomer(found, register)) report(issue);
  if (!isKnown)
    return { found, setting: new Setting(policy, found, []), judgements: new Map(), unknown, isIncomplete: false };
  const history = ignoresUnknown
    ? incompleteHistory(withoutUnknown(found, declared), declared, new Map())
    : incompleteHistory(withoutSupposed(found, declared), declared, unknown);
  const odd: Issue[] = [];
  const setting = new Setting(policy, found, odd);
  const judgements = new Map<Commitment, HeldJudgement>();
  for (const commitment of setting.version.commitments.values()) {
    if (!commitment.kinds.has(found.kind)) continue;
    const seen = judge(commitment, found, setting, beside, odd);
    const held = history === undefined ? seen : judgeIncomplete(commitment, seen, found, history, beside);
    judgements.set(commitment, held);
  }
  if (history !== undefined && isShared(history, setting, found)) odd.push(sharedAsSeen());
  for (const issue of odd) report(issue);
  // What a file could not tell matters where a verdict depends on it.
  const isUnsure = [...judgements.values()].some(({ result }) => result.reason === "history-incomplete");
  const isSupposed = !found.mayMissEvents && unknown.size === 0 && found.unread.every((event) => event.isSupposed);
  return { found, setting, judgements, unknown, isIncomplete: history !== undefined && (!isSupposed || isUnsure) };
}

/** The case without unread events of types that mean nothing: wherever they lie, they are none that matters. */
function withoutUnknown(found: ReadCase, declared: ReadonlySet<string>): ReadCase {
  return { ...found, unread: found.unread.filter(({ type }) => type === undefined || declared.has(type)) };
}

/** The case without events that its file could not tell, and that the policy does not declare. */
function withoutSupposed(found: ReadCase, declared: ReadonlySet<string>): ReadCase {
  const { unread } = found;
  if (!unread.some(({ isSupposed }) => isSupposed)) return found;
  return { ...found, unread: unread.filter(({ type, isSupposed }) => isSupposed !== true || declared.has(type!)) };
}

function unknownKind({ kind }: ReadCase, { kinds }: ReadyPolicy): Issue {
  const cure = `${show(kind)} is no kind of this policy${didYouMean(kind, kinds.keys())}`;
  return makeIssue("case.unknown-kind", ["kind"], [...kinds.keys()].join(", "), kind, cure);
}

/** With the line that declares a type that means nothing to the clocks. */
function unknownEvent(type: string, { kind }: ReadCase, declared: ReadonlySet<string>): Issue {
  const near = didYouMean(type, declared);
  const line = `"events": { "other": [${show(type)}] }`;
  const cure = `${show(type)} is no event of ${kind}${near}${near === "" ? "; i" : " I"}f it moves no clock, declare it: ${line}`;
  return makeIssue("case.unknown-event", ["events"], [...declared].join(", "), type, cure);
}

function unknownCustomer({ customer }: ReadCase, { customers }: ReadRegister): Issue[] {
  if (customer !== undefined && customers.has(customer)) return [];
  const cure =
    customer === undefined
      ? "the case names no customer: its cover is not judged"
      : `${show(customer)} is not in the register: its cover is not judged`;
  return [makeIssue("case.unknown-customer", ["customer"], "a customer of the register", customer, cure)];
}

/** Whether what is not known may matter to what cases share: a queue, the allowance of a year, a need for training. */
function isShared(history: IncompleteHistory, { policy, version }: Setting, { kind }: ReadCase): boolean {
  const { kinds } = policy;
  return [...version.commitments.values()].some(
    (each) =>
      ((each.kind === "carry-over" && each.kinds.has(kind) && kinds.get(kind)?.queue !== undefined) ||
        (each.kind === "allowance" && each.kinds.has(kind) && each.per === "contract-year") ||
        (each.kind === "detection" && each.caseKinds.has(kind))) &&
      mayMatter(history, policy, each.id),
  );
}

function sharedAsSeen(): Issue {
  const shared = "the order of a queue, the allowance of a year and needs for training";
  const cure = `the history is incomplete: ${shared} go by what is seen of it`;
  return makeIssue("case.shared-as-seen", ["events"], "a complete history", "an incomplete one", cure);
}
