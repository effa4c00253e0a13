import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { plainText } from "../../papers/paper.ts";
import { funnelOf, type StepCount } from "./funnel.ts";
import { countMilestones } from "./milestones.ts";
import { fairReport, fairSentence, type ReportFair } from "./report-paper.ts";
import type { FunnelStep } from "./steps.ts";

const tally = (step: FunnelStep, count: number): StepCount => ({ step, persons: 0, touches: 0, tally: count });
const FAIR: ReportFair = { name: "An Phú năm 2023", kind: "phien_luu_dong", onDate: plainDate("2023-07-15"), toDate: null, place: "Nhà văn hóa huyện", unitName: "Huyện An Phú", organiser: null, partnerCentres: null, decisionNo: null, budgetLine: null };
const LINES = funnelOf([tally("f1", 32), tally("f4a", 508), tally("f4b", 19), tally("f5a", 86), tally("f5b", 75), tally("f7", 16), tally("f8", 213)]);

describe("the report of a fair", () => {
  it("says the sentence of the article, each number a door to its rows", () => {
    const runs = fairSentence(FAIR, LINES);
    expect(plainText(runs)).toBe(
      "Tổ chức phiên giao dịch việc làm lưu động “An Phú năm 2023” ngày 15/07/2023 tại Nhà văn hóa huyện, có 32 doanh nghiệp tham gia; 508 lượt đăng ký tìm việc trực tiếp tại doanh nghiệp, 19 lượt đăng ký trực tuyến tại sàn; 86 người được phỏng vấn trực tiếp, 75 người được hẹn phỏng vấn; 16 người đăng ký đi làm việc ở nước ngoài, 213 người đăng ký học nghề.");
    expect(runs.filter(({ key }) => key).map(({ key, text }) => [key, text])).toEqual([["f1", "32"], ["f4a", "508"], ["f4b", "19"], ["f5a", "86"], ["f5b", "75"], ["f7", "16"], ["f8", "213"]]);
  });

  it("has the share of registrations that reached an interview, and says nothing where nothing is known", () => {
    const paper = fairReport(FAIR, { lines: LINES, firms: [], milestones: countMilestones([]), followups: [], hiredLater: 0, warnings: ["x"] });
    const words = paper.blocks.flatMap((block) => (block.kind === "paragraph" ? [plainText(block.words)] : []));
    expect(words[1]).toBe("Phỏng vấn và hẹn phỏng vấn so với lượt đăng ký: 161/527, bằng 30,6%.");
    expect(paper.head?.issuer).toBe("UBND HUYỆN AN PHÚ");
    expect(plainText(fairSentence(FAIR, funnelOf([])))).toContain("chưa có số liệu");
  });
});
