/**
 * Judges of formats that are not ours: libxml for JUnit, the schema of OASIS for SARIF, a reader of Markdown, a reader of CSV.
 */
import { readFileSync } from "node:fs";
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv } from "ajv";
import { marked, type Token, type Tokens } from "marked";
import Papa from "papaparse";
import { validateXML } from "xmllint-wasm";

const XSD = readFileSync("test/fixtures/schemas/junit.xsd", "utf8");

/** What libxml finds wrong with JUnit XML. */
export async function junitProblems(xml: string): Promise<readonly unknown[]> {
  const { errors } = await validateXML({ xml: [{ fileName: "report.xml", contents: xml }], schema: [XSD] });
  return errors;
}

// It is of draft 4, of which it uses nothing that later ones take otherwise.
const { $schema: _draft, id: _id, ...schema } = sarifSchema as Record<string, unknown>;
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

/** What the schema finds wrong with SARIF. */
export function sarifProblems(text: string): readonly unknown[] {
  return isSarif(JSON.parse(text)) ? [] : (isSarif.errors ?? []);
}

/** The rows of a text of CSV. */
export function csvRows(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\r\n" });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.filter((row) => row.length > 1 || row[0] !== "");
}

/** What stands in a text of Markdown: its tokens, from the blocks down to the words. */
export function markdownTokens(text: string): Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(text, { gfm: true }), (token) => {
    all.push(token);
  });
  return all;
}

/** The cells of the tables of a text of Markdown, a list for each row. */
export function markdownTables(text: string): Tokens.TableCell[][] {
  const tables = marked.lexer(text, { gfm: true }).filter((token): token is Tokens.Table => token.type === "table");
  return tables.flatMap(({ header, rows }) => [header, ...rows]);
}
