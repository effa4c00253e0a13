import { describe, expect, it } from "vitest";
import { plainText } from "./paragraph.ts";
import { povertyParagraph, type PovertyFigures } from "./poverty-paragraph.ts";
import type { Bound } from "./writer.ts";

const figure = (value: string, text: string): Bound => ({ indicator: "x", value, text, marks: [] });
const absent: Bound = { missing: { code: "indicators.noPopulation", data: {} } };
const an_phu: PovertyFigures = {
  households: figure("41504", "41.504"), poor: figure("2354", "2.354"), poorRate: figure("5.67", "5,67%"), poorPoints: figure("2.29", "2,29 điểm phần trăm"), poorNet: figure("900", "900"),
  percentOfPlan: figure("134.7", "134,7%"), planText: "1,70 điểm phần trăm",
  nearPoor: figure("3092", "3.092"), nearRate: figure("7.45", "7,45%"), nearPoints: figure("0.91", "0,91 điểm phần trăm"), nearNet: figure("325", "325"),
};
const tell = (changes: Partial<PovertyFigures> = {}, asOf: string | null = null): string =>
  plainText(povertyParagraph({ ...an_phu, ...changes }, { area: "huyện An Phú", year: 2023, asOf }).paragraph);

describe("the poverty paragraph", () => {
  it("tells what the office printed for 2023, with points called points", () => {
    expect(tell()).toBe(
      "Cuối năm 2023, huyện An Phú có 41.504 hộ dân, trong đó có 2.354 hộ nghèo (chiếm tỷ lệ 5,67% số hộ), tỷ lệ hộ nghèo giảm 2,29 điểm phần trăm (giảm 900 hộ) so với cuối năm 2022, " +
        "đạt 134,7% kế hoạch năm 2023. Toàn địa bàn có 3.092 hộ cận nghèo (chiếm tỷ lệ 7,45% số hộ), tỷ lệ hộ cận nghèo giảm 0,91 điểm phần trăm (giảm 325 hộ) so với cuối năm 2022. ",
    );
  });

  it("says rose where it rose, and that the plan was not reached", () => {
    const text = tell({ poorPoints: figure("-0.40", "-0,40 điểm phần trăm"), poorNet: figure("-12", "-12"), percentOfPlan: figure("-23.5", "-23,5%") });
    expect(text).toContain("tỷ lệ hộ nghèo tăng 0,40 điểm phần trăm (tăng 12 hộ) so với cuối năm 2022, chưa đạt kế hoạch năm 2023 (giảm 1,70 điểm phần trăm)");
    expect(text).not.toMatch(/-\d/);
  });

  it("says the rate fell though the households rose", () => {
    expect(tell({ poorNet: figure("-3", "-3") })).toContain("tỷ lệ hộ nghèo giảm 2,29 điểm phần trăm (tăng 3 hộ)");
  });

  it("says unchanged for nought", () => {
    expect(tell({ poorPoints: figure("0.00", "0,00 điểm phần trăm"), poorNet: figure("0", "0") })).toContain("tỷ lệ hộ nghèo không đổi (không đổi số hộ)");
  });

  it("gives counts without rates where the total of households is not on file, and tells the gap", () => {
    const changes = { households: absent, poorRate: absent, poorPoints: absent, nearRate: absent, nearPoints: absent };
    expect(tell(changes)).toBe("Cuối năm 2023, huyện An Phú có 2.354 hộ nghèo, hộ nghèo giảm 900 hộ so với cuối năm 2022. Toàn địa bàn có 3.092 hộ cận nghèo, hộ cận nghèo giảm 325 hộ so với cuối năm 2022. ");
    const { gaps } = povertyParagraph({ ...an_phu, ...changes }, { area: "x", year: 2023, asOf: null });
    expect(gaps.map(({ label }) => label)).toContain("số hộ dân");
  });

  it("names the day while the year is running", () => expect(tell({}, "30/06/2023")).toMatch(/^Đến ngày 30\/06\/2023, huyện An Phú có/));

  it("binds every number to an indicator", () => {
    const { segments } = povertyParagraph(an_phu, { area: "huyện An Phú", year: 2023, asOf: null }).paragraph;
    const loose = segments.filter((one) => !("figure" in one)).map((one) => one.text).join(" ").match(/\d+/g);
    expect([...new Set(loose)].sort()).toEqual(["2022", "2023"]);
  });
});
