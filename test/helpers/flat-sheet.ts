/**
 * Workbooks for LibreOffice, written as flat XML by hand: so that no library stands between the cells of a test and Calc.
 *
 * Source: OpenDocument 1.2, part 1, §9 (tables) and §9.4.2 (null date); formulas in OpenFormula, with `[.A1]` for a cell.
 */

/** A number, a text, or a formula that begins with `=`; undefined is blank. */
export type Written = number | string | undefined;

/** A formula over several rows of its column. The cells below it are written as undefined. */
export interface Column {
  readonly formula: string;
  readonly rows: number;
}

/** A sheet: its rows of cells. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (Written | Column)[])[];
}

const NAMESPACES = Object.entries({
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  of: "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

/** The text of a `.fods` file; `nullDate` is the date of the serial number 0, Calc's 1899-12-30 unless given. */
export function flatSheets(sheets: readonly Sheet[], nullDate = "1899-12-30"): string {
  const tables = sheets.map(({ name, rows }) => {
    const written = rows.map((cells) => `<table:table-row>${cells.map(cellXml).join("")}</table:table-row>`);
    return `<table:table table:name="${escapeXml(name)}">${written.join("\n")}</table:table>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>
<table:calculation-settings><table:null-date table:date-value="${nullDate}"/></table:calculation-settings>
${tables.join("\n")}
</office:spreadsheet></office:body></office:document>
`;
}

function cellXml(cell: Written | Column): string {
  if (cell === undefined) return "<table:table-cell/>";
  if (typeof cell === "number") return `<table:table-cell office:value-type="float" office:value="${cell}"/>`;
  if (typeof cell === "object") {
    const span = `table:number-matrix-columns-spanned="1" table:number-matrix-rows-spanned="${cell.rows}"`;
    return `<table:table-cell ${span} table:formula="of:${escapeXml(cell.formula)}"/>`;
  }
  if (cell.startsWith("=")) return `<table:table-cell table:formula="of:${escapeXml(cell)}"/>`;
  return `<table:table-cell office:value-type="string"><text:p>${escapeXml(cell)}</text:p></table:table-cell>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
