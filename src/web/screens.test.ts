import { describe, expect, it } from "vitest";
import type { Session } from "../accounts/contract.ts";
import { firstPath, navOf, railPath, searchSourcesOf } from "./screens.ts";

const session = (role: Session["role"], fields: readonly string[]): Session => ({ role, fields }) as unknown as Session;

describe("the rail", () => {
  it("marks the page that a record belongs to, not one whose path only begins alike", () => {
    const rail = navOf(session("commune", ["poverty", "training", "jobs"]));
    expect(["/import/list/job-events", "/import/0190", "/training/sessions/0190", "/review/check-table", "/jobs/seekers/0190", "/account"].map((at) => railPath(rail, at)))
      .toEqual(["/import/lists", "/import", "/training/classes", "/review/tables", "/jobs/seekers", undefined]);
  });

  it("of a training centre holds its own work, of a job-service centre no training and no poverty", () => {
    expect(navOf(session("training_centre", ["training"])).map(({ group, links }) => [group, links.length > 5 ? "many" : links.map(({ path }) => path)])).toEqual([["overview", ["/work"]], ["training", "many"], ["exchange", ["/import/lists"]]]);
    const groups = navOf(session("job_centre", ["jobs"])).map(({ group }) => group);
    expect(groups).toEqual(expect.arrayContaining(["overview", "jobs", "fairs", "migration", "enterprises"]));
    expect(groups.filter((group) => group === "training" || group === "poverty")).toEqual([]);
  });

  it("begins with the queue for a centre and with the board for an office", () => {
    expect([firstPath(session("training_centre", ["training"])), firstPath(session("job_centre", ["jobs"])), firstPath(session("commune", ["jobs"]))]).toEqual(["/work", "/work", "/board"]);
  });
});

it("Ctrl K searches the lists that a session has in its rail, by role and by field", () => {
  const sources = (role: Session["role"], ...fields: string[]): string[] => searchSourcesOf(session(role, fields)).map(({ id }) => id).toSorted();
  expect(sources("commune", "poverty", "training", "jobs")).toEqual(["classes", "fairs", "organisations", "overseas", "persons", "seekers"]);
  expect(searchSourcesOf(session("commune", ["poverty", "jobs"]))[0]!.id).toBe("persons");
  expect(sources("commune", "poverty")).toEqual(["persons"]);
  expect(sources("leader", "training")).toEqual(["classes", "organisations", "persons"]);
  expect(sources("surveyor", "jobs")).toEqual(["organisations", "overseas", "persons", "seekers"]);
  expect(sources("training_centre", "training")).toEqual(["classes"]);
});
