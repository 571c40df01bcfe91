/**
 * Refusal: how the oracle says "I do not know", with the code that the library uses for it.
 *
 * Not the library's own error class: the oracle shares nothing with what it judges.
 */

export class Refusal extends Error {
  readonly code: string;
  /** For `calendar.beyond-reach`: the first civil date that the question reads and that is not known. */
  readonly date: string | undefined;

  constructor(code: string, message: string, date?: string) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.date = date;
  }
}
