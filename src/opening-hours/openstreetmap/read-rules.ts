/**
 * From an `opening_hours` text to its rules: the grammar of the part that is carried.
 *
 * Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
import type { Issue } from "../../issues/issue.ts";
import { MINUTES_PER_DAY } from "../../time/units.ts";
import { type Stretch, unite, WHOLE_DAY, weekdaysFrom } from "../hours.ts";
import { readDates } from "./read-dates.ts";
import { REFUSED, Reader } from "./reader.ts";
import type { Rule } from "./rule.ts";
import { DAY_NAMES, type Token } from "./words.ts";

/** Problems after which a text is clearly not what was meant. */
const MOST_ISSUES = 100;

/** The rules of a text; each problem goes to the issues, and the next rule is read. */
export function readRules(text: string, issues: Issue[]): Rule[] {
  const reader = new Reader(text, issues);
  const rules: Rule[] = [];
  let additional = false;
  do {
    try {
      rules.push(readRule(reader, additional));
      if (reader.peek().kind !== "end" && ![";", ","].includes(reader.peek().text))
        reader.strange("the end of the rule, a semicolon or a comma");
    } catch (error) {
      if (error !== REFUSED) throw error;
      reader.skipRule();
    }
    additional = reader.take("sign", ",") !== undefined;
  } while ((additional || reader.take("sign", ";")) && issues.length < MOST_ISSUES);
  return rules;
}

function readRule(reader: Reader, additional: boolean): Rule {
  const first = reader.peek();
  const always = reader.take("always") !== undefined;
  const dates = always ? [] : readDates(reader);
  if (dates.length > 0) reader.take("sign", ":");
  const { days, holidays } = always ? { days: undefined, holidays: false } : readDays(reader);
  const times = always ? [WHOLE_DAY] : readTimes(reader);
  const state = reader.take("word", "off", "closed", "open")?.text;
  const off = state === "off" || state === "closed";
  const comment = off ? reader.take("comment")?.text.slice(1, -1) : undefined;
  if (reader.peek() === first) reader.strange("a rule");
  if (times === undefined && state === undefined) {
    const token = reader.peek();
    if (token.kind !== "end" && ![";", ","].includes(token.text)) reader.strange("hours");
    reader.wrong(token, "hours", "the rule says no hours; write 09:00-17:00, off, or 00:00-24:00");
  }
  return {
    path: ["text", first.at],
    text: reader.textFrom(first.at),
    additional,
    dates,
    days,
    holidays,
    hours: times === undefined && !off ? [WHOLE_DAY] : times,
    off,
    ...(comment === undefined ? {} : { comment }),
  };
}

function readDays(reader: Reader): { days: readonly number[] | undefined; holidays: boolean } {
  const days = new Set<number>();
  let holidays = false;
  while (startsDays(reader.peek())) {
    if (reader.take("word", "PH")) holidays = true;
    else {
      const first = reader.takeName(DAY_NAMES)!;
      const to = reader.take("sign", "-") && (reader.takeName(DAY_NAMES) ?? reader.strange("a weekday"));
      for (const day of weekdaysFrom(first, to ?? first)) days.add(day);
    }
    if (reader.peek().text !== "," || !startsDays(reader.peek(1))) break;
    reader.take("sign", ",");
  }
  if (days.size === 0) return { days: undefined, holidays };
  return { days: [...days].sort((a, b) => a - b), holidays };
}

function startsDays({ text }: Token): boolean {
  return text === "PH" || (DAY_NAMES as readonly string[]).includes(text);
}

function readTimes(reader: Reader): readonly Stretch[] | undefined {
  if (reader.peek().kind !== "time") return undefined;
  const stretches: Stretch[] = [];
  do {
    stretches.push(readStretch(reader));
  } while (reader.peek().text === "," && reader.peek(1).kind === "time" && reader.take("sign", ","));
  return unite(stretches);
}

function readStretch(reader: Reader): Stretch {
  const start = reader.take("time")!;
  const startMin = minutesOf(start, 24, reader);
  if (startMin === MINUTES_PER_DAY) reader.wrong(start, "a time of the day", "24:00 is an end only");
  if (!reader.take("sign", "-")) reader.strange('"-" and the time of closing');
  const end = reader.take("time") ?? reader.strange("the time of closing");
  const written = minutesOf(end, 48, reader);
  const endMin = written > startMin ? written : written + MINUTES_PER_DAY;
  if (written === startMin) reader.uncarried(end, "it ends when it begins; a whole day is 00:00-24:00, none is off");
  if (endMin - startMin >= MINUTES_PER_DAY && startMin !== 0)
    reader.uncarried(end, "a day or longer; cut it at midnight, and name the next day too");
  if (endMin > MINUTES_PER_DAY && startMin === 0) reader.uncarried(end, "longer than a day; name the next day too");
  return { startMin, endMin };
}

function minutesOf(token: Token, mostHours: number, reader: Reader): number {
  const [hours, minutes] = token.text.split(":").map(Number) as [number, number];
  if (token.text.length !== 5) return reader.wrong(token, "HH:MM", `write "0${token.text}"`);
  if (minutes < 60 && hours * 60 + minutes <= mostHours * 60) return hours * 60 + minutes;
  return reader.wrong(token, "HH:MM", "times go from 00:00 to 24:00, ends to 48:00");
}
