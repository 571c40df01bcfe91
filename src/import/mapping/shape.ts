/**
 * Shapes of plain JSON: what a place of a document may hold, said once, for the checks and for the JSON Schema.
 */
import type { IssueCode } from "../../issues/codes.ts";
import { at, isList, isObject, type Place, report } from "../../issues/expect.ts";
import { makeIssue } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";

/** What a place may hold. */
export interface Shape {
  /** In words: "a column". */
  readonly what: string;
  /** How it is written. */
  readonly example: string;
  /** Whether a value is of this kind at all: a text, a list, an object. */
  fits(value: unknown): boolean;
  /** Reports what is wrong within a value of this kind. */
  check(value: unknown, place: Place): void;
  readonly schema: object;
}

const BAD: IssueCode = "import.bad-value";

/** Reports what does not fit, or what is wrong within. */
export function checkShape(shape: Shape, value: unknown, place: Place): void {
  if (shape.fits(value)) shape.check(value, place);
  else report(place, BAD, shape.what, value, shape.example);
}

/** A text that is not empty; of a few words if they are given. */
export function text(what: string, example: string, words?: readonly string[]): Shape {
  return {
    what: words === undefined ? what : `one of ${words.join(", ")}`,
    example,
    // A word may be a blank: a tab is a delimiter.
    fits: (value) => typeof value === "string" && (words?.includes(value) === true || value.trim() !== ""),
    check(value, place) {
      if (words === undefined || words.includes(value as string)) return;
      const cure = `${show(value)} is none of ${words.join(", ")}${didYouMean(value as string, words)}`;
      place.issues.push(makeIssue(BAD, place.path, words.join(", "), value, cure));
    },
    schema: words === undefined ? { type: "string", minLength: 1 } : { enum: [...words] },
  };
}

/** A text, also an empty one. */
export function anyText(): Shape {
  return {
    ...{ what: "a text", example: '"Closed"', check: () => {}, schema: { type: "string" } },
    fits: (value) => typeof value === "string",
  };
}

/** One value alone. */
export function constant(value: null | boolean, example: string): Shape {
  return {
    ...{ what: String(value), example, check: () => {}, schema: { const: value } },
    fits: (given) => given === value,
  };
}

/** true or false. */
export const YES_OR_NO: Shape = {
  what: "true or false",
  example: "true",
  fits: (value) => typeof value === "boolean",
  check: () => {},
  schema: { type: "boolean" },
};

/** A whole number from 0 on. */
export function count(most: number): Shape {
  return {
    what: `a whole number from 0 to ${most}`,
    example: "0",
    fits: (value) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most,
    check: () => {},
    schema: { type: "integer", minimum: 0, maximum: most },
  };
}

/** A list of one shape, with one member at least. */
export function list(of: Shape): Shape {
  return {
    what: `a list: each ${of.what}`,
    example: `[${of.example}]`,
    fits: (value) => isList(value) && value.length > 0,
    check: (value, place) => {
      for (const [i, each] of (value as unknown[]).entries()) checkShape(of, each, at(place, i));
    },
    schema: { type: "array", items: of.schema, minItems: 1 },
  };
}

/** An object with names of the user's own, and one member at least. */
export function record(of: Shape, name: string): Shape {
  return {
    what: `${name}, each with ${of.what}`,
    example: `{ "…": ${of.example} }`,
    fits: (value) => isObject(value) && Object.keys(value).length > 0,
    check: (value, place) => {
      for (const [key, each] of Object.entries(value as object)) checkShape(of, each, at(place, key));
    },
    schema: { type: "object", additionalProperties: of.schema, minProperties: 1 },
  };
}

/** The first of several shapes whose kind the value has. */
export function either(...shapes: readonly Shape[]): Shape {
  const [first] = shapes as [Shape, ...Shape[]];
  return {
    what: shapes.map(({ what }) => what).join(", or "),
    example: first.example,
    fits: (value) => shapes.some((shape) => shape.fits(value)),
    check: (value, place) => shapes.find((shape) => shape.fits(value))!.check(value, place),
    schema: { anyOf: shapes.map(({ schema }) => schema) },
  };
}

/** Members of an object: those whose name ends with `!` must be there. */
export type Members = Readonly<Record<string, Shape>>;

/**
 * An object of known members.
 *
 * @param rule What must hold beside the members: reports its own.
 */
export function object(
  what: string,
  example: string,
  members: Members,
  rule: (value: Readonly<Record<string, unknown>>, place: Place) => void = () => {},
): Shape {
  const shapes = Object.entries(members).map(([name, shape]) => ({
    name: name.replace("!", ""),
    isNeeded: name.endsWith("!"),
    shape,
  }));
  const names = shapes.map(({ name }) => name);
  const needed = shapes.filter(({ isNeeded }) => isNeeded).map(({ name }) => name);
  return {
    what,
    example,
    fits: isObject,
    check(value, place) {
      const object = value as Readonly<Record<string, unknown>>;
      for (const key of Object.keys(object)) {
        if (names.includes(key)) continue;
        const cure = `${show(key)} is no key of ${what}${didYouMean(key, names) || `; it has ${names.join(", ")}`}`;
        place.issues.push(makeIssue("import.unknown-key", [...place.path, key], names.join(", "), key, cure));
      }
      for (const { name, isNeeded, shape } of shapes) {
        if (Object.hasOwn(object, name) && object[name] !== undefined) checkShape(shape, object[name], at(place, name));
        else if (isNeeded) {
          const cure = `${what} has no ${show(name)}; write ${name}: ${shape.example}`;
          place.issues.push(makeIssue("import.missing-key", [...place.path, name], shape.what, undefined, cure));
        }
      }
      rule(object, place);
    },
    schema: {
      type: "object",
      properties: Object.fromEntries(shapes.map(({ name, shape }) => [name, shape.schema])),
      ...(needed.length > 0 ? { required: needed } : {}),
      additionalProperties: false,
    },
  };
}
