/**
 * The mappings that come with the package, by their names.
 */
import type { Mapping } from "../mapping/document.ts";
import { freeze } from "./freeze.ts";
import { FRESHDESK } from "./freshdesk/mapping.ts";
import { GITHUB } from "./github/mapping.ts";
import { GITLAB } from "./gitlab/mapping.ts";
import { GLPI } from "./glpi/mapping.ts";
import { INTERCOM } from "./intercom/mapping.ts";
import { JIRA } from "./jira/mapping.ts";
import { JIRA_CSV } from "./jira-csv/mapping.ts";
import { OSTICKET } from "./osticket/mapping.ts";
import { OTRS } from "./otrs/mapping.ts";
import { PAGERDUTY } from "./pagerduty/mapping.ts";
import { REDMINE } from "./redmine/mapping.ts";
import { REDMINE_JSON } from "./redmine-json/mapping.ts";
import { SERVICENOW } from "./servicenow/mapping.ts";
import { XES } from "./xes/mapping.ts";
import { ZAMMAD } from "./zammad/mapping.ts";
import { ZENDESK } from "./zendesk/mapping.ts";
import { ZENDESK_METRICS } from "./zendesk-metrics/mapping.ts";

const ALL: readonly Mapping[] = [
  ZENDESK,
  ZENDESK_METRICS,
  JIRA,
  JIRA_CSV,
  SERVICENOW,
  FRESHDESK,
  GLPI,
  REDMINE,
  REDMINE_JSON,
  ZAMMAD,
  OSTICKET,
  OTRS,
  GITHUB,
  GITLAB,
  PAGERDUTY,
  INTERCOM,
  XES,
];

/**
 * Mappings of the exports of known systems, by name.
 *
 * Source: docs/importing.md.
 * @example Object.keys(systems).includes("jira-csv") // true
 */
export const systems: Readonly<Record<string, Mapping>> = freeze(
  Object.fromEntries(ALL.map((mapping) => [mapping.import, mapping])),
);
