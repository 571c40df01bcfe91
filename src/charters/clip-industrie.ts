/**
 * The support charter of CLIP Industrie, as data.
 *
 * Twelve commitments of a French software vendor to its customers under a maintenance contract. Ids and figures only: the
 * charter's sentences, clause by clause, are in docs/charter.md. Where the text gives no figure there is none here.
 */
import { definePolicy } from "../policy/define-policy.ts";
import type { PolicyDocumentOf } from "../policy/documents/document-of.ts";
import type { Policy } from "../policy/policy.ts";
import { deepFreeze } from "../schedule/plain-copy.ts";
import { CLIP_INDUSTRIE_DESK, CLIP_INDUSTRIE_USAGE } from "./clip-industrie-figures.ts";

const PHONE = ["installation", "anomaly", "usage"];
const CONTRACT = ["contract-in-force", "contract-paid"];
const CUSTOMER_SIDE = ["contract-in-force", "contract-paid", "designated-contact", "remote-access"];

/** Ids of the charter's commitments. */
export type ClipIndustrieId =
  | "opening"
  | "installation"
  | "anomaly"
  | "usage"
  | "specific-request"
  | "web-form"
  | "web-form-same-day"
  | "callback"
  | "staff-training"
  | "staff-assessment"
  | "survey"
  | "opinion-form"
  | "training-advice"
  | "history"
  | "survey-publication"
  | "remote-work"
  | "survey-by-mail";

/**
 * The charter's policy document: plain JSON, frozen: to read, and to copy (`structuredClone`) and change.
 *
 * @example clipIndustrieDefinition.commitments.anomaly.target // { hours: 'PT4H', count: 'open' }
 */
export const clipIndustrieDefinition: PolicyDocumentOf<ClipIndustrieId> = /* @__PURE__ */ deepFreeze<
  PolicyDocumentOf<ClipIndustrieId>
>({
  policy: "clip-industrie",
  title: "Charte « Support Technique » de CLIP Industrie",
  calendar: "desk",
  calendars: { desk: CLIP_INDUSTRIE_DESK },
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
    "remote-access": { check: "remote-access", otherwise: "warn" },
  },
  // Clause 5: what the contract does not cover goes to the department concerned.
  outside: {
    kind: "specific-request",
    departments: { training: "training", development: "development" },
    default: "sales",
  },
  commitments: {
    // Clause 1: how much of its hours the desk could be reached.
    opening: { kind: "availability", title: "The desk reachable in its opening hours", goal: null },
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
    // Clause 4: 30 minutes a module with training, else 15 and a sales action.
    usage: {
      kind: "allowance",
      title: "Usage help by module, and a sales action after help on one without training",
      kinds: ["usage"],
      start: "called",
      help: "assisted",
      minutes: CLIP_INDUSTRIE_USAGE,
      per: "request",
      followUp: { when: "untrained", by: "sales-action", ends: "closed", within: null },
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
      conditions: CONTRACT,
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
      conditions: CONTRACT,
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
      conditions: CONTRACT,
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
    // Clause 7: staff are trained, and regularly assessed.
    "staff-training": { kind: "cadence", title: "Training of each technician", of: "staff.trainings", every: null },
    "staff-assessment": {
      kind: "cadence",
      title: "Assessment of each technician",
      of: "staff.assessments",
      every: null,
    },
    // Clause 8: at least every two years.
    survey: {
      kind: "cadence",
      title: "A satisfaction survey at least every two years",
      of: "customers.surveys",
      every: "P2Y",
      conditions: ["contract-in-force"],
    },
    // Clause 9.
    "opinion-form": { kind: "standing", title: "A form for opinions on the web site", promise: "opinion-form" },
    // Clause 10: a need for training that is detected leads to a recommendation.
    "training-advice": {
      kind: "detection",
      title: "A need for training recommended from the history",
      kinds: ["usage"],
      start: "called",
      of: "untrained",
      count: null,
      months: null,
      by: "recommendations",
      within: null,
      conditions: ["contract-in-force"],
    },
    // Clause 11: every request has its recorded answer; survey results are published.
    history: {
      kind: "follow-up",
      title: "Every request with its recorded answer",
      kinds: [...PHONE, "specific-request", "web-form"],
      after: ["called", "submitted"],
      by: ["assisted", "contacted", "answered"],
      ends: "closed",
      within: null,
      goal: null,
    },
    "survey-publication": {
      kind: "cadence",
      title: "Survey results published",
      of: "publications",
      every: null,
    },
    // Clause 12: at a distance in the majority of cases; surveys by e-mail.
    "remote-work": {
      kind: "share",
      title: "Interventions at a distance, in the majority of cases",
      kinds: PHONE,
      of: "assisted",
      where: { channel: ["phone", "remote"] },
      goal: 0.5,
      goalAbove: true,
    },
    "survey-by-mail": {
      kind: "share",
      title: "Surveys sent by e-mail",
      of: "customers.surveys",
      where: { channel: "email" },
    },
  },
  readings: {
    "business-hours": "open",
    "specific-request-start": "handed-over",
    "web-form-days": "calendar",
    "same-day": "civil-date",
    allowance: "request",
    closing: "day",
    holidays: "legal",
  },
  otherReadings: {
    "business-hours": {
      "working-days": {
        commitments: {
          installation: { target: { count: "working-days" } },
          anomaly: { target: { count: "working-days" } },
          "specific-request": { target: { count: "working-days" } },
        },
      },
    },
    "specific-request-start": { called: { commitments: { "specific-request": { start: "called" } } } },
    "web-form-days": {
      working: { commitments: { "web-form": { target: { count: "working", until: "closing" } } } },
      running: {
        commitments: {
          "web-form": {
            target: { days: null, until: null, rollToOpen: null, hours: "PT72H", count: "running" },
            pauses: false,
          },
        },
      },
    },
    "same-day": { "service-day": { commitments: { "web-form-same-day": { target: { day: "service-day" } } } } },
    allowance: { "contract-year": { commitments: { usage: { per: "contract-year" } } } },
    closing: { window: { commitments: { callback: { closing: "window" } } } },
    holidays: { "less-solidarity": { calendars: { desk: { reopen: ["fr.pentecost-monday"] } } } },
  },
});

/**
 * The charter's policy, ready for `evaluate`.
 *
 * @example clipIndustrie.commitmentIds.length // 17
 */
export const clipIndustrie: Policy<ClipIndustrieId> = /* @__PURE__ */ definePolicy(clipIndustrieDefinition);
