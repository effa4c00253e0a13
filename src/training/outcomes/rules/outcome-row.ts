import type { PlainDate } from "../../../kernel/date.ts";
import { fold, tidySpaces } from "../../../kernel/text/fold.ts";
import { codeWords, dayOfText, moneyOfText, type RowProblem, type RowRead, type RowTexts, yearOfText } from "../../../registry/rules/list-row.ts";
import type { PLACE_KINDS } from "./kinds.ts";

type PlaceKind = (typeof PLACE_KINDS)[number];

/** What became of a learner, as lists write it; the codes are those of `outcome-kinds.json`. */
export const KIND_WORDS = codeWords({
  dn_tuyen: "được doanh nghiệp tuyển dụng|doanh nghiệp tuyển dụng|được doanh nghiệp, cơ sở tuyển dụng|được tuyển dụng|làm công ty|làm việc tại doanh nghiệp|có việc làm tại doanh nghiệp", bao_tieu: "được bao tiêu sản phẩm|bao tiêu sản phẩm|bao tiêu",
  tu_tao: "tự tạo việc làm|tự tạo|tự làm", nghe_cu_cao_hon: "tiếp tục nghề cũ, năng suất hoặc thu nhập cao hơn|nghề cũ thu nhập cao hơn|tiếp tục nghề cũ|làm nghề cũ|nghề cũ năng suất cao hơn", tht_htx_dn: "thành lập tổ hợp tác, hợp tác xã, doanh nghiệp|thành lập tổ hợp tác|tham gia hợp tác xã|thành lập hợp tác xã|thành lập doanh nghiệp",
  nuoc_ngoai: "đi làm việc ở nước ngoài|xuất khẩu lao động|xklđ|nước ngoài", hoc_tiep: "học tiếp|đang học|tiếp tục học", chua_viec: "chưa có việc làm|chưa có việc|thất nghiệp|không có việc làm", mat_lien_lac: "mất liên lạc|không liên lạc được|không gặp được",
});
export const PLACE_WORDS = codeWords<PlaceKind>({ xa: "trong xã|tại xã|xã", tinh: "trong tỉnh|tại tỉnh|tỉnh", ngoai_tinh: "ngoài tỉnh|tỉnh khác", nuoc_ngoai: "nước ngoài|ngoài nước" });
const EFFECT_WORDS = codeWords({ thoat_ngheo: "thoát nghèo|hộ thoát nghèo", thoat_can_ngheo: "thoát cận nghèo|hộ thoát cận nghèo", tro_thanh_kha: "trở thành hộ khá|hộ trở thành khá|hộ khá" });

/** One learner of a follow-up list, found in the class by name and year of birth. Whole đồng a month. */
export interface OutcomeLine {
  readonly nameKey: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly kind: string;
  readonly onDate: PlainDate | null;
  readonly placeKind: PlaceKind | null;
  readonly workplace: string | null;
  readonly incomeBeforeDong: number | null;
  readonly incomeAfterDong: number | null;
  readonly effects: readonly string[];
  readonly note: string | null;
}

/** A line of a list of what became of learners. */
export function readOutcomeRow(texts: RowTexts): RowRead<OutcomeLine> {
  const problems: RowProblem[] = [];
  const text = (field: string): string => (texts[field] ?? "").trim();
  const read = <T>(field: string, code: string, of: (said: string) => T | undefined): T | null => {
    const said = text(field);
    if (said === "") return null;
    const found = of(said);
    if (found === undefined) problems.push({ severity: "error", code: `training.outcomeRow.${code}`, field, data: { text: said } });
    return found ?? null;
  };
  const kind = read("outcome", "kindUnknown", KIND_WORDS.of);
  const onDate = read("on_date", "dayWrong", dayOfText);
  const placeKind = read("work_place", "placeUnknown", PLACE_WORDS.of);
  const [before, after] = [read("income_before", "moneyWrong", moneyOfText), read("income_after", "moneyWrong", moneyOfText)];
  const effect = read("effect", "effectUnknown", EFFECT_WORDS.of);
  if (text("outcome") === "") problems.push({ severity: "error", code: "training.outcomeRow.noKind", field: "outcome" });
  if (problems.length > 0) return { problems };
  const fullName = tidySpaces(text("member_name"));
  return {
    value: {
      nameKey: fold(fullName), fullName, birthYear: yearOfText(text("birth")) ?? null, kind: kind!, onDate, placeKind, workplace: text("workplace") || null, incomeBeforeDong: before, incomeAfterDong: after, effects: effect === null ? [] : [effect], note: text("note") || null,
    },
  };
}
