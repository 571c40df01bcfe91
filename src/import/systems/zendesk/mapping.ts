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
  // A record is an update of a ticket, at one instant; its child events are what it changed.
  log: {
    at: ["created_at", "timestamp"],
    items: "child_events",
    where: { status: { not: "" } },
    from: "previous_value",
    to: "status",
    seq: "id",
    begins: "opened",
  },
  cannotTell: ["replied", "answered"],
};
