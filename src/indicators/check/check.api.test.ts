import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../../test/support/actors.ts";
import { TestApp, type Person } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { checkRoutes } from "./http-contract.ts";

let database: TestDatabase;
let app: TestApp;
let officer: Person;

beforeAll(async () => {
  database = await openTestDatabase();
  app = new TestApp(testServices(database));
  officer = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
});
afterAll(() => database.close());

const plan = { type: "percentOfPlan", actual: "5.928", plan: "5.015", printed: "118,2%" };

describe("checking figures over HTTP", () => {
  it("gives the verdict with its reason in words", async () => {
    const report = await officer.call(checkRoutes.checkFigures, { body: { claims: [{ ...plan, wording: "đạt" }, { ...plan, wording: "vượt" }] } });
    expect(report.results.map(({ path, verdict }) => [path, verdict])).toEqual([["claims[0]", "consistent"], ["claims[1]", "misworded"]]);
    expect(report.results[1]!.message).toContain("118,2%");
  });

  it("names every problem of the input in words", async () => {
    const problem = await officer.refused(checkRoutes.checkFigures, { body: { claims: [{ type: "rate", parts: 3 }, { type: "tỷ lệ" }] } });
    expect([problem.status, problem.code]).toEqual([400, "check.unknownField"]);
    expect(problem.data["problems"]).toMatchObject([{ path: "claims[0]", code: "check.unknownField" }, { path: "claims[1].type", code: "check.claimType" }]);
    for (const { message } of problem.data["problems"] as { message: string }[]) expect(message).toContain("docs/cli/check-figures.md");
  });

  it("asks for a session, and for an object", async () => {
    expect((await app.request(checkRoutes.checkFigures, { body: { claims: [plan] } })).status).toBe(401);
    expect((await officer.refused(checkRoutes.checkFigures, { body: [] as never })).code).toBe("http.badInput");
  });
});
