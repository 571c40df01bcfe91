/**
 * GitHub: issues by the REST API. See docs/importing/github.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Issues of a repository. */
export const GITHUB: Mapping = {
  import: "github",
  title: "GitHub: issues of a repository by the REST API, with their events and comments",
  read: { format: "json" },
  times: "iso",
  case: { id: "number", kind: "request", customer: { from: "user.login", optional: true } },
  // A pull request is an issue, too, and none of a desk.
  where: { "pull_request.url": "" },
  is: { open: ["open", "reopened"], closed: ["closed"] },
  events: { opened: "created_at", closed: "closed_at" },
  current: { from: "state" },
  cannotTell: ["waiting", "resolved"],
};
