/**
 * Random register: customers whose contracts give trouble around a date, one kind of trouble each.
 */

import fc from "fast-check";
import { plusDays } from "./paris.ts";
import type { Customer, Register } from "./types.ts";

/** "nobody" is in no register. */
export const customerId: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constant("alpha") },
  {
    weight: 7,
    arbitrary: fc.constantFrom(
      "unpaid",
      "ends-soon",
      "starts-soon",
      "paid-at-times",
      "never-paid",
      "no-referent",
      "nobody",
    ),
  },
);

export function registerAround(anchor: string): Register {
  const [from, to] = [plusDays(anchor, -400), plusDays(anchor, 400)];
  const customer = (id: string, contract: Partial<Customer["contract"]> = {}): Customer => ({
    id,
    contract: { from, to, paid: true, ...contract },
    trained: [{ module: "stock", date: from }],
    referent: `ref-${id}`,
    contacts: [],
    surveys: [],
  });
  const { referent: _, ...withoutReferent } = customer("no-referent");
  return {
    customers: [
      customer("alpha"),
      customer("unpaid", { paid: false }),
      customer("ends-soon", { to: plusDays(anchor, 1) }),
      customer("starts-soon", { from: plusDays(anchor, 1) }),
      customer("paid-at-times", {
        paid: [
          { from, to: anchor },
          { from: plusDays(anchor, 3), to },
        ],
      }),
      customer("never-paid", { paid: [] }),
      withoutReferent,
    ],
  };
}
