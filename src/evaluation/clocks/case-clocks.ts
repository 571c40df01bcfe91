/**
 * The clocks of one case, read together: what pauses the case pauses each of them at the same instants.
 *
 * Source: docs/semantics.md, "Pauses".
 */
import type { Issue } from "../../issues/issue.ts";
import type { Commitment, ReadyPolicy } from "../../policy/policy.ts";
import type { ReadEvent } from "../cases/event.ts";
import { momentsOf } from "../cases/moments.ts";
import { type CasePause, type ClocksBefore, PauseReader, withPauses } from "./case-pauses.ts";
import { ClockReader, readClock } from "./clock.ts";
import type { ClockHistory } from "./cycle.ts";
import { type ClockCommitment, clockRolesOf, hasClock, mayStandStill, pauseRolesOf } from "./roles.ts";

/** What the clocks of a case are read from. */
export interface ClocksOfCase {
  readonly events: readonly ReadEvent[];
  /** Those of the case's kind, in its version. */
  readonly commitments: readonly Commitment[];
  readonly policy: ReadyPolicy;
  readonly referent: string | undefined;
  /** A resume that is only supposed, for what would then be due. */
  readonly supposed: ReadEvent | undefined;
}

/** The clocks of one case, each read once. */
export class CaseClocks {
  private readonly histories = new Map<ClockCommitment, ClockHistory>();
  private readonly pauses: readonly CasePause[];

  /** Reads all of them; what is odd about pauses and stops goes to `issues`. */
  constructor(
    private readonly of: ClocksOfCase,
    issues: Issue[],
  ) {
    const { events, commitments, policy, referent, supposed } = of;
    const readers = commitments.filter(hasClock).map((commitment) => {
      const reader = new ClockReader(clockRolesOf(commitment, events, policy, referent));
      return { commitment, reader, mayPause: mayStandStill(commitment, policy) };
    });
    const pausing = readers.filter(({ mayPause }) => mayPause);
    const before: ClocksBefore = {
      rest: () => readers.some(({ reader }) => reader.rests),
      mayStandStill: () => pausing.some(({ reader }) => !reader.hasRested),
    };
    const pauses =
      pausing.length === 0 ? undefined : new PauseReader(pauseRolesOf(commitments, policy, referent, supposed), issues);
    for (const moment of momentsOf(events)) {
      pauses?.take(moment, before);
      for (const { reader } of readers) reader.take(moment);
    }
    this.pauses = pauses?.pauses() ?? [];
    for (const { commitment, reader, mayPause } of readers) {
      this.histories.set(commitment, this.paused(mayPause, reader.history(issues)));
    }
  }

  /** The clock of a commitment; also of one that is not among those of the case. */
  historyOf(commitment: ClockCommitment, issues: Issue[]): ClockHistory {
    const { events, policy, referent } = this.of;
    return (
      this.histories.get(commitment) ??
      this.paused(
        mayStandStill(commitment, policy),
        readClock(events, clockRolesOf(commitment, events, policy, referent), issues),
      )
    );
  }

  private paused(mayPause: boolean, history: ClockHistory): ClockHistory {
    const { pauses } = this;
    if (pauses.length === 0 || !mayPause) return history;
    return { ...history, cycles: history.cycles.map((cycle) => withPauses(cycle, pauses)) };
  }
}
