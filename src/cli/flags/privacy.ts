/**
 * Who is named in reports: `--show` and `--redact`.
 */
import { createHmac } from "node:crypto";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import type { NamedSort, PrivacyOptions, Shown } from "../../report/index.ts";
import { CliProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import type { Flags } from "./flags.ts";

/** The flags of privacy. */
export const PRIVACY_FLAGS = {
  show: { type: "string", multiple: true },
  redact: { type: "boolean" },
} as const;

const SHOWN: readonly Shown[] = ["customers", "persons"];
/** Hexadecimal digits of a hash that are shown: 64 bits, so that no two of a million cases share them by chance. */
const SHOWN_DIGITS = 16;
/** Shorter keys are guessed. */
const SHORTEST_KEY = 16;

/** What may be shown, as the flags say. Errors: a CliProblem for an unknown word, or where `--redact` has no key. */
export function readPrivacy(flags: Flags, terminal: Terminal): PrivacyOptions {
  const shown = flags.all("show").flatMap((text) => text.split(",").map(readShown));
  return {
    show: shown,
    ...(flags.has("redact") ? { redact: keyedHash(terminal.env["OUVREE_REDACT_KEY"] ?? "") } : {}),
  };
}

function readShown(word: string): Shown {
  const known = SHOWN.find((each) => each === word.trim());
  if (known !== undefined) return known;
  throw new CliProblem(
    `--show: ${show(word)} is not known${didYouMean(word, SHOWN) || "; use customers, persons or both"}`,
  );
}

/** Characters of a key that do not follow from those before, and different ones, at least; of random hexadecimal digits one key in a thousand has fewer. */
const [LEAST_NEW, LEAST_DIFFERENT] = [12, 6];

/**
 * Whether a key is made of a few characters by a rule: one that is repeated (`aaaa…`), a word that is, a row of neighbours (`0123…`, `zyxw…`).
 * It cannot tell a word of a dictionary from another.
 */
function isGuessed(key: string): boolean {
  const codes = [...key].map((character) => character.codePointAt(0)!);
  const period = codes.findIndex(
    (_, length) => length > 0 && codes.every((code, i) => i < length || code === codes[i - length]),
  );
  const unit = period < 0 || period > codes.length / 2 ? codes : codes.slice(0, period);
  const steps = unit.map((code, i) => code - (unit[i - 1] ?? Number.NaN));
  // As the one before, or the third of a row.
  const isNew = unit.filter((_, i) => !(steps[i] === 0 || (Math.abs(steps[i]!) === 1 && steps[i] === steps[i - 1])));
  return isNew.length < LEAST_NEW || new Set(unit).size < LEAST_DIFFERENT;
}

/** A hash by a secret key: who does not have it cannot try ids one after the other. Source: RFC 2104, with SHA-256. */
function keyedHash(key: string): NonNullable<PrivacyOptions["redact"]> {
  if (key.length < SHORTEST_KEY)
    throw new CliProblem(
      `--redact needs a secret key of ${SHORTEST_KEY} characters or more in the environment variable OUVREE_REDACT_KEY${key === "" ? "" : `; it has ${key.length}`}`,
    );
  if (isGuessed(key))
    throw new CliProblem(
      "--redact: the key in OUVREE_REDACT_KEY is guessed too easily: it repeats itself, counts on, or has few characters; make one with openssl rand -hex 32",
    );
  const known = new Map<string, string>();
  return (text: string, sort: NamedSort): string => {
    const message = `${sort}:${text}`;
    const hash = known.get(message) ?? createHmac("sha256", key).update(message).digest("hex").slice(0, SHOWN_DIGITS);
    known.set(message, hash);
    return hash;
  };
}
