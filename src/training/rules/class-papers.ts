import { dayOf, type PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Block, type Cell, type Paper, type Row } from "../../papers/paper.ts";
import { attendedDays } from "./attendance.ts";
import type { CertificateKind, Mark, PartOfDay } from "./codes.ts";

const MARK = "Mẫu theo thực tiễn, chưa đối chiếu văn bản";

export interface ClassHead {
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly level: string;
  readonly provider: string;
  /** full name of the unit that opens it */
  readonly unitName: string;
  readonly venue: string | null;
  readonly openedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly decisionNo: string | null;
  readonly teacher: string | null;
}

export interface PaperLearner {
  readonly fullName: string;
  readonly birth: string;
  readonly sex: string;
  readonly address: string;
  readonly groups: string;
  readonly note: string;
}

const line = (label: string, value: string | null): Block => ({ kind: "fields", fields: [{ label, value }] });
const days = ({ openedOn, endedOn }: ClassHead): string | null => (openedOn === null ? null : endedOn === null ? `từ ngày ${shortDate(openedOn)}` : `từ ngày ${shortDate(openedOn)} đến ngày ${shortDate(endedOn)}`);
const about = (head: ClassHead): Block[] => [
  line("Lớp", `${head.name} (${head.code})`), line("Nghề đào tạo", `${head.trade}, trình độ ${head.level}`), line("Cơ sở đào tạo", head.provider), line("Thời gian", days(head)), line("Địa điểm", head.venue),
];
const signed = (left: string, right: string): Block => ({ kind: "signatures", columns: [{ lines: [left], note: "(Ký, ghi rõ họ tên)" }, { lines: [right], note: "(Ký, đóng dấu, ghi rõ họ tên)" }] });
const provided = ({ provider }: ClassHead) => ({ issuer: provider.toLocaleUpperCase("vi") });

/** Learners as the decision to open the class lists them. */
export const learnerList = (head: ClassHead, learners: readonly PaperLearner[]): Paper => ({
  kind: "training.learners", size: 13, orientation: "landscape", sheet: "Danh sách học viên", head: { issuer: issuerOf(head.unitName), place: placeOf(head.unitName) }, title: "DANH SÁCH HỌC VIÊN", subject: [head.name],
  blocks: [
    ...about(head), ...(head.decisionNo === null ? [] : [line("Quyết định mở lớp", head.decisionNo)]),
    {
      kind: "table",
      columns: [{ width: 1, align: "center", format: "integer" }, { width: 5 }, { width: 2.4, align: "center" }, { width: 1.4, align: "center" }, { width: 5 }, { width: 5 }, { width: 3 }],
      head: [["STT", "Họ và tên", "Ngày, năm sinh", "Giới tính", "Nơi ở", "Đối tượng", "Ghi chú"].map((text) => ({ text }))],
      rows: learners.map((one, i): Row => ({ cells: [i + 1, one.fullName, one.birth, one.sex, one.address, one.groups, one.note] })),
    },
    { kind: "paragraph", words: `Danh sách gồm ${learners.length} học viên.` },
    signed("NGƯỜI LẬP", "TM. ỦY BAN NHÂN DÂN"),
  ],
  marks: [MARK],
});

export interface SheetSession {
  readonly on: PlainDate;
  readonly part: PartOfDay;
}

export interface SheetLearner {
  readonly fullName: string;
  readonly marks: readonly (Mark | null)[];
}

const LETTER: Readonly<Record<Mark, string>> = { present: "x", late: "M", leave: "P", absent: "K" };
const PART: Readonly<Record<PartOfDay, string>> = { morning: "S", afternoon: "C", evening: "T" };

/** Attendance of a month; sessions that were cancelled are not given. Unmarked cells stay empty to be filled by hand. */
export function attendanceSheet(head: ClassHead, month: string, sessions: readonly SheetSession[], learners: readonly SheetLearner[]): Paper {
  const dates = new Map<PlainDate, number>();
  for (const { on } of sessions) dates.set(on, (dates.get(on) ?? 0) + 1);
  const rows = learners.map((one, i): Row => ({
    cells: [i + 1, one.fullName, ...one.marks.map((mark) => (mark === null ? "" : LETTER[mark])), attendedDays(one.marks.map((mark, k) => ({ on: sessions[k]!.on, cancelled: false, mark })))],
  }));
  return {
    kind: "training.attendance", size: 12, orientation: "landscape", sheet: `Điểm danh ${month}`, head: provided(head), title: "SỔ THEO DÕI HỌC VIÊN", subject: [`Tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`],
    blocks: [
      ...about(head).slice(0, 3), line("Giáo viên", head.teacher),
      {
        kind: "table", size: sessions.length > 30 ? 8 : 10,
        columns: [{ width: 1.2, align: "center", format: "integer" }, { width: 7 }, ...sessions.map(() => ({ width: 0.9, align: "center" as const })), { width: 1.6, align: "right", format: "integer" }],
        head: [
          [{ text: "STT", rows: 2 }, { text: "Họ và tên", rows: 2 }, ...[...dates].map(([on, span]) => ({ text: String(dayOf(on)), span })), { text: "Số ngày", rows: 2 }],
          sessions.map(({ part }) => ({ text: PART[part] })),
        ],
        rows,
      },
      { kind: "note", words: "S: sáng, C: chiều, T: tối; x: có mặt, M: đến muộn, P: nghỉ có phép, K: nghỉ không phép. Hai buổi trong một ngày tính một ngày." },
      signed("GIÁO VIÊN", "ĐẠI DIỆN CƠ SỞ ĐÀO TẠO"),
    ],
    marks: [MARK],
  };
}

