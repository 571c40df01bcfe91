/**
 * A full disk on standard output gave a part of the answer and 0, or a stack and 1. Law 48.
 */
import { expect, it } from "vitest";
import { ROOT, shell } from "../helpers/program.ts";

it("an answer that cannot be written is 2 and one line", async () => {
  const { code, err } = await shell("ouvree policy show clip-industrie > /dev/full", ROOT);
  expect([code, err]).toEqual([2, "ouvree: standard output cannot be written: the disk is full\n"]);
});
