/**
 * `ouvree/opening-hours`: calendars from and to OpenStreetMap's `opening_hours` and schema.org's opening hours.
 */

export { parseOpeningHours } from "./openstreetmap/parse.ts";
export { type PrintOptions, printOpeningHours } from "./openstreetmap/print.ts";
export type { OpeningHoursOptions } from "./options.ts";
export { fromSchemaOrg } from "./schema-org/from-schema-org.ts";
export type { OpeningHoursSpecification, SchemaOrgHours } from "./schema-org/specification.ts";
export { type PrintedSchemaOrgHours, toSchemaOrg } from "./schema-org/to-schema-org.ts";
