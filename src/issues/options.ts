/**
 * Options at a public door: an object with names that the function knows, copied once, so that what was checked is what is used.
 */
import type { IssueCode } from "./codes.ts";
import { refuse, throwIfAny } from "./error.ts";
import { isObject } from "./expect.ts";
import { readForeign } from "./foreign.ts";
import { makeIssue } from "./issue.ts";
import { didYouMean } from "./nearest.ts";
import { show } from "./show.ts";

/** Members of options that are known by name; their values are not checked yet. */
export type Options<Name extends string> = { readonly [N in Name]?: unknown };

/** What a function says of its options. */
export interface OptionWords {
  /** Code of what is refused; `calendar.bad-option` unless given. */
  readonly code?: IssueCode;
  /** An example of what must be given: without it options may be left out. */
  readonly needed?: string;
  /** What to do instead of an option that the function does not have, by its name. */
  readonly instead?: Readonly<Record<string, string>>;
}

const NONE: Options<never> = Object.freeze({});

/**
 * The options that a caller gave to `whose`: what is no object is refused, and every name that is not known, with the near miss.
 *
 * Members that are inherited are options too: what is not read must not be there.
 */
export function readOptions<Name extends string>(
  value: unknown,
  names: readonly Name[],
  whose: string,
  { code = "calendar.bad-option", needed, instead = {} }: OptionWords = {},
): Options<Name> {
  if (value === undefined && needed === undefined) return NONE;
  const known = names.join(", ");
  if (!isObject(value)) {
    const cure = `${show(value)} is no object with the options of ${whose}; write ${needed ?? `{ ${names[0]} }`}`;
    return refuse(code, ["options"], known, value, cure);
  }
  return readForeign(value, ["options"], code, known, () => {
    const issues = [];
    for (const key in value) {
      if ((names as readonly string[]).includes(key)) continue;
      const hint = Object.hasOwn(instead, key)
        ? `: ${instead[key]}`
        : didYouMean(key, names) || `; it has ${known || "none"}`;
      issues.push(makeIssue(code, [key], known, key, `${show(key)} is no option of ${whose}${hint}`));
    }
    throwIfAny(issues);
    return Object.fromEntries(
      names.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]])),
    ) as Options<Name>;
  });
}
