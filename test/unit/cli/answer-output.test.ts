/**
 * Answers as pictures and to files: `--format F[=PATH]`, `--lang`, `--no-clobber`, `--worst`.
 */
import { describe, expect, it } from "vitest";
import { expectUnusable, lines, ouvree } from "./fake-terminal.ts";

const ASK = ["explain", "2026-05-22T16:00+02:00", "PT4H", "--policy", "clip-industrie"];
const CASES = lines(
  "case,kind,customer,event,at,person",
  "A,anomaly,acme,called,2026-06-01T09:00:00+02:00,",
  "A,anomaly,acme,assisted,2026-06-01T16:00:00+02:00,",
);
const files = { "t.csv": CASES };
const CASE = ["explain", "t.csv", "--policy", "clip-industrie", "--case", "A", "--as-of", "2026-06-26T18:00:00+02:00"];
const CHECK = ["check", "t.csv", "--policy", "clip-industrie", "--as-of", "2026-06-26T18:00:00+02:00"];

describe("a picture", () => {
  it("goes to standard output, or to a file", () => {
    const { code, out } = ouvree([...ASK, "--format", "svg"]);
    expect([code, out.startsWith("<svg "), out.endsWith("</svg>\n")]).toEqual([0, true, true]);
    expect(ouvree([...ASK, "--svg"])).toEqual({ code: 0, out, err: "" });
    const ran = ouvree([...ASK, "--format", "svg=a.svg"]);
    expect([ran.code, ran.out, ran.written]).toEqual([0, "", { "a.svg": out }]);
    expect(ouvree([...ASK, "--format", "svg", "--lang", "fr"]).out).toContain(">Lundi de Pentecôte</text>");
  });

  it("is of one commitment on a case", () => {
    const { out } = ouvree([...CASE, "--commitment", "anomaly", "--format", "svg"], { files });
    expect(ouvree([...CASE, "--commitment", "anomaly", "--svg"], { files }).out).toBe(out);
    expect(out).toContain(">A, anomaly: missed by 1 h</title>");
    const many = ouvree([...CASE, "--format", "svg"], { files });
    expectUnusable(many, /svg is a picture of one commitment; say which: --commitment anomaly, callback/);
  });
});

describe("other answers", () => {
  it("go to files, too", () => {
    const { out, written } = ouvree([...ASK, "--format", "json=a.json"]);
    expect([out, Object.keys(written!)]).toEqual(["", ["a.json"]]);
    expect(JSON.parse(written!["a.json"]!).segments).toHaveLength(7);
  });
});

describe("the page of a check", () => {
  it("is in a language, with so many cases", () => {
    const { code, written } = ouvree([...CHECK, "--format", "html=r.html", "--lang", "fr", "--worst", "1"], { files });
    expect(code).toBe(1);
    expect(written!["r.html"]).toContain('<html lang="fr">');
    expect(written!["r.html"]!.split("<article ")).toHaveLength(2);
    expect(written!["r.html"]).toContain('data-band="late"');
    // Nobody is named unless asked for.
    expect(written!["r.html"]).not.toContain("acme");
    expect(ouvree([...CHECK, "--format", "html", "--show", "customers"], { files }).out).toContain("customer acme");
  });
});

describe("what is refused in one line", () => {
  it.each([
    [[...ASK, "--format", "text", "--svg"], /one --format; --svg is one/],
    [[...ASK, "--format", "svgg"], /--format: "svgg" is not known; did you mean "svg"/],
    [[...ASK, "--format", "svg="], /--format svg= needs a path/],
    [[...ASK, "--format", "svg", "--format", "json"], /an answer has one --format/],
    [[...ASK, "--format", "svg", "--lang", "de"], /--lang: "de" is not known; use en or fr/],
    [["elapsed", ...ASK.slice(1), "--format", "svg"], /use text or json/],
    [["explain", ASK[1]!, "2026-05-26T10:00+02:00", ...ASK.slice(3), "--format", "svg"], /picture of a deadline/],
    [[...CHECK, "--worst", "-1"], /--worst/],
    [[...CHECK, "--worst", "many"], /--worst: "many" is no number of cases from 0 to 9999/],
    [[...CHECK, "--lang", "de"], /--lang: "de" is not known/],
  ])("%j", (args, message) => {
    expectUnusable(ouvree(args, { files }), message);
  });
});
