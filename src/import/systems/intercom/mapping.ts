/**
 * Intercom: conversations by the REST API. See docs/importing/intercom.md.
 */
import type { Mapping } from "../../mapping/document.ts";

/** Conversations with their parts. */
export const INTERCOM: Mapping = {
  import: "intercom",
  title: "Intercom: conversations by the REST API, with their parts",
  times: ["epoch-s", "iso"],
  case: { id: "id", kind: "request" },
  facts: { priority: { from: "priority", optional: true } },
  is: {
    open: ["open"],
    waiting: ["snoozed"],
    closed: ["close", "closed"],
    ignore: "*",
  },
  events: { opened: "created_at" },
  log: { each: "conversation_parts.conversation_parts", at: "created_at", to: "part_type", seq: "id" },
  messages: {
    each: "conversation_parts.conversation_parts",
    at: "created_at",
    where: { part_type: ["comment", "close", "open"], body: { not: "" } },
    side: {
      from: "author.type",
      customer: ["user", "lead", "contact"],
      desk: ["admin", "team"],
      nobody: ["bot", "operator"],
    },
  },
  current: { from: "state" },
};
