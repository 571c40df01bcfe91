/**
 * Says once, after all tests, which of them the machine could not run, and what it lacks for them.
 */
import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";
import { linesOfSkips } from "../../.ci/skips.mjs";

export default class SkipsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skips = modules.flatMap((module) =>
      [...module.children.allTests("skipped")].map(({ fullName }) => ({
        file: relative(process.cwd(), module.moduleId),
        name: fullName,
      })),
    );
    for (const line of linesOfSkips(skips)) console.log(`not run here: ${line}`);
  }
}
