/**
 * PagerDuty: incidents by the REST API, with their log entries. See docs/importing/pagerduty.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Incidents with their log entries. */
export const PAGERDUTY: Mapping = {
  import: "pagerduty",
  title: "PagerDuty: incidents by the REST API, with their log entries",
  read: { list: "incidents" },
  times: "iso",
  case: { id: ["incident_number", "id"], kind: "incident", customer: { from: "service.summary", optional: true } },
  facts: {
    urgency: { from: "urgency", optional: true },
    priority: { from: "priority.summary", optional: true },
  },
  is: {
    open: ["triggered", "trigger_log_entry", "unacknowledge_log_entry"],
    started: ["acknowledged", "acknowledge_log_entry"],
    resolved: ["resolved", "resolve_log_entry"],
    ignore: "*",
  },
  events: { opened: "created_at" },
  log: { each: "log_entries", at: "created_at", to: "type" },
  current: { from: "status" },
};
