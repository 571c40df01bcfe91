/**
 * The process of docs-host.ts: told `{ path, folder }`, it imports a program with that folder as its own, and sends what it printed.
 */
import { pathToFileURL } from "node:url";
import { format } from "node:util";

let count = 0;

process.on("message", async ({ path, folder }) => {
  const lines = [];
  console.log = (...values) => void lines.push(format(...values));
  process.chdir(folder);
  let isWell = false;
  try {
    // A program may be written anew under its name; a module is kept by its address.
    await import(`${pathToFileURL(path).href}?${count++}`);
    // What a program did not wait for may still print, or fail.
    await new Promise((done) => setTimeout(done));
    isWell = process.exitCode === undefined;
  } catch {
    // Its own process will say why.
  }
  process.exitCode = undefined;
  process.send(isWell ? { output: lines.join("\n") } : {});
});
