/**
 * ServiceNow: one row each time an incident was updated. See export-audit.csv and sources.md beside this file.
 */
import type { Mapping, StateClasses } from "../../mapping/document.ts";

/** The states of incidents, as they come with the product. */
export const SERVICENOW_STATES: StateClasses = {
  open: ["New"],
  // What waits for a vendor, a problem or evidence does not wait for the customer: the clock runs.
  started: ["Active", "In Progress", "Awaiting Problem", "Awaiting Vendor", "Awaiting Evidence", "Awaiting Change"],
  waiting: ["Awaiting User Info", "On Hold", "Awaiting Caller"],
  resolved: ["Resolved"],
  closed: ["Closed"],
  cancelled: ["Canceled", "Cancelled"],
};

/** Rows of updates. */
export const SERVICENOW: Mapping = {
  import: "servicenow",
  title: "ServiceNow: incidents, one row for each update (audit)",
  read: { format: "csv" },
  times: ["iso", "dd-MM-yyyy HH:mm:ss"],
  empty: ["?", "NULL"],
  case: { id: ["number", "Number"], kind: "request" },
  facts: { priority: { from: ["priority", "Priority"], optional: true } },
  is: SERVICENOW_STATES,
  events: { opened: { at: ["opened_at", "Opened"], optional: true } },
  states: { from: ["incident_state", "state", "State"], at: ["sys_updated_at", "sys_updated_on", "Updated"] },
};
