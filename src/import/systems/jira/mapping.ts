/**
 * Jira, by its REST API: issues with their changelog. See export.json and sources.md beside this file.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Issues of a search with `expand=changelog`. */
export const JIRA: Mapping = {
  import: "jira",
  title: "Jira: issues of a search by the REST API, with expand=changelog",
  read: { format: "json", list: "issues" },
  times: "iso",
  case: { id: "key", kind: "request" },
  facts: {
    priority: { from: "fields.priority.name", optional: true },
    type: { from: "fields.issuetype.name", optional: true },
  },
  is: {
    started: ["In Progress", "Work in progress", "Under investigation", "In Review"],
    waiting: ["Waiting for customer", "Pending", "Waiting for reporter", "Awaiting customer"],
    resolved: ["Resolved", "Done"],
    closed: ["Closed"],
    cancelled: ["Canceled", "Cancelled", "Declined", "Withdrawn"],
    open: [
      "Open",
      "To Do",
      "Backlog",
      "Reopened",
      "Waiting for support",
      "Waiting for approval",
      "Escalated",
      "New",
      "Selected for Development",
    ],
  },
  events: { opened: "fields.created" },
  log: {
    each: "changelog.histories",
    at: "created",
    items: "items",
    where: { field: "status" },
    from: "fromString",
    to: "toString",
    seq: "id",
  },
  current: { from: "fields.status.name" },
  cannotTell: ["replied", "answered"],
};
