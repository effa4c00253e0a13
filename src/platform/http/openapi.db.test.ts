import { afterAll, beforeAll, expect, it } from "vitest";
import { testServices } from "../../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { buildApis, buildApp } from "../../main.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("describes every route of every feature, each under its own name", async () => {
  const services = testServices(database);
  const response = await buildApp(services).request("/api/openapi.json");
  const description = (await response.json()) as { openapi: string; paths: Record<string, Record<string, { operationId: string }>> };
  expect(description.openapi).toBe("3.1.0");
  const described = Object.values(description.paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
  const names = buildApis(services, []).flatMap((api) => Object.keys(api.routes));
  expect(described.map((id) => id.split(".").at(-1)!).toSorted()).toEqual(names.toSorted());
  expect(new Set(described).size).toBe(names.length);
});
