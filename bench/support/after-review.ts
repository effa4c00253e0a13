import type { WrittenSheet } from "../../src/exchange/write-workbook.ts";

const HEADINGS = [
  "STT", "Chủ hộ (đánh dấu x)", "Tên chủ hộ", "Tên thành viên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "Số CCCD", "Tỉnh", "Huyện", "Mã huyện", "Xã", "Mã xã", "Thôn",
  "Dân tộc", "Phân loại (1: nghèo, 2: cận nghèo)", "Số QĐ", "Ngày QĐ", "B1", "B2", "DTTS", "KCKNLĐ", "Người có công", "Nguyên nhân nghèo", "", "Tuổi", "Số nhân khẩu",
];

/** Headings of the list after a review in row 7, with columns of the office's own behind up to `columns`. */
export const afterReviewHeadings = (columns: number): Pick<WrittenSheet, "title" | "columns"> => ({
  title: ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU RÀ SOÁT NĂM 2023", "", "", "", "", ""],
  columns: Array.from({ length: columns }, (_, i) => ({ header: HEADINGS[i] ?? `Theo dõi ${i - 26}` })),
});
