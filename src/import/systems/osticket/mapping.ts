/**
 * osTicket: the export of a queue as CSV. See docs/importing/osticket.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Tickets of a queue. */
export const OSTICKET: Mapping = {
  import: "osticket",
  title: "osTicket: the export of a queue of tickets as CSV",
  read: { format: "csv" },
  times: "iso",
  case: { id: "Ticket Number", kind: "request" },
  facts: { priority: { from: "Priority", optional: true } },
  is: { open: ["Open"], resolved: ["Resolved"], closed: ["Closed"], cancelled: ["Deleted", "Archived"] },
  events: { opened: "Date Created", closed: { at: "Closed Date", optional: true } },
  current: { from: ["Current Status", "Status"] },
  cannotTell: ["waiting", "resolved", "replied", "answered"],
};
