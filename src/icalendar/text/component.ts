/**
 * Components: the tree that BEGIN and END make of content lines. Source: RFC 5545 §3.4 and §3.6.
 */
import { refuse } from "../../issues/error.ts";
import { type ContentLine, contentLines } from "./content-line.ts";
import type { ReadLog } from "./read-log.ts";

/** A component: its properties and the components in it. */
export interface Component {
  readonly name: string;
  readonly line: number;
  readonly properties: ContentLine[];
  readonly children: Component[];
  /** Whether a line of its own could not be read. */
  isBroken: boolean;
}

/** VCALENDAR, VEVENT and VALARM are three deep; more than this is no calendar. */
const DEEPEST = 8;

/**
 * The VCALENDARs of a text; lines that cannot be read go to the log.
 *
 * Errors: `icalendar.bad-format` when BEGIN and END do not match: what is missing from a text that was cut off is unknown.
 */
export function readComponents(text: string, log: ReadLog): Component[] {
  const root: Component = { name: "", line: 1, properties: [], children: [], isBroken: false };
  const open = [root];
  for (const content of contentLines(text)) {
    const inside = open.at(-1)!;
    if ("cure" in content) {
      // A file that begins so is no calendar; inside one, the rest is read.
      if (inside === root) badFormat(log, content.line, content.text, NO_CALENDAR);
      inside.isBroken = true;
      log.report("icalendar.bad-line", content.line, "NAME:value", content.text, content.cure);
    } else if (content.name === "BEGIN") {
      open.push(begin(content, inside, open.length, log));
    } else if (content.name === "END") {
      if (inside === root || inside.name !== nameIn(content))
        badFormat(log, content.line, content.value, `END:${nameIn(content)} closes no BEGIN${openedAt(inside)}`);
      open.pop();
    } else if (inside === root) badFormat(log, content.line, content.name, NO_CALENDAR);
    else inside.properties.push(content);
  }
  const last = open.at(-1)!;
  if (last !== root) badFormat(log, last.line, last.name, `BEGIN:${last.name} has no END: the text was cut off`);
  if (root.children.length === 0) badFormat(log, 1, text, NO_CALENDAR);
  return root.children;
}

const NO_CALENDAR = "the text is no iCalendar; it begins with BEGIN:VCALENDAR";

function begin(content: ContentLine, inside: Component, depth: number, log: ReadLog): Component {
  const name = nameIn(content);
  if (depth === 1 && name !== "VCALENDAR") badFormat(log, content.line, content.value, NO_CALENDAR);
  if (depth > DEEPEST) badFormat(log, content.line, content.value, "components are nested too deep");
  const component: Component = { name, line: content.line, properties: [], children: [], isBroken: false };
  inside.children.push(component);
  return component;
}

function nameIn({ value }: ContentLine): string {
  return value.trim().slice(0, 40).toUpperCase();
}

function openedAt({ name, line }: Component): string {
  return name === "" ? "" : `; BEGIN:${name} of line ${line} is open`;
}

function badFormat(log: ReadLog, line: number, value: string, cure: string): never {
  return refuse("icalendar.bad-format", [], "an iCalendar object", value, `${log.name}:${line}: ${cure}`);
}
