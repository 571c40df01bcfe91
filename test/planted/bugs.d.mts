/** Law, file under `src/`, what stands there, and what is planted in its place. */
export const BUGS: readonly (readonly [law: number, file: string, right: string, wrong: string])[];
