import { shortDate } from "../../../kernel/text/date-words.ts";
import type { Block, Paper, Row, Table } from "../../../papers/paper.ts";
import { carried, className, fileHead, type HamletFile, type ReviewedHousehold } from "./hamlet-file.ts";
import { fillText, marksOf } from "./template.ts";

const text = (file: HamletFile, name: string): string => fillText(file.template.texts[name]!, { year: String(file.year), hamlet: file.hamlet, unit: file.unitLabel, percent: file.agreePercent === null ? "……" : String(file.agreePercent) });
const marks = ({ template, illustrative }: HamletFile): string[] => marksOf(template, illustrative);
const day = (file: HamletFile): string | null => (file.meeting === null ? null : shortDate(file.meeting.heldOn));
const line = (label: string, value: string | number | null | undefined): Block => ({ kind: "fields", fields: [{ label, value: value === null || value === undefined ? null : String(value) }] });
const pair = (...fields: readonly (readonly [label: string, value: string | number | null | undefined])[]): Block => ({ kind: "fields", fields: fields.map(([label, value]) => ({ label, value: value === null || value === undefined ? null : String(value) })) });
const sign = (...columns: readonly (readonly [string, string | null])[]): Block => ({ kind: "signatures", columns: columns.map(([title, name]) => ({ lines: [title], note: "(Ký, ghi rõ họ tên)", name })) });

/** One sheet to copy or to write names on. */
export function invitation(file: HamletFile): Paper {
  return {
    kind: "hamlet.invitation", size: 13, sheet: "Giấy mời", head: fileHead(file, { number: { symbol: "GM-BCĐ" } }), title: text(file, "invite"), subject: [text(file, "inviteSubject")],
    blocks: [
      line(text(file, "inviteTo"), null), line("Địa chỉ", null), { kind: "paragraph", words: text(file, "inviteText") },
      pair(["Thời gian: lúc", null], ["ngày", day(file)]), line("Địa điểm", file.meeting?.place), { kind: "paragraph", words: text(file, "inviteEnd") }, sign(["", null], ["TRƯỞNG BAN", null]),
    ],
    marks: marks(file),
  };
}

const EMPTY_ROWS = 30;

/** Lines to sign on; heads of the reviewed households stand first. */
export function attendance(file: HamletFile): Paper {
  const known = file.households.map(({ headName }) => [headName, "hộ được rà soát"] as const);
  const open = Math.max(EMPTY_ROWS, (file.meeting?.invited ?? 0) - known.length);
  const rows: Row[] = [...known, ...Array.from({ length: open }, () => ["", ""] as const)].map(([name, role], i) => ({ cells: [String(i + 1), name, role, "", ""] }));
  const table: Table = {
    kind: "table", size: 12, rows, columns: [{ width: 1, align: "center" }, { width: 5 }, { width: 3.5 }, { width: 3 }, { width: 3 }],
    head: [[{ text: "TT" }, { text: "Họ và tên" }, { text: "Thành phần" }, { text: "Điện thoại" }, { text: "Ký tên" }]],
  };
  return {
    kind: "hamlet.attendance", size: 13, sheet: "Dự họp", head: fileHead(file), title: text(file, "attendance"), subject: [text(file, "minutesSubject")],
    blocks: [pair(["Ngày", day(file)], ["Địa điểm", file.meeting?.place]), table, sign(["THƯ KÝ", file.meeting?.secretary ?? null], ["CHỦ TRÌ", file.meeting?.chair ?? null])], marks: marks(file),
  };
}

const GROUPS: readonly (readonly [title: string, takes: (one: ReviewedHousehold) => boolean])[] = [
  ["Đề nghị hộ nghèo", ({ result }) => result === "poor"],
  ["Đề nghị hộ cận nghèo", ({ result }) => result === "near_poor"],
  ["Đề nghị ra khỏi danh sách", ({ result, before }) => result === "none" && before !== "none"],
  ["Đề nghị xét nhưng không thuộc danh sách", ({ result, before }) => result === "none" && before === "none"],
  ["Chưa có kết quả", ({ result }) => result === undefined],
];

