import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceActor, workerActor } from "../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { newId } from "../platform/door.ts";
import { findBrokenSeal, sealAudit } from "./seal.ts";
import { ViewLog } from "./views.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const act = (name: string): Promise<null> => database.door.write(provinceActor(), { commandId: newId(), name, input: { name } }, async () => ({ answer: null }));

const asAdmin = async (sql: string): Promise<void> => {
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await admin.query(sql);
  await admin.end();
};

describe("the sealed audit trail", () => {
  it("numbers committed rows without gaps and chains them, once", async () => {
    for (const name of ["test.one", "test.two", "test.three"]) await act(name);
    expect(await sealAudit(database.door, workerActor())).toBe(3);
    expect(await sealAudit(database.door, workerActor())).toBe(0);
    await act("test.four");
    expect(await sealAudit(database.door, workerActor())).toBe(1);
    expect(await findBrokenSeal(database.door, workerActor())).toBeNull();
  });

  it("two sealers at once do not number twice", async () => {
    for (let i = 0; i < 5; i++) await act(`test.many${i}`);
    const sealed = await Promise.all([1, 2, 3].map(() => sealAudit(database.door, workerActor())));
    const later = await sealAudit(database.door, workerActor());
    expect(sealed.reduce((sum, n) => sum + n, later)).toBe(5);
    expect(await findBrokenSeal(database.door, workerActor())).toBeNull();
  });

  it("sensitive views are written in a batch and sealed too", async () => {
    const views = new ViewLog(database.door);
    views.note(provinceActor(), "registry.revealIdentifier", "x");
    views.note(provinceActor(), "registry.revealIdentifier", "y");
    await views.flush(() => workerActor());
    expect(await sealAudit(database.door, workerActor())).toBe(2);
  });

  it("the app's own role cannot change or delete an audit row", async () => {
    const change = (sql: string) => database.door.write(provinceActor(), { commandId: newId(), name: "test.tamper", input: sql }, async ({ client }) => {
      await client.query(sql);
      return { answer: null };
    });
    await expect(change("update audit_event set action = 'x'")).rejects.toThrow(/permission denied/);
    await expect(change("delete from audit_event")).rejects.toThrow(/permission denied/);
  });

  it("finds the row that somebody changed behind the program's back", async () => {
    await asAdmin("update t_an_giang.audit_event set subject = 'forged' where action = 'test.two'");
    expect(await findBrokenSeal(database.door, workerActor())).toBe(2);
  });
});
