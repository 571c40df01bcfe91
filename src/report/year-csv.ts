/**
 * A year at a glance as CSV (RFC 4180): a line a date, safe to open in a spreadsheet.
 */
import { MS_PER_MINUTE } from "../time/units.ts";
import type { YearGlance } from "./year-glance.ts";
import { type Language, WORDS } from "./year-words.ts";

const HEADER = ["date", "weekday", "kind", "working", "open_minutes", "windows", "names", "pont"];

/**
 * The dates as CSV, with CRLF line ends. A cell that a spreadsheet would take for a formula gets a leading apostrophe.
 *
 * @example yearCsv(yearAtAGlance(desk, 2026), "en").split("\r\n")[1] // "2026-01-01,Thursday,holiday,0,0,,New Year's Day,0"
 */
export function yearCsv({ dates }: YearGlance, lang: Language): string {
  const rows = dates.map(({ date, weekday, kind, openMs, windows, names, bridge }) => [
    date,
    WORDS[lang].weekdays[weekday - 1]!,
    kind,
    kind === "working" || kind === "part-day" ? "1" : "0",
    String(openMs / MS_PER_MINUTE),
    windows.join(" "),
    names[lang].join(", "),
    bridge ? "1" : "0",
  ]);
  return [HEADER, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

/** Source: OWASP, "CSV Injection"; RFC 4180 §2 for the quotes. */
function cellOf(text: string): string {
  const safe = text
    .split("\n")
    .map((line) => (/^[\s\u00a0]*[=+\-@\t\r]/.test(line) ? `'${line}` : line))
    .join("\n");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
