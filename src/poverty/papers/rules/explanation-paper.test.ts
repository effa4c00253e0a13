import { expect, it } from "vitest";
import { pdfPages } from "../../../../test/support/pdf-text.ts";
import { plainDate as day } from "../../../kernel/date.ts";
import { renderPaper } from "../../../papers/render.ts";
import { loadRulesets } from "../../load.ts";
import { testTemplates } from "../templates.testing.ts";
import { explanationPaper, type ExplanationWords } from "./explanation-paper.ts";
import { templateOn } from "./template.ts";

const indicators = loadRulesets("src/poverty/standards").find(({ id }) => id === "VN-2022")!.indicators.indicators;
const words = (lacking: number): ExplanationWords => ({
  template: templateOn(testTemplates(), "explanation", day("2024-01-01"))!, unitName: "Xã Phú Hữu", unitLabel: "xã Phú Hữu", headName: "Nguyễn Văn Bảy", hamlet: "ấp Phú Hiệp", on: day("2024-01-01"),
  recognised: "Gia đình được công nhận là hộ nghèo từ ngày 10/12/2023, Quyết định số 12/QĐ-UBND.", summary: "Hộ nghèo.",
  reasons: Array.from({ length: 4 }, () => "Điểm B1 130 ≤ 140 (mức điểm thu nhập tối đa, khu vực nông thôn; Thông tư 07/2021/TT-BLĐTBXH)"), scores: { income: 130, deprivation: lacking * 10 },
  lacking: indicators.slice(0, lacking).map(({ code, name, deprivedWhen }) => ({ code, name: name.value!.vi, when: deprivedWhen.value?.vi ?? null })),
  support: [{ indicator: "employment", text: "Đào tạo nghề, kết nối việc làm", source: "chưa đối chiếu văn bản" }, { indicator: null, text: "Trợ giúp pháp lý", source: null }], objectionsUntil: null, illustrative: true,
});

it.each([0, 3, 4, 5, 12])("is one page, also with %d services lacking", async (lacking) => {
  const pages = pdfPages((await renderPaper([explanationPaper(words(lacking))], "pdf", { title: "x", fileName: "x", frozenAt: new Date(0) })).bytes);
  expect(pages).toHaveLength(1);
  if (lacking > 0) expect(pages[0]!.replaceAll("\n", " ")).toContain("Đào tạo nghề");
  expect(pages[0]!.replaceAll("\n", " ")).toContain("Trợ giúp pháp lý");
});
