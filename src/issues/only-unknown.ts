/**
 * The door for what was read from a file or a request: nothing of it is known, and everything is checked at run time.
 */

/**
 * `D` where it is `unknown` (or `any`), else nothing. As `Known | OnlyUnknown<D>` it makes a parameter that takes what is not known
 * without a cast, and yet refuses a slip in what is written in the code. One signature, not two: of two the compiler tells what is
 * wrong with the last.
 */
export type OnlyUnknown<D> = unknown extends D ? D : never;

/** The same for texts: `D` where all that is known of it is that it is a text, else nothing. */
export type OnlyString<D> = string extends D ? D : never;
