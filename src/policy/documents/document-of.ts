/**
 * A policy document with the ids of its commitments, so that results have them, too.
 */
import type { CommitmentDocument, PolicyDocument, PolicyVersionDocument } from "./document.ts";

/** A policy document whose commitments have these ids, those of its versions apart. */
export type PolicyDocumentOf<Id extends string, VersionId extends string = never> = Omit<
  PolicyDocument,
  "commitments" | "versions"
> & {
  readonly commitments: Readonly<Record<Id, CommitmentDocument>>;
  readonly versions?: readonly (Omit<PolicyVersionDocument, "commitments"> & {
    readonly commitments?: { readonly [K in VersionId]?: CommitmentDocument | null };
  })[];
};
