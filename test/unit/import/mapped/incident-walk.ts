/**
 * An independent walk over the incidents of ServiceNow's audit log: split at commas and line ends, minute by minute in civil time.
 *
 * It knows nothing of this library: states follow each other in the order of time, and of the file within a minute; the clock runs from
 * `opened_at` while the state is neither one that waits nor one that has ended, Monday to Friday 9:00 to 18:00. All times are Lisbon's
 * wall clock, whose changes lie at night.
 */

/** An incident: its open minutes, and what state it is in at the end. */
export interface WalkedIncident {
  readonly minutes: number;
  readonly isEnded: boolean;
  readonly isWaiting: boolean;
  /** ServiceNow's own verdict on its last row. */
  readonly madeSla: boolean;
  readonly priority: string;
  readonly openedMin: number;
  readonly endedMin: number | undefined;
}

const DAY = 1440;
const [OPENS, CLOSES] = [9 * 60, 18 * 60];

/** Minutes since 1970 of `dd-mm-yyyy hh:mm`, as though it were UTC. */
export function minuteOf(text: string): number {
  const [, day, month, year, hour, minute] = /^(\d\d)-(\d\d)-(\d{4}) (\d\d):(\d\d)$/.exec(text)!.map(Number);
  return Date.UTC(year!, month! - 1, day!, hour!, minute!) / 60_000;
}

/** Open minutes between two minutes. */
export function openMinutes(from: number, to: number): number {
  let sum = 0;
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    // Day 0 was a Thursday.
    const weekday = (day + 4) % 7;
    if (weekday === 0 || weekday === 6) continue;
    const [opens, closes] = [day * DAY + OPENS, day * DAY + CLOSES];
    sum += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  }
  return sum;
}

/**
 * Walks over all incidents.
 *
 * @param asOf `dd-mm-yyyy hh:mm`.
 */
export function walkIncidents(text: string, waiting: string, asOf: string): Map<string, WalkedIncident> {
  const [head, ...lines] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const names = head!.split(",");
  const at = (name: string): number => names.indexOf(name);
  const rowsOf = new Map<string, string[][]>();
  for (const line of lines) {
    if (line === "") continue;
    const cells = line.split(",");
    rowsOf.set(cells[0]!, [...(rowsOf.get(cells[0]!) ?? []), cells]);
  }
  const end = minuteOf(asOf);
  return new Map(
    [...rowsOf].map(([id, rows]) => {
      const opened = minuteOf(rows[0]![at("opened_at")]!);
      const changes = rows.map((cells, order) => ({
        min: minuteOf(cells[at("sys_updated_at")]!),
        order,
        state: cells[at("incident_state")]!,
      }));
      changes.sort((a, b) => a.min - b.min || a.order - b.order);
      let [minutes, since, state]: [number, number, string] = [0, opened, "New"];
      const runs = (): boolean => state !== waiting && state !== "Resolved" && state !== "Closed";
      let endedMin: number | undefined;
      for (const change of changes) {
        const min = Math.max(change.min, opened);
        if (runs()) minutes += openMinutes(since, min);
        if (/^(Resolved|Closed)$/.test(change.state)) endedMin = /^(Resolved|Closed)$/.test(state) ? endedMin : min;
        else endedMin = undefined;
        [since, state] = [min, change.state];
      }
      if (runs()) minutes += openMinutes(since, end);
      const last = rows.at(-1)!;
      const walked: WalkedIncident = {
        minutes,
        isEnded: state === "Resolved" || state === "Closed",
        isWaiting: state === waiting,
        madeSla: last[at("made_sla")] === "TRUE",
        priority: last[at("priority")]!,
        openedMin: opened,
        endedMin,
      };
      return [id, walked];
    }),
  );
}
