/**
 * Modules of a request that nobody has heard of: a slip in the name of one would be answered as though the customer were not trained on it.
 *
 * Modules are listed by the policy, as the values of a fact `module`, and by the register: those on which some customer was trained. Where neither
 * lists any, nothing is known of them. Source: docs/entitlement.md, "Minutes".
 */
import { type Issue, makeIssue } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show, showNames } from "../../issues/show.ts";
import type { ReadyPolicy } from "../../policy/policy.ts";
import type { ReadRegister } from "../cases/read-register.ts";
import type { Asked } from "./asked.ts";

/** An issue for each module of the request, or of the minutes used, that neither the policy nor the register lists. */
export function unknownModules(
  { facts }: ReadyPolicy,
  { customers }: ReadRegister,
  { modules, usedSoFar }: Asked,
): Issue[] {
  const trained = [...customers.values()].flatMap((customer) => [...customer.trained.keys()]);
  const known = new Set([...(facts.get("module")?.values ?? []), ...trained]);
  if (known.size === 0) return [];
  // Minutes on a module that is asked about are told with it.
  const counted = [...usedSoFar.keys()].filter((module) => !modules.includes(module));
  return [...modules, ...counted].flatMap((module) => {
    if (known.has(module)) return [];
    const hint =
      didYouMean(module, known) ||
      `; there are ${showNames(known)}; a new one is a value of the policy's fact "module"`;
    const cure = `${show(module)} is a module that neither the policy nor the register lists${hint}`;
    const path = counted.includes(module) ? ["usedSoFar", module] : ["request", "modules"];
    return makeIssue("entitlement.unknown-module", path, [...known].join(", "), module, cure);
  });
}
