import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two workers at most: the machines that run these tests have two cores.
    maxWorkers: 2,
    // The files of a worker share its modules: loading and warming the library anew for each took half of a short file's time.
    // The library keeps no state but what it has worked out, and a test puts back what it changes: spies are put back here.
    isolate: false,
    restoreMocks: true,
    reporters: ["default", "./test/helpers/skips-reporter.ts"],
  },
});

export default config;
