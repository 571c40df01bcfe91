/**
 * The package date-holidays where it is bundled: a static import, because a browser has neither `require` nor files.
 *
 * Takes the place of peer.ts in the build for the `browser` condition of the package. Bundled, the data of all countries are over a
 * megabyte: `freezeHolidays` of `ouvree` makes a plain list of the dates that a page needs.
 */
import Holidays from "date-holidays";
import { version } from "date-holidays/package.json";
import type { Peer } from "./peer.ts";

const peer: Peer = { Holidays: Holidays as unknown as Peer["Holidays"], version };

/** The package. */
export function loadPeer(): Peer {
  return peer;
}
