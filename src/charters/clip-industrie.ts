/**
 * The support charter of CLIP Industrie, as data.
 *
 * Twelve commitments of a French software vendor to its customers under a maintenance contract; the ones here are those
 * with a clock. Ids and figures only: the charter's sentences, clause by clause, are in docs/charter.md.
 */
import { definePolicy } from "../policy/define-policy.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { Policy } from "../policy/policy.ts";

const PHONE = ["installation", "anomaly", "usage"];
const CUSTOMER_SIDE = ["contract-in-force", "contract-paid", "designated-contact"];

/**
 * The charter's policy document: plain JSON, to read, copy and change.
 *
 * @example clipIndustrieDefinition.commitments.anomaly.target // { hours: 'PT4H', count: 'open' }
 */
export const clipIndustrieDefinition: PolicyDocument = {
  policy: "clip-industrie",
  title: "Charte « Support Technique » de CLIP Industrie",
  calendar: "desk",
  calendars: {
    // Clause 1: Monday to Friday, not on public holidays, 9:00–12:00 and 14:00–17:00.
    desk: {
      timeZone: "Europe/Paris",
      week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
      holidays: ["FR"],
    },
  },
  kinds: {
    installation: { events: ["called", "assisted", "user-connected"], stop: "assisted", queue: "phone" },
    anomaly: { events: ["called", "assisted"], stop: "assisted", queue: "phone" },
    usage: { events: ["called", "assisted", "sales-action"], stop: "assisted", queue: "phone" },
    "specific-request": { events: ["called", "handed-over", "contacted"], stop: "contacted" },
    "web-form": { events: ["submitted", "answered"], stop: "answered" },
  },
  events: { pause: "paused", resume: "resumed", cancel: "cancelled", other: ["closed", "reopened"] },
  conditions: {
    "contract-in-force": { check: "contract-in-force", otherwise: "not-applicable" },
    "contract-paid": { check: "contract-paid", otherwise: "not-applicable" },
    "designated-contact": { check: "person-is-contact", otherwise: "warn" },
  },
  commitments: {
    // Clause 2: within 12 business hours of the call, until at least one user is connected.
    installation: {
      kind: "target",
      title: "Installation help within 12 business hours of the call",
      kinds: ["installation"],
      start: "called",
      stop: ["assisted", "user-connected"],
      target: { hours: "PT12H", count: "open" },
      reopening: "ignore",
      conditions: CUSTOMER_SIDE,
    },
    // Clause 3: within 4 business hours of the call.
    anomaly: {
      kind: "target",
      title: "Help on anomalies within 4 business hours of the call",
      kinds: ["anomaly"],
      start: "called",
      stop: ["assisted"],
      target: { hours: "PT4H", count: "open" },
      reopening: "ignore",
      conditions: CUSTOMER_SIDE,
    },
    // Clause 5: the department contacts the designated referent within 48 business hours.
    "specific-request": {
      kind: "target",
      title: "Specific request: the referent contacted within 48 business hours",
      kinds: ["specific-request"],
      start: "handed-over",
      stop: [{ event: "contacted", person: "referent" }],
      target: { hours: "PT48H", count: "open" },
      reopening: "ignore",
      optional: true,
      conditions: ["contract-in-force", "contract-paid"],
    },
    // Clause 6: answered within 3 days…
    "web-form": {
      kind: "target",
      title: "Web form answered within 3 days",
      kinds: ["web-form"],
      start: "submitted",
      stop: ["answered"],
      target: { days: "P3D", count: "calendar", until: "midnight", rollToOpen: true },
      reopening: "ignore",
      conditions: ["contract-in-force", "contract-paid"],
    },
    // … and 60 % of the answers the same day.
    "web-form-same-day": {
      kind: "ratio",
      title: "Web form answered the same day",
      kinds: ["web-form"],
      start: "submitted",
      stop: ["answered"],
      target: { days: "P0D", count: "calendar", until: "midnight", rollToOpen: false },
      reopening: "ignore",
      goal: 0.6,
      conditions: ["contract-in-force", "contract-paid"],
    },
    // The charter's footnote: callbacks missed before closing are made with priority the next open day.
    callback: {
      kind: "carry-over",
      title: "Callbacks pending at closing made the next working day",
      kinds: PHONE,
      start: "called",
      stop: "assisted",
      order: "report",
      conditions: CUSTOMER_SIDE,
    },
  },
  readings: {
    "business-hours": "open",
    "specific-request-start": "handed-over",
    "web-form-days": "calendar",
    "same-day": "civil-date",
    closing: "day",
    holidays: "legal",
  },
};

/**
 * The charter's policy, ready for `evaluate`.
 *
 * @example clipIndustrie.commitments.length // 6
 */
export const clipIndustrie: Policy = /* @__PURE__ */ definePolicy(clipIndustrieDefinition);
