/**
 * Redmine: issues by the REST API, with their journals. See docs/importing/redmine-json.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Issues with `include=journals`. */
export const REDMINE_JSON: Mapping = {
  import: "redmine-json",
  title: "Redmine: issues by the REST API with include=journals",
  times: "iso",
  case: { id: "id", kind: "request" },
  facts: {
    priority: { from: "priority.name", optional: true },
    tracker: { from: "tracker.name", optional: true },
  },
  // The journal has the numbers of states: these are those of a new installation.
  is: {
    open: ["1", "New", "Nouveau"],
    started: ["2", "In Progress", "En cours"],
    resolved: ["3", "Resolved", "Résolu"],
    waiting: ["4", "Feedback", "Commentaire"],
    closed: ["5", "Closed", "Fermé"],
    cancelled: ["6", "Rejected", "Rejeté"],
  },
  events: { opened: "created_on" },
  log: {
    each: "journals",
    at: "created_on",
    items: "details",
    where: { name: "status_id" },
    from: "old_value",
    to: "new_value",
  },
  messages: {
    each: "journals",
    at: "created_on",
    where: { notes: { not: "" } },
    side: { from: "user.id", customer: { same: "author.id" }, desk: "*" },
    public: { from: "private_notes", is: [false, ""] },
  },
  current: { from: "status.name" },
};
