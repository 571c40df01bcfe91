/**
 * The pages of the documentation whose blocks are checked.
 */
import { existsSync, readdirSync } from "node:fs";

/** README.md, examples/README.md and docs/*.md, by their path in the repository. */
export const PAGES: readonly string[] = [
  ...["README.md", "examples/README.md"].filter((page) => existsSync(page)),
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `docs/${name}`),
];
