/**
 * XES, the standard of process mining: a log of a help desk. See docs/importing/xes.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** A log of traces. */
export const XES: Mapping = {
  import: "xes",
  title: "XES (IEEE 1849): an event log of a help desk",
  read: { format: "xes" },
  times: "iso",
  case: { id: "concept:name", kind: "request", customer: { from: "customer", optional: true } },
  is: {
    open: ["New", "Open", "Reopened", "Created", "Accepted"],
    started: ["In Progress", "Active", "Assigned", "Work in progress"],
    waiting: ["Waiting", "Pending", "On Hold", "Awaiting User Info", "Wait - User", "Wait"],
    resolved: ["Resolved", "Solved", "Completed"],
    closed: ["Closed"],
    cancelled: ["Cancelled", "Canceled"],
  },
  log: { each: "events", at: "time:timestamp", to: "concept:name", begins: "opened" },
};
