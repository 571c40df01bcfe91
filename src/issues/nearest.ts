/**
 * Near misses: which known word was probably meant.
 */

/** Words longer than this are never compared: the cost is the product of the lengths. */
const LONGEST = 64;

/**
 * The known word nearest to `word`, if it is near enough to be a slip.
 *
 * Near enough: at most two edits, and at most a third of the word; letter case does not count.
 * @example nearest("mondy", ["mon", "monday"]) // "monday"
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestEdits = Math.min(2, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of known) {
    const edits = editsBetween(wanted, candidate.toLowerCase(), bestEdits);
    if (edits < bestEdits) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

/**
 * `; did you mean "x"?`, or nothing: the end of a message. A word that looks the same is told apart by what nobody can see: its letters are
 * other characters of Unicode.
 *
 * @example didYouMean("anomoly", ["anomaly"]) // "; did you mean \"anomaly\"?"
 */
export function didYouMean(word: string, known: Iterable<string>): string {
  const words = [...known];
  const twin = word.length > LONGEST ? undefined : words.find((each) => each !== word && formed(each) === formed(word));
  if (twin !== undefined) return `; that is "${twin}" in another Unicode form: ${formWords(word, twin)}`;
  const near = nearest(word, words);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

function formed(word: string): string {
  return word.normalize("NFC");
}

function formWords(word: string, twin: string): string {
  return twin === formed(twin)
    ? "it has letters and accents apart; write it composed (NFC)"
    : `the known one has letters and accents ${word === formed(word) ? "apart" : "in another order"}; write both composed (NFC)`;
}

/** Edits (insert, delete, replace, swap of neighbours) between two words, or `limit` when they are that many or more. */
function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, beforeLast[j - 2]! + 1);
      }
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit);
}
