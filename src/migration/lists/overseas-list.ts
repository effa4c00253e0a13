import { LEAST_AGE } from "../../jobs/rules/event.ts";
import { yearOf } from "../../kernel/date.ts";
import type { Change, Tx } from "../../platform/door.ts";
import { ANY_TEXT, coded, DAY, field, importers, listKind, PLACE_FIELDS, sharedFields, WHO_FIELDS, workerColumns, writtenKey, type AnyListKind, type ListAsked, type ListTaking, type PlacedRow } from "../../registry/public.ts";
import { countDeparture } from "../overseas/departure-event.ts";
import type { RowProblem } from "../../registry/rules/list-row.ts";
import { builtInMarkets } from "../overseas/load.ts";
import { addCase, appendStep, changed, getCase } from "../overseas/store.ts";
import { applyAction, isRefusal, type OverseasAction } from "../overseas/rules/case-state.ts";
import type { KnownDay } from "../rules/known-day.ts";
import { addReturn } from "../overseas/take-step.ts";
import { readOverseasRow, RETURN_HOW, type OverseasRow } from "./rules/overseas-row.ts";

const WITHOUT_STEPS = "theo danh sách";

type Placed = PlacedRow<OverseasRow>;

const monthOnly = ({ precision }: KnownDay): { precision?: "month" } => (precision === "month" ? { precision: "month" } : {});

/** The case that a line made before, or else the open one of the person. */
async function openCase({ client }: Tx, subjectKey: string, made: string | null): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `select id from overseas_case where voided_at is null and (id = $2 or (subject_key = $1 and state not in ('ve_dung_han', 've_truoc_han', 'tu_vong_mat_tich', 'huy'))) order by id = $2 desc nulls last limit 1`, [subjectKey, made]);
  return rows[0]?.id;
}

/** The case a line goes on with; else the line begins one. */
async function caseOf(tx: Tx, row: Placed, { asOf }: ListTaking, changes: Change[]): Promise<string> {
  const worker = workerColumns(row.worker!);
  const known = await openCase(tx, worker.subject_key, row.entityId);
  if (known !== undefined) return known;
  const { phone, market, programme, job, wishedOn, departed, groups } = row.value;
  const begun = wishedOn ?? departed?.on ?? asOf;
  const added = await addCase(tx, {
    worker, unitUid: row.commune!, keeper: tx.actor.role === "commune" ? tx.actor.accountId : null, wishedOn: departed !== null && departed.on < begun ? departed.on : begun, undated: wishedOn === null, source: "list", fairId: null, phone, market, programme, job, groups,
  });
  changes.push(...added.changes);
  return added.id;
}

/** Brings the case as far as the line says: what the case says already stays, a departure and a return that it lacks are recorded. */
async function bringForward(tx: Tx, row: Placed, taking: ListTaking, changes: Change[]): Promise<string> {
  const { services, asOf } = taking;
  const id = await caseOf(tx, row, taking, changes);
  const { phone, market, programme, sender, job, groups, departed, returned, early, returnReason } = row.value;
  await tx.client.query(
    `update overseas_case set phone = coalesce(phone, $2), market = coalesce(market, $3), programme = coalesce(programme, $4), sender_name = coalesce(sender_name, $5), job = coalesce(job, $6),
       groups = (select coalesce(array_agg(distinct g), '{}') from unnest(groups || $7::text[]) g), version = version + 1 where id = $1`, [id, phone, market, programme, sender, job, groups]);
  let before = await getCase(tx, id, "for update of c");
  if (departed !== null && before.state.departure === null) {
    const { state } = await appendStep(tx, before, { kind: "depart", on: departed.on, ...monthOnly(departed), reportedOn: asOf, dueBackOn: null, reason: WITHOUT_STEPS, previousReturn: null });
    changes.push(...(await countDeparture(tx, services, before, state.departure!)));
    before = await getCase(tx, id);
  }
  if (returned !== null && before.state.returned === null) {
    const reason = returnReason ?? WITHOUT_STEPS;
    await appendStep(tx, before, { kind: "return", on: returned.on, ...monthOnly(returned), early, reason });
    await addReturn(tx, before, { kind: "return", early, reason }, returned);
  }
  changes.push(changed(id, before.hamletId));
  return id;
}

