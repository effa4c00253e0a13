import type { ClaimInput } from "../../check/rules/model.ts";

/** Invented sentences of no real place, right ones and wrong ones, to see how the table is filled. */
export const EXAMPLES: readonly { readonly key: string; readonly claims: readonly ClaimInput[] }[] = [
  {
    key: "rates",
    claims: [
      { type: "rate", part: "187 hộ", whole: "3.864 hộ", printed: "4,84%", text: "Toàn xã có 3.864 hộ, trong đó có 187 hộ nghèo, chiếm 4,84%." },
      { type: "percentOfPlan", actual: "412 học viên", plan: "400 học viên", printed: "103%", wording: "đạt", text: "Mở 14 lớp nghề cho 412 học viên, đạt 103% kế hoạch (400 học viên)." },
      { type: "percentOfPlan", actual: "655 lao động", plan: "500 lao động", printed: "131%", wording: "vượt", text: "Giới thiệu việc làm cho 655 lao động, vượt 131% kế hoạch (500 lao động)." },
    ],
  },
  {
    key: "changes",
    claims: [
      { type: "points", previous: "6,12%", now: "4,84%", printed: "1,28%", wording: "giảm", text: "Tỷ lệ hộ nghèo từ 6,12% còn 4,84%, giảm 1,28%." },
      { type: "difference", from: "265 hộ", to: "214 hộ", printed: "51 hộ", wording: "giảm", text: "Số hộ cận nghèo từ 265 hộ còn 214 hộ, giảm 51 hộ." },
      { type: "relativeChange", previous: "320 người", now: "360 người", printed: "12,5%", wording: "tăng", text: "Lao động làm việc ngoài tỉnh từ 320 người lên 360 người, tăng 12,5%." },
      { type: "average", total: "458 học viên", count: "14 lớp", printed: "33 học viên/lớp", text: "Có 458 học viên học ở 14 lớp, bình quân 33 học viên/lớp." },
    ],
  },
  {
    key: "totals",
    claims: [
      { type: "sum", parts: ["118", "126", "97", "131"], total: "427 lao động", text: "Quý I 118, quý II 126, quý III 97, quý IV 131; cả năm 427 lao động." },
      {
        type: "sharedDenominator",
        rates: [{ part: "187 hộ", printed: "4,84%" }, { part: "214 hộ", printed: "5,54%" }, { part: "96 hộ", printed: "2,84%" }],
        text: "Hộ nghèo 187 hộ (4,84%), hộ cận nghèo 214 hộ (5,54%), hộ nghèo dân tộc thiểu số 96 hộ (2,84%).",
      },
      { type: "rate", part: "5.130 lao động", printed: "68,4%", text: "Có 5.130 lao động đã qua đào tạo, đạt 68,4%." },
    ],
  },
];
