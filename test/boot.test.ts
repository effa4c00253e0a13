import { describe, expect, it } from "vitest";
import { openTestDatabase } from "./support/database.ts";

describe("a new database", () => {
  it("holds the units and no role may pass its tenant", async () => {
    const database = await openTestDatabase();
    try {
      await expect(database.pool.query("select 1 from ref.unit")).rejects.toThrow(/permission denied/);
    } finally {
      await database.close();
    }
  });
});
