/**
 * OTRS and Znuny: the result of a search of tickets as CSV. See docs/importing/otrs.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Tickets of a search. */
export const OTRS: Mapping = {
  import: "otrs",
  title: "OTRS, Znuny: the result of a search of tickets as CSV",
  read: { format: "csv" },
  times: ["iso", "MM/dd/yyyy HH:mm", "dd.MM.yyyy HH:mm"],
  case: {
    id: ["Ticket#", "TicketNumber"],
    kind: "request",
    customer: { from: ["Customer ID", "CustomerID"], optional: true },
  },
  facts: { priority: { from: "Priority", optional: true } },
  is: {
    open: ["new"],
    started: ["open"],
    waiting: ["pending reminder", "pending auto close+", "pending auto close-"],
    closed: ["closed successful", "closed unsuccessful", "closed with workaround"],
    cancelled: ["merged", "removed"],
  },
  events: { opened: "Created", closed: { at: ["Closed", "Close Time"], optional: true } },
  current: { from: "State" },
  cannotTell: ["waiting", "replied", "answered"],
};