/** What the cases on file say against a line: a departure before their last step, a worker too young. */
async function checkRows(tx: Tx, rows: readonly Placed[], { asOf }: ListAsked): Promise<(RowProblem & { index: number })[]> {
  const found: (RowProblem & { index: number })[] = [];
  for (const [index, row] of rows.entries()) {
    const { departed, returned, early, market } = row.value;
    const { birth_year: born, subject_key, full_name: name } = workerColumns(row.worker!);
    if (departed !== null && born !== null && yearOf(departed.on) - born < LEAST_AGE) found.push({ index, severity: "error", code: "migration.list.tooYoung", field: "departed", data: { age: LEAST_AGE } });
    const id = departed === null || row.hamletId === null ? undefined : await openCase(tx, subject_key, row.entityId);
    if (id === undefined) continue;
    const before = await getCase(tx, id);
    const steps: OverseasAction[] = [
      ...(before.state.departure === null ? [{ kind: "depart" as const, on: departed!.on, ...monthOnly(departed!), reportedOn: asOf, dueBackOn: null, reason: WITHOUT_STEPS, previousReturn: null }] : []),
      ...(returned !== null && before.state.returned === null ? [{ kind: "return" as const, on: returned.on, ...monthOnly(returned), early, reason: WITHOUT_STEPS }] : []),
    ];
    const actions = [...before.actions];
    for (const step of steps) {
      const next = applyAction(actions, step, { market: before.market ?? market });
      if (isRefusal(next)) {
        found.push({ index, severity: "error", code: `migration.overseas.${next.code}`, field: step.kind === "depart" ? "departed" : "returned", data: { name, on: before.state.since.on } });
        break;
      }
      actions.push(step);
    }
  }
  return found;
}

/** The list of labour abroad of a commune: a line begins a case or goes on with the person's own; a departure becomes its job event. */
export const overseasList: AnyListKind = listKind<OverseasRow>({
  kind: "overseas",
  titleKey: "migration.overseasList.title",
  format: {
    id: "overseas",
    layouts: [],
    fields: [
      ...sharedFields(...WHO_FIELDS, ...PLACE_FIELDS, "note"),
      field("phone", "Điện thoại", ANY_TEXT, "Số điện thoại|SĐT"),
      field("market", "Nước đến", ANY_TEXT, "Nước|Thị trường|Quốc gia|Nước đến làm việc|Nước tiếp nhận"),
      field("programme", "Chương trình", ANY_TEXT, "Chương trình đi|Diện đi"),
      field("sender", "Đơn vị đưa đi", ANY_TEXT, "Công ty|Doanh nghiệp|Công ty phái cử|Đơn vị phái cử|Doanh nghiệp đưa đi"),
      field("job", "Công việc", ANY_TEXT, "Ngành nghề|Nghề|Ngành nghề làm việc"),
      field("group", "Đối tượng", ANY_TEXT, "Đối tượng hộ|Diện hộ|Hộ nghèo, cận nghèo"),
      field("wished", "Ngày đăng ký", DAY, "Ngày đăng ký nguyện vọng"),
      field("departed", "Ngày xuất cảnh", DAY, "Xuất cảnh|Ngày đi|Thời gian xuất cảnh|Tháng xuất cảnh"),
      field("returned", "Ngày về nước", DAY, "Về nước|Ngày về|Thời gian về nước"),
      field("return_how", "Về đúng hạn, trước hạn", coded(RETURN_HOW), "Tình trạng về nước|Hình thức về"),
      field("return_reason", "Lý do về nước", ANY_TEXT, "Lý do về"),
    ],
  },
  mustHave: [["member_name"], ["market", "departed", "sender"]],
  about: "worker",
  mayTake: importers(["commune", "province", "job_centre"], ["jobs"]),
  readRow: (texts, { asOf }) => readOverseasRow(builtInMarkets(), texts, asOf),
  rowKey: (row) => `${writtenKey(row)}|${row.value.departed?.on.slice(0, 4) ?? ""}|${row.value.market ?? ""}`,
  check: checkRows,
  commit: async (tx, rows, taking) => {
    const changes: Change[] = [];
    const ids: string[] = [];
    for (const row of rows) ids.push(await bringForward(tx, row, taking, changes));
    return { ids, changes };
  },
  stands: async ({ client }, ids) => new Set((await client.query<{ id: string }>("select id from overseas_case where id = any ($1) and voided_at is null", [ids])).rows.map(({ id }) => id)),
  example: [
    { member_name: "Nguyễn Văn Ví Dụ", birth: "1999", sex: "Nam", hamlet: "Ấp Phú Thạnh", market: "Nhật Bản", programme: "Thực tập sinh kỹ năng", sender: "Công ty Minh Họa", group: "Hộ cận nghèo", wished: "10/01/2026", departed: "05/06/2026" },
    { member_name: "Trần Thị Minh Họa", birth: "1996", sex: "Nữ", hamlet: "Ấp Phú Thạnh", market: "Đài Loan", departed: "03/2023", returned: "04/2026", return_how: "đúng hạn" },
  ],
});
