import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import { ANY_TEXT, COUNT, DAY, field, importers, listKind, MONEY, type PlacedRow, sharedFields } from "../../registry/public.ts";
import { trades } from "../catalogue/trades.ts";
import { insertClass } from "../classes/plan-class.ts";
import { readClassRow, type ClassRow } from "../rules/class-row.ts";
import { listProviders } from "../catalogue/plans.ts";
import type { PlainDate } from "../../kernel/date.ts";

/** What a line's words mean: trade by code or name, provider by name; several of one name are none. */
async function known(tx: Tx, on: PlainDate) {
  const byTrade = new Map<string, string | null>();
  for (const { code, name } of await trades(tx)) for (const word of new Set([fold(code), fold(name)])) byTrade.set(word, byTrade.has(word) && byTrade.get(word) !== code ? null : code);
  const byProvider = new Map<string, string | null>();
  for (const { id, name } of await listProviders(tx, on)) byProvider.set(fold(name), byProvider.has(fold(name)) ? null : id);
  return { tradeOf: (row: ClassRow) => byTrade.get(row.trade) ?? undefined, providerOf: (row: ClassRow) => byProvider.get(row.provider) ?? undefined };
}

async function takeClass(tx: Tx, { value: row }: PlacedRow<ClassRow>, unitUid: string, asOf: PlainDate, found: Awaited<ReturnType<typeof known>>): Promise<string> {
  const first = row.openedOn ?? asOf;
  const { id } = await insertClass(
    tx,
    {
      code: row.code, name: row.name, unitUid, plannedOn: first < asOf ? first : asOf, tradeCode: found.tradeOf(row)!, providerId: found.providerOf(row)!, learnersPlanned: row.learners, plannedFrom: row.openedOn, plannedTo: row.endedOn,
      costDong: row.costDong, teacher: row.teacher, venue: row.venue,
    },
    row.state === "planned" ? undefined : { kind: "load", on: row.state === "closed" ? row.endedOn! : row.openedOn!, state: row.state, openedOn: row.openedOn, endedOn: row.state === "closed" ? row.endedOn : null, decisionNo: row.decisionNo, decidedOn: null },
  );
  return id;
}

/** The year's list of classes: planned ones, and those that run or are closed, taken over as they stand. */
export const classList = listKind<ClassRow>({
  kind: "training-classes",
  titleKey: "training.classList.title",
  format: {
    id: "training-classes", layouts: [],
    fields: [
      ...sharedFields("line_no"),
      field("class_code", "Mã lớp", ANY_TEXT, "Mã số lớp|Số hiệu lớp|Lớp số"), field("class_name", "Tên lớp", ANY_TEXT, "Lớp|Tên lớp học|Lớp đào tạo"),
      field("trade", "Nghề đào tạo", ANY_TEXT, "Nghề|Tên nghề|Ngành nghề|Ngành nghề đào tạo|Mã nghề"), field("provider", "Cơ sở đào tạo", ANY_TEXT, "Đơn vị đào tạo|Cơ sở GDNN|Cơ sở dạy nghề|Đơn vị dạy nghề|Trung tâm"),
      field("learners", "Số học viên", COUNT, "Số người|Sĩ số|Chỉ tiêu|Số lượng học viên|Số học viên dự kiến"), field("opened_on", "Ngày khai giảng", DAY, "Khai giảng|Ngày mở lớp|Từ ngày|Thời gian > Từ ngày|Bắt đầu"),
      field("ended_on", "Ngày bế giảng", DAY, "Bế giảng|Ngày kết thúc|Đến ngày|Thời gian > Đến ngày|Kết thúc"), field("decision_no", "Quyết định mở lớp", ANY_TEXT, "Số quyết định|QĐ mở lớp|Quyết định"),
      field("cost", "Kinh phí", MONEY, "Dự toán|Kinh phí đào tạo|Kinh phí (đồng)|Số tiền"), field("teacher", "Giáo viên", ANY_TEXT, "Giảng viên|Người dạy"), field("venue", "Địa điểm", ANY_TEXT, "Địa điểm học|Nơi mở lớp|Địa điểm mở lớp"),
    ],
  },
  mustHave: [["class_code"], ["trade"]],
  about: "none",
  mayTake: importers(["commune", "province"], ["training"]),
  readRow: (texts, { asOf }) => readClassRow(texts, asOf),
  rowKey: ({ value }) => fold(value.code),
  check: async (tx, rows, { asOf }) => {
    const found = await known(tx, asOf);
    const { rows: taken } = await tx.client.query<{ code: string }>("select code from training_class where code = any ($1) and voided_at is null", [rows.map(({ value }) => value.code)]);
    const codes = new Set(taken.map(({ code }) => code));
    return rows.flatMap((row, index) => [
      ...(found.tradeOf(row.value) === undefined ? [{ index, severity: "error" as const, code: "training.classRow.tradeUnknown", field: "trade" }] : []),
      ...(found.providerOf(row.value) === undefined ? [{ index, severity: "error" as const, code: "training.classRow.providerUnknown", field: "provider" }] : []),
      ...(codes.has(row.value.code) && row.state !== "unchanged" ? [{ index, severity: "error" as const, code: "training.classRow.classExists", field: "class_code", data: { code: row.value.code } }] : []),
    ]);
  },
  commit: async (tx, rows, { areaUid, asOf }) => {
    const found = await known(tx, asOf);
    const ids: string[] = [];
    for (const row of rows) ids.push(await takeClass(tx, row, areaUid, asOf, found));
    return { ids, changes: ids.map((entityId) => ({ entity: "training_class", entityId, kind: "added", hamletId: null })) };
  },
  stands: async ({ client }, ids) => {
    const { rows } = await client.query<{ id: string }>("select id from training_class where id = any ($1) and voided_at is null", [ids]);
    return new Set(rows.map(({ id }) => id));
  },
  example: [{ line_no: 1, class_code: "AP-2026-01", class_name: "Nuôi lươn không bùn ấp Phú Thạnh", trade: "Nuôi lươn không bùn", provider: "Trung tâm GDNN-GDTX Ví Dụ", learners: 30, opened_on: "02/03/2026", ended_on: "", decision_no: "12/QĐ-UBND", cost: 60000000, teacher: "", venue: "Văn phòng ấp" }],
});
