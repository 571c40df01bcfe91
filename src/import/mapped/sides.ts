/**
 * Sides: who wrote a message. Only the desk's public messages are replies.
 */
import type { Messages, SideTexts } from "../mapping/document.ts";
import { isSource } from "../mapping/sources.ts";
import { folded } from "../records/record.ts";

/** Whose a message is. */
export type Side = "customer" | "desk" | "nobody";

/** The event that a public message of a side is; an automatic one is none. */
export const EVENT_OF_SIDE: Readonly<Record<Side, string | undefined>> = {
  customer: "answered",
  desk: "replied",
  nobody: undefined,
};

const SIDES = ["customer", "desk", "nobody"] as const;

/** Finds the side of an author. */
export class Sides {
  private readonly texts = new Map<string, Side>();
  private readonly rest: Side | undefined;
  /** Columns of the case that hold an author, by side. */
  readonly same: readonly (readonly [side: Side, column: string])[];

  constructor(side: Messages["side"]) {
    const given = SIDES.flatMap((name) => (side[name] === undefined ? [] : [[name, side[name]] as const]));
    const named = given.flatMap(([name, texts]) => textsOf(texts).map((text) => [folded(text), name] as const));
    for (const [text, name] of named) if (!this.texts.has(text)) this.texts.set(text, name);
    this.rest = this.texts.get("*");
    this.same = given.flatMap(([name, texts]) => (isSame(texts) ? [[name, texts.same] as const] : []));
  }

  /**
   * The side of an author; undefined where nothing tells it.
   *
   * @param own What a column of the case holds.
   */
  sideOf(author: string, own: (column: string) => string): Side | undefined {
    const key = folded(author);
    const named = key === "" ? undefined : this.texts.get(key);
    if (named !== undefined) return named;
    const same = key === "" ? undefined : this.same.find(([, column]) => folded(own(column)) === key);
    return same?.[0] ?? this.rest;
  }
}

function textsOf(texts: SideTexts): readonly string[] {
  return isSame(texts) ? [] : [texts].flat();
}

function isSame(texts: SideTexts): texts is { readonly same: string } {
  return isSource(texts);
}
