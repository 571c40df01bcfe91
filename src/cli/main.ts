/**
 * The `ouvree` program.
 */
import { run } from "./run.ts";
import { processTerminal } from "./terminal.ts";

// A reader that closes early (`ouvree … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});
// Complaints that nobody reads change no verdict.
process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Not process.exit: what is still being written to a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), processTerminal());
