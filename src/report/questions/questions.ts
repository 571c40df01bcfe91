/**
 * What a careful reader of a policy would ask, though nothing in it is wrong: hours that were perhaps meant as days, a window that
 * perhaps was typed the wrong way round, rules that overlap, versions that change nothing, parts that nothing uses.
 */

import { checkPolicy } from "../../evaluation/cases/arguments.ts";
import type { Policy } from "../../policy/policy.ts";
import { calendarQuestions } from "./calendars.ts";
import { commitmentQuestions } from "./commitments.ts";
import { hoursQuestions } from "./hours.ts";
import { type PolicyQuestion, placesOf } from "./places.ts";
import { ruleQuestions } from "./rules.ts";
import { unusedQuestions } from "./unused.ts";
import { versionQuestions } from "./versions.ts";

/**
 * Questions that a policy raises, in the order of its document; none of them is an error.
 *
 * @example policyQuestions(clipIndustrie)[0].message // "PT48H of open time is 8 days of 6 h at \"desk\": did you mean 2 working days? Then write { \"days\": \"P2D\", \"count\": \"working\", … }"
 */
export function policyQuestions(policy: Policy): readonly PolicyQuestion[] {
  checkPolicy(policy);
  const [own, ...versions] = placesOf(policy);
  return [
    ...calendarQuestions(policy, own!),
    ...ruleQuestions(own!),
    ...unusedQuestions(policy),
    ...hoursQuestions(policy, own!),
    ...commitmentQuestions(own!),
    ...versions.flatMap((place) => [
      ...versionQuestions(policy, place),
      ...calendarQuestions(policy, place),
      ...ruleQuestions(place),
      ...hoursQuestions(policy, place),
      ...commitmentQuestions(place),
    ]),
  ];
}
