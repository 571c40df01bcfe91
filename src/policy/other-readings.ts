/**
 * Readings: the answers that an ambiguous clause admits, each as what it changes in the document.
 *
 * A reading is a merge patch (RFC 7396): members replace, null takes out, objects are merged. Source: docs/promises.md, "Readings".
 */
import { refuse, throwIfAny } from "../issues/error.ts";
import { isObject } from "../issues/expect.ts";
import { readForeign } from "../issues/foreign.ts";
import type { Issue } from "../issues/issue.ts";
import { didYouMean } from "../issues/nearest.ts";
import { show, showNames } from "../issues/show.ts";
import { plainCopy } from "../schedule/plain-copy.ts";
import type { PolicyDocument } from "./documents/document.ts";
import type { Reader } from "./reading/reader.ts";

type Plain = Readonly<Record<string, unknown>>;

/** Checks `otherReadings`: each clause is named in `readings`, and no patch touches either. */
export function checkOtherReadings(root: Reader): void {
  const named = root.member("readings").object() ?? {};
  for (const [clause, entry] of root.member("otherReadings").entries("other readings by clause")) {
    if (!Object.hasOwn(named, clause)) {
      const cure = `${show(clause)} has no reading that others could take the place of; name it in readings`;
      entry.fail("policy.unknown-name", Object.keys(named).join(", ") || "a clause of readings", cure);
    }
    for (const [reading, patch] of entry.entries("patches by reading")) {
      if (reading === named[clause])
        patch.fail("policy.conflict", "another reading", `${show(reading)} is the reading in force, and no other one`);
      if (patch.object() === undefined) {
        patch.fail("policy.bad-value", "what the reading changes", `${show(patch.value)} is not a part of a policy`);
        continue;
      }
      for (const key of ["readings", "otherReadings"]) {
        if (patch.member(key).value !== undefined)
          patch.member(key).fail("policy.conflict", "other keys", `a reading cannot change ${key}`);
      }
    }
  }
}

/**
 * A policy document under other readings of its clauses, without the readings that were left; the document given is not changed.
 *
 * @param readings By clause, the name of a reading: the one in force, or one of `otherReadings`.
 * Errors: `policy.unknown-name` for a clause or a reading that the document does not have; `policy.bad-document` for what is
 *   none. Whether the outcome is a policy `definePolicy` says.
 *
 * @example withReadings(clipIndustrieDefinition, { "business-hours": "working-days" }).commitments.anomaly.target.count // "working-days"
 */
export function withReadings(document: PolicyDocument, readings: Readonly<Record<string, string>>): PolicyDocument {
  const issues: Issue[] = [];
  const copy = plainCopy(document, "policy.bad-document", issues);
  throwIfAny(issues);
  if (!isObject(copy))
    refuse("policy.bad-document", [], "a policy document", document, `${show(document)} is not a policy document`);
  if (!isObject(readings))
    refuse(
      "policy.bad-value",
      ["readings"],
      "readings by clause",
      readings,
      `${show(readings)} is not readings by clause`,
    );
  const wanted = readForeign(readings, ["readings"], "policy.bad-value", "readings by clause", () => ({ ...readings }));
  const [inForce, others] = [asObject(copy["readings"]), asObject(copy["otherReadings"])];
  for (const clause of Object.keys(wanted)) {
    if (Object.hasOwn(inForce, clause)) continue;
    const cure = `${show(clause)} is no clause with readings${didYouMean(clause, Object.keys(inForce))}`;
    refuse("policy.unknown-name", ["readings", clause], Object.keys(inForce).join(", "), clause, cure);
  }
  // In the order of the document, not of the caller: what comes of several does not depend on who asks.
  const clauses = Object.keys(others).filter((clause) => Object.hasOwn(wanted, clause));
  for (const clause of Object.keys(wanted)) if (!clauses.includes(clause)) clauses.push(clause);
  const patches = clauses.flatMap((clause) => patchOf(clause, wanted[clause]!, inForce, asObject(others[clause])));
  const merged = patches.reduce<Plain>((whole, patch) => mergePatch(whole, patch) as Plain, copy);
  // Patches are of the document as it was written; of the one read otherwise they would be wrong.
  const { otherReadings: _, ...rest } = merged;
  return { ...rest, readings: { ...inForce, ...wanted } } as unknown as PolicyDocument;
}

function patchOf(clause: string, reading: string, inForce: Plain, others: Plain): Plain[] {
  if (reading === inForce[clause]) return [];
  if (typeof reading === "string" && Object.hasOwn(others, reading)) return [asObject(others[reading])];
  const known = [String(inForce[clause]), ...Object.keys(others)];
  const cure = `${show(reading)} is no reading of ${show(clause)}${(typeof reading === "string" && didYouMean(reading, known)) || `; it has ${showNames(known)}`}`;
  return refuse("policy.unknown-name", ["readings", clause], known.join(", "), reading, cure);
}

/** RFC 7396; members stay in their order, new ones come last. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map<string, unknown>(Object.entries(asObject(target)));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  // From entries: a key may be called "__proto__".
  return Object.fromEntries(merged);
}

function asObject(value: unknown): Plain {
  return isObject(value) ? value : {};
}
