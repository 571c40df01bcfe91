/**
 * Figures of the charter of CLIP Industrie that are asked for by themselves, without its policy.
 */
import type { CalendarDefinition } from "../schedule/definition.ts";

/** Clause 1: Monday to Friday, not on public holidays, 9:00–12:00 and 14:00–17:00. */
export const CLIP_INDUSTRIE_DESK: CalendarDefinition = {
  timeZone: "Europe/Paris",
  week: { "mon-fri": ["09:00-12:00", "14:00-17:00"] },
  holidays: ["FR"],
};

/** Clause 4: minutes of usage help a module, trained on it or not. */
export const CLIP_INDUSTRIE_USAGE: { readonly trained: number; readonly untrained: number } = {
  trained: 30,
  untrained: 15,
};