const grouped = (households: readonly ReviewedHousehold[], columns: number, cells: (one: ReviewedHousehold, number: number) => Row["cells"]): Row[] => {
  let number = 0;
  return GROUPS.flatMap(([title, takes]): Row[] => {
    const own = households.filter(takes);
    return own.length === 0 ? [] : [{ look: "group", cells: [{ value: `${title}: ${own.length} hộ`, span: columns }] }, ...own.map((one) => ({ cells: cells(one, ++number) }))];
  });
};

/** The list that the meeting goes through, with points. */
export function agenda(file: HamletFile): Paper {
  const table: Table = {
    kind: "table", size: 11, columns: [{ width: 1, align: "center" }, { width: 4.5 }, { width: 1.2, format: "integer", align: "center" }, { width: 2.6 }, { width: 1.2, align: "center" }, { width: 1.2, align: "center" }, { width: 2.6 }, { width: 1.5 }, { width: 1.5 }],
    head: [[{ text: "TT" }, { text: "Chủ hộ" }, { text: "Khẩu" }, { text: "Đang là" }, { text: "B1" }, { text: "B2" }, { text: "Đề nghị" }, { text: "Đồng ý" }, { text: "Không" }]],
    rows: grouped(file.households, 9, (one, number) => [
      String(number), one.headName, one.members, className(one.before), one.scoreIncome === null ? "" : String(one.scoreIncome), one.scoreDeprivation === null ? "" : String(one.scoreDeprivation),
      one.result === undefined ? (one.note ?? "") : className(one.result), "", "",
    ]),
  };
  return {
    kind: "hamlet.agenda", size: 13, sheet: "Lấy ý kiến", head: fileHead(file), title: text(file, "agenda"), subject: [text(file, "minutesSubject")],
    blocks: [table, { kind: "note", words: text(file, "agendaNote") }], marks: marks(file),
  };
}

/** Biên bản họp, in two copies; what is recorded is filled in, the rest is dots. */
export function minutes(file: HamletFile): Paper {
  const { meeting, agreePercent } = file;
  const count = (index: number): number => file.households.filter(GROUPS[index]![1]).length;
  const outcome = meeting && agreePercent !== null ? (carried(meeting.agree, meeting.present, agreePercent) ? "Danh sách được thông qua." : "Danh sách không được thông qua; rà soát và họp lại.") : null;
  const singles: Table | null = meeting === null || meeting.singles.length === 0 ? null : {
    kind: "table", size: 11, columns: [{ width: 1, align: "center" }, { width: 5 }, { width: 2, format: "integer" }, { width: 2, format: "integer" }, { width: 5 }],
    head: [[{ text: "TT" }, { text: "Hộ biểu quyết riêng" }, { text: "Đồng ý" }, { text: "Không đồng ý" }, { text: "Ghi chú" }]],
    rows: meeting.singles.map((one, i) => ({ cells: [String(i + 1), one.headName, one.agree, one.disagree, one.note] })),
  };
  return {
    kind: "hamlet.minutes", size: 13, sheet: "Biên bản họp", head: fileHead(file), title: text(file, "minutes"), subject: [text(file, "minutesSubject")], preamble: file.template.bases,
    blocks: [
      pair(["Thời gian: lúc", null], ["ngày", day(file)]), line("Địa điểm", meeting?.place),
      { kind: "heading", text: "I. Thành phần" },
      pair(["Chủ trì (trưởng ấp)", meeting?.chair ?? file.hamletHead], ["Thư ký", meeting?.secretary]), line("Rà soát viên", file.surveyors.join(", ") || null),
      pair(["Số người được mời", meeting?.invited], ["Số người dự họp", meeting?.present], ["trong đó hộ được rà soát", meeting?.reviewedPresent]), line("Mặt trận Tổ quốc xã giám sát", null),
      { kind: "heading", text: "II. Nội dung" },
      { kind: "paragraph", words: `Cuộc họp nghe kết quả rà soát ${file.households.length} hộ: đề nghị ${count(0)} hộ nghèo, ${count(1)} hộ cận nghèo, ${count(2)} hộ ra khỏi danh sách; ${count(4)} hộ chưa có kết quả.` },
      { kind: "heading", text: "III. Ý kiến" }, ...(meeting?.opinions ? [{ kind: "paragraph" as const, words: meeting.opinions }] : [{ kind: "dots" as const, lines: 5 }]),
      { kind: "heading", text: "IV. Biểu quyết" }, { kind: "paragraph", words: text(file, "minutesRule") },
      pair(["Đồng ý với danh sách", meeting === null ? null : `${meeting.agree} người`], ["Không đồng ý", meeting === null ? null : `${meeting.disagree} người`]),
      ...(singles === null ? [line("Hộ biểu quyết riêng", meeting === null ? null : "không có")] : [singles]), ...(outcome === null ? [] : [{ kind: "paragraph" as const, words: [{ text: outcome, bold: true }] }]),
      { kind: "paragraph", words: text(file, "minutesEnd") },
      sign(["ĐẠI DIỆN HỘ DÂN", null], ["THƯ KÝ", meeting?.secretary ?? null], ["CHỦ TRÌ", meeting?.chair ?? null]),
    ],
    marks: marks(file),
  };
}

