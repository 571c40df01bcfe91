/**
 * Arguments of another kind, as plain JavaScript may pass them: refused at once.
 */
import { refuse } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { show } from "../issues/show.ts";

/** Refuses what `definePolicy` did not make. */
export function checkPolicy(policy: unknown): void {
  if (isObject(policy) && Array.isArray(policy["commitments"])) return;
  refuse("policy.bad-document", ["policy"], "a policy", policy, "the policy must be one that definePolicy made");
}

/** Refuses what is no register at all; what is wrong inside it are issues. */
export function checkRegister(register: unknown): void {
  if (isObject(register)) return;
  const cure = `${show(register)} is no register; write { customers: [...] }`;
  refuse("register.bad-entry", ["register"], "a register", register, cure);
}
