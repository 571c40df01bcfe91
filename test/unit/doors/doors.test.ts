/**
 * Every public function × every argument × every bad value: an error of this library, with its code and its place, and nothing else.
 * The table is made from the exports: one without a row fails.
 */
import { describe, expect, it, test } from "vitest";
import { isOuvreeError } from "../../../src/index.ts";
import { ISSUE_CODES } from "../../../src/issues/codes.ts";
import { badValues, deepArray } from "./bad-values.ts";
import { DOORS, type Door, desk, ENTRIES, METHODS, NUMBERS } from "./doors.ts";

/** What the platform says of a value that was not checked. */
const UNCHECKED = /Cannot (read|convert|mix)|is not (a function|iterable)|undefined \(|call stack/;
const ANSWERED = Symbol("answered");

function asked({ ask }: Door, values: readonly unknown[]): unknown {
  try {
    (ask as (...all: unknown[]) => unknown)(...values);
    return ANSWERED;
  } catch (error) {
    return error;
  }
}

function expectOurs(error: unknown, what: string): void {
  expect(isOuvreeError(error), `${what}: ${String(error)}`).toBe(true);
  if (!isOuvreeError(error)) return;
  expect(ISSUE_CODES, what).toContain(error.code);
  expect(Array.isArray(error.issues[0]!.path), what).toBe(true);
  expect(error.message.length, what).toBeGreaterThan(0);
}

const ALL: Readonly<Record<string, Readonly<Record<string, Door>>>> = {
  ...DOORS,
  calendar: METHODS,
  timeline: NUMBERS,
};

test("every exported function has a row, and every row is an export", () => {
  for (const [entry, exported] of Object.entries(ENTRIES)) {
    const functions = Object.keys(exported).filter(
      (name) => typeof exported[name] === "function" && name !== "OuvreeError",
    );
    const rows = Object.keys(DOORS[entry] ?? {}).filter((name) => !name.includes("."));
    expect(rows.sort(), entry).toEqual(functions.sort());
  }
  const functionsOf = (object: object): string[] =>
    Object.entries(object).flatMap(([name, value]) => (typeof value === "function" ? name : []));
  expect(Object.keys(METHODS).sort()).toEqual(functionsOf(desk).sort());
  expect(Object.keys(NUMBERS).sort()).toEqual(functionsOf(desk.timeline).sort());
});

describe.each(Object.entries(ALL))("%s", (_entry, doors) => {
  if (Object.keys(doors).length === 0) it("has no functions", () => {});
  for (const [name, door] of Object.entries(doors)) {
    it(`${name} answers what is right`, () => {
      expect(asked(door, door.values)).toBe(ANSWERED);
    });

    it(`${name} refuses every bad value of every argument`, () => {
      door.values.forEach((good, place) => {
        for (const [kind, bad] of badValues(good)) {
          const values = door.values.map((value, i) => (i === place ? bad : value));
          const error = asked(door, values);
          const what = `${name}, argument ${place}, ${kind}`;
          if (door.takes?.[place]?.includes(kind) && error === ANSWERED) continue;
          expect(error, `${what} is answered`).not.toBe(ANSWERED);
          expectOurs(error, what);
          if (!kind.includes("throws") && !kind.includes("throw") && isOuvreeError(error))
            expect(error.message, what).not.toMatch(UNCHECKED);
        }
      });
    });

    it(`${name} throws nothing foreign for a bad member of an argument`, () => {
      door.values.forEach((good, place) => {
        if (typeof good !== "object" || good === null || Array.isArray(good)) return;
        for (const member of Object.keys(good)) {
          for (const bad of [null, 10n, Symbol("x"), deepArray(), {}, [null]]) {
            // Of the same making: a calendar and a policy are marked out of sight, and a copy is none.
            const copy = { ...good, [member]: bad };
            const error = asked(
              door,
              door.values.map((value, i) => (i === place ? copy : value)),
            );
            if (error !== ANSWERED) expectOurs(error, `${name}, ${member} of argument ${place}`);
          }
        }
      });
    });

    if (door.options !== undefined) {
      it(`${name} refuses an option that it does not know, with the near miss`, () => {
        const { options } = door;
        const known = Object.keys(door.values[options!] as object);
        const slips = ["perod", ...known.map((key) => `${key.slice(0, 1)}${key}`)];
        for (const slip of slips) {
          const given = { ...(door.values[options!] as object), [slip]: undefined };
          const error = asked(
            door,
            door.values.map((value, i) => (i === options ? given : value)),
          );
          expectOurs(error, `${name}: ${slip}`);
          if (!isOuvreeError(error)) continue;
          expect(error.issues.at(-1)!.path.at(-1), `${name}: ${slip}`).toBe(slip);
          if (slip !== "perod") expect(error.message, name).toContain(`did you mean "${slip.slice(1)}"?`);
        }
      });
    }
  }
});
