/**
 * `ouvree/import`: ticket files to cases.
 */
export { decodeText } from "./bytes/decode.ts";
export type { Imported, ImportedFile, ImportNotes, ImportOptions, ImportProblem } from "./imported.ts";
export {
  type CaseFile,
  type CaseFormat,
  checkBeginning,
  type ImportedFiles,
  readCaseFiles,
  readCases,
} from "./read-cases.ts";
