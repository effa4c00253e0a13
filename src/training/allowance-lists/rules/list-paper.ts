import type { PlainDate } from "../../../kernel/date.ts";
import { dong, dongInWords } from "../../../kernel/dong.ts";
import { shortDate } from "../../../kernel/text/date-words.ts";
import { issuerOf, placeOf, type Paper, type Row } from "../../../papers/paper.ts";

export interface PaidLearner {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly hamlet: string;
  readonly group: string;
  readonly days: number;
  readonly distanceKm: string | null;
  readonly cost: number;
  readonly meal: number;
  readonly travel: number;
  readonly topUp: number;
  readonly signedForOn: PlainDate | null;
}

export interface ListFacts {
  readonly unitName: string;
  readonly className: string;
  readonly classCode: string;
  readonly provider: string;
  readonly openedOn: PlainDate | null;
  readonly attendedTo: PlainDate;
  readonly policyName: string;
  readonly decisionNo: string | null;
  readonly decidedOn: PlainDate | null;
  readonly signer: string | null;
  readonly learners: readonly PaidLearner[];
}

const MARK = "Biểu ĐT-07 theo thực tiễn, chưa đối chiếu văn bản. Mức hỗ trợ theo nguồn thứ cấp, chưa đối chiếu văn bản.";

/** ĐT-07: what each learner of a class is paid, to be signed for. */
export function allowanceListPaper({ learners, ...facts }: ListFacts): Paper {
  const withTopUp = learners.some(({ topUp }) => topUp > 0);
  const sum = (of: (one: PaidLearner) => number): number => learners.reduce((all, one) => all + of(one), 0);
  const totalOf = ({ cost, meal, travel, topUp }: PaidLearner): number => cost + meal + travel + topUp;
  const rows = learners.map((one, i): Row => ({
    cells: [i + 1, one.fullName, one.birthYear === null ? "" : String(one.birthYear), one.hamlet, one.group, one.days, one.distanceKm ?? "", one.cost, one.meal, one.travel, ...(withTopUp ? [one.topUp] : []), totalOf(one), one.signedForOn === null ? "" : `đã ký ${shortDate(one.signedForOn)}`],
  }));
  const decision = facts.decisionNo === null ? "Số QĐ: ........................" : `Số QĐ: ${facts.decisionNo}${facts.decidedOn === null ? "" : `, ngày ${shortDate(facts.decidedOn)}`}`;
  const head = ["TT", "Họ và tên", "Năm sinh", "Ấp, khóm", "Nhóm đối tượng", "Ngày thực học", "Cự ly (km)", "Chi phí đào tạo", "Tiền ăn", "Đi lại", ...(withTopUp ? ["Tỉnh hỗ trợ thêm"] : []), "Tổng cộng", "Ký nhận"];
  const money = { width: 11, align: "right" as const, format: "integer" as const };
  return {
    kind: "training.allowanceList", orientation: "landscape", size: 12, sheet: "ĐT-07", head: { formLine: "Biểu ĐT-07", issuer: issuerOf(facts.unitName), place: placeOf(facts.unitName), day: facts.decidedOn ?? undefined },
    title: "DANH SÁCH CHI TRẢ HỖ TRỢ HỌC NGHỀ", draft: facts.decisionNo === null,
    subject: [`Lớp ${facts.className} (${facts.classCode})${facts.openedOn === null ? "" : `, khai giảng ngày ${shortDate(facts.openedOn)}`}`, `Đơn vị đào tạo: ${facts.provider}; ${facts.policyName}; ${decision}`],
    blocks: [
      {
        kind: "table", size: 10, columns: [{ width: 4, align: "center", format: "integer" }, { width: 20 }, { width: 7, align: "center" }, { width: 13 }, { width: 20 }, { width: 7, align: "center", format: "integer" }, { width: 7, align: "center" }, money, money, money, ...(withTopUp ? [money] : []), money, { width: 12 }],
        head: [head.map((text) => ({ text }))],
        rows: [...rows, { look: "total", cells: [{ value: "Cộng", span: 7 }, sum(({ cost }) => cost), sum(({ meal }) => meal), sum(({ travel }) => travel), ...(withTopUp ? [sum(({ topUp }) => topUp)] : []), sum(totalOf), ""] }],
      },
      { kind: "paragraph", words: `Số tiền bằng chữ: ${dongInWords(dong(sum(totalOf)))}. Ngày thực học tính đến ${shortDate(facts.attendedTo)} theo sổ điểm danh đã khóa.` },
      { kind: "signatures", columns: [{ lines: ["NGƯỜI LẬP"], note: "(Ký, ghi rõ họ tên)" }, { lines: ["ĐƠN VỊ ĐÀO TẠO"], note: "(Ký, đóng dấu)" }, { lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], name: facts.signer }] },
    ],
    marks: [MARK],
  };
}
