import { describe, expect, it } from "vitest";
import { pdfPages } from "../../../../test/support/pdf-text.ts";
import { plainDate as day } from "../../../kernel/date.ts";
import { renderPaper } from "../../../papers/render.ts";
import { carried, type HamletFile, type ReviewedHousehold } from "./hamlet-file.ts";
import { HAMLET_PAPERS, STEPS, type HamletPaper } from "./hamlet-papers.ts";
import { testTemplates } from "../templates.testing.ts";
import { templateOn } from "./template.ts";

const household = (headName: string, result: ReviewedHousehold["result"], before: ReviewedHousehold["before"] = "none"): ReviewedHousehold =>
  ({ id: headName, headName, members: 4, before, result, scoreIncome: result === undefined ? null : 135, scoreDeprivation: result === undefined ? null : 30, note: null });

const file: HamletFile = {
  template: templateOn(testTemplates(), "hamlet", day("2026-10-01"))!, unitName: "Xã Phú Hữu", unitLabel: "xã Phú Hữu", hamlet: "ấp Phú Hiệp", year: 2026, hamletHead: "Lê Văn Trưởng", surveyors: ["Trần Thị Rà Soát"],
  households: [household("Nguyễn Thị Nghèo", "poor", "poor"), household("Lý Văn Cận", "near_poor"), household("Đỗ Thị Thoát", "none", "poor"), household("Võ Văn Chờ", undefined, "poor")],
  meeting: null, posting: null, agreePercent: 50, formsGiven: 4, formsBack: null, illustrative: false,
};
const held: HamletFile = {
  ...file, posting: { places: "Nhà văn hóa ấp", fromOn: day("2026-11-02"), toOn: day("2026-11-05") },
  meeting: { heldOn: day("2026-10-20"), place: "Nhà văn hóa ấp", chair: "Lê Văn Trưởng", secretary: "Phan Thị Ghi", invited: 60, present: 40, reviewedPresent: 3, agree: 20, disagree: 18, opinions: "Đề nghị xét kỹ hộ ông Cận.", singles: [{ householdId: "x", headName: "Lý Văn Cận", agree: 15, disagree: 25, note: null }] },
};

describe("papers of a hamlet", () => {
  it("each prints, every step's papers exist, each marked as practice not compared with a text", async () => {
    for (const step of Object.values(STEPS)) for (const name of step) expect(HAMLET_PAPERS[name]).toBeTypeOf("function");
    const papers = STEPS.all.map((name) => HAMLET_PAPERS[name](held));
    const pages = pdfPages((await renderPaper(papers, "pdf", { title: "Hồ sơ ấp", fileName: "ho so ap", frozenAt: new Date(0) })).bytes);
    expect(pages.length).toBeGreaterThanOrEqual(papers.length);
    for (const page of pages) expect(page).toContain("chưa đối chiếu văn bản");
  });

  it("minutes: what is known is filled in; half of those present carries the list", () => {
    const text = JSON.stringify(HAMLET_PAPERS.minutes(held));
    for (const part of ["20/10/2026", "20 người", "18 người", "Lý Văn Cận", "Danh sách được thông qua.", "từ 50% người dự họp", "Đề nghị xét kỹ hộ ông Cận.", "02 bản"]) expect(text).toContain(part);
    expect(JSON.stringify(HAMLET_PAPERS.minutes({ ...held, meeting: { ...held.meeting!, agree: 19 } }))).toContain("không được thông qua");
    expect([carried(20, 40, 50), carried(19, 39, 50), carried(20, 41, 50)]).toEqual([true, false, false]);
  });

  it("minutes before the meeting leave votes and people open, and say nothing was carried", () => {
    const text = JSON.stringify(HAMLET_PAPERS.minutes(file));
    expect(text).not.toContain("thông qua.");
    expect(text).toContain(`{"label":"Đồng ý với danh sách","value":null}`);
    expect(JSON.stringify(HAMLET_PAPERS.minutes({ ...file, agreePercent: null }))).toContain("từ ……%");
  });

  it("the posted list names results alone; a household without a result is not posted", () => {
    const text = JSON.stringify(HAMLET_PAPERS.posting(held));
    for (const part of ["Nguyễn Thị Nghèo", "Đỗ Thị Thoát", "02/11/2026", "05/11/2026"]) expect(text).toContain(part);
    for (const part of ["Võ Văn Chờ", "135", "B1", "B2"]) expect(text).not.toContain(part);
  });

  it("the list for the meeting has points, by what is proposed", () => {
    const names: HamletPaper[] = ["agenda"];
    const text = JSON.stringify(HAMLET_PAPERS[names[0]!](file));
    for (const part of ["Đề nghị hộ nghèo: 1 hộ", "Đề nghị ra khỏi danh sách: 1 hộ", "Chưa có kết quả: 1 hộ", "135"]) expect(text).toContain(part);
  });
});
