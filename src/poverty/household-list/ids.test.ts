import { expect, test } from "vitest";
import { isUuid } from "../../kernel/id.ts";
import { idMaker } from "./ids.ts";

test("ids of a list are distinct UUIDs of version 7 in the order of time", () => {
  let clock = Date.UTC(2026, 10, 23);
  const newId = idMaker(() => clock++);
  const ids = Array.from({ length: 10_000 }, () => newId());
  expect(ids.every((id) => isUuid(id) && id[14] === "7")).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});
