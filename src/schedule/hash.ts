/**
 * Hashes of documents: what tells one calendar or policy from another.
 */
import { isSourceObject } from "../holidays/ready-source.ts";

/**
 * `fnv1a64:` and 16 hexadecimal digits of a document's canonical JSON (keys in order).
 *
 * It tells one document from another; it is no signature. Source: Fowler, Noll, Vo, FNV-1a, 64 bits.
 */
export function hashOf(value: unknown): string {
  // Not as literals: for an old target these become constants of the module, and a runtime without them could not load it.
  const [basis, prime] = [BigInt("0xcbf29ce484222325"), BigInt("0x100000001b3")];
  let hash = basis;
  for (const byte of new TextEncoder().encode(canonical(value))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  }
  return `fnv1a64:${hash.toString(16).padStart(16, "0")}`;
}

function canonical(value: unknown): string {
  // A source made by code is what it is in JSON: its name.
  if (isSourceObject(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}
