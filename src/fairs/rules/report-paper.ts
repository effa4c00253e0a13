import type { PlainDate } from "../../kernel/date.ts";
import { formatPercent } from "../../kernel/ratio.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { formatInteger } from "../../kernel/text/number.ts";
import { issuerOf, placeOf, type Block, type Paper, type Run } from "../../papers/paper.ts";
import { conversion, lineOf, type FunnelLine } from "./funnel.ts";
import type { MilestoneCount } from "./milestones.ts";
import { UNIT_OF, type FairKind, type FunnelStep } from "./steps.ts";

/** The form of a fair's report was read in no text. */
const MARK = "Theo thực tiễn, chưa đối chiếu văn bản.";

export interface ReportFair {
  readonly name: string;
  readonly kind: FairKind;
  readonly onDate: PlainDate;
  readonly toDate: PlainDate | null;
  readonly place: string | null;
  /** "Xã Khánh Bình" */
  readonly unitName: string;
  readonly organiser: string | null;
  readonly partnerCentres: string | null;
  readonly decisionNo: string | null;
  readonly budgetLine: string | null;
}

export interface ReportFirm {
  readonly name: string;
  readonly posts: number;
  readonly registered: number;
  readonly interviewed: number;
  readonly hired: number;
}

export interface ReportFacts {
  readonly lines: readonly FunnelLine[];
  readonly firms: readonly ReportFirm[];
  readonly milestones: readonly MilestoneCount[];
  readonly followups: readonly { readonly kind: "overseas" | "training"; readonly open: number; readonly late: number; readonly done: number; readonly dropped: number }[];
  readonly hiredLater: number;
  /** the warnings in words */
  readonly warnings: readonly string[];
}

const KIND: Readonly<Record<FairKind, string>> = { phien_luu_dong: "phiên giao dịch việc làm lưu động", hoi_cho: "hội chợ việc làm", truc_tuyen: "phiên giao dịch việc làm trực tuyến", cum_xa: "phiên giao dịch việc làm cụm xã" };
const STEP: Readonly<Record<FunnelStep, string>> = {
  f1: "Doanh nghiệp tham gia", f2: "Chỉ tiêu tuyển dụng", f3: "Lượt người tham dự", f4a: "Đăng ký tìm việc trực tiếp tại doanh nghiệp", f4b: "Đăng ký trực tuyến tại sàn", f5a: "Phỏng vấn trực tiếp", f5b: "Hẹn phỏng vấn",
  f6: "Trúng tuyển tại phiên", f7: "Đăng ký đi làm việc ở nước ngoài", f8: "Đăng ký học nghề", f9: "Tư vấn",
};
const UNIT: Readonly<Record<(typeof UNIT_OF)[FunnelStep], string>> = { employers: "doanh nghiệp", posts: "chỉ tiêu", visits: "lượt", registrations: "lượt đăng ký", persons: "người", turns: "lượt" };

/** "32 doanh nghiệp" with the number as a door to its rows (`run.key` = the step). */
const number = (lines: readonly FunnelLine[], step: FunnelStep): Run => ({ text: formatInteger(lineOf(lines, step).value), bold: true, key: step });

/** The sentence of the yearly report: firms; registrations direct and online; interviews and appointments; abroad; training. Steps without anything are left out, never made zero. */
export function fairSentence(fair: Pick<ReportFair, "name" | "kind" | "onDate" | "place">, lines: readonly FunnelLine[]): Run[] {
  const parts: Run[][] = [];
  const told = (step: FunnelStep): boolean => lineOf(lines, step).value > 0;
  const some = (...steps: readonly [FunnelStep, string, string?][]): void => {
    const found = steps.filter(([step]) => told(step));
    if (found.length > 0) parts.push(found.flatMap(([step, after, before], i) => [{ text: `${i > 0 ? ", " : ""}${before ?? ""}` }, number(lines, step), { text: ` ${after}` }]));
  };
  some(["f1", "doanh nghiệp tham gia"], ["f2", "chỉ tiêu tuyển dụng", "với "]);
  some(["f3", "lượt người tham dự"]);
  some(["f4a", "lượt đăng ký tìm việc trực tiếp tại doanh nghiệp"], ["f4b", "lượt đăng ký trực tuyến tại sàn"]);
  some(["f5a", "người được phỏng vấn trực tiếp"], ["f5b", "người được hẹn phỏng vấn"], ["f6", "người trúng tuyển tại phiên"]);
  some(["f7", "người đăng ký đi làm việc ở nước ngoài"], ["f8", "người đăng ký học nghề"]);
  const begin = `Tổ chức ${KIND[fair.kind]} “${fair.name}” ngày ${shortDate(fair.onDate)}${fair.place ? ` tại ${fair.place}` : ""}`;
  if (parts.length === 0) return [{ text: `${begin}; chưa có số liệu kết quả.` }];
  return [{ text: `${begin}, có ` }, ...parts.flatMap((part, i) => (i === 0 ? part : [{ text: "; " }, ...part])), { text: "." }];
}

const line = (label: string, value: string | null): Block => ({ kind: "fields", fields: [{ label, value }] });

