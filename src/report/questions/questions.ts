/**
 * What a careful reader of a policy would ask, though nothing in it is wrong: hours that were perhaps meant as days, a window that
 * perhaps was typed the wrong way round, rules that overlap, versions that change nothing, parts that nothing uses.
 */

import { checkPolicy } from "../../evaluation/cases/arguments.ts";
import type { Policy } from "../../policy/policy.ts";
import { calendarAdvice } from "./calendars.ts";
import { commitmentAdvice } from "./commitments.ts";
import { hoursAdvice } from "./hours.ts";
import { type Advice, placesOf } from "./places.ts";
import { ruleAdvice } from "./rules.ts";
import { unusedAdvice } from "./unused.ts";
import { versionAdvice } from "./versions.ts";

/**
 * Questions that a policy raises, in the order of its document; none of them is an error.
 *
 * @example policyAdvice(clipIndustrie)[0].message // "PT48H of open time is 8 days of 6 h at \"desk\": did you mean 2 working days? Then write { \"days\": \"P2D\", \"count\": \"working\", … }"
 */
export function policyAdvice(policy: Policy): readonly Advice[] {
  checkPolicy(policy);
  const [own, ...versions] = placesOf(policy);
  return [
    ...calendarAdvice(policy, own!),
    ...ruleAdvice(own!),
    ...unusedAdvice(policy),
    ...hoursAdvice(policy, own!),
    ...commitmentAdvice(own!),
    ...versions.flatMap((place) => [
      ...versionAdvice(policy, place),
      ...calendarAdvice(policy, place),
      ...ruleAdvice(place),
      ...hoursAdvice(policy, place),
      ...commitmentAdvice(place),
    ]),
  ];
}
