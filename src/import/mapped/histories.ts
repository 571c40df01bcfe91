/**
 * The histories of all cases of an import, while files are read, and the cases that come of them.
 */
import type { Case } from "../../evaluation/cases/case.ts";
import { show } from "../../issues/show.ts";
import type { ImportLog } from "../imported.ts";
import { isRead } from "../united/piece.ts";
import { CaseHistory, type Place } from "./case-history.ts";

/** Cases, and what was met. */
export interface MappedCases {
  readonly cases: readonly Case[];
  readonly places: readonly Place[];
  /** Ids of cases of which something was reported. */
  readonly marred: ReadonlySet<string>;
  /** Ids of cases with events, none of which has an instant that could be read. */
  readonly unread: ReadonlySet<string>;
  /** Events that were told more than once. */
  readonly repeated: number;
  /** Why histories are incomplete, each with how many cases. */
  readonly incomplete: ReadonlyMap<string, number>;
  /** Cases that only a joined file names. */
  readonly strangers: number;
  /** Places of cases that have no kind on any row, and are none. */
  readonly kindless: readonly Place[];
}

/** Histories by the ids of their cases. */
export class CaseHistories {
  private readonly byId = new Map<string, CaseHistory>();
  private readonly apart = new Map<string, CaseHistory[]>();

  /** The history of a case, made where there is none. */
  of(id: string, place: Place): CaseHistory {
    let history = this.byId.get(id);
    if (history === undefined) {
      history = new CaseHistory(id, place);
      this.byId.set(id, history);
    }
    return history;
  }

  /** A history that contradicts the others of its id: it stays a case of its own, and none of them is counted. */
  besides(id: string, place: Place): CaseHistory {
    const history = new CaseHistory(id, place);
    const others = this.apart.get(id) ?? [];
    // What contradicts them all goes to the last.
    if (others.length >= MOST_APART) return others.at(-1)!;
    this.apart.set(id, [...others, history]);
    return history;
  }

  /** Files in which the newest entries of most cases come first. */
  private newestFirst(): ReadonlySet<number> {
    const votes = new Map<number, number>();
    for (const history of this.byId.values()) history.countOrders(votes);
    return new Set([...votes].flatMap(([file, vote]) => (vote > 0 ? [file] : [])));
  }

  /** The cases, in the order in which the files first name them. */
  cases(logs: readonly ImportLog[]): MappedCases {
    const [cases, places]: [Case[], Place[]] = [[], []];
    const [marred, unread, incomplete] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
    const kindless: Place[] = [];
    let [repeated, strangers] = [0, 0];
    const newestFirst = this.newestFirst();
    for (const [id, history] of this.byId) {
      if (!history.isCase) {
        strangers++;
        continue;
      }
      for (const each of [history, ...(this.apart.get(id) ?? [])]) {
        if (each.isMarred) marred.add(id);
        if (each.kind === undefined) {
          if (reportNoKind(each, logs)) kindless.push(each.place);
          marred.add(id);
          continue;
        }
        const made = each.value(newestFirst);
        for (const why of each.why) incomplete.set(why, (incomplete.get(why) ?? 0) + 1);
        repeated += made.repeated;
        cases.push(made.value);
        places.push(each.place);
        if (made.value.events.length > 0 && !made.value.events.some(isRead)) unread.add(id);
      }
    }
    return { cases, places, marred, unread, repeated, incomplete, strangers, kindless };
  }
}

/** Cases of one id that are kept apart. */
const MOST_APART = 20;

/** Reports it, unless something of its rows was. */
function reportNoKind({ id, place, isMarred }: CaseHistory, logs: readonly ImportLog[]): boolean {
  // Its kind was told already, as one that the mapping does not name.
  if (isMarred) return false;
  const cure = `case ${show(id)} has no kind; write a constant under case: kind: request`;
  logs[place.file]!.report("file.bad-row", place.line, "kind", "a kind", "", cure, "no kind");
  return true;
}
