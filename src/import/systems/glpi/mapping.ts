/**
 * GLPI: the export of a search as CSV, in French or English. See docs/importing/glpi.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Tickets of a search. */
export const GLPI: Mapping = {
  import: "glpi",
  title: "GLPI: the export of a search of tickets as CSV, in French or English",
  read: { format: "csv" },
  // As a user's preferences have it: year first, or day first. Month first is a third, and is refused.
  times: ["iso", "dd-MM-yyyy HH:mm", "dd-MM-yyyy HH:mm:ss"],
  case: {
    id: "ID",
    kind: { from: "Type", values: { Incident: "incident", Demande: "request", Request: "request" } },
    customer: { from: ["Demandeur - Demandeur", "Demandeur", "Requester - Requester", "Requester"], optional: true },
  },
  facts: { priority: { from: ["Priorité", "Priority"], optional: true } },
  is: {
    open: ["Nouveau", "New"],
    started: ["En cours (Attribué)", "En cours (Planifié)", "Processing (assigned)", "Processing (planned)"],
    waiting: ["En attente", "Pending"],
    resolved: ["Résolu", "Solved"],
    closed: ["Clos", "Closed"],
  },
  events: {
    opened: ["Date d'ouverture", "Opening date"],
    resolved: ["Date de résolution", "Resolution date"],
    closed: { at: ["Date de clôture", "Closing date"], optional: true },
    started: { at: ["Date de prise en compte", "Date of taking into account"], optional: true },
  },
  current: { from: ["Statut", "Status"] },
  cannotTell: ["waiting", "replied", "answered"],
};
