/**
 * Policies with what they are made of, for tests that look inside.
 */
import { clipIndustrie as preset } from "../../src/charters/clip-industrie.ts";
import { definePolicy as define, type Policy, type PolicyDocument, type PolicyOptions } from "../../src/index.ts";
import { type ReadyPolicy, readyPolicy } from "../../src/policy/policy.ts";

export function definePolicy(document: PolicyDocument, options?: PolicyOptions): ReadyPolicy {
  return readyPolicy(define(document, options));
}

export const clipIndustrie: ReadyPolicy = readyPolicy(preset);

export function ready(policy: Policy): ReadyPolicy {
  return readyPolicy(policy);
}
