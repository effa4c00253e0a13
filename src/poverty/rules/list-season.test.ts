import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { reviewSeasons } from "../review-seasons.ts";
import { listSince } from "./list-season.ts";

const since = (on: string): string => listSince(reviewSeasons(), plainDate(on));

describe("the list that speaks for a day", () => {
  it.each([
    ["2023-12-31", "2023-09-01"], ["2023-12-14", "2023-09-01"], ["2023-12-13", "2022-09-01"], ["2024-06-30", "2023-09-01"], ["2024-12-31", "2024-09-01"],
    ["2019-12-31", "2019-09-01"],
  ])("on %s is one decided since %s", (on, first) => expect(since(on)).toBe(first));
});
