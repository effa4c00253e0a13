import type { PlainDate } from "../../kernel/date.ts";
import { codeWords, dayOfText, moneyOfText, numberOfText, type RowProblem, type RowRead, type RowTexts } from "../../registry/rules/list-row.ts";
import type { CONTRACTS, EDUCATION, PLACE_KINDS, SHIFTS, TECHNICAL } from "./vacancy.ts";

type Of<L extends readonly string[]> = L[number];

export const EDUCATION_WORDS = codeWords<Of<typeof EDUCATION>>({ none: "không yêu cầu|không|không cần", primary: "tiểu học|cấp 1|5/12", lower_secondary: "thcs|trung học cơ sở|cấp 2|9/12|tốt nghiệp thcs", upper_secondary: "thpt|trung học phổ thông|cấp 3|12/12|tốt nghiệp thpt" });
export const TECHNICAL_WORDS = codeWords<Of<typeof TECHNICAL>>({
  none: "không yêu cầu|lao động phổ thông|lđpt|phổ thông|không|chưa qua đào tạo", worker: "công nhân kỹ thuật|cnkt", under_3_months: "dưới 3 tháng|chứng chỉ dưới 3 tháng", elementary: "sơ cấp|sơ cấp nghề", intermediate: "trung cấp|trung cấp nghề",
  college: "cao đẳng|cao đẳng nghề", university: "đại học", postgraduate: "trên đại học|thạc sĩ|tiến sĩ",
});
export const WORK_PLACE_WORDS = codeWords<Of<typeof PLACE_KINDS>>({ xa: "trong xã|tại xã", tinh: "trong tỉnh|trong huyện|an giang", ngoai_tinh: "ngoài tỉnh|tp.hcm|bình dương|đồng nai|long an|thành phố hồ chí minh", nuoc_ngoai: "nước ngoài" });
const CONTRACT_WORDS = codeWords<Of<typeof CONTRACTS>>({ indefinite: "không xác định thời hạn|kxđth", fixed_term: "xác định thời hạn|xđth", seasonal: "thời vụ|mùa vụ", probation: "thử việc", other: "khác" });
const SHIFT_WORDS = codeWords<Of<typeof SHIFTS>>({ day: "ca ngày|ban ngày|hành chính|giờ hành chính", rotating: "xoay ca|theo ca|2 ca|3 ca", night: "ca đêm|ban đêm" });

/** A vacancy as a firm's list tells it; `employer` and `taxCode` as written. */
export interface VacancyLine {
  readonly employer: string;
  readonly taxCode: string;
  readonly title: string;
  readonly posts: number;
  readonly postsFemale: number | null;
  readonly vsco: string | null;
  readonly description: string | null;
  readonly generalEducation: Of<typeof EDUCATION> | null;
  readonly technicalLevel: Of<typeof TECHNICAL> | null;
  readonly major: string | null;
  readonly experienceMonths: number | null;
  readonly placeKind: Of<typeof PLACE_KINDS>;
  readonly place: string | null;
  readonly country: string | null;
  readonly wageFrom: number | null;
  readonly wageTo: number | null;
  readonly mealSupport: string | null;
  readonly benefits: string | null;
  readonly contractKind: Of<typeof CONTRACTS> | null;
  readonly shift: Of<typeof SHIFTS> | null;
  readonly applyBy: PlainDate | null;
  readonly contact: string | null;
}

/** "7 - 10 triệu", "từ 7.000.000 đến 9.000.000", "8 triệu", "trên 8 triệu"; undefined for words such as "thỏa thuận". */
export function wageRange(text: string): { readonly from: number | null; readonly to: number | null } | undefined {
  const bare = text.replace(/^\s*(?:từ|khoảng|trên|dưới)\s+/iu, "");
  const parts = bare.split(/\s*(?:-|–|đến|~)\s*/iu);
  const unit = /triệu|tr\b/iu.test(bare) ? " triệu" : "";
  const read = parts.map((part) => moneyOfText(/triệu|tr\b|\d[.,]\d{3}/iu.test(part) ? part : `${part}${unit}`));
  if (parts.length > 2 || read.some((value) => value === undefined)) return undefined;
  if (parts.length === 2) return { from: read[0]!, to: read[1]! };
  return /^\s*trên\s/iu.test(text) ? { from: read[0]!, to: null } : /^\s*dưới\s/iu.test(text) ? { from: null, to: read[0]! } : { from: read[0]!, to: read[0]! };
}

export function readVacancyLine(texts: RowTexts, usualPlace: Of<typeof PLACE_KINDS>): RowRead<VacancyLine> {
  const problems: RowProblem[] = [];
  const cell = (field: string): string => texts[field] ?? "";
  const warn = (field: string): void => void problems.push({ severity: "warning", code: "enterprises.list.unread", field, data: { text: cell(field) } });
  const oneOf = <C extends string>(field: string, words: { of: (text: string) => C | undefined }): C | null => {
    const code = cell(field) === "" ? undefined : words.of(cell(field));
    if (code === undefined && cell(field) !== "") warn(field);
    return code ?? null;
  };
  const posts = numberOfText(cell("posts"));
  if (cell("title") === "") problems.push({ severity: "error", code: "enterprises.list.titleMissing", field: "title" });
  if (posts === undefined || !Number.isInteger(posts) || posts < 1) problems.push({ severity: "error", code: "enterprises.list.postsWrong", field: "posts", data: { text: cell("posts") } });
  const women = cell("posts_female") === "" ? null : (numberOfText(cell("posts_female")) ?? null);
  if (women !== null && posts !== undefined && women > posts) problems.push({ severity: "error", code: "enterprises.list.womenOverPosts", field: "posts_female", data: { women, posts } });
  const wage = cell("wage") === "" ? undefined : wageRange(cell("wage"));
  if (wage === undefined && cell("wage") !== "") warn("wage");
  const applyBy = cell("apply_by") === "" ? null : (dayOfText(cell("apply_by")) ?? null);
  if (applyBy === null && cell("apply_by") !== "") warn("apply_by");
  const vsco = /^\d{1,5}$/.test(cell("vsco")) ? cell("vsco") : null;
  const placeKind = WORK_PLACE_WORDS.of(cell("place")) ?? (cell("country") === "" ? usualPlace : "nuoc_ngoai");
  if (placeKind === "nuoc_ngoai" && cell("country") === "") problems.push({ severity: "error", code: "enterprises.list.countryMissing", field: "country" });
  if (problems.some(({ severity }) => severity === "error")) return { problems };
  const months = numberOfText(cell("experience"));
  return {
    problems,
    value: {
      employer: cell("employer"), taxCode: cell("tax_code").replace(/\s/g, ""), title: cell("title"), posts: posts!, postsFemale: women, vsco, description: cell("description") || null, generalEducation: oneOf("education", EDUCATION_WORDS),
      technicalLevel: oneOf("technical", TECHNICAL_WORDS), major: cell("major") || null, experienceMonths: months !== undefined && Number.isInteger(months) && months >= 0 ? months : null, placeKind, place: cell("place") || null, country: cell("country") || null,
      wageFrom: wage?.from ?? null, wageTo: wage?.to ?? null, mealSupport: cell("meal") || null, benefits: cell("benefits") || null, contractKind: oneOf("contract", CONTRACT_WORDS), shift: oneOf("shift", SHIFT_WORDS), applyBy, contact: cell("contact") || null,
    },
  };
}
