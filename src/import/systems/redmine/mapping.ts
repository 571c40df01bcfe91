/**
 * Redmine: the list of issues as CSV, in French or English. See docs/importing/redmine.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Issues of a list. */
export const REDMINE: Mapping = {
  import: "redmine",
  title: "Redmine: the list of issues as CSV, in French or English",
  read: { format: "csv" },
  // As the language of the user has it: the clock with AM and PM goes with the month first.
  times: ["iso", "dd/MM/yyyy HH:mm", "MM/dd/yyyy hh:mm a"],
  case: { id: "#", kind: "request" },
  facts: {
    priority: { from: ["Priority", "Priorité"], optional: true },
    tracker: { from: "Tracker", optional: true },
  },
  is: {
    open: ["New", "Nouveau"],
    started: ["In Progress", "En cours"],
    waiting: ["Feedback", "Commentaire"],
    resolved: ["Resolved", "Résolu"],
    closed: ["Closed", "Fermé"],
    cancelled: ["Rejected", "Rejeté"],
  },
  events: {
    opened: ["Created", "Créé"],
    closed: { at: ["Closed", "Fermé"], optional: true },
  },
  current: { from: ["Status", "Statut"] },
  cannotTell: ["started", "waiting", "resolved", "replied", "answered"],
};
