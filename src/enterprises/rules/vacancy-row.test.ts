import { describe, expect, it } from "vitest";
import { readVacancyLine, wageRange } from "./vacancy-row.ts";

const row = { title: "Công nhân may", posts: "50", posts_female: "30", wage: "7 - 10 triệu", education: "THCS", technical: "LĐPT", apply_by: "31/12/2026", employer: "Công ty Giả Định" };

describe("a line of a firm's list of vacancies", () => {
  it("is read as firms write it", () => {
    expect(readVacancyLine(row, "tinh").value).toMatchObject({ title: "Công nhân may", posts: 50, postsFemale: 30, wageFrom: 7_000_000, wageTo: 10_000_000, generalEducation: "lower_secondary", technicalLevel: "none", applyBy: "2026-12-31", placeKind: "tinh" });
    expect(readVacancyLine({ ...row, place: "Bình Dương" }, "tinh").value).toMatchObject({ placeKind: "ngoai_tinh", place: "Bình Dương" });
    expect(readVacancyLine({ ...row, country: "Nhật Bản" }, "tinh").value).toMatchObject({ placeKind: "nuoc_ngoai" });
  });
  it("keeps wages that say two numbers, one, or a bound", () => {
    expect(wageRange("từ 7.000.000 đến 9.000.000")).toEqual({ from: 7_000_000, to: 9_000_000 });
    expect(wageRange("8,5 triệu")).toEqual({ from: 8_500_000, to: 8_500_000 });
    expect(wageRange("trên 8 triệu")).toEqual({ from: 8_000_000, to: null });
    expect(wageRange("thỏa thuận")).toBeUndefined();
  });
  it("says what keeps it out, and what was left empty", () => {
    const codes = (changes: Record<string, string>) => (readVacancyLine({ ...row, ...changes }, "tinh").problems ?? []).map(({ severity, code, field }) => [severity, code, field]);
    expect(codes({ title: "", posts: "vài" })).toEqual([["error", "enterprises.list.titleMissing", "title"], ["error", "enterprises.list.postsWrong", "posts"]]);
    expect(codes({ posts_female: "60" })).toEqual([["error", "enterprises.list.womenOverPosts", "posts_female"]]);
    expect(codes({ wage: "thỏa thuận", shift: "linh hoạt" })).toEqual([["warning", "enterprises.list.unread", "wage"], ["warning", "enterprises.list.unread", "shift"]]);
  });
});
