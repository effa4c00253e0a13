import { unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { wordDocumentText } from "../../test/support/word-text.ts";
import { narrativeDocx } from "./narrative-docx.ts";
import type { NarrativeReport } from "./narrative.ts";
import { povertyParagraph, type PovertyFigures } from "./rules/poverty-paragraph.ts";
import type { Bound } from "./rules/writer.ts";

const bound = (indicator: string, value: string, text: string, marks: string[] = []): Bound => ({ indicator, value, text, marks });
const figures: PovertyFigures = {
  households: bound("population.households", "41504", "41.504"), poor: bound("poverty.poor_households", "2354", "2.354"), poorRate: bound("poverty.poor_rate", "5.67", "5,67%"),
  poorPoints: bound("poverty.rate_reduction_points", "2.29", "2,29 điểm phần trăm"), poorNet: bound("poverty.net_reduction_households", "900", "900"),
  percentOfPlan: bound("poverty.rate_reduction_points#percent_of_plan", "134.7", "134,7%", ["backward"]), planText: "1,70 điểm phần trăm",
  nearPoor: bound("poverty.near_poor_households", "3092", "3.092"), nearRate: bound("poverty.near_poor_rate", "7.45", "7,45%"),
  nearPoints: bound("poverty.near_rate_reduction_points", "0.91", "0,91 điểm phần trăm"), nearNet: bound("poverty.near_net_reduction_households", "325", "325"),
};

function report(changes: Partial<PovertyFigures> = {}): NarrativeReport {
  const { paragraph, gaps } = povertyParagraph({ ...figures, ...changes }, { area: "huyện An Phú", year: 2023, asOf: null });
  return {
    title: "Báo cáo kết quả công tác đào tạo nghề, giải quyết việc làm và giảm nghèo năm 2023", area: { uid: "886@0", name: "Huyện An Phú" }, year: 2023, asOf: "2023-12-31", fields: ["poverty"],
    paragraphs: [paragraph], missing: gaps,
    figures: [{ label: "Hộ nghèo", indicator: "poverty.poor_households", year: 2023, value: "2354", text: "2.354", unit: "hộ", marks: [] }],
    plans: [{ indicator: "poverty.rate_reduction_points", name: "Mức giảm tỷ lệ hộ nghèo", years: "2023", text: "1,70 điểm phần trăm", document: "Quyết định 1", kind: "backward" }],
  };
}

const say = (code: string): string => `(${code})`;

describe("the Word file of the report", () => {
  afterEach(() => void vi.useRealTimers());

  it("is the same byte for byte when it is made again three seconds later", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T02:00:00Z") });
    const first = await narrativeDocx(report(), say);
    vi.setSystemTime(Date.now() + 3_000);
    const second = await narrativeDocx(report(), say);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    vi.setSystemTime(Date.now() + 400 * 86_400_000);
    expect(Buffer.from(await narrativeDocx(report(), say)).equals(Buffer.from(first))).toBe(true);
  });

  it("has the parts of NĐ 30/2020 in their order, ends with ./. and stays a draft", async () => {
    const text = wordDocumentText(await narrativeDocx(report(), say));
    const parts = ["UBND HUYỆN AN PHÚ", "Số:", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Phú, ngày", "DỰ THẢO", "BÁO CÁO", "Kết quả công tác", "2.354 hộ nghèo", "./.", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "Phụ lục"];
    const places = parts.map((part) => text.indexOf(part));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("is an A4 page with margins 20, 20, 30, 15 mm in Times New Roman 14", async () => {
    const parts = unzipSync(await narrativeDocx(report(), say));
    const xml = Buffer.from(parts["word/document.xml"]!).toString("utf8");
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(Buffer.from(parts["word/styles.xml"]!).toString("utf8")).toMatch(/Times New Roman[\s\S]*w:sz w:val="28"/);
  });

  it("says what is missing instead of a number", async () => {
    const absent: Bound = { missing: { code: "indicators.noList", data: {} } };
    const text = wordDocumentText(await narrativeDocx(report({ poor: absent, poorRate: absent, poorPoints: absent, poorNet: absent }), say));
    expect(text).toContain("Chưa có số liệu về số hộ nghèo: (indicators.noList)");
    expect(text).not.toContain("hộ nghèo (chiếm");
  });
});