/** What hangs at the community house: names and results, no points, birth dates or peoples. */
export function postingList(file: HamletFile): Paper {
  const table: Table = {
    kind: "table", size: 12, columns: [{ width: 1, align: "center" }, { width: 6 }, { width: 2, format: "integer", align: "center" }, { width: 4 }], head: [[{ text: "TT" }, { text: "Họ và tên chủ hộ" }, { text: "Số khẩu" }, { text: "Kết quả" }]],
    rows: grouped(file.households.filter(({ result }) => result !== undefined), 4, (one, number) => [String(number), one.headName, one.members, className(one.result)]),
  };
  return {
    kind: "hamlet.posting", size: 13, sheet: "Niêm yết", head: fileHead(file), title: text(file, "posting"), subject: [text(file, "postingSubject")],
    blocks: [
      { kind: "paragraph", words: text(file, "postingText") }, table,
      pair(["Niêm yết từ ngày", file.posting && shortDate(file.posting.fromOn)], ["đến hết ngày", file.posting && shortDate(file.posting.toOn)]), line("Nơi niêm yết", file.posting?.places),
      { kind: "paragraph", words: text(file, "postingFeedback") }, sign(["TRƯỞNG ẤP", file.hamletHead], ["TRƯỞNG BAN CHỈ ĐẠO", null]),
    ],
    marks: marks(file),
  };
}

/** Which papers a hamlet gives to the commune. */
export function handoverNote(file: HamletFile): Paper {
  const scored = file.households.filter(({ result }) => result !== undefined).length;
  const rows: readonly (readonly [string, number | null])[] = [
    ["Phiếu rà soát đã phát", file.formsGiven], ["Phiếu rà soát đã thu", file.formsBack], ["Hộ đã chấm điểm", scored], ["Biên bản họp (bản)", null], ["Danh sách người dự họp (bản)", null], ["Danh sách niêm yết (bản)", null], ["Đơn, ý kiến của hộ (tờ)", null], ["", null],
  ];
  const table: Table = {
    kind: "table", size: 12, columns: [{ width: 1, align: "center" }, { width: 7 }, { width: 2, format: "integer", align: "center" }, { width: 4 }], head: [[{ text: "TT" }, { text: "Tài liệu" }, { text: "Số lượng" }, { text: "Ghi chú" }]],
    rows: rows.map(([name, count], i) => ({ cells: [String(i + 1), name, count, ""] })),
  };
  return {
    kind: "hamlet.handover", size: 13, sheet: "Giao nhận", head: fileHead(file), title: text(file, "handover"), subject: [text(file, "handoverSubject")],
    blocks: [pair(["Bên giao (ấp)", file.hamletHead], ["Bên nhận (xã)", null]), line("Ngày giao", null), table, sign(["BÊN GIAO", file.hamletHead], ["BÊN NHẬN", null])], marks: marks(file),
  };
}

export const HAMLET_PAPERS = { invitation, attendance, agenda, minutes, posting: postingList, handover: handoverNote } as const;
export type HamletPaper = keyof typeof HAMLET_PAPERS;

/** Papers of a step: before the meeting, at and after it, for posting. */
export const STEPS: Readonly<Record<"meeting" | "minutes" | "posting" | "all", readonly HamletPaper[]>> = {
  meeting: ["invitation", "attendance", "agenda", "minutes"],
  minutes: ["minutes"],
  posting: ["posting", "handover"],
  all: ["invitation", "attendance", "agenda", "minutes", "posting", "handover"],
};

