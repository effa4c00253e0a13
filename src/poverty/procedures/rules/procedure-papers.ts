import type { PlainDate } from "../../../kernel/date.ts";
import { shortDate } from "../../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Block, type Paper } from "../../../papers/paper.ts";

/** None of these forms was read in a text. */
const MARK = "Theo thực tiễn, chưa đối chiếu văn bản.";

export interface PaperFacts {
  /** "Xã Khánh Bình" */
  readonly unitName: string;
  readonly number: string;
  readonly kindName: string;
  readonly applicant: string;
  readonly headName: string;
  readonly hamlet: string;
  readonly personName: string | null;
  readonly receivedOn: PlainDate;
  readonly channel: string;
  readonly papers: readonly string[];
  readonly dueOn: PlainDate | null;
}

export interface DecidedFacts {
  readonly on: PlainDate;
  readonly documentNo: string;
  readonly signer: string;
  /** of a refusal: in writing, as Điều 5 asks */
  readonly reason: string | null;
  /** "hộ cận nghèo", "không còn thuộc danh sách hộ nghèo, hộ cận nghèo" */
  readonly result: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

const line = (label: string, value: string | null): Block => ({ kind: "fields", fields: [{ label, value }] });
const about = (facts: PaperFacts): Block[] => [
  line("Người nộp", facts.applicant), line("Chủ hộ", `${facts.headName}, ${facts.hamlet}`), ...(facts.personName === null ? [] : [line("Người lao động", facts.personName)]), line("Nội dung đề nghị", facts.kindName),
];

/** What the applicant takes home: number of the file, papers handed in, day of the answer. */
export const receiptSlip = (facts: PaperFacts): Paper => ({
  kind: "procedure.receipt", size: 13, sheet: "Giấy tiếp nhận", head: { issuer: issuerOf(facts.unitName), place: placeOf(facts.unitName), day: facts.receivedOn }, title: "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", subject: [`Mã hồ sơ: ${facts.number}`],
  blocks: [
    ...about(facts), line("Hình thức nộp", facts.channel), line("Ngày nhận", shortDate(facts.receivedOn)),
    { kind: "paragraph", words: "Giấy tờ đã nhận:" },
    { kind: "list", mark: "number", items: facts.papers.length === 0 ? ["(không có)"] : facts.papers },
    line("Ngày trả kết quả", facts.dueOn === null ? null : shortDate(facts.dueOn)),
    ...(facts.dueOn === null ? [{ kind: "note" as const, words: "Thời hạn trả kết quả của thủ tục này chưa xác định được từ văn bản; cán bộ ghi ngày hẹn." }] : []),
    { kind: "signatures", columns: [{ lines: ["NGƯỜI NỘP HỒ SƠ"], note: "(Ký, ghi rõ họ tên)", name: facts.applicant }, { lines: ["NGƯỜI TIẾP NHẬN"], note: "(Ký, ghi rõ họ tên)" }] },
  ],
  marks: [MARK],
});

const numberOf = (documentNo: string): { number: string; symbol: string } => {
  const [number, ...symbol] = documentNo.split("/");
  return { number: number!, symbol: symbol.join("/") || "TB-UBND" };
};

/** The written answer with its reasons (Điều 5 QĐ 24/2021: a household that does not qualify is answered in writing). */
export const refusalLetter = (facts: PaperFacts, decided: DecidedFacts): Paper => ({
  kind: "procedure.refusal", size: 13, sheet: "Thông báo", head: { issuer: issuerOf(facts.unitName), place: placeOf(facts.unitName), day: decided.on, number: numberOf(decided.documentNo) },
  title: "THÔNG BÁO", subject: ["Về việc hồ sơ không đủ điều kiện"],
  blocks: [
    line("Kính gửi ông/bà", facts.applicant), line("Chủ hộ", `${facts.headName}, ${facts.hamlet}`), ...(facts.personName === null ? [] : [line("Người lao động", facts.personName)]),
    { kind: "paragraph", indent: true, align: "justify", words: `UBND đã nhận hồ sơ số ${facts.number} ngày ${shortDate(facts.receivedOn)} đề nghị: ${facts.kindName}. Qua rà soát, hồ sơ không đủ điều kiện vì:` },
    { kind: "paragraph", indent: true, align: "justify", words: [{ text: decided.reason ?? "", bold: true }] },
    { kind: "paragraph", indent: true, align: "justify", words: "Nếu không đồng ý với kết quả trên, ông/bà có quyền khiếu nại theo quy định của pháp luật." },
    { kind: "signatures", columns: [{ lines: [], recipients: ["- Như trên;", "- Lưu: VT."] }, { lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], name: decided.signer }] },
  ],
  marks: [MARK],
});

/** What was decided, for the applicant; the decision itself and its certificate are other papers. */
export const resultLetter = (facts: PaperFacts, decided: DecidedFacts): Paper => ({
  kind: "procedure.result", size: 13, sheet: "Thông báo", head: { issuer: issuerOf(facts.unitName), place: placeOf(facts.unitName), number: { symbol: "TB-UBND" } }, title: "THÔNG BÁO", subject: ["Kết quả giải quyết hồ sơ"],
  blocks: [
    line("Kính gửi ông/bà", facts.applicant), ...about(facts).slice(1), line("Mã hồ sơ", facts.number), line("Kết quả", decided.result), line("Văn bản", `${decided.documentNo}, ngày ${shortDate(decided.on)}`),
    ...(decided.from === null ? [] : [line("Hiệu lực", decided.to === null ? `từ ngày ${shortDate(decided.from)}` : `từ ngày ${shortDate(decided.from)} đến trước ngày ${shortDate(decided.to)}`)]),
    { kind: "signatures", columns: [{ lines: [], recipients: ["- Như trên;", "- Lưu: VT."] }, { lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], name: decided.signer }] },
  ],
  marks: [MARK],
});
