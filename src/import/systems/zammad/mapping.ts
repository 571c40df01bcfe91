/**
 * Zammad: tickets by the REST API, with their history. See docs/importing/zammad.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Tickets with their history. */
export const ZAMMAD: Mapping = {
  import: "zammad",
  title: "Zammad: tickets by the REST API, with their history",
  times: "iso",
  case: { id: ["number", "id"], kind: "request", customer: { from: ["organization", "customer"], optional: true } },
  facts: { priority: { from: "priority", optional: true } },
  is: {
    open: ["new"],
    started: ["open"],
    waiting: ["pending reminder", "pending close"],
    closed: ["closed"],
    cancelled: ["merged", "removed"],
  },
  events: { opened: "created_at" },
  log: {
    each: "history",
    at: "created_at",
    where: { object: "Ticket", attribute: "state", type: "updated" },
    from: "value_from",
    to: "value_to",
    seq: "id",
  },
  current: { from: "state", optional: true },
};
