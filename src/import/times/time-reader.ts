/**
 * A reader of times: texts of an export to instants, by the forms and the zone of its mapping.
 */
import { show } from "../../issues/show.ts";
import { isSupportedWall } from "../../time/instant.ts";
import { MS_PER_UTC_DAY } from "../../time/units.ts";
import { edgeMs, type Zone, zoneOf } from "../../time/zone.ts";
import type { TimeForm } from "../time-form.ts";
import { formOfTime } from "../time-form.ts";
import { formReader, NAMED_FORMS, plainTime, type ReadForm, type ReadTime } from "./forms.ts";

/** An instant in ms, or the cure of what it is instead. */
export type TimeCell = { readonly atMs: number } | { readonly cure: string; readonly form?: TimeForm };

/** How times are read. */
export interface TimeOptions {
  readonly forms: readonly string[];
  readonly zone: string | undefined;
  readonly language: string;
}

/** What was met while times were read. */
export interface TimeCounts {
  /** Times without an offset, read in the zone. */
  zoned: number;
  /** Times that had a fraction of a millisecond. */
  cut: number;
  /** Times that the zone's clock showed twice: the earlier was taken. */
  twice: number;
  /** Times that it never showed: the instant of the change was taken. */
  never: number;
}

/** Reads times. Texts repeat: what was read is kept, up to a bound. */
export class TimeReader {
  private readonly forms: readonly (readonly [form: string, read: ReadForm])[];
  private readonly zone: Zone | undefined;
  /** How many times were read by each form. */
  readonly used: Map<string, number> = new Map();

  constructor(
    private readonly options: TimeOptions,
    private readonly counts: TimeCounts,
  ) {
    this.forms = options.forms.map((form) => [form, formReader(form, options.language)]);
    this.zone = options.zone === undefined ? undefined : zoneOf(options.zone);
  }

  /** Reads a text that is not empty. */
  read(text: string): TimeCell {
    const plain = plainTime(text);
    for (const [form, read] of this.forms) {
      const found = read(plain);
      if (found === undefined) continue;
      this.used.set(form, (this.used.get(form) ?? 0) + 1);
      return this.instantOf(found, text);
    }
    return this.unread(text, plain);
  }

  private instantOf(found: ReadTime, text: string): TimeCell {
    if (found.cut === true) this.counts.cut++;
    if ("atMs" in found) {
      if (isSupportedWall(found.atMs)) return { atMs: found.atMs };
      return { cure: `${show(text)} is outside the years 1900 to 2199` };
    }
    const { zone } = this;
    if (zone === undefined)
      return {
        cure: `${show(text)} has no offset; say in which zone it is: zone: Europe/Paris in the mapping, or --zone Europe/Paris`,
      };
    this.counts.zoned++;
    const atMs = edgeMs(zone, found.wallMs);
    this.countEdge(zone, found.wallMs);
    return { atMs };
  }

  /** Counts wall clocks of hours that a change of the clocks repeats or passes over. */
  private countEdge(zone: Zone, wallMs: number): void {
    // No zone has changed twice within two days of a wall clock that is shown twice.
    const before = zone.offsetMsAt(wallMs - MS_PER_UTC_DAY);
    const after = zone.offsetMsAt(wallMs + MS_PER_UTC_DAY);
    if (before === after) return;
    const shows = (offsetMs: number): boolean => zone.offsetMsAt(wallMs - offsetMs) === offsetMs;
    if (shows(before) && shows(after)) this.counts.twice++;
    else if (!shows(before) && !shows(after)) this.counts.never++;
  }

  private unread(text: string, plain: string): TimeCell {
    const { forms } = this.options;
    const form = formOfTime(plain);
    const wanted = forms
      .map((each) => ((NAMED_FORMS as readonly string[]).includes(each) ? each : show(each)))
      .join(" or ");
    if (form === undefined) return { cure: `${show(text)} is no time of the form ${wanted}` };
    return { cure: `${show(text)} is no time of the form ${wanted}; ${hintOf(form)}`, form };
  }
}

/** What to add to `times` of the mapping. */
function hintOf({ shape, first }: TimeForm): string {
  const named: Readonly<Record<string, string>> = {
    "the serial number of a spreadsheet": "excel",
    "seconds since 1970": "epoch-s",
    "milliseconds since 1970": "epoch-ms",
  };
  if (Object.hasOwn(named, shape)) return `it looks like ${shape}: times: [${named[shape]}]`;
  if (!shape.startsWith("DD")) return `it looks like ${shape}: say so under times`;
  const written = (order: readonly [string, string]): string =>
    show(shape.replace("DD", order[0]).replace("DD", order[1]));
  const [day, month] = [written(["dd", "MM"]), written(["MM", "dd"])];
  if (first === undefined) return `it looks like ${day} or ${month}: say which under times`;
  return `it looks like ${first === "day" ? day : month}: say so under times`;
}
