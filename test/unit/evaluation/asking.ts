/**
 * Asking: short ways to ask for an entitlement. Friday 22 May 2026, 10:00 in Paris; Monday 25 May is a holiday.
 */

import { clipIndustrieDefinition } from "../../../src/charters/clip-industrie.ts";
import {
  type CommitmentDocument,
  checkEntitlement,
  definePolicy,
  type Entitlement,
  type EntitlementOptions,
  type EntitlementRequest,
  type Policy,
  type PolicyDocument,
  type Register,
  withReadings,
} from "../../../src/index.ts";
import { at } from "./telling.ts";

/** The charter, with something else in its document. */
export const policyWith = (changes: Partial<PolicyDocument>): Policy =>
  definePolicy({ ...clipIndustrieDefinition, ...changes });

/** The charter with other commitments. */
export const promising = (commitments: Readonly<Record<string, CommitmentDocument>>, more = {}): Policy =>
  policyWith({ commitments: { ...commitments }, otherReadings: {}, ...more });

export const BY_REQUEST: Policy = definePolicy(clipIndustrieDefinition);
export const BY_YEAR: Policy = definePolicy(withReadings(clipIndustrieDefinition, { allowance: "contract-year" }));

export const REGISTER: Register = {
  customers: [
    {
      id: "acme",
      contract: { from: "2024-03-01", to: "2027-02-28", paid: true },
      trained: [
        { module: "stock", date: "2024-05-12" },
        { module: "stock", date: "2025-01-01" },
        { module: "planning", date: "2026-05-22" },
      ],
      referent: "anna",
      contacts: ["anna", "ben"],
    },
    { id: "bolt", contract: { from: "2024-04-01", to: "2026-03-31" }, referent: "carl" },
    { id: "cord", contract: { from: "2024-04-01", paid: [{ to: "2026-04-30" }] }, referent: "dora" },
    { id: "dent", contract: { from: "2026-06-01" } },
    { id: "east" },
    { id: "fest", contract: { from: "2024" } },
  ],
};

export interface Asking {
  readonly policy?: Policy;
  readonly register?: Register;
  /** Civil, in Paris summer time of 2026. */
  readonly when?: string;
}

/** Usage help to acme, unless said otherwise. */
export function ask(
  request: Partial<EntitlementRequest> = {},
  options: Partial<EntitlementOptions> = {},
  { policy = BY_REQUEST, register = REGISTER, when = "05-22 10:00" }: Asking = {},
): Entitlement {
  return checkEntitlement(
    policy,
    register,
    { customer: "acme", kind: "usage", ...request },
    { at: at(when), ...options },
  );
}

/** Granted, consumed and remaining of each row. */
export const figures = ({ minutes }: Entitlement): string[] =>
  minutes.map(({ module, granted, consumed, remaining }) => `${module} ${granted} ${consumed} ${remaining}`);
