/**
 * A summary of a step that could not be written lost the verdict. Nobody asked for it: it is told, and the verdict stands. Law 48.
 */
import { expect, it } from "vitest";
import { ROOT, shell } from "../helpers/program.ts";

it("a full disk for the summary leaves the code of the verdict", async () => {
  const check =
    "ouvree check examples/tickets.csv --policy clip-industrie --as-of 2026-10-31T18:00+01:00 --format github --min 97%";
  const { code, err } = await shell(check, ROOT, { GITHUB_STEP_SUMMARY: "/dev/full" });
  expect([code, err]).toEqual([1, "ouvree: no summary of the step: /dev/full cannot be written: the disk is full\n"]);
});
