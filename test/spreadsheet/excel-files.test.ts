/**
 * The files of the Excel add-in: they must fit one another, or Excel shows nothing but #NAME?.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { FunctionsMetadata } from "../../build/excel-page.ts";
import { openAddIn } from "./excel-host.ts";

let addIn: Awaited<ReturnType<typeof openAddIn>>;
let manifest: string;
let metadata: FunctionsMetadata;
beforeAll(async () => {
  addIn = await openAddIn();
  manifest = addIn.read("manifest.xml");
  metadata = JSON.parse(addIn.read("functions.json")) as FunctionsMetadata;
});
afterAll(() => addIn.close());

/** What a pattern captures in the manifest, sorted. */
function inManifest(pattern: RegExp): string[] {
  return [...manifest.matchAll(pattern)].map(([, found]) => found!).sort();
}

describe("functions.json", () => {
  /** The public names without OUVREE_ and their arguments (docs/excel.md); [x] may be left out. */
  const SIGNATURES = [
    "CALLBACK(called_at, [calendar])",
    "DEADLINE(start, duration, [calendar])",
    "ELAPSED(start, end, [calendar])",
    "ENTITLEMENT(trained, minutes_used)",
    "EXPLAIN(start, duration, [calendar])",
    "ISOPEN(at, [calendar])",
    "NEXTOPEN(at, [calendar])",
    "STATUS(start, duration, [stop], [now], [calendar])",
    "WORKDAYS(from, to, [calendar])",
  ];

  test("has each function with its arguments", () => {
    const written = metadata.functions.map(({ id, parameters }) => {
      const names = parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
      return `${id}(${names.join(", ")})`;
    });
    expect(written.sort()).toEqual(SIGNATURES);
  });

  test("each id has a function that answers, and each function an id", async () => {
    const { ids } = await addIn.start();
    expect([...ids].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
    for (const { id, name } of metadata.functions) expect(name).toBe(id);
  });

  test("the one whose present may be left out is volatile, and no other", () => {
    expect(metadata.functions.filter(({ options }) => options?.volatile === true).map(({ id }) => id)).toEqual([
      "STATUS",
    ]);
  });

  test("all take ranges and give ranges, with errors in them, and say what they are", () => {
    expect(metadata).toMatchObject({ allowErrorForDataTypeAny: true });
    for (const entry of metadata.functions) {
      expect(entry).toMatchObject({ result: { dimensionality: "matrix" }, description: expect.stringMatching(/\w/) });
      for (const parameter of entry.parameters) {
        expect(parameter).toMatchObject({
          type: "any",
          dimensionality: "matrix",
          description: expect.stringMatching(/\w/),
        });
      }
    }
  });
});

describe("functions.js", () => {
  test("begins with the two settings, each in a line of its own", () => {
    const lines = addIn.read("functions.js").split("\n");
    expect(lines.filter((line) => line.startsWith("var "))).toEqual([
      "var OUVREE_CALENDAR = null;",
      'var OUVREE_DATE_SYSTEM = "1900";',
    ]);
    expect(lines.slice(0, 6).every((line) => /^(\/\/|var )/.test(line))).toBe(true);
  });
});

describe("functions.html", () => {
  test("runs the functions after Excel's own script, and lists them", () => {
    const page = addIn.read("functions.html");
    const scripts = [...page.matchAll(/<script src="([^"]+)">/g)].map(([, src]) => src);
    expect(scripts).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "functions.js"]);
    for (const { id } of metadata.functions) expect(page).toContain(`<code>=OUVREE.${id}(`);
  });
});

describe("manifest.xml", () => {
  test("is well-formed", async () => {
    const lint = async (contents: string): Promise<readonly unknown[]> =>
      (await validateXML({ xml: [{ fileName: "manifest.xml", contents }], normalization: "format" })).errors;
    expect(await lint(manifest)).toEqual([]);
    expect(await lint(manifest.replace("</Hosts>", ""))).not.toEqual([]);
  });

  test("has the version of the package, in four numbers", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(inManifest(/<Version>([^<]*)</g)).toEqual([`${version}.0`]);
  });

  test("names only files that are built, under one https address", () => {
    const urls = inManifest(/"(https?:\/\/localhost[^"]*)"/g);
    expect(urls.length).toBeGreaterThan(8);
    for (const url of urls) {
      expect(url).toMatch(/^https:\/\/localhost:3000\//);
      expect(existsSync(join(addIn.folder, new URL(url).pathname)), url).toBe(true);
    }
  });

  test("uses each resource that it has, and has each that it uses, within the lengths that Office allows", () => {
    const ids = inManifest(/<bt:\w+ id="([^"]+)"/g);
    expect([...new Set(inManifest(/resid="([^"]+)"/g))]).toEqual(ids);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
    const strings = (kind: string): string[] =>
      [...(manifest.split(`<bt:${kind}>`)[1] ?? "").split(`</bt:${kind}>`)[0]!.matchAll(/DefaultValue="([^"]*)"/g)].map(
        ([, text]) => text!,
      );
    expect(strings("ShortStrings").filter((text) => text.length > 125)).toEqual([]);
    expect(strings("LongStrings").filter((text) => text.length > 250)).toEqual([]);
    expect(strings("LongStrings")).toHaveLength(2);
  });

  test("has the parts that custom functions need", () => {
    const files = { Script: "functions.js", Page: "functions.html", Metadata: "functions.json" };
    for (const [part, file] of Object.entries(files)) {
      const [resid] = inManifest(new RegExp(`<${part}>\\s*<SourceLocation resid="([^"]+)"`, "g"));
      expect(manifest).toContain(`<bt:Url id="${resid}" DefaultValue="https://localhost:3000/${file}"/>`);
    }
    const [namespace] = inManifest(/<Namespace resid="([^"]+)"/g);
    expect(manifest).toContain(`<bt:String id="${namespace}" DefaultValue="OUVREE"/>`);
    // The shared runtime: the page of the functions is that of the runtime.
    expect(inManifest(/<Runtime resid="([^"]+)" lifetime="long"/g)).toEqual(
      inManifest(/<Page>\s*<SourceLocation resid="([^"]+)"/g),
    );
  });
});

test.each([16, 32, 64, 80])("the icon of %i pixels is a PNG of that size, drawn", (sizePx) => {
  const png = readFileSync(join(addIn.folder, "assets", `icon-${sizePx}.png`));
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([sizePx, sizePx]);
  const dataAt = png.indexOf("IDAT");
  const pixels = inflateSync(png.subarray(dataAt + 4, dataAt + 4 + png.readUInt32BE(dataAt - 4)));
  // A line is a filter byte and four bytes a pixel.
  expect(pixels).toHaveLength(sizePx * (1 + 4 * sizePx));
  const alphaAt = (x: number, y: number): number => pixels[y * (1 + 4 * sizePx) + 1 + 4 * x + 3]!;
  expect([alphaAt(0, 0), alphaAt(sizePx / 2, sizePx / 2)]).toEqual([0, 255]);
});
