import { describe, expect, it } from "vitest";
import { changed, parseSearch, stringifySearch } from "./navigation.tsx";

describe("addresses", () => {
  it("keep every value as the text it is", () => {
    const values = { area: "30352@2025-07-01", on: "2023-12-31", page: "2", q: "Nguyễn & Trần = 1" };
    expect(parseSearch(stringifySearch(values))).toEqual(values);
    expect(stringifySearch({ area: "30352@2025-07-01", on: "2023-12-31" })).toBe("?area=30352@2025-07-01&on=2023-12-31");
  });

  it("leave out what is empty", () => {
    expect(stringifySearch({ q: "", page: undefined })).toBe("");
    expect(changed({ q: "a", page: "3" }, { page: null, sort: "-name" })).toEqual({ q: "a", page: undefined, sort: "-name" });
  });
});
