/**
 * Cautious histories: cases on which the library may give no verdict although no reading changes it, as docs/semantics.md names
 * them ("Not every reading is tried").
 */

import type { CaseEvent, CaseInput, Document, Target } from "../oracle/policy/types.ts";

/** What cannot be read at all has no place among the instants. */
const isUnreadable = ({ at }: CaseEvent): boolean => Number.isNaN(Date.parse(at));

/**
 * Whether a case is one of them: an event of unknown instant may change a fact whose change cuts a clock in two; or there are several
 * events of which not all is known, one of them of unknown instant, or so many that their readings may be more than are tried.
 */
export function isCautious(document: Document, { kind, events }: CaseInput): boolean {
  const unreadable = events.filter(isUnreadable);
  const declared = document.kinds[kind]?.events ?? [];
  const common = JSON.stringify(document.events ?? {});
  const isKnown = ({ type }: CaseEvent): boolean => declared.includes(type) || common.includes(`"${type}"`);
  const unknown = events.filter((event) => !isUnreadable(event) && !isKnown(event));
  if (unknown.length > 2 || (unreadable.length > 0 && unknown.length + unreadable.length > 1)) return true;
  // A start may lie before the holidays that are known, and before the two years that the simulator looks back.
  if (unreadable.some(({ type }) => mayStart(document, type))) return true;
  return unreadable.some(({ type }) => changesFact(document, type)) && hasCuts(document);
}

function changesFact({ facts }: Document, type: string): boolean {
  return Object.values(facts ?? {}).some((fact) => "changedBy" in fact && fact.changedBy?.includes(type) === true);
}

function commitmentsOf(document: Document): Partial<Target>[] {
  const all = [document, ...(document.versions ?? [])].flatMap(({ commitments }) => Object.values(commitments ?? {}));
  return all.flatMap((one) => (one === null ? [] : [one as Partial<Target>]));
}

function mayStart(document: Document, type: string): boolean {
  return commitmentsOf(document).some(({ start, after }) => JSON.stringify([start, after]).includes(`"${type}"`));
}

function hasCuts(document: Document): boolean {
  return commitmentsOf(document).some(({ changes }) =>
    [changes?.fact, changes?.calendar].some((mode) => mode === "keep-elapsed" || mode === "restart"),
  );
}
