/**
 * Keys of types as the compiler sees them: of exported interfaces with all that they extend, and of objects without a name
 * within a type.
 */
import ts from "typescript";

/** The keys of a type, and those that must be there, sorted. */
export interface TypeKeys {
  readonly keys: readonly string[];
  readonly required: readonly string[];
}

/** Keys by the name of the type; an object without a name is called `Fact/0` by the type in which it stands. */
export function keysOfTypes(files: readonly string[]): Record<string, TypeKeys> {
  const program = ts.createProgram([...files], {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const found: Record<string, TypeKeys> = {};
  for (const file of files) {
    for (const statement of program.getSourceFile(file)!.statements) {
      const isInterface = ts.isInterfaceDeclaration(statement);
      if (!(isInterface || ts.isTypeAliasDeclaration(statement)) || !isExported(statement)) continue;
      const name = statement.name.text;
      if (isInterface) found[name] = keysOf(checker.getTypeAtLocation(statement));
      for (const [index, literal] of literalsIn(statement).entries())
        found[`${name}/${index}`] = keysOf(checker.getTypeAtLocation(literal));
    }
  }
  return found;
}

function isExported(statement: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): boolean {
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function literalsIn(node: ts.Node): ts.TypeLiteralNode[] {
  const found: ts.TypeLiteralNode[] = [];
  ts.forEachChild(node, function visit(child) {
    if (ts.isTypeLiteralNode(child)) found.push(child);
    ts.forEachChild(child, visit);
  });
  return found;
}

function keysOf(type: ts.Type): TypeKeys {
  const members = type.getProperties();
  const isRequired = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Optional) === 0;
  const names = (some: readonly ts.Symbol[]): string[] => some.map(({ name }) => name).sort();
  return { keys: names(members), required: names(members.filter(isRequired)) };
}
