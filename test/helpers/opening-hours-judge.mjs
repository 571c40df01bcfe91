/**
 * What the package opening_hours says of texts, as a program of its own: it answers in the zone of its process.
 *
 * Reads `{ texts, from, to }` as JSON, writes for each text its open intervals in epoch ms, or what it threw. France.
 */
import { readFileSync } from "node:fs";
import openingHours from "opening_hours";

const place = { lat: 48.85, lon: 2.35, address: { country_code: "fr", state: "Île-de-France" } };
const { texts, from, to } = JSON.parse(readFileSync(0, "utf8"));
const answers = texts.map((text) => {
  try {
    const found = new openingHours(text, place).getOpenIntervals(new Date(from), new Date(to));
    return found.map(([start, end]) => [start.getTime(), end.getTime()]);
  } catch (error) {
    return String(error);
  }
});
console.log(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, answers }));
