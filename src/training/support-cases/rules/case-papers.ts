import type { PlainDate } from "../../../kernel/date.ts";
import { dong, dongInWords, formatDong } from "../../../kernel/dong.ts";
import { shortDate } from "../../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Block, type Paper } from "../../../papers/paper.ts";

const MARK = "Theo thực tiễn, chưa đối chiếu mẫu của văn bản. Thủ tục 2.002821.";
const PROCEDURE = "Hỗ trợ đào tạo nghề cho người lao động (2.002821)";

export interface CaseFacts {
  readonly unitName: string;
  readonly number: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly hamlet: string;
  readonly course: string;
  readonly providerName: string;
  readonly openedOn: PlainDate;
  readonly receivedOn: PlainDate;
  readonly channel: string;
  readonly papers: readonly string[];
  /** null: the file is not complete yet */
  readonly dueOn: PlainDate | null;
}

export interface CaseDecision {
  readonly on: PlainDate;
  readonly decisionNo: string;
  readonly signer: string;
  readonly amount: number | null;
  readonly items: readonly { readonly name: string; readonly amount: string }[];
  readonly reason: string | null;
}

const line = (label: string, value: string | null): Block => ({ kind: "fields", fields: [{ label, value }] });
const about = (facts: CaseFacts): Block[] => [
  line("Người đề nghị", `${facts.fullName}${facts.birthYear === null ? "" : `, sinh năm ${facts.birthYear}`}`), line("Nơi cư trú", facts.hamlet), line("Khóa học", `${facts.course}, ${facts.providerName}, khai giảng ngày ${shortDate(facts.openedOn)}`),
];
const numberOf = (text: string, usual: string): { number: string; symbol: string } => {
  const [number, ...symbol] = text.split("/");
  return { number: number!, symbol: symbol.join("/") || usual };
};

export const receiptSlip = (facts: CaseFacts): Paper => ({
  kind: "training.caseReceipt", size: 13, sheet: "Giấy tiếp nhận", head: { issuer: issuerOf(facts.unitName), place: placeOf(facts.unitName), day: facts.receivedOn }, title: "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", subject: [`Mã hồ sơ: ${facts.number}`],
  blocks: [
    ...about(facts), line("Nội dung đề nghị", PROCEDURE), line("Hình thức nộp", facts.channel), line("Ngày nhận", shortDate(facts.receivedOn)),
    { kind: "paragraph", words: "Giấy tờ đã nhận:" }, { kind: "list", mark: "number", items: facts.papers.length === 0 ? ["(không có)"] : facts.papers },
    line("Ngày trả kết quả", facts.dueOn === null ? "7 ngày làm việc từ ngày hồ sơ đầy đủ" : shortDate(facts.dueOn)),
    { kind: "signatures", columns: [{ lines: ["NGƯỜI NỘP HỒ SƠ"], note: "(Ký, ghi rõ họ tên)", name: facts.fullName }, { lines: ["NGƯỜI TIẾP NHẬN"], note: "(Ký, ghi rõ họ tên)" }] },
  ],
  marks: [MARK],
});

export const decisionPaper = (facts: CaseFacts, decided: CaseDecision): Paper => ({
  kind: "training.caseDecision", size: 13, sheet: "Quyết định", head: { issuer: issuerOf(facts.unitName), place: placeOf(facts.unitName), day: decided.on, number: numberOf(decided.decisionNo, "QĐ-UBND") }, title: "QUYẾT ĐỊNH", subject: ["Về việc hỗ trợ đào tạo nghề cho người lao động"],
  blocks: [
    { kind: "paragraph", indent: true, align: "justify", words: `Xét hồ sơ số ${facts.number} ngày ${shortDate(facts.receivedOn)} của ông/bà ${facts.fullName}, UBND quyết định hỗ trợ:` },
    ...about(facts), ...decided.items.map((item) => line(item.name, item.amount)), line("Tổng số tiền hỗ trợ", decided.amount === null ? null : `${formatDong(dong(decided.amount))} (${dongInWords(dong(decided.amount))})`),
    ...(decided.reason === null ? [] : [line("Lý do quyết định mức khác mức tính", decided.reason)]),
    { kind: "signatures", columns: [{ lines: [], recipients: ["- Người đề nghị;", "- Lưu: VT."] }, { lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], name: decided.signer }] },
  ],
  marks: [MARK],
});

export const refusalPaper = (facts: CaseFacts, decided: CaseDecision): Paper => ({
  kind: "training.caseRefusal", size: 13, sheet: "Thông báo", head: { issuer: issuerOf(facts.unitName), place: placeOf(facts.unitName), day: decided.on, number: numberOf(decided.decisionNo, "TB-UBND") }, title: "THÔNG BÁO", subject: ["Về việc hồ sơ không đủ điều kiện hỗ trợ đào tạo nghề"],
  blocks: [
    line("Kính gửi ông/bà", facts.fullName), ...about(facts).slice(1),
    { kind: "paragraph", indent: true, align: "justify", words: `UBND đã nhận hồ sơ số ${facts.number} ngày ${shortDate(facts.receivedOn)}. Qua xem xét, hồ sơ không đủ điều kiện vì:` },
    { kind: "paragraph", indent: true, align: "justify", words: [{ text: decided.reason ?? "", bold: true }] },
    { kind: "paragraph", indent: true, align: "justify", words: "Nếu không đồng ý với kết quả trên, ông/bà có quyền khiếu nại theo quy định của pháp luật." },
    { kind: "signatures", columns: [{ lines: [], recipients: ["- Như trên;", "- Lưu: VT."] }, { lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], name: decided.signer }] },
  ],
  marks: [MARK],
});
