/**
 * A policy document with the ids of its commitments, so that results have them, too.
 */
import type { CalendarDefinition } from "../../schedule/definition.ts";
import type { CommitmentDocument, PolicyDocument, PolicyVersionDocument } from "./document.ts";

/** A policy document whose commitments have these ids, those of its versions apart; `W` is that of its calendars. */
export type PolicyDocumentOf<Id extends string, VersionId extends string = never, W extends string = never> = Omit<
  PolicyDocument,
  "calendars" | "commitments" | "versions"
> & {
  readonly calendars: Readonly<Record<string, CalendarDefinition<W>>>;
  readonly commitments: Readonly<Record<Id, CommitmentDocument>>;
  readonly versions?: readonly (Omit<PolicyVersionDocument, "calendars" | "commitments"> & {
    readonly calendars?: Readonly<Record<string, CalendarDefinition<W>>>;
    readonly commitments?: { readonly [K in VersionId]?: CommitmentDocument | null };
  })[];
};
