/**
 * What the compiler says of programs that stand for themselves, as a user's own compiler would under its strict options.
 *
 * One program for all of them: what takes time is the package itself, not a block. "ouvree" and its entries are the sources.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { ENTRIES } from "./entries.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A program's text, by a name of its own. */
export interface Snippet {
  readonly name: string;
  readonly code: string;
}

/** What is wrong in a snippet; the line is counted from 1. */
export interface TypeError {
  readonly name: string;
  readonly line: number;
  readonly message: string;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
  typeRoots: [join(ROOT, "node_modules/@types")],
  paths: Object.fromEntries(
    Object.entries(ENTRIES).map(([name, path]) => [name === "index" ? "ouvree" : `ouvree/${name}`, [join(ROOT, path)]]),
  ),
};

/** Files as they are parsed: the same for every program, as the options are. */
const PARSED = new Map<string, ts.SourceFile>();

/**
 * The errors of snippets, in their order.
 *
 * @param changed Other texts of source files, by path in the repository: the package as it would be with a fault in it.
 */
export function typeErrors(snippets: readonly Snippet[], changed: Readonly<Record<string, string>> = {}): TypeError[] {
  const host = ts.createCompilerHost(OPTIONS);
  // In the repository, where packages are found; no file is written.
  const paths = snippets.map((_, index) => join(ROOT, `snippet-${index}.ts`));
  const texts = new Map<string, string>([
    ...snippets.map(({ code }, index) => [paths[index]!, code] as const),
    ...Object.entries(changed).map(([path, text]) => [join(ROOT, path), text] as const),
  ]);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const file = texts.has(path) ? undefined : PARSED.get(path);
    const read = file ?? getSourceFile(path, ...rest);
    if (read !== undefined && !texts.has(path)) PARSED.set(path, read);
    return read;
  };
  const program = ts.createProgram(paths, OPTIONS, host);
  return snippets.flatMap(({ name }, index) => {
    const file = program.getSourceFile(paths[index]!)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start = 0, messageText }) => ({
        name,
        line: file.getLineAndCharacterOfPosition(start).line + 1,
        message: ts.flattenDiagnosticMessageText(messageText, "\n"),
      }),
    );
  });
}

/** What an editor offers where `|` stands in a program. */
export function completionsIn(code: string): string[] {
  const [path, text] = [join(ROOT, "snippet.ts"), code.replace("|", "")];
  const contentOf = (file: string): string | undefined => (file === path ? text : ts.sys.readFile(file));
  const service = ts.createLanguageService({
    getCompilationSettings: () => OPTIONS,
    getScriptFileNames: () => [path],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const content = contentOf(file);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === path || ts.sys.fileExists(file),
    readFile: contentOf,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const found = service.getCompletionsAtPosition(path, code.indexOf("|"), {});
  return (found?.entries ?? []).map(({ name }) => name.replaceAll('"', ""));
}
