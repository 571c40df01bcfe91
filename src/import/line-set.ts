/**
 * A set of line numbers, a bit each: a hostile file has a hundred million bad lines, and no other set holds as many.
 */
export class LineSet {
  /** How many lines are in it. */
  size = 0;
  private bits: Uint8Array = new Uint8Array(1024);

  /** Adds a line, from 0. */
  add(line: number): void {
    const [byte, bit] = [line >> 3, 1 << (line & 7)];
    if (byte >= this.bits.length) {
      const grown = new Uint8Array(Math.max(2 * this.bits.length, byte + 1));
      grown.set(this.bits);
      this.bits = grown;
    }
    if ((this.bits[byte]! & bit) !== 0) return;
    this.bits[byte]! |= bit;
    this.size++;
  }
}
