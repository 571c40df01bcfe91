/**
 * The page of the add-in: Excel runs the functions in it, and shows it as a pane that lists them.
 */

/** What is used of `functions.json`. */
export interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly options?: { readonly volatile?: boolean };
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
    }[];
  }[];
}

/** What Excel writes before each name. */
export const NAMESPACE = "OUVREE";

/** HTML. Microsoft asks that office.js is loaded from its own server. */
export function pageHtml({ functions }: FunctionsMetadata): string {
  const entries = functions.map(({ name, description, parameters }) => {
    const names = parameters.map((parameter) => (parameter.optional === true ? `[${parameter.name}]` : parameter.name));
    return `  <dt><code>=${NAMESPACE}.${name}(${names.join(", ")})</code></dt>\n  <dd>${escaped(description)}</dd>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>ouvree</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="functions.js"></script>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; }
dt { margin-top: 0.75rem; }
dd { margin-left: 1rem; }
</style>
</head>
<body>
<h1>Business time</h1>
<p>The functions are ready. Where a comma is the decimal mark, write semicolons between arguments.</p>
<dl>
${entries.join("\n")}
</dl>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
