import type { FixedLayout, ListField, ListFormat } from "../../exchange/list-format.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { readBirth } from "./birth.ts";
import { cellText, integerOf, isBlank } from "./cell.ts";
import { causesOf, classOf, markOf, relationOf, saysNothing, sexOf } from "./words.ts";

export const LIST_FIELDS = [
  "line_no", "household_no", "household_code", "member_no", "head_mark", "head_name", "member_name", "relation", "birth", "birth_male", "birth_female",
  "sex", "sex_male", "sex_female", "identity", "province", "district", "district_code", "commune", "commune_code", "hamlet", "ethnicity", "class",
  "class_poor", "class_near_poor", "decision_number", "decision_date", "score_income", "score_deprivation", "ethnic_minority", "no_labour", "merit",
  "causes", "age", "member_count", "address", "note",
] as const;

/** A field of the household list. */
export type ListKey = (typeof LIST_FIELDS)[number];

const fitsText = (value: CellValue): boolean => typeof value === "string" && /\p{L}{2}/u.test(value);
const fitsInteger = (least: number, most: number) => (value: CellValue): boolean => {
  const number = integerOf(value);
  return number !== undefined && number >= least && number <= most;
};
const fitsMark = (value: CellValue): boolean => markOf(cellText(value)) !== undefined;
const fitsHeadMark = (value: CellValue): boolean => cellText(value).length <= 5;
const fitsBirth = (value: CellValue): boolean => readBirth(value, 2100) !== undefined;
const fitsYear = (value: CellValue): boolean => fitsBirth(value) || fitsMark(value);
const fitsIdentity = (value: CellValue): boolean => {
  const bare = cellText(value).replace(/[\s.'-]/g, "");
  return /^\d{8,12}$/.test(bare) || /^\d+([.,]\d+)?E\+?\d+$/i.test(bare) || saysNothing(cellText(value));
};
const fitsCode = (digits: string) => {
  const pattern = new RegExp(`^\\d{${digits}}$`);
  return (value: CellValue): boolean => pattern.test(cellText(value));
};
const fitsName = (value: CellValue): boolean => typeof value === "string" && /^[\p{L}\s.'’`()-]+$/u.test(value.normalize("NFC")) && /\p{L}\s+\p{L}/u.test(value);
const fitsDecision = (value: CellValue): boolean => /\d+\s*\/\s*(?:\d{4}\s*\/\s*)?Q/i.test(cellText(value));
const fitsEthnic = (value: CellValue): boolean => fitsInteger(1, 55)(value) || (fitsText(value) && cellText(value).length <= 20);

type Definition = readonly [key: ListKey, label: string, telling: number, fits: (value: CellValue) => boolean, synonyms: string];

/** Headings of the lists that offices exchange, and of the columns of the review's tables 14 and 15. */
const DEFINITIONS: readonly Definition[] = [
  ["line_no", "Số thứ tự", 0.1, fitsInteger(1, 2_000_000), "STT|TT|Số thứ tự|Số TT"],
  ["household_no", "Số thứ tự hộ", 0.1, fitsInteger(1, 2_000_000), "STT hộ|Số thứ tự hộ|TT hộ|Hộ số|Số TT hộ|STT > Hộ|Hộ|STT chủ hộ"],
  ["household_code", "Mã hộ", 0.2, (value) => /^[\w./-]{1,30}$/.test(cellText(value)), "Mã hộ|Mã số hộ|Mã hộ gia đình|Mã HGĐ|Mã hộ nghèo|ID hộ"],
  ["member_no", "Số thứ tự thành viên", 0.1, fitsInteger(1, 60), "STT thành viên|Số thứ tự thành viên|STT nhân khẩu|STT > Thành viên|TT thành viên|STT khẩu|STT > Khẩu|STT > Nhân khẩu"],
  ["head_mark", "Đánh dấu chủ hộ", 0.1, fitsHeadMark, "Đánh dấu chủ hộ|Dấu chủ hộ|Là chủ hộ|Chủ hộ (x)|Chủ hộ (đánh dấu x)|Đánh dấu"],
  ["head_name", "Họ và tên chủ hộ", 0.3, fitsName, "Họ và tên chủ hộ|Tên chủ hộ|Họ tên chủ hộ|Chủ hộ|Họ và tên > Chủ hộ|Họ và tên > Tên chủ hộ|Chủ hộ > Họ và tên|Hộ gia đình|Tên hộ"],
  ["member_name", "Họ và tên thành viên", 0.3, fitsName, "Họ và tên|Họ tên|Họ và tên thành viên|Tên thành viên|Họ tên thành viên|Thành viên|Họ và tên > Thành viên|Họ và tên > Tên thành viên|Họ và tên thành viên trong hộ|Tên các thành viên trong hộ|Họ, tên|Nhân khẩu > Họ và tên|Họ và tên chủ hộ và thành viên|Họ và tên chủ hộ, thành viên|Tên|Họ và tên người dân|Họ và tên nhân khẩu"],
  ["relation", "Quan hệ với chủ hộ", 0.8, (value) => relationOf(cellText(value)) !== undefined, "Quan hệ với chủ hộ|Quan hệ|QH với chủ hộ|QHCH|Mối quan hệ với chủ hộ|Quan hệ chủ hộ|Quan hệ với CH"],
  ["birth", "Ngày sinh", 0.6, fitsBirth, "Ngày sinh|Năm sinh|Ngày, tháng, năm sinh|Ngày tháng năm sinh|NTNS|Sinh ngày|Ngày/tháng/năm sinh|NS"],
  ["birth_male", "Năm sinh (nam)", 0.2, fitsYear, "Năm sinh > Nam|Ngày sinh > Nam|Ngày tháng năm sinh > Nam|Ngày, tháng, năm sinh > Nam|Năm sinh nam|Ngày sinh nam"],
  ["birth_female", "Năm sinh (nữ)", 0.2, fitsYear, "Năm sinh > Nữ|Ngày sinh > Nữ|Ngày tháng năm sinh > Nữ|Ngày, tháng, năm sinh > Nữ|Năm sinh nữ|Ngày sinh nữ"],
  ["sex", "Giới tính", 0.9, (value) => typeof value === "string" && sexOf(cellText(value)) !== undefined, "Giới tính|Nam/Nữ|Nam, nữ|Phái|GT|Giới"],
  ["sex_male", "Giới tính: Nam", 0, fitsMark, "Giới tính > Nam|Phái > Nam"],
  ["sex_female", "Giới tính: Nữ", 0, fitsMark, "Giới tính > Nữ|Phái > Nữ|Nữ"],
  ["identity", "Số định danh cá nhân, CCCD hoặc CMND", 1, fitsIdentity, "Số CCCD|CCCD|Số CMND|CMND|CMND/CCCD|CCCD/CMND|Số CMND/CCCD|Số CCCD/CMND|Số căn cước|Căn cước công dân|Số căn cước công dân|Số định danh|Số định danh cá nhân|Mã định danh|Số ĐDCN|ĐDCN|Số ĐDCN/CCCD|Số ĐDCN/CMND|Số CCCD/ĐDCN|Số giấy tờ tùy thân|Căn cước|Số thẻ căn cước"],
  ["province", "Tỉnh", 0.1, fitsText, "Tỉnh|Tỉnh/Thành phố|Tỉnh, thành phố|Tên tỉnh|Tỉnh/TP"],
  ["district", "Huyện (trước 01/7/2025)", 0.1, fitsText, "Huyện|Quận/Huyện|Huyện/Quận|Huyện, thị xã, thành phố|Tên huyện|Huyện/thị xã/thành phố"],
  ["district_code", "Mã huyện", 0.4, fitsCode("2,3"), "Mã huyện|Mã quận/huyện|Mã huyện/quận"],
  ["commune", "Xã, phường", 0.1, fitsText, "Xã|Xã/Phường|Phường/Xã|Xã, phường, thị trấn|Xã/phường/thị trấn|Tên xã|Xã, phường"],
  ["commune_code", "Mã xã", 0.5, fitsCode("4,5"), "Mã xã|Mã xã/phường|Mã phường/xã|Mã xã, phường"],
  ["hamlet", "Ấp, khóm, thôn", 0.2, fitsText, "Ấp|Khóm|Thôn|Ấp/Khóm|Khóm/Ấp|Khóm, ấp|Ấp, khóm|Thôn/Ấp|Thôn, ấp|Thôn/bản|Thôn, bản, tổ dân phố|Thôn/ấp/khóm|Tổ dân phố|Thôn/Tổ dân phố|Tên thôn|Tên ấp|Bản|Ấp/Thôn|Thôn (ấp)|Khu phố|Ấp (khóm)"],
  ["ethnicity", "Dân tộc", 0.2, fitsEthnic, "Dân tộc|Mã dân tộc|Thành phần dân tộc|DT"],
  ["class", "Phân loại hộ", 0.3, (value) => classOf(cellText(value)) !== undefined, "Phân loại|Phân loại hộ|Diện hộ|Đối tượng|Loại hộ|Kết quả|Kết quả rà soát|Kết quả phân loại|Hộ nghèo, cận nghèo|Hộ nghèo/cận nghèo|Diện|Thuộc hộ|Hộ nghèo/Hộ cận nghèo|Kết quả phân loại hộ"],
  ["class_poor", "Hộ nghèo (đánh dấu)", 0, fitsMark, "Hộ nghèo|Nghèo|Phân loại > Nghèo|Phân loại hộ > Hộ nghèo|Kết quả > Hộ nghèo|Đối tượng > Hộ nghèo"],
  ["class_near_poor", "Hộ cận nghèo (đánh dấu)", 0, fitsMark, "Hộ cận nghèo|Cận nghèo|Phân loại > Cận nghèo|Phân loại hộ > Hộ cận nghèo|Kết quả > Hộ cận nghèo|Đối tượng > Hộ cận nghèo"],
  ["decision_number", "Số quyết định", 0.7, fitsDecision, "Số quyết định|Số QĐ|Quyết định số|Số quyết định công nhận|Quyết định công nhận > Số|Quyết định > Số|QĐ công nhận|Số QĐ công nhận|Quyết định công nhận"],
  ["decision_date", "Ngày quyết định", 0.2, fitsBirth, "Ngày quyết định|Ngày QĐ|Ngày ký|Ngày ban hành|Quyết định công nhận > Ngày|Quyết định > Ngày|Ngày quyết định công nhận|Ngày công nhận"],
  ["score_income", "B1 (điểm A)", 0.2, fitsInteger(0, 1_000), "B1|Điểm B1|Tổng điểm B1|Điểm A|Điểm thu nhập|Điểm B1 (điểm A)"],
  ["score_deprivation", "B2 (điểm B)", 0.3, (value) => fitsInteger(0, 120)(value) && integerOf(value)! % 10 === 0, "B2|Điểm B2|Tổng điểm B2|Điểm B|Điểm thiếu hụt|Điểm B2 (điểm B)"],
  ["ethnic_minority", "Hộ dân tộc thiểu số", 0.1, fitsMark, "DTTS|Hộ DTTS|Hộ dân tộc thiểu số|Dân tộc thiểu số|Đặc điểm > DTTS|Hộ nghèo DTTS"],
  ["no_labour", "Hộ không có khả năng lao động", 0.1, fitsMark, "KCKNLĐ|Không có khả năng lao động|Hộ không có khả năng lao động|Không có KNLĐ|Hộ KCKNLĐ|Hộ nghèo không có khả năng lao động"],
  ["merit", "Hộ có thành viên là người có công", 0.1, fitsMark, "Người có công|Có thành viên là người có công|NCC|Hộ có người có công|Có công|Có thành viên là NCC|Hộ có thành viên là người có công|Hộ có thành viên là người có công với cách mạng"],
  ["causes", "Nguyên nhân nghèo", 0.2, (value) => (typeof value === "string" || typeof value === "number") && causesOf(value) !== undefined, "Nguyên nhân nghèo|Nguyên nhân|Lý do nghèo|Nguyên nhân nghèo, cận nghèo|Nguyên nhân nghèo (mã)"],
  ["age", "Tuổi", 0.1, fitsInteger(0, 125), "Tuổi|Số tuổi"],
  ["member_count", "Số nhân khẩu", 0.1, fitsInteger(1, 40), "Số nhân khẩu|Số khẩu|Nhân khẩu|Số người|Tổng số nhân khẩu|Số thành viên|Số người trong hộ|Tổng số khẩu|Số nhân khẩu trong hộ|Khẩu|Tổng số thành viên|Số thành viên trong hộ"],
  ["address", "Địa chỉ", 0.1, fitsText, "Địa chỉ|Nơi ở|Chỗ ở hiện nay|Địa chỉ thường trú|Nơi thường trú|Hộ khẩu thường trú|Nơi cư trú|Nơi ở hiện tại|Số nhà"],
  ["note", "Ghi chú", 0, (value) => !isBlank(value), "Ghi chú|Chú thích|Ghi chú khác|Lý do"],
];

const fields: readonly ListField<ListKey>[] = DEFINITIONS.map(([key, label, telling, fits, synonyms]) => ({ key, label, telling, fits, synonyms: synonyms.split("|") }));

/** Sheet 1 of the workbook that offices exchange after a review: poor and near-poor households, data from row 8. */
const AFTER_REVIEW: FixedLayout<ListKey> = {
  id: "after-review",
  firstRow: 8,
  titleWords: ["ho ngheo can ngheo", "sau ra soat", "ho ngheo ho can ngheo"],
  columns: {
    A: "line_no", B: "head_mark", C: "head_name", D: "member_name", E: "relation", F: "birth", G: "sex", H: "identity", I: "province", J: "district",
    K: "district_code", L: "commune", M: "commune_code", N: "hamlet", O: "ethnicity", P: "class", Q: "decision_number", R: "decision_date",
    S: "score_income", T: "score_deprivation", U: "ethnic_minority", V: "no_labour", W: "merit", X: "causes", Z: "age", AA: "member_count",
  },
};

const ESCAPED_COLUMNS: FixedLayout<ListKey>["columns"] = {
  A: "line_no", B: "head_mark", C: "member_name", D: "relation", E: "sex", F: "birth", G: "identity", H: "ethnicity", I: "address",
  J: "score_income", K: "score_deprivation", M: "note", O: "age", P: "member_count",
};

/** Sheets 2 and 3: households that left poverty, and that left near-poverty; data from row 10. */
const ESCAPED_POVERTY: FixedLayout<ListKey> = { id: "escaped-poverty", firstRow: 10, titleWords: ["thoat ngheo"], columns: ESCAPED_COLUMNS };
const ESCAPED_NEAR_POVERTY: FixedLayout<ListKey> = { id: "escaped-near-poverty", firstRow: 10, titleWords: ["thoat can ngheo"], columns: ESCAPED_COLUMNS };

/** The list of households and their members that offices exchange as a workbook, and any other list of households by a mapping. */
export const HOUSEHOLD_LIST: ListFormat<ListKey> = { id: "household-list", fields, layouts: [AFTER_REVIEW, ESCAPED_POVERTY, ESCAPED_NEAR_POVERTY] };
