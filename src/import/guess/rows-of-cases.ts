/**
 * What the rows of a file say of its ids: whether a case has several, and which columns change within one.
 */
import type { ColumnProbe } from "./column-probe.ts";
import type { FileProbe } from "./file-probe.ts";
import { roleScore } from "./words.ts";

/** The first column of ids without a name that says so: filled, and no two alike. */
export function firstWithoutRepeats(
  { probes, rows, count }: FileProbe,
  times: ReadonlySet<ColumnProbe>,
): ColumnProbe | undefined {
  return probes.find((each, i) => {
    if (each.count < count || times.has(each)) return false;
    return new Set(rows.map((cells) => cells[i])).size === rows.length;
  });
}

/** Whether a column says the same on all rows of a case. */
export function isOfCase({ probes, rows }: FileProbe, column: ColumnProbe, id: ColumnProbe): boolean {
  const [own, index] = [probes.indexOf(column), probes.indexOf(id)];
  const seen = new Map<string, string>();
  return rows.every((cells) => {
    const [key, text] = [cells[index] ?? "", cells[own] ?? ""];
    const before = seen.get(key) ?? text;
    seen.set(key, before);
    return text === "" || before === "" || before === text;
  });
}

/** Whether ids come on several rows. */
export function repeats({ probes, rows }: FileProbe, id: ColumnProbe): boolean {
  const index = probes.indexOf(id);
  const ids = new Set(rows.map((cells) => cells[index]));
  // A few ids may be there twice by a slip.
  return ids.size < 0.9 * rows.length;
}

/** The column of times that differs most often within the rows of a case. */
export function variesMost(
  { probes, rows }: FileProbe,
  times: ReadonlySet<ColumnProbe>,
  id: ColumnProbe,
): ColumnProbe | undefined {
  const index = probes.indexOf(id);
  let [found, most]: [ColumnProbe | undefined, number] = [undefined, -1];
  for (const column of times) {
    const own = probes.indexOf(column);
    const last = new Map<string, string>();
    let changes = roleScore(column.name, "changed") / 10;
    for (const cells of rows) {
      const before = last.get(cells[index]!);
      if (before !== undefined && cells[own] !== "" && before !== cells[own]) changes++;
      last.set(cells[index]!, cells[own]!);
    }
    if (changes > most) [found, most] = [column, changes];
  }
  return found;
}
