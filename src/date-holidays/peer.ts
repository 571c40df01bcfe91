/**
 * The package date-holidays, loaded when the first source is made: it is an optional peer, and takes a quarter of a
 * second.
 *
 * A static import of what is not installed would fail with the runtime's own words before any of this library's could
 * be said, and `import()` would make every calendar asynchronous. `require` is neither, from ESM too.
 */
import { createRequire } from "node:module";
import { refuse } from "../issues/error.ts";
import { thrown } from "../issues/foreign.ts";

/** One entry of a year, as date-holidays gives it. */
export interface PeerEntry {
  /** Civil: `2026-12-24 13:00:00`; with ` -0600` behind it where the day begins on the evening before. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly type: string;
  readonly rule: string;
  readonly substitute?: boolean;
}

/** A rule of a place, and its names by language. */
export interface PeerRule {
  readonly rule: string;
  readonly type?: string;
  readonly name?: string | Readonly<Record<string, string>>;
}

/** As much of a `Holidays` of date-holidays as is safe to use. Its own types are not ours: they need it installed. */
export interface PeerHolidays {
  /** Only for an integer: a `Date` would be read in the zone of the process. */
  getHolidays(year: number): readonly PeerEntry[];
  getRules(): readonly PeerRule[];
  getCountries(language?: string): PeerNames;
  getStates(country: string, language?: string): PeerNames | undefined;
  getRegions(country: string, state: string, language?: string): PeerNames | undefined;
}

/** Names by code. */
export type PeerNames = Readonly<Record<string, string>>;

/** A place that date-holidays knows, by its codes. */
export interface PeerPlace {
  readonly country: string;
  readonly state?: string;
  readonly region?: string;
}

/** The package: its class and its version. */
export interface Peer {
  readonly Holidays: {
    new (): PeerHolidays;
    new (place: PeerPlace, options: { languages: readonly string[]; types: readonly string[] }): PeerHolidays;
  };
  readonly version: string;
}

const NAME = "date-holidays";
// In a CommonJS build there is no import.meta, in an ES module no __filename.
const load = createRequire(typeof __filename === "string" ? __filename : import.meta.url);
let peer: Peer | undefined;

/** The package. Errors: `holidays.missing-package`. */
export function loadPeer(): Peer {
  peer ??= readPeer();
  return peer;
}

function readPeer(): Peer {
  try {
    const Holidays = load(NAME) as Peer["Holidays"];
    const { version } = load(`${NAME}/package.json`) as { version: string };
    return { Holidays, version };
  } catch (error) {
    const absent = error instanceof Error && error.message.startsWith(`Cannot find module '${NAME}'`);
    const what = absent ? "is not installed" : `cannot be loaded (${thrown(error)})`;
    const cure = `the package ${NAME}, which has the holidays of the world, ${what}; run npm install ${NAME}`;
    return refuse("holidays.missing-package", [], `the package ${NAME}`, undefined, cure);
  }
}
