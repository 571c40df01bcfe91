/**
 * `definePolicy`: from a policy document to a policy, or to every problem that the document has.
 */
import type { SourceReaders } from "../holidays/source.ts";
import { throwIfAny } from "../issues/error.ts";
import { type Issue, makeIssue } from "../issues/issue.ts";
import type { OnlyString, OnlyUnknown } from "../issues/only-unknown.ts";
import { readOptions } from "../issues/options.ts";
import { show } from "../issues/show.ts";
import { deepFreeze, plainCopy } from "../schedule/plain-copy.ts";
import { readDeclarations } from "./declarations.ts";
import type { PolicyDocument } from "./documents/document.ts";
import type { PolicyDocumentOf } from "./documents/document-of.ts";
import { limitsOfEach, type PolicyLimits, readPolicyLimits, refuseLargePolicy } from "./limits.ts";
import { markMade } from "./made.ts";
import { checkOtherReadings } from "./other-readings.ts";
import type { Commitment, Policy, PolicyVersion, ReadyPolicy } from "./policy.ts";
import { checkChanges } from "./reading/changes.ts";
import { readOutside } from "./reading/outside.ts";
import { Reader } from "./reading/reader.ts";
import { readVersions } from "./reading/versions.ts";
import { sealedThrough } from "./sealed.ts";

const KEYS = [
  "$schema",
  "policy",
  "title",
  "calendars",
  "calendar",
  "calendarRules",
  "kinds",
  "events",
  "facts",
  "actors",
  "conditions",
  "outside",
  "commitments",
  "versions",
  "readings",
  "otherReadings",
  "import",
];

/** Options of {@link definePolicy}. */
export interface PolicyOptions {
  /** Readers of holiday sources that its calendars name: `{ "date-holidays": dateHolidaysSource }`. */
  readonly sources?: SourceReaders;
  /** How large the document and its calendars may be: docs/untrusted-input.md. */
  readonly limits?: PolicyLimits;
}

/**
 * A policy made of a document; the document is copied first and never changed. One that is `unknown` is taken, too.
 *
 * Calendars that name holidays of elsewhere (`"date-holidays:BE"`) need their reader: `{ sources }`.
 * Errors: one `OuvreeError` with every problem: `policy.*`, and those of its calendars with their path; `policy.too-large`, alone,
 *   for a document over its limits, which `{ limits }` raises.
 *
 * @example definePolicy(clipIndustrieDefinition).name // "clip-industrie"
 */
export function definePolicy<
  const Id extends string,
  const VersionId extends string = never,
  W extends string = never,
  D = never,
>(
  document: PolicyDocumentOf<Id, VersionId, OnlyString<W>> | OnlyUnknown<D>,
  options?: PolicyOptions,
): Policy<Id | VersionId> {
  const { sources, limits: given } = readOptions(options, ["sources", "limits"], "definePolicy");
  const issues: Issue[] = [];
  const limits = readPolicyLimits(given);
  const copy = plainCopy(document, "policy.bad-document", issues);
  throwIfAny(issues);
  // Of what is too large nothing else is looked at.
  refuseLargePolicy(copy, limits.own, issues);
  throwIfAny(issues);
  const root = new Reader(copy, [], issues);
  if (root.object() === undefined) {
    throwIfAny([
      makeIssue("policy.bad-document", [], "an object", document, `${show(document)} is not a policy document`),
    ]);
  }
  root.known(KEYS, "a policy");
  const name = root.member("policy").text("the policy's name");
  for (const key of ["title", "$schema"]) {
    if (root.member(key).value !== undefined) root.member(key).text("a text");
  }
  // A mapping of the files that are judged by it: readers of files check it, and it decides nothing here.
  const mapping = root.member("import");
  if (mapping.value !== undefined && mapping.object() === undefined)
    mapping.fail("policy.bad-value", "a mapping", `${show(mapping.value)} is not a mapping; see docs/importing.md`);
  checkOtherReadings(root);
  const declared = readDeclarations(root);
  const outside = readOutside(root.member("outside"), declared);
  const versions = readVersions(root, declared, {
    sources: sources as SourceReaders | undefined,
    limits: limitsOfEach(copy, limits),
  });
  if (issues.length === 0) checkChanges(versions, declared);
  throwIfAny(issues);
  const { kinds, facts, common } = declared;
  const commitments = allCommitments(versions);
  const policy: ReadyPolicy = {
    name: name!,
    document: deepFreeze(copy) as unknown as PolicyDocument,
    calendars: versions[0]!.calendars,
    kinds: new Map(kinds),
    pause: common.pause,
    resume: common.resume,
    cancel: common.cancel,
    commonEvents: new Set(common.all),
    facts: new Map(facts),
    outside,
    versions: versions.map(madeReady),
    commitments,
    commitmentIds: commitments.map(({ id }) => id),
  };
  // Ready policies are shared: nobody may change what another judges by.
  return sealedThrough(markMade(policy)) as Policy as Policy<Id | VersionId>;
}

/** Only what the evaluation needs; the readers behind it are let go. */
function madeReady({ label, fromMs, calendars, calendar, rules, commitments, readings }: PolicyVersion): PolicyVersion {
  return { label, fromMs, calendars, calendar, rules, commitments, readings };
}

/** Every promise of any version, in the order of their first appearance, each as the last version that has it says. */
function allCommitments(versions: readonly PolicyVersion[]): Commitment[] {
  const last = new Map<string, Commitment>();
  for (const { commitments } of versions) for (const [id, commitment] of commitments) last.set(id, commitment);
  return [...last.values()];
}
