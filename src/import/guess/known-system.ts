/**
 * Whether a file is the export of a system that has a mapping in the package.
 */
import type { Column, Mapping, MappingParts } from "../mapping/document.ts";
import { isSource } from "../mapping/sources.ts";
import { folded, memberGetter, namesOf } from "../records/record.ts";
import { systems } from "../systems/index.ts";
import type { FileProbe } from "./file-probe.ts";

/** Columns that a mapping must find before a file is taken for its system's: a few words are everybody's. */
const FEWEST = 4;

/** The mapping whose columns the file has, the one with the most of them; undefined where none has. */
export function knownSystem(probe: FileProbe): Mapping | undefined {
  let [best, most]: [Mapping | undefined, number] = [undefined, FEWEST - 1];
  for (const mapping of Object.values(systems)) {
    const columns = columnsOf(mapping);
    const found = columns.filter(({ column }) => has(probe, column));
    const isWhole = columns.every(({ column, isNeeded }) => !isNeeded || found.some((each) => each.column === column));
    if (isWhole && found.length > most) [best, most] = [mapping, found.length];
  }
  return best;
}

interface Wanted {
  readonly column: Column;
  readonly isNeeded: boolean;
}

/** The columns of a mapping's own file. */
function columnsOf(mapping: Mapping): readonly Wanted[] {
  const { id, kind, customer } = mapping.case;
  const parts: MappingParts = mapping;
  const wanted = (value: unknown): Wanted[] => {
    if (value === undefined) return [];
    if (!isSource(value)) return [{ column: value as Column, isNeeded: true }];
    const {
      from,
      join = [],
      at,
      optional = false,
    } = value as { from?: Column; join?: string[]; at?: Column; optional?: boolean };
    return [...(from === undefined ? [] : [from]), ...join, ...(at === undefined ? [] : [at])].map((column) => ({
      column,
      isNeeded: !optional,
    }));
  };
  const { events = {}, states, event, log, current, facts = {} } = parts;
  return [
    ...wanted(id),
    ...(typeof kind === "string" ? [] : wanted(kind)),
    ...wanted(customer),
    ...Object.values(events).flatMap(wanted),
    ...wanted(states),
    ...(event === undefined || event.each !== undefined ? [] : [...wanted(event.type), ...wanted(event.at)]),
    ...(log?.each === undefined ? [] : [{ column: log.each, isNeeded: true }]),
    ...wanted(current),
    ...Object.values(facts).flatMap(wanted),
  ];
}

function has({ header, first }: FileProbe, column: Column): boolean {
  if (header !== undefined) {
    const names = new Set(header.map(folded));
    return namesOf(column).some((name) => names.has(folded(name)));
  }
  return first !== undefined && namesOf(column).some((name) => memberGetter(name)(first) !== undefined);
}
