/**
 * GitLab: issues by the REST API. See docs/importing/gitlab.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Issues of a project. */
export const GITLAB: Mapping = {
  import: "gitlab",
  title: "GitLab: issues of a project by the REST API",
  read: { format: "json" },
  times: "iso",
  case: { id: "iid", kind: "request", customer: { from: "author.username", optional: true } },
  is: { open: ["opened", "reopened"], closed: ["closed"] },
  events: { opened: "created_at", closed: "closed_at" },
  current: { from: "state" },
  cannotTell: ["waiting", "resolved", "replied", "answered"],
};
