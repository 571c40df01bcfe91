/**
 * Where requests outside the contract go: which department, and the kind of case that such a request becomes.
 *
 * Source: docs/policies.md, "Outside the contract".
 */
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import type { Declarations } from "../declarations.ts";
import type { Outside } from "../policy.ts";
import { sealedMap } from "../sealed.ts";
import type { Reader } from "./reader.ts";

/** Where they go, or undefined where the policy does not say. */
export function readOutside(reader: Reader, { kinds, conditions }: Declarations): Outside | undefined {
  if (reader.value === undefined) return undefined;
  if (!reader.known(["kind", "departments", "lacking", "default"], "where requests outside the contract go"))
    return undefined;
  const kind = reader.member("kind");
  const departments = new Map(
    reader
      .member("departments")
      .entries("departments by kind of request")
      .map(([name, entry]) => [name, entry.text("a department") ?? ""]),
  );
  const lacking = new Map(
    reader
      .member("lacking")
      .entries("departments by condition")
      .map(([name, entry]) => {
        if (!conditions.has(name))
          entry.fail(
            "policy.unknown-name",
            [...conditions.keys()].join(", ") || "a condition",
            `${show(name)} is no condition of this policy${didYouMean(name, conditions.keys())}`,
          );
        return [name, entry.text("a department") ?? ""];
      }),
  );
  return Object.freeze({
    kind: kind.value === undefined ? undefined : kind.nameOf(new Set(kinds.keys()), "kind"),
    departments: sealedMap(departments),
    lacking: sealedMap(lacking),
    otherwise: reader.member("default").text("the department of all other requests") ?? "",
  });
}
