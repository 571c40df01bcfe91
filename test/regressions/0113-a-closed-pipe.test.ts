/**
 * `check … --min 97% --format csv | head -1` ended with 0 for a broken check. Law 48; the table is in test/unit/cli/faults-of-writing.test.ts.
 */
import { expect, it } from "vitest";
import { ROOT, shell } from "../helpers/program.ts";

it("a broken check is 1, though its reader goes away", async () => {
  const check =
    "ouvree check examples/tickets.csv --policy clip-industrie --as-of 2026-10-31T18:00+01:00 --min 97% --format csv";
  const { code, out, err } = await shell(`${check} | head -1; exit \${PIPESTATUS[0]}`, ROOT);
  expect([code, err]).toEqual([1, ""]);
  expect(out.split("\n")).toHaveLength(2);
});
