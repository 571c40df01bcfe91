/**
 * Keys of types as they stand in the source: of exported interfaces with those that they extend, and of objects without a
 * name within a type.
 */
import { readFileSync } from "node:fs";
import ts from "typescript";

/** The keys of a type, and those that must be there, sorted. */
export interface TypeKeys {
  readonly keys: readonly string[];
  readonly required: readonly string[];
}

/**
 * Keys by the name of the type; an object without a name is called `Fact/0` by the type in which it stands.
 */
export function keysOfTypes(files: readonly string[]): Record<string, TypeKeys> {
  const members = new Map<string, ts.PropertySignature[]>();
  const parents = new Map<string, string[]>();
  const exported = new Set<string>();
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
    for (const statement of source.statements) {
      if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
      const name = statement.name.text;
      if (ts.isInterfaceDeclaration(statement)) {
        members.set(name, statement.members.filter(ts.isPropertySignature));
        parents.set(
          name,
          (statement.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText())),
        );
        if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) exported.add(name);
      }
      for (const [index, literal] of literalsIn(statement).entries()) {
        members.set(`${name}/${index}`, literal.members.filter(ts.isPropertySignature));
        exported.add(`${name}/${index}`);
      }
    }
  }
  const all = (name: string): ts.PropertySignature[] => [
    ...(parents.get(name) ?? []).flatMap(all),
    ...(members.get(name) ?? []),
  ];
  return Object.fromEntries([...exported].map((name) => [name, keysOf(all(name))]));
}

function literalsIn(node: ts.Node): ts.TypeLiteralNode[] {
  const found: ts.TypeLiteralNode[] = [];
  ts.forEachChild(node, function visit(child) {
    if (ts.isTypeLiteralNode(child)) found.push(child);
    ts.forEachChild(child, visit);
  });
  return found;
}

function keysOf(members: readonly ts.PropertySignature[]): TypeKeys {
  const names = (some: readonly ts.PropertySignature[]): string[] => some.map(({ name }) => name.getText()).sort();
  return { keys: names(members), required: names(members.filter(({ questionToken }) => questionToken === undefined)) };
}
