/**
 * A JSON Schema as the schemas that it is made of, each with its place.
 */

/** Plain JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** A schema that is an object. */
export type Schema = { [key: string]: Json };

/** Keywords that hold schemas by name; their keys are no keywords. */
const BY_NAME = ["properties", "$defs", "dependentSchemas"];
/** Keywords that hold values, which are no schemas. */
const VALUES = ["examples", "default", "enum", "const", "dependentRequired"];

/** Every schema within one, itself first. */
export function schemasIn(value: Json, place = "#"): (readonly [place: string, schema: Schema])[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => schemasIn(item, `${place}/${index}`));
  const inner = Object.entries(value).flatMap(([key, member]) => {
    if (VALUES.includes(key)) return [];
    if (!BY_NAME.includes(key)) return schemasIn(member, `${place}/${key}`);
    return Object.entries(member as Schema).flatMap(([name, each]) => schemasIn(each, `${place}/${key}/${name}`));
  });
  return [[place, value], ...inner];
}

/** The schemas of keys and of nouns, without those that only tell cases apart. */
export function isNamed(place: string): boolean {
  return /\/(properties|\$defs)\/[^/]+$/.test(place) && !/\/(if|then|else|(actor|share)\/anyOf)\//.test(place);
}
