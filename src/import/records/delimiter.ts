/**
 * The delimiter of a table: found in its header, outside of quotes.
 */

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The delimiter with which a header names the most columns; a comma where none names two. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, "");
  let [best, most] = [",", 0];
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
