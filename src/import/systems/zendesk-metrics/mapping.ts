/**
 * Zendesk: ticket metric events, one of one metric a line. See export.jsonl and sources.md beside this file.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Metric events of tickets. */
export const ZENDESK_METRICS: Mapping = {
  import: "zendesk-metrics",
  title: "Zendesk: ticket metric events (incremental export)",
  read: { list: "ticket_metric_events" },
  times: "iso",
  case: { id: "ticket_id", kind: "request" },
  event: {
    type: {
      join: ["metric", "type"],
      values: {
        "reply_time fulfill": "replied",
        // What is measured, promised or set is no event of a ticket.
        "*": null,
      },
    },
    at: "time",
  },
  is: {
    open: ["resolution_time activate", "requester_wait_time activate"],
    waiting: ["requester_wait_time pause"],
    resolved: ["resolution_time fulfill"],
    ignore: "*",
  },
  states: { join: ["metric", "type"], at: "time", begins: "opened" },
  cannotTell: ["answered", "closed"],
};
