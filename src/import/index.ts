/**
 * `ouvree/import`: ticket files to cases.
 */
export type { Imported, ImportOptions } from "./imported.ts";
export { type CaseFormat, readCases } from "./read-cases.ts";
