/**
 * Puts the functions into a LibreOffice profile: the Basic module, the Python script, and where node and the bridge are.
 *
 * What else is in the profile stays: the module is added to the library Standard, next to your own. Close LibreOffice first, it
 * writes its profile when it ends. Running it again brings an installation up to date.
 *
 * Run: node install.mjs [--calendar PRESET-OR-FILE] [--profile FOLDER]
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const MODULE = "Ouvree";
const EMPTY_LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
</library:library>
`;

const { values } = parseArgs({ options: { calendar: { type: "string" }, profile: { type: "string" } } });
const profile = values.profile ?? usualProfile();
// Its first start would write its own list of modules over ours.
if (!existsSync(join(profile, "registrymodifications.xcu"))) {
  console.error(`no LibreOffice profile in ${profile}: start LibreOffice once and close it, or say --profile FOLDER`);
  process.exit(2);
}
const library = join(profile, "basic", "Standard");
const scripts = join(profile, "Scripts", "python");
for (const folder of [library, scripts]) mkdirSync(folder, { recursive: true });

copyFileSync(join(import.meta.dirname, "basic", "Standard", `${MODULE}.xba`), join(library, `${MODULE}.xba`));
writeFileSync(join(library, "script.xlb"), withModule(readOr(join(library, "script.xlb"), EMPTY_LIBRARY)));
copyFileSync(join(import.meta.dirname, "python", "ouvree.py"), join(scripts, "ouvree.py"));
const settings = {
  node: process.execPath,
  bridge: join(import.meta.dirname, "bridge.mjs"),
  ...(values.calendar === undefined ? {} : { calendar: readOr(values.calendar, values.calendar) }),
};
writeFileSync(join(scripts, "ouvree.json"), `${JSON.stringify(settings, undefined, 2)}\n`);
console.log(`installed into ${profile}`);

/** Where LibreOffice keeps the profile of its user. */
function usualProfile() {
  if (process.platform === "win32") return join(process.env.APPDATA, "LibreOffice", "4", "user");
  if (process.platform === "darwin")
    return join(homedir(), "Library", "Application Support", "LibreOffice", "4", "user");
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), ".config"), "libreoffice", "4", "user");
}

/** The list of a library's modules with ours in it, once. */
function withModule(list) {
  const element = `<library:element library:name="${MODULE}"/>`;
  if (list.includes(element)) return list;
  // A library without modules may be written as one empty element.
  const open = list.replace(/(<library:library\b[^>]*?)\/>/, "$1>\n</library:library>");
  return open.replace("</library:library>", ` ${element}\n</library:library>`);
}

function readOr(path, otherwise) {
  return existsSync(path) ? readFileSync(path, "utf8") : otherwise;
}
