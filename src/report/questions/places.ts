/**
 * Where questions about a policy are asked: its document, and each of its versions, as written and as made ready.
 */
import type { PathStep } from "../../issues/issue.ts";
import type { CommitmentDocument, PolicyDocument, PolicyVersionDocument } from "../../policy/documents/document.ts";
import type { Commitment, PolicyVersion, ReadyPolicy } from "../../policy/policy.ts";

/** A question that a policy raises, and where. */
export interface PolicyQuestion {
  readonly path: readonly PathStep[];
  readonly message: string;
}

/** The document itself, or one of its versions. */
export interface Place {
  readonly path: readonly PathStep[];
  readonly written: PolicyDocument | PolicyVersionDocument;
  readonly version: PolicyVersion;
  /** The version before; undefined for the document itself. */
  readonly previous: PolicyVersion | undefined;
}

/** A commitment where it is written. */
export interface WrittenCommitment {
  readonly path: readonly PathStep[];
  readonly written: CommitmentDocument;
  readonly commitment: Commitment;
}

/** The document, then its versions. */
export function placesOf({ document, versions }: ReadyPolicy): Place[] {
  return [document, ...(document.versions ?? [])].map((written, index) => ({
    path: index === 0 ? [] : ["versions", index - 1],
    written,
    version: versions[index]!,
    previous: versions[index - 1],
  }));
}

/** The commitments that a place writes, those that it takes back left out. */
export function commitmentsOf({ path, written, version }: Place): WrittenCommitment[] {
  return Object.entries(written.commitments ?? {}).flatMap(([id, document]) => {
    const commitment = version.commitments.get(id);
    if (document === null || commitment === undefined) return [];
    return [{ path: [...path, "commitments", id], written: document, commitment }];
  });
}
