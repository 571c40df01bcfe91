/**
 * `ouvree/import`: ticket files to cases.
 */
export { decodeText } from "./bytes/decode.ts";
export type { GuessReason } from "./guess/findings.ts";
export { type GuessedMapping, guessMapping } from "./guess/guess-mapping.ts";
export {
  type ImportCasesOptions,
  importCases,
  importCasesSync,
} from "./import-cases.ts";
export type { Imported, ImportedFile, ImportNotes, ImportOptions, ImportProblem } from "./imported.ts";
export type { FoundFile, ImportedCases, RejectedRow } from "./mapped/import-run.ts";
export type { RowCounts } from "./mapped/mapped-file.ts";
export type { UnknownValue } from "./mapped/unknown-values.ts";
export type * from "./mapping/document.ts";
export { readMapping } from "./mapping/read-mapping.ts";
export {
  type CaseFile,
  type CaseFormat,
  checkBeginning,
  type ImportedFiles,
  readCaseFiles,
  readCases,
} from "./read-cases.ts";
export type { ImportSource, SyncSource } from "./sources.ts";
export { systems } from "./systems/index.ts";
