/**
 * `checkEntitlement`: before help is given. May we help, for how long, what is wanting on the customer's side, what must
 * follow, and who takes over what the contract does not cover.
 *
 * It knows no charter: tiers and minutes, conditions, targets and departments are the policy's.
 * Source: docs/entitlement.md.
 */
import { insideOf } from "../../calendar/internal.ts";
import { checkSupported } from "../../clock/beyond.ts";
import type { Issue } from "../../issues/issue.ts";
import type { Policy } from "../../policy/policy.ts";
import { deepFreeze } from "../../schedule/plain-copy.ts";
import { checkPolicy, checkRegister } from "../cases/arguments.ts";
import { readRegister } from "../cases/read-register.ts";
import type { Register } from "../cases/register.ts";
import { isoOrNull } from "../instants.ts";
import type { Entitlement, EntitlementOptions, EntitlementRequest } from "./answer.ts";
import { readAsked } from "./asked.ts";
import { calendarOf, contextOf } from "./context.ts";
import { entryIssues, holdingOf, lacksOf } from "./lacks.ts";
import { tableOf } from "./minutes.ts";
import { deskStandingOf, sendToOf } from "./taker.ts";
import { targetsOf } from "./targets.ts";
import { unknownModules } from "./unknown-modules.ts";
import { spokenEntitlement } from "./words.ts";

/**
 * Whether a request is covered at an instant, and for how long.
 *
 * A customer who is not in the register is an answer, not an error; a module that nobody lists is one too, and among its issues. Without `usedSoFar` or `history` nothing is used yet.
 * Errors: `entitlement.*`, `case.unknown-kind` and `time.*` for arguments that are wrong, all of them at once.
 * Source: docs/entitlement.md.
 *
 * @example checkEntitlement(clipIndustrie, register, { customer: "acme", kind: "usage", modules: "stock" }, { at: "2026-05-22T10:00+02:00" }).text // "Yes: 15 minutes on stock (not trained on it); a sales action must follow."
 */
export function checkEntitlement(
  policy: Policy,
  register: Register,
  request: EntitlementRequest,
  options: EntitlementOptions,
): Entitlement {
  checkPolicy(policy);
  checkRegister(register);
  const asked = readAsked(policy, request, options);
  const ofRegister: Issue[] = [];
  const read = readRegister(register, policy, ofRegister);
  const issues = entryIssues(ofRegister, register, asked.customer);
  const context = contextOf(policy, read, asked, asked.kind);
  const { outside } = policy;
  const isOutside = !policy.kinds.has(asked.kind) || asked.kind === outside?.kind || context.promises.length === 0;
  const beyond = outside?.kind === undefined ? undefined : contextOf(policy, read, asked, outside.kind);
  const lacks = lacksOf(isOutside ? (beyond ?? context) : context, asked, issues);
  const holding = isOutside ? [] : holdingOf(context);
  const table = tableOf(holding, asked, context, issues);
  const hasAllowance = context.promises.some(({ kind }) => kind === "allowance");
  const covered = hasAllowance ? table.isHelped : holding.length > 0;
  const { timeline } = insideOf(calendarOf(context, context.promises[0]).calendar);
  checkSupported(timeline, asked.atMs, ["at"]);
  const answer = {
    covered,
    customer: asked.customer,
    kind: asked.kind,
    at: isoOrNull(asked.atMs)!,
    minutes: table.minutes,
    lacks: [...lacks, ...table.lacks],
    follows: table.follows,
    targets: covered ? targetsOf(context, holding) : [],
    sendTo: covered || outside === undefined ? null : sendToOf(outside, beyond, asked, isOutside ? [] : lacks),
    desk: deskStandingOf(timeline, asked.atMs),
    issues: [...unknownModules(policy, read, asked), ...issues],
  };
  const text = spokenEntitlement(answer, { context, isOutside, zone: timeline.schedule.zone });
  return deepFreeze({ ...answer, text });
}
