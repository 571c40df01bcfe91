/**
 * The mappings that come with the package, by their names.
 */

import type { Mapping } from "../mapping/document.ts";
import { freeze } from "./freeze.ts";
import { JIRA } from "./jira/mapping.ts";
import { JIRA_CSV } from "./jira-csv/mapping.ts";
import { SERVICENOW } from "./servicenow/mapping.ts";
import { ZENDESK_METRICS } from "./zendesk-metrics/mapping.ts";

const ALL: readonly Mapping[] = [JIRA, JIRA_CSV, SERVICENOW, ZENDESK_METRICS];

/**
 * Mappings of the exports of known systems, by name.
 *
 * Source: docs/importing.md.
 * @example Object.keys(systems).includes("jira-csv") // true
 */
export const systems: Readonly<Record<string, Mapping>> = freeze(
  Object.fromEntries(ALL.map((mapping) => [mapping.import, mapping])),
);
