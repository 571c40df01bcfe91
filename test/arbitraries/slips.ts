/**
 * Slips: what goes wrong in a document that somebody writes, or that somebody means ill with.
 *
 * A slip is data: where, and what to do there. Applied to a document it gives another; the document stays as it was.
 */

import fc from "fast-check";
import type { Json } from "../helpers/schemas-in.ts";
import { KEYS, STRAYS } from "./strays.ts";

/** One change somewhere in a document. */
export interface Slip {
  /** Where: which sort of place, and which of these; counted around. */
  readonly sort: number;
  readonly place: number;
  readonly deed: "replace" | "delete" | "add" | "rename" | "edit" | "copy" | "wrap";
  readonly value: Json;
  readonly key: string;
  /** Which character, which other place. */
  readonly pick: number;
  readonly letter: string;
}

const letters = fc.constantFrom(...'0123456789-:/.,PTHMSDd "*é');

/** Any slip. */
export const slips: fc.Arbitrary<Slip> = fc.record({
  sort: fc.nat(10_000),
  place: fc.nat(10_000),
  deed: fc.constantFrom("replace", "delete", "add", "rename", "edit", "edit", "copy", "wrap"),
  value: fc.constantFrom(...STRAYS),
  key: fc.constantFrom(...KEYS),
  pick: fc.nat(200),
  letter: letters,
});

const PLAIN: Slip = { sort: 0, place: 0, deed: "delete", value: null, key: "x-note", pick: 0, letter: "" };
/** What can be done anywhere, whatever stands there. */
const DEEDS: readonly Partial<Slip>[] = [
  ...[null, 7, "", [], {}].map((value): Partial<Slip> => ({ deed: "replace", value })),
  { deed: "delete" },
  { deed: "add" },
  { deed: "wrap" },
  { deed: "wrap", pick: 1 },
];

/** Every one of some slips at every place of a document. */
export function slipsEverywhere(document: unknown): Slip[] {
  return [...placesOf({ document: document as Json }).values()].flatMap((places, sort) =>
    places.flatMap((_, place) => DEEDS.map((deed) => ({ ...PLAIN, ...deed, sort, place }))),
  );
}

/** The document with the slip. */
export function withSlip(document: unknown, slip: Slip): unknown {
  const copy = { document: structuredClone(document) as Json };
  const places = placesOf(copy);
  const { holder, key } = pickedOf(places, slip.sort, slip.place);
  const value = (holder as Record<string, Json>)[key]!;
  const put = (other: Json): void => own(holder, key, structuredClone(other));
  const remove = (): void => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  };
  switch (slip.deed) {
    case "replace":
      put(slip.value);
      break;
    case "delete":
      remove();
      break;
    case "add":
      if (Array.isArray(value)) value.push(structuredClone(slip.value));
      else if (typeof value === "object" && value !== null) own(value, slip.key, structuredClone(slip.value));
      break;
    case "rename":
      if (Array.isArray(holder) || holder === copy) break;
      remove();
      own(holder, slip.key, value);
      break;
    case "edit":
      put(edited(value, slip));
      break;
    case "copy": {
      const other = pickedOf(places, slip.pick, slip.sort);
      put((other.holder as Record<string, Json>)[other.key]!);
      break;
    }
    case "wrap":
      put(slip.pick % 2 === 0 ? [value] : { [slip.key === "__proto__" ? "event" : slip.key]: value });
  }
  return copy.document;
}

/** An own member, also where its name is that of a prototype. */
function own(holder: Json[] | { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

interface Place {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string;
}

/** All places by their sort: a week's windows are many and a target is one, and slips are to be in both. */
function placesOf(root: { document: Json }): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const visit = (holder: Place["holder"], key: string, sort: string): void => {
    places.set(sort, [...(places.get(sort) ?? []), { holder, key }]);
    const value = (holder as { [key: string]: Json })[key]!;
    if (typeof value !== "object" || value === null) return;
    const isFree = Array.isArray(value) || MAPS.has(key);
    for (const inner of Object.keys(value)) visit(value, inner, `${isFree ? key : ""}/${isFree ? "*" : inner}`);
  };
  visit(root, "document", "");
  return places;
}

/** Keys whose values have names for keys. */
const MAPS = new Set(
  "calendars facts actors kinds conditions commitments readings where not when values week exceptions".split(" "),
);

function pickedOf(places: ReadonlyMap<string, readonly Place[]>, sort: number, place: number): Place {
  const some = [...places.values()][sort % places.size]!;
  return some[place % some.length]!;
}

/** A character more, less or other; a number a little off. */
function edited(value: Json, { pick, letter }: Slip): Json {
  if (typeof value === "number") return [value * 100, -value, value + 1, String(value)][pick % 4]!;
  if (typeof value === "boolean") return [!value, String(value)][pick % 2]!;
  if (typeof value !== "string") return value;
  const at = pick % (value.length + 1);
  const rest = value.slice(at + (pick % 3 === 0 ? 0 : 1));
  return value.slice(0, at) + (pick % 3 === 1 ? "" : letter) + rest;
}
