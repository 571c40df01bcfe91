/**
 * Rates without names: of their groups, and among the ids behind their figures.
 */
import type { Evaluation, Rate, RegisterResult } from "../../evaluation/result.ts";
import type { Aliases } from "./aliases.ts";

/** The rates of an evaluation as they may be shown. */
export function privateRates({ rates, register }: Evaluation, aliases: Aliases): Record<string, Rate> {
  const subjects = subjectAliases(register, aliases);
  return Object.fromEntries(
    Object.entries(rates).map(([id, rate]) => {
      const own = subjects.get(id);
      return [id, privateRate(rate, (each) => own?.get(each) ?? aliases.caseId(each), aliases)];
    }),
  );
}

/** Who it is whose results are no case's. */
export function subjectAlias({ subject, id }: RegisterResult, { customer, person }: Aliases): string {
  return subject === "customer" ? customer(id) : subject === "staff" ? person(id) : id;
}

/** By commitment: behind the figures of some stand no cases, but customers, staff or the service. */
function subjectAliases(
  register: readonly RegisterResult[],
  aliases: Aliases,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byCommitment = new Map<string, Map<string, string>>();
  for (const each of register) {
    for (const commitment of Object.keys(each.commitments)) {
      const known = byCommitment.get(commitment) ?? new Map<string, string>();
      byCommitment.set(commitment, known.set(each.id, subjectAlias(each, aliases)));
    }
  }
  return byCommitment;
}

function privateRate(rate: Rate, idOf: (id: string) => string, aliases: Aliases): Rate {
  const { by, caseIds } = rate;
  return {
    ...rate,
    caseIds: Object.fromEntries(Object.entries(caseIds).map(([outcome, ids]) => [outcome, ids.map(idOf)])),
    ...(by === undefined ? {} : { by: privateGroups(by, idOf, aliases) }),
  };
}

function privateGroups(
  by: NonNullable<Rate["by"]>,
  idOf: (id: string) => string,
  aliases: Aliases,
): NonNullable<Rate["by"]> {
  return Object.fromEntries(
    Object.entries(by).map(([group, rates]) => {
      const renamed = Object.entries(rates).map(([key, rate]): [string, Rate] => [
        group === "customer" ? aliases.customer(key) : key,
        privateRate(rate, idOf, aliases),
      ]);
      // In the order of the names they would tell that order.
      if (group === "customer" && !aliases.isPlain.customer) renamed.sort(([a], [b]) => inOrder(a, b));
      return [group, Object.fromEntries(renamed)];
    }),
  );
}

/** `customer 2` before `customer 10`. */
export function inOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
