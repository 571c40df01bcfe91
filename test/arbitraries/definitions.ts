/**
 * Definitions: valid calendars whose own days lie around a focus, a civil date where something may happen.
 */

import fc from "fast-check";
import type { Definition } from "../oracle/definition.ts";
import { rules } from "./rules.ts";
import { room } from "./spans.ts";
import { versionsNear, withVersions } from "./versions.ts";
import { weeks } from "./weeks.ts";
import type { WindowsOptions } from "./windows.ts";

export interface DefinitionOptions extends WindowsOptions {
  /** Holidays, closures, exceptions, reopened dates, versions? Default: yes. */
  readonly dates?: boolean;
}

/** A valid definition of a calendar in `timeZone`, busy about the focus. */
export function definitions(
  timeZone: string,
  focusDay: number,
  options: DefinitionOptions = {},
): fc.Arbitrary<Definition> {
  const { dates = true } = options;
  if (!dates) return weeks(options).map((week) => ({ timeZone, week }));
  return fc
    .record({
      week: weeks(options),
      own: rules(focusDay, room(focusDay - 15, focusDay + 12), options, { holidays: 4, exceptions: 2, closures: 2 }),
      versions: fc.option(versionsNear(focusDay, options), { freq: 2, nil: undefined }),
    })
    .map(({ week, own, versions }) => {
      const definition: Definition = { timeZone, week, ...own };
      return versions === undefined ? definition : withVersions(definition, versions);
    });
}
