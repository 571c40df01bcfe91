/**
 * One process in which the programs of the documentation run one after the other: the package is loaded once, not once for each.
 *
 * It only ever says that a program printed what it should. Whatever else comes of one (an error, another output, none
 * at all) is undefined here, and is for a process of the program's own to decide.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A process for programs; `close` ends it. */
export interface Host {
  /** What a program printed by `console.log`, or undefined if it did not end well. */
  run(path: string, folder: string): Promise<string | undefined>;
  close(): void;
}

const PROCESS = fileURLToPath(new URL("docs-host.mjs", import.meta.url));

/** A host that starts its process with the first program, and again after one that ended it. Time limit: ms a program. */
export function openHost(env: NodeJS.ProcessEnv, longestRunMs: number): Host {
  let child: ChildProcess | undefined;
  const close = (): void => {
    child?.kill("SIGKILL");
    child = undefined;
  };
  return {
    close,
    run(path, folder) {
      child ??= fork(PROCESS, { env, execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
      const host = child;
      return new Promise((done) => {
        const end = (output: string | undefined): void => {
          clearTimeout(timer);
          host.removeAllListeners();
          done(output);
        };
        const abandon = (): void => {
          close();
          end(undefined);
        };
        const timer = setTimeout(abandon, longestRunMs);
        host.once("message", ({ output }: { output?: string }) => end(output));
        host.once("exit", abandon).once("error", abandon);
        host.send({ path, folder });
      });
    },
  };
}
