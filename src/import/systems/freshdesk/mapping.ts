/**
 * Freshdesk: the export of tickets as CSV. See docs/importing/freshdesk.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Exported tickets. */
export const FRESHDESK: Mapping = {
  import: "freshdesk",
  title: "Freshdesk: the export of tickets as CSV",
  read: { format: "csv" },
  times: "iso",
  case: {
    id: "Ticket ID",
    kind: "request",
    customer: { from: "Company name", optional: true },
  },
  facts: {
    priority: { from: "Priority", optional: true },
    type: { from: "Type", optional: true },
  },
  is: {
    open: ["Open"],
    waiting: ["Pending", "Waiting on Customer", "Waiting on Third Party"],
    resolved: ["Resolved"],
    closed: ["Closed"],
  },
  events: {
    opened: "Created time",
    replied: { at: "Initial response time", optional: true },
    resolved: "Resolved time",
    closed: { at: "Closed time", optional: true },
  },
  current: { from: "Status" },
  cannotTell: ["waiting", "answered"],
};
