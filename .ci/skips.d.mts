/** A line for each thing that a machine lacks, of skipped tests whose names say it. */
export function linesOfSkips(skips: readonly { readonly file: string; readonly name: string }[]): string[];
