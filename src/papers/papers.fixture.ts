import { plainDate } from "../kernel/date.ts";
import type { Paper } from "./paper.ts";

/** A list of `rows` made-up people with every kind of block. */
export const samplePaper = (rows: number, orientation: "portrait" | "landscape" = "portrait"): Paper => ({
  kind: "test.list", orientation, size: 13,
  head: { formLine: "Mẫu số 02", upper: "UBND TỈNH AN GIANG", issuer: "UBND XÃ KHÁNH BÌNH", number: { symbol: "QĐ-UBND", number: "05" }, place: "Khánh Bình", day: plainDate("2026-02-05") },
  title: "DANH SÁCH", subject: ["Hộ nghèo, hộ cận nghèo năm 2026"], preamble: ["Căn cứ Quyết định số 24/2021/QĐ-TTg;"],
  blocks: [
    { kind: "heading", text: "1. Kết quả" },
    { kind: "paragraph", words: [{ text: "Toàn xã có " }, { text: "2.354", bold: true }, { text: ` hộ nghèo #strong[x] $y$ @z \\ "q" \`c\` (chiếm 5,67%)./.` }] },
    { kind: "list", mark: "dash", items: ["Đậu Đỗ"] },
    { kind: "fields", fields: [{ label: "Họ và tên", value: "Nguyễn Văn Bảy", share: 2 }, { label: "Sinh năm" }] },
    { kind: "dots", lines: 1 },
    {
      kind: "table", columns: [{ width: 1, align: "center" }, { width: 5 }, { width: 2, format: "integer" }, { width: 2, format: "decimal" }],
      head: [[{ text: "TT", rows: 2 }, { text: "Họ và tên", rows: 2 }, { text: "Hộ nghèo", span: 2 }], [{ text: "Số hộ" }, { text: "Tỷ lệ" }]],
      rows: [
        { look: "group", cells: [{ value: "Ấp Phú Hiệp", span: 4 }] },
        ...Array.from({ length: rows }, (_, i) => ({ cells: [i + 1, i === 0 ? "=1+1" : `Người thứ ${i + 1}`, 41_504 + i, "5.60"] })),
        { look: "total", cells: [null, "Cộng", null, "—"] },
      ],
    },
    { kind: "note", words: "Ghi chú" },
    { kind: "qr", text: "https://vidu.vn/verify/abc", millimetres: 20, caption: "Quét mã" },
    { kind: "signatures", columns: [{ lines: [], recipients: ["- Lưu: VT."] }, { lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], name: "Lê Văn An" }] },
  ],
  marks: ["theo thực tiễn, chưa đối chiếu văn bản"],
});
