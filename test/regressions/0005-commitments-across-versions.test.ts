/**
 * What a hostile reading of versions found. Laws: no document makes evaluate throw; asking for segments changes no verdict; a version that
 * says nothing new changes nothing.
 */
import { describe, expect, it } from "vitest";
import {
  at,
  CALENDARS,
  days,
  define,
  document,
  HOUR,
  hours,
  promise,
  promised,
  result,
} from "../unit/evaluation/promise.ts";

const version = (from: string, it: object | null) => ({ from, commitments: { it } });

describe("a commitment that becomes a callback", () => {
  const callback = { kind: "carry-over", kinds: ["request"], start: "opened", stop: "closed", order: "report" };
  it.each(["keep", "keep-elapsed", "restart", "retroactive"])("is taken back, and its clocks go on: %s", (policy) => {
    const made = promise({ changes: { policy } }, { versions: [version("2026-06-02", callback)] });
    expect(result(made, ["opened 1 16:00"], { asOf: "2 10:00" })).toMatchObject({
      outcome: "running",
      elapsedMs: 2 * HOUR,
      version: null,
    });
    expect(result(made, ["opened 2 16:00"], { asOf: "2 16:30" })).toMatchObject({ carriedOver: false });
  });

  it("the other way round is a target for the cases that begin under it", () => {
    const made = define({
      ...document({}),
      commitments: { it: callback },
      versions: [version("2026-06-02", promised({}))],
    });
    expect(result(made, ["opened 1 16:00"], { asOf: "2 10:00" })).toMatchObject({ carriedOver: true });
    expect(result(made, ["opened 2 10:00"], { asOf: "2 11:00" })).toMatchObject({
      elapsedMs: HOUR,
      version: "2026-06-02",
    });
  });
});

describe("a target in days that comes to be one in hours", () => {
  it.each([
    ["retroactive", "1 10:00"],
    ["keep-elapsed", "1 10:00"],
    ["restart", "2 00:00"],
  ])("is stopped by pauses then, %s", (policy, from) => {
    const changes = { policy };
    const made = promise(
      { target: days("P5D"), changes },
      { versions: [version("2026-06-02", promised({ changes }))] },
    );
    // Paused from 11:00 to 9:00 on the 2nd: an hour of the 1st and two of the 2nd, or those two.
    const events = ["opened 1 10:00", "paused 1 11:00", "resumed 2 09:00"];
    expect(result(made, events, { asOf: "2 11:00" })).toMatchObject({
      outcome: "running",
      elapsedMs: (from === "1 10:00" ? 3 : 2) * HOUR,
    });
    expect(result(made, events.slice(0, 2), { asOf: "2 11:00" })).toMatchObject({ outcome: "paused", clock: "paused" });
  });
});

describe("a commitment that is taken back and comes again as it was", () => {
  it("has not changed: nothing restarts", () => {
    const same = promised({ target: hours("PT40H"), changes: { policy: "restart" } });
    const made = promise(same, { versions: [version("2026-06-02", null), version("2026-06-03", { ...same })] });
    const found = result(made, ["opened 1 09:00"], { asOf: "3 12:00" });
    expect(found).toMatchObject({ outcome: "running", elapsedMs: 19 * HOUR });
    expect(found.restartedAt).toBeUndefined();
  });
});

describe("segments of a time that is not all known", () => {
  it("are left out, and change no verdict", () => {
    const calendars = {
      ...CALENDARS,
      desk: { ...CALENDARS["desk"], holidays: [{ dates: ["2026-06-05"], to: "2026-06-10" }] },
    };
    const made = promise({ target: days("P1D") }, { calendars });
    for (const segments of [false, true]) {
      const found = result(made, ["opened 9 10:00"], { asOf: "20 10:00", segments });
      expect(found).toMatchObject({ outcome: "missed", dueAt: at("11 00:00") });
      expect(found.segments).toBeUndefined();
    }
    expect(result(made, ["opened 9 10:00"], { asOf: "9 12:00", segments: true }).segments).toHaveLength(1);
  });
});
