import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "demo/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.api.test.ts", "**/*.db.test.ts"],
          isolate: false,
          testTimeout: 90_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "db",
          include: ["{src,demo}/**/*.{api,db}.test.ts", "test/**/*.test.ts"],
          globalSetup: ["test/database.setup.ts"],
          // the program is imported once a worker: files share it, each has a database of its own
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