function funnelTable(lines: readonly FunnelLine[]): Block {
  return {
    kind: "table", columns: [{ width: 6, align: "center" }, { width: 40 }, { width: 16 }, { width: 12, align: "right", format: "integer" }, { width: 12, align: "right", format: "integer" }, { width: 12, align: "right", format: "integer" }, { width: 12, align: "right", format: "integer" }],
    head: [[{ text: "TT" }, { text: "Bước" }, { text: "Đơn vị tính" }, { text: "Số liệu" }, { text: "Người riêng biệt có tên" }, { text: "Lượt có tên" }, { text: "Đếm không có tên" }]],
    rows: lines.map((one, i) => ({ cells: [String(i + 1), STEP[one.step], UNIT[one.unit], one.value, one.step === "f2" ? null : one.persons, one.step === "f2" ? null : one.touches, one.tally] })),
  };
}

function firmTable(firms: readonly ReportFirm[]): Block[] {
  if (firms.length === 0) return [];
  return [
    { kind: "heading", text: "2. Doanh nghiệp" },
    {
      kind: "table", columns: [{ width: 6, align: "center" }, { width: 44 }, ...[0, 1, 2, 3].map(() => ({ width: 13, align: "right" as const, format: "integer" as const }))],
      head: [[{ text: "TT" }, { text: "Doanh nghiệp" }, { text: "Chỉ tiêu" }, { text: "Lượt đăng ký" }, { text: "Phỏng vấn, hẹn" }, { text: "Trúng tuyển" }]],
      rows: firms.map((firm, i) => ({ cells: [String(i + 1), firm.name, firm.posts, firm.registered, firm.interviewed, firm.hired] })),
    },
  ];
}

function afterwards({ milestones, followups, hiredLater }: ReportFacts): Block[] {
  const names = { 0: "Tại phiên", 30: "Sau 30 ngày", 90: "Sau 90 ngày" } as const;
  return [
    { kind: "heading", text: "3. Sau phiên" },
    {
      kind: "table", columns: [{ width: 34 }, ...[0, 1, 2, 3].map(() => ({ width: 16, align: "right" as const, format: "integer" as const }))],
      head: [[{ text: "Mốc" }, { text: "Đã hỏi" }, { text: "Đang làm việc" }, { text: "Chưa có việc" }, { text: "Không liên lạc được" }]],
      rows: milestones.map((one) => ({ cells: [names[one.milestone], one.asked, one.working, one.notWorking, one.lost] })),
    },
    ...(hiredLater > 0 ? [{ kind: "paragraph" as const, words: `Có ${formatInteger(hiredLater)} người chưa trúng tuyển tại phiên nhưng đã có việc làm sau phiên.` }] : []),
    {
      kind: "table", columns: [{ width: 34 }, ...[0, 1, 2, 3].map(() => ({ width: 16, align: "right" as const, format: "integer" as const }))],
      head: [[{ text: "Theo dõi đăng ký" }, { text: "Đang theo dõi" }, { text: "Trong đó quá hạn" }, { text: "Có kết quả" }, { text: "Không tiếp tục" }]],
      rows: followups.map((one) => ({ cells: [one.kind === "overseas" ? "Đi làm việc ở nước ngoài" : "Học nghề", one.open, one.late, one.done, one.dropped] })),
    },
  ];
}

/** The report of one fair; `number` and day stay open until it is issued. */
export function fairReport(fair: ReportFair, facts: ReportFacts): Paper {
  const { part, whole, rate } = conversion(facts.lines);
  const days = fair.toDate === null || fair.toDate === fair.onDate ? shortDate(fair.onDate) : `${shortDate(fair.onDate)} – ${shortDate(fair.toDate)}`;
  return {
    kind: "fairs.report", sheet: "Báo cáo phiên", size: 13, head: { issuer: fair.organiser?.toLocaleUpperCase("vi") ?? issuerOf(fair.unitName), number: { symbol: "BC" }, place: placeOf(fair.unitName) },
    title: "BÁO CÁO", subject: [`Kết quả ${KIND[fair.kind]} “${fair.name}”`],
    blocks: [
      line("Thời gian", days), line("Địa điểm", fair.place), ...(fair.decisionNo ? [line("Quyết định", fair.decisionNo)] : []), ...(fair.partnerCentres ? [line("Đơn vị phối hợp", fair.partnerCentres)] : []), ...(fair.budgetLine ? [line("Nguồn kinh phí", fair.budgetLine)] : []),
      { kind: "heading", text: "1. Kết quả" },
      { kind: "paragraph", words: fairSentence(fair, facts.lines), align: "justify" },
      ...(rate === null ? [] : [{ kind: "paragraph" as const, align: "justify" as const, words: `Phỏng vấn và hẹn phỏng vấn so với lượt đăng ký: ${formatInteger(part)}/${formatInteger(whole)}, bằng ${formatPercent(rate)}.` }]),
      funnelTable(facts.lines),
      { kind: "note", words: "Một người có thể đứng ở nhiều bước; không cộng các bước thành số người. Số đếm không có tên là số ghi trên giấy, không mở được đến từng người." },
      ...firmTable(facts.firms), ...afterwards(facts),
      ...(facts.warnings.length > 0 ? [{ kind: "heading" as const, text: "4. Điểm cần kiểm tra" }, { kind: "list" as const, mark: "dash" as const, items: facts.warnings }] : []),
      { kind: "signatures", columns: [{ lines: ["NGƯỜI LẬP BÁO CÁO"], note: "(Ký, ghi rõ họ tên)" }, { lines: ["THỦ TRƯỞNG ĐƠN VỊ"], note: "(Ký tên, đóng dấu)" }] },
    ],
    marks: [MARK],
  };
}
