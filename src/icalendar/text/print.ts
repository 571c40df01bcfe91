/**
 * An iCalendar object as text. Source: RFC 5545 §3.4, §3.6 and §3.7; RFC 7986 §5.1 for NAME.
 *
 * By hand and not by ts-ics (2.4.6): it folds at 75 UTF-16 units, up to 150 octets and through the middle of a character,
 * writes a carriage return in a text as it stands, and has no VAVAILABILITY.
 */
import { VERSION } from "../../version.ts";
import { fold } from "./fold.ts";
import { printWall } from "./moment.ts";
import { escapeText } from "./text.ts";

/** Content lines, not folded yet. */
export type Lines = readonly string[];

/** A component around lines. */
export function component(name: string, lines: Lines): Lines {
  return [`BEGIN:${name}`, ...lines, `END:${name}`];
}

/** The text of a calendar object; its name is what programs show. */
export function printCalendar(name: string | undefined, components: readonly Lines[]): string {
  const head = ["VERSION:2.0", `PRODID:-//ouvree//ouvree ${VERSION}//EN`, "CALSCALE:GREGORIAN"];
  // NAME is the standard one; programs know the other, which is older.
  const names = name === undefined ? [] : [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`];
  return component("VCALENDAR", [...head, ...names, ...components.flat()])
    .map(fold)
    .join("");
}

/** `20261224T120000Z` of an instant. */
export function printInstant(instantMs: number): string {
  return `${printWall(instantMs)}Z`;
}
