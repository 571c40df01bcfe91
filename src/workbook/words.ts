/**
 * The words of a workbook, in English and French: no locale of the process is used.
 */
import type { WorkbookLanguage, WorkbookWords } from "./language.ts";
import { EN } from "./words-en.ts";
import { FR } from "./words-fr.ts";

/** The words of a language. */
export function workbookWords(language: WorkbookLanguage): WorkbookWords {
  return language === "fr" ? FR : EN;
}
