/**
 * Watching: shows at once, at each change of a file and at each instant at which something changes by itself; ends cleanly.
 *
 * Time is a number, and timers are a list.
 */
import { describe, expect, it } from "vitest";
import { watch } from "../../../src/cli/watch.ts";
import { fakeLive } from "./fake-live.ts";

describe("watching", () => {
  it("shows at once, and at the instant at which something changes", () => {
    const world = fakeLive(1000);
    const shown: number[] = [];
    watch(world.live, ["t.csv"], () => {
      shown.push(world.nowMs());
      return world.nowMs() < 5000 ? 5000 : undefined;
    });
    expect(shown).toEqual([1000]);
    world.pass(3999);
    expect(shown).toEqual([1000]);
    world.pass(1);
    expect(shown).toEqual([1000, 5000]);
    world.pass(1e12);
    expect(shown).toEqual([1000, 5000]);
  });

  it("shows once when a file has settled, however often it changes", () => {
    const world = fakeLive(0);
    const shown: number[] = [];
    watch(world.live, ["t.csv", "r.json", "t.csv"], () => {
      shown.push(world.nowMs());
      return 60_000;
    });
    world.pass(1000);
    for (let i = 0; i < 5; i++) {
      world.change("t.csv");
      world.change("r.json");
      world.pass(100);
    }
    world.pass(1000);
    expect(shown).toHaveLength(2);
    // The change that was awaited before still comes, once.
    world.pass(60_000 - world.nowMs());
    expect(shown).toHaveLength(3);
    expect(shown.at(-1)).toBe(60_000);
  });

  it("never shows before the change: a timer that is early, or far away, is set again", () => {
    const world = fakeLive(0);
    const shown: number[] = [];
    const changeMs = 90 * 86_400_000;
    watch(world.live, [], () => {
      shown.push(world.nowMs());
      return world.nowMs() < changeMs ? changeMs : undefined;
    });
    world.early();
    expect(shown).toEqual([0]);
    world.pass(changeMs);
    expect(shown).toEqual([0, changeMs]);
  });

  it("does not spin on a change that lies in the past", () => {
    const world = fakeLive(10_000);
    let shown = 0;
    watch(world.live, [], () => {
      shown++;
      return shown < 1000 ? 5000 : undefined;
    });
    expect(shown).toBe(1);
    world.pass(10);
    expect(shown).toBeLessThanOrEqual(11);
  });

  it("when the user ends it lets go of everything", () => {
    const world = fakeLive(0);
    watch(world.live, ["t.csv"], () => 5000);
    world.change("t.csv");
    expect(world.held()).toEqual({ timers: 1, files: ["t.csv"], interrupt: true });
    world.interrupt();
    expect(world.held()).toEqual({ timers: 0, files: [], interrupt: false });
  });
});