export interface ResultRow {
  readonly fullName: string;
  readonly birth: string;
  readonly theory: string | null;
  readonly practice: string | null;
  readonly grade: string | null;
  readonly outcome: string;
}

export const resultList = (head: ClassHead, results: readonly ResultRow[]): Paper => ({
  kind: "training.results", size: 13, sheet: "Kết quả", head: provided(head), title: "BẢNG KẾT QUẢ KIỂM TRA, THI KẾT THÚC KHÓA HỌC", subject: [head.name],
  blocks: [
    ...about(head),
    {
      kind: "table",
      columns: [{ width: 1, align: "center", format: "integer" }, { width: 5 }, { width: 2.4, align: "center" }, { width: 2, align: "right", format: "decimal" }, { width: 2, align: "right", format: "decimal" }, { width: 2.4 }, { width: 2.4 }],
      head: [["STT", "Họ và tên", "Ngày, năm sinh", "Lý thuyết", "Thực hành", "Xếp loại", "Kết quả"].map((text) => ({ text }))],
      rows: results.map((one, i): Row => ({ cells: [i + 1, one.fullName, one.birth, one.theory, one.practice, one.grade ?? "", one.outcome] })),
    },
    signed("GIÁO VIÊN", "ĐẠI DIỆN CƠ SỞ ĐÀO TẠO"),
  ],
  marks: [MARK],
});

export interface PaperCertificate {
  readonly kind: CertificateKind;
  readonly serialNo: string;
  readonly bookNo: string;
  readonly fullName: string;
  readonly birth: string;
  readonly sex: string;
  readonly grade: string | null;
  readonly issuedOn: PlainDate;
  readonly signer: string;
}

const TITLE: Readonly<Record<CertificateKind, string>> = { so_cap: "CHỨNG CHỈ SƠ CẤP", dao_tao: "CHỨNG CHỈ ĐÀO TẠO" };

/** One certificate a page; the blank form of the ministry is not copied. */
export const certificatePaper = (head: ClassHead, one: PaperCertificate): Paper => ({
  kind: "training.certificate", size: 14, sheet: one.serialNo, head: { ...provided(head), place: placeOf(head.unitName), day: one.issuedOn }, title: TITLE[one.kind],
  blocks: [
    { kind: "paragraph", align: "center", words: [{ text: head.provider, bold: true }] },
    { kind: "paragraph", align: "center", words: "chứng nhận ông/bà" },
    { kind: "paragraph", align: "center", words: [{ text: one.fullName.toLocaleUpperCase("vi"), bold: true }] },
    line("Ngày, năm sinh", one.birth), line("Giới tính", one.sex), line("Đã hoàn thành chương trình đào tạo nghề", head.trade), line("Trình độ", head.level), line("Khóa học", days(head)), line("Xếp loại", one.grade),
    { kind: "fields", fields: [{ label: "Số hiệu", value: one.serialNo }, { label: "Số vào sổ cấp chứng chỉ", value: one.bookNo }] },
    { kind: "signatures", columns: [{ lines: [] }, { lines: ["ĐẠI DIỆN CƠ SỞ ĐÀO TẠO"], note: "(Ký, đóng dấu, ghi rõ họ tên)", name: one.signer }] },
  ],
  marks: [MARK],
});

/** The page of the book of certificates that belongs to a class; each signs for its own. */
export const certificateBook = (head: ClassHead, list: readonly PaperCertificate[]): Paper => ({
  kind: "training.book", size: 12, orientation: "landscape", sheet: "Sổ cấp chứng chỉ", head: provided(head), title: "SỔ CẤP CHỨNG CHỈ", subject: [head.name],
  blocks: [
    ...about(head),
    {
      kind: "table",
      columns: [{ width: 1, align: "center", format: "integer" }, { width: 5 }, { width: 2.4, align: "center" }, { width: 1.4, align: "center" }, { width: 2.4 }, { width: 3 }, { width: 3 }, { width: 2.4, align: "center" }, { width: 3 }],
      head: [["STT", "Họ và tên", "Ngày, năm sinh", "Giới tính", "Xếp loại", "Số hiệu chứng chỉ", "Số vào sổ", "Ngày cấp", "Người nhận ký"].map((text) => ({ text }))],
      rows: list.map((one, i): Row => ({ cells: [i + 1, one.fullName, one.birth, one.sex, one.grade ?? "", one.serialNo, one.bookNo, shortDate(one.issuedOn), { value: "" } satisfies Cell] })),
    },
    signed("NGƯỜI LẬP SỔ", "ĐẠI DIỆN CƠ SỞ ĐÀO TẠO"),
  ],
  marks: [MARK],
});

