/**
 * What can change while a clock runs must have its mode written: nothing is implied.
 */
import type { Declarations } from "../declarations.ts";
import { type Changes, isTarget, type TargetCommitment } from "../policy.ts";
import type { Reader } from "./reader.ts";
import { calendarsOf, type ReadVersion } from "./versions.ts";

const CHOICES = '"keep", "keep-elapsed", "restart" or "retroactive"';

/** Reports each commitment that leaves open what a change does; once for each place where it is written. */
export function checkChanges(versions: readonly ReadVersion[], declared: Declarations): void {
  const seen = new Set<unknown>();
  versions.forEach((version, index) => {
    for (const { reader, commitment } of version.promises.values()) {
      if (commitment === undefined || !isTarget(commitment) || seen.has(commitment)) continue;
      seen.add(commitment);
      const later = versions.slice(index);
      demand(reader, "fact", factCanChange(commitment, declared), "the fact of its target");
      demand(reader, "policy", targetCanChange(commitment, later), "its target in a later version");
      demand(reader, "calendar", calendarCanChange(commitment, later, declared), "the calendar of the case");
    }
  });
}

function demand(reader: Reader, key: keyof Changes, canChange: boolean, what: string): void {
  const changes = reader.member("changes");
  if (!canChange || changes.member(key).value !== undefined) return;
  const cure = `${what} can change while the clock runs: say what follows, { "${key}": … } with ${CHOICES}`;
  changes.member(key).fail("policy.ambiguous", CHOICES, cure);
}

function factCanChange({ target }: TargetCommitment, { facts }: Declarations): boolean {
  return "by" in target && (facts.get(target.by)?.changedBy.size ?? 0) > 0;
}

function targetCanChange(commitment: TargetCommitment, later: readonly ReadVersion[]): boolean {
  return later.some(({ commitments }) => {
    const other = commitments.get(commitment.id);
    return other !== undefined && isTarget(other) && other.target !== commitment.target;
  });
}

function calendarCanChange(
  commitment: TargetCommitment,
  later: readonly ReadVersion[],
  { facts }: Declarations,
): boolean {
  const [first, ...rest] = later.flatMap((version) => {
    const own = version.commitments.get(commitment.id);
    return own === undefined ? [] : [calendarsOf(own, version)];
  });
  const isOther = rest.some((list) => list.length !== first!.length || list.some((each, i) => each !== first![i]));
  const byFact = later.some(
    ({ rules, commitments }) =>
      commitments.get(commitment.id)?.calendar === undefined &&
      rules.some(({ when }) => [...when.keys()].some((key) => (facts.get(key)?.changedBy.size ?? 0) > 0)),
  );
  return isOther || byFact;
}
