/**
 * The name of a source, as a JSON definition has it: `date-holidays:US-NY?types=public,bank&from=2010&to=2040`.
 *
 * Grammar: `date-holidays:` country [`-` state [`-` region]] [`?` key `=` value { `&` key `=` value }]; the keys are
 * `types` (with commas between), `from`, `to` and `movedDays`, each once. What is printed is read back as the same name.
 */
import { at, type Place, report } from "../issues/expect.ts";
import { formatOptions, type ReadOptions } from "./options.ts";
import type { PeerPlace } from "./peer.ts";
import { formatPlace, type GivenPlace } from "./place.ts";

const PREFIX = "date-holidays:";
const EXAMPLE = '"date-holidays:US-NY?types=public,bank"';

/** The canonical name. */
export function formatSourceName(place: PeerPlace, options: ReadOptions): string {
  return `${PREFIX}${formatPlace(place)}${formatOptions(options)}`;
}

/** Codes and options of a name, not looked up yet; what is no name at all goes to the issues. */
export function parseSourceName(name: unknown, root: Place): { place: GivenPlace; options: object } | undefined {
  const match =
    typeof name === "string" ? /^date-holidays:([^?-]+)(?:-([^?-]+))?(?:-([^?-]+))?(?:\?(.*))?$/s.exec(name) : null;
  if (match === null) return report(root, "holidays.bad-source", "a name of holidays", name, EXAMPLE);
  const [, country, state, region, query] = match;
  const options: Record<string, unknown> = {};
  for (const part of query?.split("&") ?? []) {
    const [key, value, ...rest] = part.split("=") as [string, ...string[]];
    if (key === "" || value === undefined || rest.length > 0)
      return report(root, "holidays.bad-source", "an option of a name", part, EXAMPLE);
    if (Object.hasOwn(options, key))
      return report(at(root, key), "holidays.bad-source", "said once", part, "each option once");
    // A plain define: a key such as __proto__ is refused as unknown, like any other.
    Object.defineProperty(options, key, { value: readValue(key, value), enumerable: true });
  }
  return { place: { country, state, region }, options };
}

function readValue(key: string, value: string): unknown {
  if (key === "types") return value.split(",");
  // What is no number is refused by the reader of options, which shows it.
  return /^\d{1,4}$/.test(value) ? Number(value) : value;
}
