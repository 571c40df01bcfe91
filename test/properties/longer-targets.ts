/**
 * Longer targets: a policy document with every target half as long again or a day longer.
 */

import type {
  CommitmentDocument,
  DaysDocument,
  HoursDocument,
  PolicyDocument,
  TargetDocument,
} from "../../src/index.ts";

export function longer(document: PolicyDocument): PolicyDocument {
  const { commitments, versions } = document;
  return {
    ...document,
    commitments: ofCommitments(commitments) as PolicyDocument["commitments"],
    ...(versions === undefined ? {} : { versions: versions.map(ofVersion) }),
  };
}

type Version = NonNullable<PolicyDocument["versions"]>[number];

function ofVersion(version: Version): Version {
  const { commitments } = version;
  return commitments === undefined ? version : { ...version, commitments: ofCommitments(commitments) };
}

function ofCommitments(
  commitments: Readonly<Record<string, CommitmentDocument | null>>,
): Record<string, CommitmentDocument | null> {
  return Object.fromEntries(
    Object.entries(commitments).map(([id, one]) => [
      id,
      one !== null && "target" in one ? { ...one, target: ofTarget(one.target) } : one,
    ]),
  );
}

function ofTarget(target: TargetDocument["target"]): TargetDocument["target"] {
  if (!("by" in target)) return ofFigure(target);
  const cells = Object.entries(target.values).map(([value, cell]) => [value, cell === null ? null : ofFigure(cell)]);
  return { ...target, values: Object.fromEntries(cells) };
}

function ofFigure(figure: HoursDocument | DaysDocument): HoursDocument | DaysDocument {
  if ("days" in figure) return { ...figure, days: `P${Number(figure.days.slice(1, -1)) + 1}D` };
  const [, hours = "0", minutes = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(figure.hours) ?? [];
  return { ...figure, hours: `PT${(Number(hours) * 60 + Number(minutes)) * 1.5}M` };
}
