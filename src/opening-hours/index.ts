/**
 * `ouvree/opening-hours`: calendars from and to OpenStreetMap's `opening_hours` and schema.org's opening hours.
 */
export { fromSchemaOrg } from "./from-schema-org.ts";
export type { OpeningHoursOptions } from "./options.ts";
export { parseOpeningHours } from "./parse.ts";
export { type PrintOptions, printOpeningHours } from "./print.ts";
export type { OpeningHoursSpecification, SchemaOrgHours } from "./specification.ts";
export { type PrintedSchemaOrgHours, toSchemaOrg } from "./to-schema-org.ts";
