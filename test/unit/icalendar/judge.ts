/**
 * A small reader of iCalendar, for judging what is written: of its own, without a line of src/.
 *
 * It knows UTC times, local times by the VTIMEZONE of the text itself, weekly rules with EXDATE and RDATE, and nothing else.
 */

/** A property: its parameters and its value. */
interface Property {
  readonly params: string;
  readonly value: string;
}

/** A component: properties by name, and what is in it. */
export interface Part {
  readonly name: string;
  readonly properties: Readonly<Record<string, readonly Property[]>>;
  readonly parts: readonly Part[];
}

/** An interval of epoch ms. */
export type Interval = readonly [startMs: number, endMs: number];

/** The one calendar object of a text. */
export function partsOf(text: string): Part {
  const root: Part = { name: "", properties: {}, parts: [] };
  const open = [root];
  for (const line of text.replaceAll(/\r\n[ \t]/g, "").split("\r\n")) {
    if (line === "") continue;
    const [, name, params, value] = /^([A-Z-]+)((?:;[^:"]*)?):(.*)$/s.exec(line) ?? [];
    if (name === undefined) throw new Error(`no content line: ${line}`);
    if (name === "END") open.pop();
    else if (name === "BEGIN") {
      const part: Part = { name: value!, properties: {}, parts: [] };
      (open.at(-1)!.parts as Part[]).push(part);
      open.push(part);
    } else {
      const properties = open.at(-1)!.properties as Record<string, Property[]>;
      properties[name] = [...(properties[name] ?? []), { params: params!, value: value! }];
    }
  }
  if (open.length !== 1 || root.parts.length !== 1) throw new Error("no single calendar object");
  return root.parts[0]!;
}

/** The text that a TEXT value says. */
export function textOf(value: string): string {
  return value
    .split(/(\\.)/s)
    .map((piece) => (/^\\[nN]$/.test(piece) ? "\n" : piece.replace(/^\\/, "")))
    .join("");
}

/** The one value of a property. */
export function onlyValue(part: Part, name: string): string {
  const found = part.properties[name] ?? [];
  if (found.length !== 1) throw new Error(`${found.length} times ${name}`);
  return found[0]!.value;
}

/** Wall time of `20261224T120000` as if it were UTC. */
export function wallOf(value: string): number {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/.exec(value)!.map(Number) as number[];
  return Date.UTC(y!, m! - 1, d!, h!, min!, s!);
}

/** What the events marked as open cover, in order. */
export function openingsOf(text: string): Interval[] {
  return partsOf(text)
    .parts.filter((part) => onlyValue(part, "X-OUVREE-TIME") === "OPEN")
    .map((part) => ["DTSTART", "DTEND"].map((name) => utcOf(onlyValue(part, name))) as unknown as Interval);
}

/** The union of the AVAILABLEs of a VAVAILABILITY, in order and joined where they touch. */
export function availableOf(text: string): Interval[] {
  const calendar = partsOf(text);
  const clock = clockOf(calendar.parts.find(({ name }) => name === "VTIMEZONE"));
  const availability = calendar.parts.find(({ name }) => name === "VAVAILABILITY")!;
  const [from, to] = ["DTSTART", "DTEND"].map((name) => utcOf(onlyValue(availability, name))) as [number, number];
  const all = availability.parts.flatMap((part) => {
    const [, h, m, s] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(onlyValue(part, "DURATION"))!;
    const lengthMs = 1000 * (3600 * Number(h ?? 0) + 60 * Number(m ?? 0) + Number(s ?? 0));
    return startsOf(part, clock).map((startMs): Interval => [startMs, startMs + lengthMs]);
  });
  all.sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [startMs, endMs] of all) {
    if (startMs < from || endMs > to) throw new Error("an AVAILABLE outside its VAVAILABILITY");
    const last = joined.at(-1);
    if (last !== undefined && startMs <= last[1]) last[1] = Math.max(last[1], endMs);
    else joined.push([startMs, endMs]);
  }
  return joined;
}

type Clock = (tzid: string, wallMs: number) => number;

function startsOf(part: Part, clock: Clock): number[] {
  const instants = (name: string): number[] =>
    (part.properties[name] ?? []).flatMap(({ params, value }) =>
      value
        .split(",")
        .map((each) => (each.endsWith("Z") ? utcOf(each) : clock(params.replace(";TZID=", ""), wallOf(each)))),
    );
  const { params, value } = part.properties.DTSTART![0]!;
  const starts = new Set(instants("DTSTART"));
  const rule = part.properties.RRULE?.[0]?.value;
  if (rule !== undefined) {
    const [, until, days] = /^FREQ=WEEKLY;UNTIL=(\w+);BYDAY=([A-Z,]+)$/.exec(rule)!;
    const names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    for (let wallMs = wallOf(value); ; wallMs += 86_400_000) {
      const startMs = value.endsWith("Z") ? wallMs : clock(params.replace(";TZID=", ""), wallMs);
      if (startMs > utcOf(until!)) break;
      if (days!.split(",").includes(names[new Date(wallMs).getUTCDay()]!)) starts.add(startMs);
    }
  }
  for (const startMs of instants("RDATE")) starts.add(startMs);
  for (const startMs of instants("EXDATE")) starts.delete(startMs);
  return [...starts];
}

/** Local times by the observances of a VTIMEZONE: in a fold the first, in a gap with the offset before it. */
function clockOf(zone: Part | undefined): Clock {
  const offset = (value: string): number => {
    const [, sign, h, m, s] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(value)!;
    return (sign === "-" ? -1000 : 1000) * (3600 * Number(h) + 60 * Number(m) + Number(s ?? 0));
  };
  const pieces = (zone?.parts ?? []).map((part) => {
    const [fromMs, toMs] = [offset(onlyValue(part, "TZOFFSETFROM")), offset(onlyValue(part, "TZOFFSETTO"))];
    return { onsetMs: wallOf(onlyValue(part, "DTSTART")) - fromMs, offsetMs: toMs };
  });
  pieces.sort((a, b) => a.onsetMs - b.onsetMs);
  return (tzid, wallMs) => {
    if (zone === undefined || tzid !== onlyValue(zone, "TZID")) throw new Error(`no VTIMEZONE ${tzid}`);
    if (wallMs - pieces[0]!.offsetMs < pieces[0]!.onsetMs) throw new Error("before the VTIMEZONE");
    for (const [index, { offsetMs }] of pieces.entries()) {
      const next = pieces[index + 1];
      // In the piece, or in the gap behind it.
      if (next === undefined || wallMs - offsetMs < next.onsetMs || wallMs - next.offsetMs < next.onsetMs)
        return wallMs - offsetMs;
    }
    throw new Error("no piece");
  };
}

function utcOf(value: string): number {
  if (!value.endsWith("Z")) throw new Error(`${value} is not in UTC`);
  return wallOf(value);
}
