import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Browser tests: one database server with one template for the run, each file works on a copy of its own. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    name: "e2e",
    include: ["e2e/**/*.e2e.test.ts"],
    globalSetup: ["e2e/support/template.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // a loaded machine draws late
    expect: { poll: { timeout: 15_000 } },
    // the program is imported once a worker: each file opens an office of its own
    isolate: false,
    maxWorkers: 2,
    retry: 0,
  },
});
