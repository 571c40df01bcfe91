/**
 * A place of date-holidays: country, state and region, by codes that it knows.
 *
 * date-holidays answers an unknown country with no holidays and an unknown region with those of its state; both would
 * be a year without holidays. So every code is looked up first.
 */
import { at, type Place, report } from "../issues/expect.ts";
import { makeIssue } from "../issues/issue.ts";
import { nearest } from "../issues/nearest.ts";
import { show } from "../issues/show.ts";
import type { Peer, PeerNames, PeerPlace } from "./peer.ts";

/** Codes of a place, as a caller gave them. */
export interface GivenPlace {
  readonly country: unknown;
  readonly state?: unknown;
  readonly region?: unknown;
}

/** Codes that the European Union uses where ISO 3166 has others. */
const OTHER_CODES: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };
/** A message names no more codes than fit one. */
const SHOWN_CODES = 40;

/** The place in canonical codes; problems go to the issues, and the answer is then undefined. */
export function readPlace({ country, state, region }: GivenPlace, peer: Peer, root: Place): PeerPlace | undefined {
  const all = new peer.Holidays();
  const { version } = peer;
  const countryCode = readCode(country, at(root, "country"), {
    kind: `country of date-holidays ${version}`,
    example: "US",
    names: [all.getCountries("en"), all.getCountries()],
    otherwise: '; write its ISO 3166 code of two letters, such as "US"',
  });
  if (countryCode === undefined) return undefined;
  if (state === undefined) {
    if (region === undefined) return { country: countryCode };
    return report(at(root, "region"), "holidays.bad-source", "a region of a state", region, "its state before it");
  }
  const stateCode = readCode(state, at(root, "state"), {
    kind: `state of ${countryCode} in date-holidays ${version}`,
    example: "NY",
    names: [all.getStates(countryCode, "en"), all.getStates(countryCode)],
  });
  if (stateCode === undefined) return undefined;
  if (region === undefined) return { country: countryCode, state: stateCode };
  const regionCode = readCode(region, at(root, "region"), {
    kind: `region of ${countryCode}-${stateCode} in date-holidays ${version}`,
    example: "NO",
    names: [all.getRegions(countryCode, stateCode, "en"), all.getRegions(countryCode, stateCode)],
  });
  return regionCode === undefined ? undefined : { country: countryCode, state: stateCode, region: regionCode };
}

/** A place as names write it: `US`, `US-NY`, `DE-BY-A`. */
export function formatPlace({ country, state, region }: PeerPlace): string {
  return [country, state, region].filter((code) => code !== undefined).join("-");
}

interface Known {
  /** What the code is a code of. */
  readonly kind: string;
  readonly example: string;
  /** Names by code, in several languages; undefined where there are no codes. */
  readonly names: readonly (PeerNames | undefined)[];
  /** End of the message where no code is near; the codes, unless given. */
  readonly otherwise?: string;
}

function readCode(value: unknown, place: Place, { kind, example, names, otherwise }: Known): string | undefined {
  if (typeof value !== "string") return report(place, "holidays.bad-source", "a code", value, `"${example}"`);
  // date-holidays looks codes up in capitals, and so never finds those that it writes otherwise (CK-Atiu).
  const all = Object.keys(names[0] ?? {});
  const codes = all.filter((code) => code === code.toUpperCase());
  const code = value.toUpperCase();
  if (codes.includes(code)) return code;
  const near = nearCode(value, codes, names, otherwise === undefined);
  const hint = all.includes(value)
    ? "; it is in its data, but its look-up cannot find it"
    : near === undefined
      ? (otherwise ?? listOf(codes))
      : `; did you mean "${near}"?`;
  place.issues.push(
    makeIssue("holidays.unknown-source", place.path, `a ${kind}`, value, `${show(value)} is no ${kind}${hint}`),
  );
  return undefined;
}

/** The code that was probably meant, by the place's name or, where few codes are alike, by its own letters. */
function nearCode(
  word: string,
  codes: readonly string[],
  names: Known["names"],
  byLetters: boolean,
): string | undefined {
  const other = OTHER_CODES[word.toUpperCase()];
  if (other !== undefined && codes.includes(other)) return other;
  // Any two letters are one slip away from many codes: a guess among them would be no help.
  if (word.length <= 2) return undefined;
  const codeByName = new Map(names.flatMap((some) => Object.entries(some ?? {}).map(([code, name]) => [name, code])));
  const name = nearest(word, codeByName.keys());
  const near = name !== undefined ? codeByName.get(name) : byLetters ? nearest(word, codes) : undefined;
  return near !== undefined && codes.includes(near) ? near : undefined;
}

function listOf(codes: readonly string[]): string {
  if (codes.length === 0) return "; it has none: leave it out";
  const more = codes.length > SHOWN_CODES ? ` and ${codes.length - SHOWN_CODES} more` : "";
  return `; it has ${codes.slice(0, SHOWN_CODES).join(", ")}${more}`;
}
