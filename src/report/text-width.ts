/**
 * Text made to fit: lines of at most a width, without knowing the reader's font.
 *
 * Widths are estimates for a sans-serif face, on the wide side; what is still too wide is clipped by the picture.
 */

/** Width of a text in em. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += emOf(character);
  return width;
}

/** At most `lines` lines of at most `em` each, broken at spaces and behind hyphens; what is left out ends in `…`. */
export function fitted(text: string, em: number, lines: number): string[] {
  const found: string[] = [];
  const parts = text.split(/(?<= )|(?<=\p{L}-)(?=\p{L})/u).filter((part) => part.trim() !== "");
  for (let i = 0; i < parts.length && found.length < lines; ) {
    let line = parts[i++]!;
    while (i < parts.length && widthOf((line + parts[i]).trimEnd()) <= em) line += parts[i++];
    const isLast = found.length === lines - 1;
    if (isLast && i < parts.length) line += parts[i];
    line = line.trimEnd();
    found.push((isLast && i < parts.length) || widthOf(line) > em ? cut(line, em) : line);
  }
  return found;
}

/** The beginning of a text that fits with `…` behind it; whole characters only. */
function cut(text: string, em: number): string {
  let line = "";
  let width = emOf("…");
  for (const character of text) {
    width += emOf(character);
    if (width > em) break;
    line += character;
  }
  return `${line.trimEnd()}…`;
}

function emOf(character: string): number {
  const point = character.codePointAt(0)!;
  // East Asian letters and pictures are as wide as they are high.
  if (point >= 0x1100) return point >= 0x2000 && point < 0x2e80 ? 0.7 : 1.05;
  if (/[ .,:;'’|!iIjl()[\]/-]/.test(character)) return 0.32;
  if (/[mwMW@%]/.test(character)) return 0.88;
  return /[A-Z\u00c0-\u00de]/.test(character) ? 0.7 : 0.56;
}
