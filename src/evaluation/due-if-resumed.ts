/**
 * `dueIfResumedAt`: what would be due, if a paused clock were resumed at an instant.
 *
 * A what-if costs nothing, since an evaluation is a function. Source: docs/policies.md, "Results".
 */
import { refuse } from "../issues/error.ts";
import { didYouMean } from "../issues/nearest.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import type { Policy } from "../policy/policy.ts";
import { type InstantInput, readInstant } from "../time/instant.ts";
import { checkPolicy, checkRegister, doorOf } from "./cases/arguments.ts";
import { type Case, type ReadCase, readCase } from "./cases/case.ts";
import type { ReadEvent } from "./cases/event.ts";
import { readRegister } from "./cases/read-register.ts";
import type { Register } from "./cases/register.ts";
import { judgeCase } from "./judge-case.ts";
import type { Beside } from "./judgement.ts";
import type { ResultMembers } from "./result.ts";

/** Options of {@link dueIfResumedAt}. */
export interface DueIfResumedOptions {
  /** Later events are not seen. */
  readonly asOf: InstantInput;
  readonly register?: Register;
}

/**
 * The `dueAt` (ISO 8601, UTC) that a paused clock would have if it were resumed at an instant; of a clock that runs its
 * `dueAt`; null for any other. Of several cycles it is that of the last.
 *
 * @param commitment Id of the commitment.
 * @param at Not before `asOf`.
 * Errors: `calendar.bad-option` for an instant before `asOf` or an id that the policy does not have; `case.bad-case`;
 *   `time.*`.
 *
 * @example
 * const paused = { type: "paused", at: "2026-05-22T10:00+02:00" };
 * const waiting = { id: "T1", kind: "anomaly", events: [{ type: "called", at: "2026-05-22T09:00+02:00" }, paused] };
 * dueIfResumedAt(clipIndustrie, waiting, "anomaly", "2026-05-26T09:00+02:00", { asOf: "2026-05-22T12:00+02:00" }) // "2026-05-26T10:00:00.000Z"
 */
export function dueIfResumedAt(
  policy: Policy,
  found: Case,
  commitment: string,
  at: InstantInput,
  options: DueIfResumedOptions,
): string | null {
  checkPolicy(policy);
  const given = readOptions(options, ["asOf", "register"], "dueIfResumedAt", { needed: "{ asOf }" });
  if (given.register !== undefined) checkRegister(given.register);
  const door = doorOf(policy);
  const asOfMs = readInstant(given.asOf, ["asOf"], undefined, door);
  const atMs = readInstant(at, ["at"], undefined, door);
  if (atMs < asOfMs)
    refuse("calendar.bad-option", ["at"], "an instant from asOf on", at, "the instant lies before asOf");
  const ids = policy.commitments.map(({ id }) => id);
  if (!ids.includes(commitment)) {
    const cure = `${show(commitment)} is no commitment of this policy${typeof commitment === "string" ? didYouMean(commitment, ids) : ""}`;
    refuse("calendar.bad-option", ["commitment"], ids.join(", "), commitment, cure);
  }
  const issues: Parameters<typeof readCase>[3] = [];
  const read = readCase(found, 0, asOfMs, issues, door);
  if (read === undefined) refuse("case.bad-case", ["case"], "a case", found, issues[0]!.message);
  const register =
    given.register === undefined ? undefined : readRegister(given.register as Register, policy, issues, door);
  const now = lastOf(read, commitment, { policy, asOfMs, register, withSegments: false });
  if (now?.outcome !== "paused") return now?.outcome === "running" ? (now.dueAt ?? null) : null;
  // The last event of its instant, should those of the instant say their order.
  const isInOrder = read.events.some((event) => event.atMs === atMs && event.seq !== undefined);
  const seq = isInOrder ? Number.POSITIVE_INFINITY : undefined;
  const supposed: ReadEvent = { type: "", atMs, seq, person: undefined, members: {} };
  const resumed = { ...read, events: [...read.events, supposed] };
  return lastOf(resumed, commitment, { policy, asOfMs: atMs, register, withSegments: false, supposed })?.dueAt ?? null;
}

/** The result of a commitment; of several cycles the last. */
function lastOf(found: ReadCase, commitment: string, beside: Beside): ResultMembers | undefined {
  const { judgements } = judgeCase(found, beside);
  const result = [...judgements].find(([{ id }]) => id === commitment)?.[1].result;
  return result?.cycles?.at(-1) ?? result;
}
