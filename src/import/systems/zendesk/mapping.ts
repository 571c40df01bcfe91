/**
 * Zendesk: tickets with their audits, by the incremental exports. See docs/importing/zendesk.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Ticket events with their child events. */
export const ZENDESK: Mapping = {
  import: "zendesk",
  title: "Zendesk: ticket events with their audits (incremental export)",
  read: { list: "ticket_events" },
  times: ["iso", "epoch-s"],
  case: { id: "ticket_id", kind: "request" },
  is: {
    open: ["new", "open"],
    waiting: ["pending", "hold"],
    resolved: ["solved"],
    closed: ["closed"],
    cancelled: ["deleted"],
  },
  log: {
    each: "child_events",
    at: ["created_at", "timestamp"],
    where: { status: { not: "" } },
    from: "previous_value",
    to: "status",
  },
};
