/**
 * What neither format can say of a definition.
 */
import type { CalendarDefinition } from "../index.ts";
import { type Issue, makeIssue, type PathStep } from "../issues/issue.ts";
import { show } from "../issues/show.ts";

/** Reports the parts of a definition that neither format can say, each at its path. */
export function refuseCommon(definition: CalendarDefinition, format: string, issues: Issue[]): void {
  const { holidays = [], reopen = [], versions = [] } = definition;
  for (const [index, source] of holidays.entries()) {
    // Rules have ids with a dot; lists have no name of a place.
    const isPlace = typeof source === "string" ? !source.includes(".") : "source" in source;
    if (isPlace && index === 0) continue;
    const cure = `${format} knows the public holidays of one place only; write other dates as closures`;
    uncarried(issues, ["holidays", index], source, `${show(source)} cannot be said: ${cure}`);
  }
  if (reopen.length > 0)
    uncarried(
      issues,
      ["reopen"],
      reopen,
      `${format} cannot reopen holidays; write exceptions with the hours of the dates`,
    );
  for (const [index, version] of versions.entries()) {
    for (const key of ["name", "holidays", "reopen", "closures", "exceptions"] as const) {
      if (version[key] === undefined) continue;
      const cure =
        key === "closures" || key === "exceptions" ? "write them beside versions, with their dates" : "leave it out";
      uncarried(issues, ["versions", index, key], version[key], `${format} has no ${key} of a version; ${cure}`);
    }
  }
}

/** Reports a part of a definition. */
export function uncarried(issues: Issue[], path: readonly PathStep[], value: unknown, cure: string): undefined {
  issues.push(makeIssue("opening-hours.not-carried", path, "what the format can say", value, cure));
  return undefined;
}
