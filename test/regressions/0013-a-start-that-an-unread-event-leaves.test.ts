/**
 * A clock that waits for a reply begins with the customer's next message. An unread event between the two may have been another reply, which
 * moves no start: no message was passed over behind it. The case was left out of its month. Source: docs/semantics.md, incomplete histories.
 */
import { expect, it } from "vitest";
import { definePolicy, evaluate } from "../../src/index.ts";

const policy = definePolicy({
  policy: "replies",
  calendars: { desk: { timeZone: "Europe/Paris", week: { "mon-fri": ["08:00-18:00"] } } },
  calendar: "desk",
  actors: { customer: { where: { side: "customer" } }, desk: { where: { side: "desk" } } },
  kinds: { incident: { events: ["message", "resolved"] } },
  events: { pause: "paused", resume: "resumed", cancel: "cancelled" },
  commitments: {
    answer: {
      ...{ kind: "target", kinds: ["incident"], target: { hours: "PT30M", count: "open" }, reopening: "new-cycle" },
      ...{
        start: { event: "message", actor: "customer" },
        after: { event: "message", actor: "desk" },
        optional: "start",
      },
      ...{ stop: [{ event: "message", actor: "desk" }, "resolved"], per: "case" },
    },
  },
} as unknown);
const message = (side: string, at: string) => ({ type: "message", side, at });
const unread = { type: "unheard-of", side: "desk", at: "2026-05-07T14:00+02:00" };

it.each([
  // No message of the customer's stands between the unread event and the start.
  ["2026-05-07T08:59+02:00", { "2026-05": 1 }],
  // This one does: it would be the start, were the unread event the first reply.
  ["2026-05-07T15:00+02:00", {}],
])("a customer's message at %s, before the reply or behind the unread event", (passedOver, months) => {
  const reply = passedOver < unread.at ? "2026-05-07T09:00+02:00" : "2026-05-07T16:00+02:00";
  const events = [
    ...[message("customer", passedOver), message("desk", reply), unread],
    message("customer", "2026-05-08T09:00+02:00"),
  ];
  const cases = [{ id: "A", kind: "incident", events }];
  const { rates } = evaluate(policy, cases, { asOf: "2026-05-08T18:00+02:00", by: ["month"] });
  const { month = {} } = rates["answer"]!.by ?? {};
  expect(rates["answer"]!.counts.unmeasurable).toBe(1);
  expect(Object.fromEntries(Object.entries(month).map(([name, rate]) => [name, rate.counts.unmeasurable]))).toEqual(
    months,
  );
});
