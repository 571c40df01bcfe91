/**
 * A walk over the pieces of a text, and the refusal of a rule: the walk then goes on with the next rule.
 */
import type { IssueCode } from "../../issues/codes.ts";
import { type Issue, makeIssue } from "../../issues/issue.ts";
import { didYouMean } from "../../issues/nearest.ts";
import { show } from "../../issues/show.ts";
import { type Kind, type Token, tokensOf, UNCARRIED_WORDS, WORDS } from "./words.ts";

/** Thrown inside the reader of rules: the issue is already with the others. */
export const REFUSED: unique symbol = Symbol("refused");

/** A place in the pieces of a text. */
export class Reader {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly issues: Issue[],
  ) {
    this.tokens = tokensOf(text);
  }

  /** The piece at hand, or one behind it. */
  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.next + ahead, this.tokens.length - 1)]!;
  }

  /** The piece at hand, if it is of a kind or is one of the texts; the walk goes on behind it. */
  take(kind: Kind, ...texts: readonly string[]): Token | undefined {
    const token = this.peek();
    if (token.kind !== kind || (texts.length > 0 && !texts.includes(token.text))) return undefined;
    this.next++;
    return token;
  }

  /** Index of the word at hand in a list of names, and on; undefined if it is none of them. */
  takeName(names: readonly string[]): number | undefined {
    const index = this.peek().kind === "word" ? names.indexOf(this.peek().text) : -1;
    if (index < 0) return undefined;
    this.next++;
    return index;
  }

  /** On to the next semicolon or the end. */
  skipRule(): void {
    while (this.peek().kind !== "end" && this.peek().text !== ";") this.next++;
  }

  /** The text from a piece to the one at hand. */
  textFrom(at: number): string {
    return this.text.slice(at, this.peek().at).trim().replace(/[,;]$/, "").trim();
  }

  /** Refuses what the specification does not have. */
  wrong(token: Token, expected: string, cure?: string): never {
    const found = token.kind === "end" ? "the text ends" : `${show(token.text)} is not ${expected}`;
    return this.fail("opening-hours.bad-text", token, expected, `${found}; ${cure ?? `expected ${expected}`}`);
  }

  /** Refuses what the specification has and a definition has not. */
  uncarried(token: Token, reason: string): never {
    return this.fail(
      "opening-hours.not-carried",
      token,
      "the part of opening_hours that a calendar can say",
      `${show(token.text)}: ${reason}`,
    );
  }

  /** Refuses a piece that stands where it cannot: a word unknown or not carried, or a sign. */
  strange(expected: string): never {
    const token = this.peek();
    const reason = UNCARRIED.get(token.text);
    if (reason !== undefined) return this.uncarried(token, reason);
    if (token.kind === "comment") return this.uncarried(token, "a comment is carried only behind off, as a name");
    if (token.kind !== "word") return this.wrong(token, expected);
    return this.wrong(token, expected, hintFor(token.text));
  }

  private fail(code: IssueCode, token: Token, expected: string, cure: string): never {
    this.issues.push(makeIssue(code, ["text", token.at], expected, token.text, cure));
    throw REFUSED;
  }
}

/** What was probably meant: `Monday`, `MO` and `Mp` are `Mo`. */
function hintFor(word: string): string | undefined {
  const meant = WORDS.find((known) => word.toLowerCase().startsWith(known.toLowerCase()));
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return didYouMean(word, [...WORDS, ...Object.keys(UNCARRIED_WORDS)]).slice(2) || undefined;
}

const UNCARRIED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...UNCARRIED_WORDS,
    "||": "a fallback says nothing exact; keep the first choice",
    "+": "an open end is no time; write when it closes, or the last date",
    "/": "only every second or third is no span; write the times or dates",
    "[": "the first or last weekday of a month is not known yet; today: write its dates",
    "(": "hours that follow the sun are not the same every day; write HH:MM",
  }),
);
