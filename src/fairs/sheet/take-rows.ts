import { fold } from "../../kernel/text/fold.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { ListAsked, ListTaking, PlacedRow, Taken } from "../../registry/public.ts";
import type { RowProblem } from "../../registry/rules/list-row.ts";
import { addAction } from "../booth/add-action.ts";
import { giveConsent } from "../consent/consents.ts";
import { CAME_AT, insertVisit } from "../desk/visit-store.ts";
import { fairParameters } from "../parameters.ts";
import { listEmployers } from "../plan/employers.ts";
import { mustWorkAt, worksAt } from "../policy.ts";
import { firmKey, type SheetRow } from "../rules/sheet-row.ts";
import { visitorColumns } from "../rules/visitor.ts";
import { FAIR, getFair, type Fair } from "../store.ts";

type Row = PlacedRow<SheetRow>;

const fairIdOf = (asked: ListAsked): string => asked.parameters["fair"] ?? "";

/** What only the fair knows: whether it may be worked at, whether the firm takes part, whether a changed line has a follow-up that was closed. */
export async function checkSheet(tx: Tx, rows: readonly Row[], asked: ListAsked): Promise<(RowProblem & { index: number })[]> {
  const { rows: fairs } = await tx.client.query<Fair>(`select ${FAIR} from job_fair f where f.id::text = $1 and f.voided_at is null`, [fairIdOf(asked)]);
  const [fair] = fairs;
  if (!fair || !worksAt(tx.actor, fair)) return rows.map((_, index) => ({ index, severity: "error", code: "fairs.sheet.fairUnknown" }));
  const firms = new Set((await listEmployers(tx, fair.id)).map(({ name }) => firmKey(name)));
  const closed = new Set((await tx.client.query<{ visit: string }>("select visit_id as visit from fair_followup where fair_id = $1 and state <> 'open' and voided_at is null", [fair.id])).rows.map(({ visit }) => visit));
  return rows.flatMap((row, index) => [
    ...(row.value.firm !== null && !firms.has(firmKey(row.value.firm)) ? [{ index, severity: "error" as const, code: "fairs.sheet.firmUnknown", field: "firm", data: { firm: row.value.firm } }] : []),
    ...(row.state === "changed" && row.entityId !== null && closed.has(row.entityId) ? [{ index, severity: "error" as const, code: "fairs.sheet.followupClosed" }] : []),
  ]);
}

/** Each line is a visit of its own; a person with several lines has come once. */
async function voidBefore({ client }: Tx, ids: readonly string[]): Promise<Change[]> {
  if (ids.length === 0) return [];
  const reason = "sửa trong phiếu nhập";
  for (const table of ["fair_followup", "fair_action"]) await client.query(`update ${table} set voided_at = now(), void_reason = $2 where visit_id = any ($1) and voided_at is null`, [ids, reason]);
  await client.query("update fair_visit set voided_at = now(), void_reason = $2, version = version + 1 where id = any ($1) and voided_at is null", [ids, reason]);
  return ids.map((id) => ({ entity: "fair_visit", entityId: id, kind: "voided" }));
}

export async function takeSheet(tx: Tx, rows: readonly Row[], taking: ListTaking): Promise<Taken> {
  const fair = await getFair(tx, fairIdOf(taking));
  mustWorkAt(tx.actor, fair);
  const employers = await listEmployers(tx, fair.id);
  const parameters = fairParameters(taking.services);
  const changes = await voidBefore(tx, rows.flatMap((row) => (row.state === "changed" && row.entityId !== null ? [row.entityId] : [])));
  const ids: string[] = [];
  for (const row of rows) {
    const worker = row.worker!;
    const visitor = visitorColumns({ fullName: worker.fullName, birthYear: worker.birthYear ?? (worker.birthDate ? Number(worker.birthDate.slice(0, 4)) : null), hamletId: worker.hamletId, residence: null }, worker.personId ?? null);
    const visit = await insertVisit(tx, fair, { visitor, sex: worker.sex ?? 0, phone: row.value.phone, channel: "import", wish: null, cameOn: null });
    await tx.client.query(
      `update fair_visit v set birth_date = $2, checked_in_at = case when exists (select from fair_visit o where o.fair_id = $3 and o.subject_key = v.subject_key and o.id <> v.id and o.checked_in_at is not null and o.voided_at is null)
         then null else ${CAME_AT("$4")} end where v.id = $1`, [visit.id, worker.birthDate ?? null, fair.id, fair.onDate]);
    const firm = employers.find(({ name }) => firmKey(name) === firmKey(row.value.firm));
    const vacancy = row.value.job === null ? undefined : firm?.vacancies.find(({ job }) => fold(job) === fold(row.value.job!));
    const target = { id: visit.id, fairId: fair.id, unitUid: fair.unitUid, hamletId: visitor.hamlet_id };
    for (const { step, topic, nextOn } of row.value.steps) {
      const atFirm = ["f4a", "f4b", "f5a", "f5b", "f6"].includes(step);
      await addAction(tx, fair, target, { step, onDate: fair.onDate, employerId: atFirm ? (firm?.id ?? null) : null, vacancyId: atFirm ? (vacancy?.id ?? null) : null, topic: atFirm && !vacancy ? row.value.job : topic, nextOn, again: "ignore" }, parameters);
    }
    if (row.value.consent) await giveConsent(tx, target, { purpose: "share_with_firm", employerId: null, how: "paper" });
    ids.push(visit.id);
    changes.push({ entity: "fair_visit", entityId: visit.id, kind: "added" });
  }
  return { ids, changes };
}

export async function standingVisits({ client }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>("select id from fair_visit where id = any ($1) and voided_at is null", [ids]);
  return new Set(rows.map(({ id }) => id));
}
