/**
 * Jira's CSV: issues without the history of their status. See export.csv and sources.md beside this file.
 */
import type { Mapping } from "../../mapping/document.ts";
import { JIRA } from "../jira/mapping.ts";

/** The export of a search as CSV. */
export const JIRA_CSV: Mapping = {
  import: "jira-csv",
  title: "Jira: the export of a search as CSV, which has no history of the status",
  read: { format: "csv" },
  times: ["dd/MMM/yy h:mm a", "yyyy-MM-dd HH:mm"],
  case: { id: "Issue key", kind: "request" },
  facts: {
    priority: { from: "Priority", optional: true },
    type: { from: "Issue Type", optional: true },
  },
  is: JIRA.is!,
  events: { opened: "Created", resolved: "Resolved" },
  current: { from: "Status" },
  cannotTell: ["started", "waiting", "replied", "answered"],
};
