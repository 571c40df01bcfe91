/**
 * The `ouvree` program.
 */
import { endOf, run } from "./run.ts";
import { hearSignals } from "./signals.ts";
import { processTerminal } from "./terminal.ts";

const terminal = processTerminal();

// Node itself would end with 1, which is a verdict. What a promise lost comes here, too.
process.on("uncaughtException", (error) => process.exit(endOf(error, terminal)));

try {
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (error) {
  process.exitCode = endOf(error, terminal);
}
// Not process.exit: a watch goes on, and somebody may still be asked something.
await hearSignals();
