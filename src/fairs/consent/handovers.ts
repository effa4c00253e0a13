import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import { writeWorkbook } from "../../exchange/write-workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { fileStem, MIME } from "../../papers/render.ts";
import { fairParameters } from "../parameters.ts";
import { mustKeepFairs, mustWorkAt } from "../policy.ts";
import { deleteBy, mayShare, type Consent } from "../rules/consent.ts";
import { getEmployer, getFair } from "../store.ts";
import type { FirmView, HandoverLineView, HandoverView } from "./contract.ts";

/** What goes to a firm, and nothing else. */
const FIELDS = ["fullName", "birthYear", "place", "phone", "job", "interview"] as const;

interface Candidate {
  readonly visitId: string;
  readonly employerId: string;
  readonly shortCode: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly hamletName: string | null;
  readonly hamletKind: HamletKind | null;
  readonly residence: string | null;
  readonly phone: string | null;
  readonly jobs: readonly string[];
  readonly nextOn: string | null;
  readonly consents: readonly Consent[];
  readonly handed: boolean;
}

/** Who registered with a firm or was interviewed by it, with the consents that stand. Erased and nameless visitors are none. */
async function candidatesOf({ client }: Tx, fairId: string, employerId: string | null): Promise<Candidate[]> {
  const { rows } = await client.query<Candidate>(
    `select v.id as "visitId", a.employer_id as "employerId", v.short_code as "shortCode", v.full_name as "fullName", v.birth_year as "birthYear", h.name as "hamletName", h.kind as "hamletKind", v.residence, v.phone,
       coalesce(array_agg(distinct w.job) filter (where w.job is not null), '{}') as jobs, max(a.next_on)::text as "nextOn",
       (select coalesce(json_agg(json_build_object('purpose', c.purpose, 'employerId', c.employer_id, 'withdrawn', c.withdrawn_at is not null)), '[]') from fair_consent c where c.visit_id = v.id) as consents,
       exists (select from fair_handover_line l join fair_handover o on o.id = l.handover_id where l.visit_id = v.id and o.employer_id = a.employer_id) as handed
     from fair_action a join fair_visit v on v.id = a.visit_id left join hamlet h on h.id = v.hamlet_id left join fair_vacancy w on w.id = a.fair_vacancy_id
     where a.fair_id = $1 and a.voided_at is null and a.step in ('f4a', 'f4b', 'f5a', 'f5b', 'f6') and a.employer_id is not null and ($2::uuid is null or a.employer_id = $2) and v.voided_at is null and v.full_name is not null
     group by v.id, a.employer_id, h.name, h.kind order by v.full_name collate "vi-x-icu"`, [fairId, employerId]);
  return rows;
}

export async function listFirms(tx: Tx, fairId: string): Promise<FirmView[]> {
  const { rows: firms } = await tx.client.query<{ id: string; name: string }>(`select id, name from fair_employer where fair_id = $1 and voided_at is null order by name collate "vi-x-icu"`, [fairId]);
  const all = await candidatesOf(tx, fairId, null);
  return firms.map(({ id, name }) => {
    const own = all.filter(({ employerId }) => employerId === id);
    return { employerId: id, name, candidates: own.length, agreed: own.filter(({ consents }) => mayShare(consents, id)).length, handed: own.filter(({ handed }) => handed).length };
  });
}

export async function listHandovers({ client }: Tx, fairId: string, today: PlainDate): Promise<HandoverView[]> {
  const { rows } = await client.query<HandoverView>(
    `select o.id, e.name as employer, o.purpose, o.fields, o.rows, o.receiver, o.handed_on::text as "handedOn", count(l.not_hired_on)::int as "notHired", count(l.deleted_on)::int as deleted,
       count(*) filter (where l.deleted_on is null and l.delete_by < $2::date)::int as overdue
     from fair_handover o join fair_employer e on e.id = o.employer_id join fair_handover_line l on l.handover_id = o.id where o.fair_id = $1 group by o.id, e.name order by o.handed_on desc, o.id desc`, [fairId, today]);
  return rows;
}

/**
 * The list of those who agreed, as a workbook for one firm. What was handed to whom, what for and how many rows is written before the file leaves.
 * Errors: those of `mustWorkAt`; refused "fairs.nobodyAgreed" where no consent covers the firm.
 */
export async function handOver(services: Services, wording: Wording, actor: Actor, commandId: string, fairId: string, input: { employerId: string; purpose: string; receiver: string }, language: Language): Promise<FileAnswer> {
  mustKeepFairs(actor);
  const today = services.today();
  const { handoverId } = await services.door.write(actor, { commandId, name: "fairs.handOver", input: { fairId, ...input }, purpose: input.purpose }, async (tx) => {
    const fair = await getFair(tx, fairId);
    mustWorkAt(actor, fair);
    const employer = await getEmployer(tx, input.employerId);
    const agreed = (await candidatesOf(tx, fairId, employer.id)).filter(({ consents }) => mayShare(consents, employer.id));
    if (agreed.length === 0) throw new AppError("refused", "fairs.nobodyAgreed", { name: employer.name });
    const id = newId<"fair_handover">() as string;
    await tx.client.query("insert into fair_handover (id, fair_id, employer_id, unit_uid, purpose, fields, rows, receiver, handed_on, handed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      [id, fairId, employer.id, fair.unitUid, input.purpose, FIELDS, agreed.length, input.receiver, today, actor.accountId]);
    await tx.client.query("insert into fair_handover_line (id, handover_id, fair_id, visit_id, unit_uid) select unnest($1::uuid[]), $2, $3, unnest($4::uuid[]), $5", [agreed.map(() => newId()), id, fairId, agreed.map(({ visitId }) => visitId), fair.unitUid]);
    return { answer: { handoverId: id }, changes: [{ entity: "fair_handover", entityId: id, kind: "added" }], rows: agreed.length, subject: fairId, meta: { employer: employer.id, fields: FIELDS, rows: agreed.length } };
  });
  return services.door.read(actor, async (tx) => {
    const fair = await getFair(tx, fairId);
    const employer = await getEmployer(tx, input.employerId);
    const { rows: lines } = await tx.client.query<{ visit: string }>("select visit_id as visit from fair_handover_line where handover_id = $1", [handoverId]);
    const handed = new Set(lines.map(({ visit }) => visit));
    const people = (await candidatesOf(tx, fairId, employer.id)).filter(({ visitId, consents }) => handed.has(visitId) && mayShare(consents, employer.id));
    const say = (key: string, data: Record<string, unknown> = {}): string => wording.text(`fairs.${key}`, data, language);
    const columns = FIELDS.map((key) => ({ header: say(`column.${key}`), width: key === "birthYear" || key === "phone" ? 14 : 28 }));
    const cells = (one: Candidate) => [one.fullName, one.birthYear === null ? "" : String(one.birthYear), one.hamletName === null ? (one.residence ?? "") : hamletLabel({ name: one.hamletName, kind: one.hamletKind! }), one.phone ?? "", one.jobs.join("; "), one.nextOn ?? ""];
    const bytes = await writeWorkbook([{ name: say("handover.sheet"), title: [say("handover.title", { employer: employer.name, fair: fair.name }), say("handover.terms", { purpose: input.purpose })], columns, rows: people.map(cells) }], new Date(services.now()));
    return { name: `${fileStem(`danh sach ung vien ${fair.code} ${employer.name}`)}.xlsx`, mime: MIME.xlsx, bytes };
  });
}

/** Errors: not_found "fairs.handoverUnknown". */
async function getHandover({ client }: Tx, id: string): Promise<{ fairId: string; employerId: string; employer: string }> {
  const { rows } = await client.query<{ fairId: string; employerId: string; employer: string }>(`select o.fair_id as "fairId", o.employer_id as "employerId", e.name as employer from fair_handover o join fair_employer e on e.id = o.employer_id where o.id = $1`, [id]);
  if (!rows[0]) throw new AppError("not_found", "fairs.handoverUnknown", { id });
  return rows[0];
}

/** Hired: taken on at the fair or later by this firm; of the others the firm has to delete what it was told. */
export async function handoverLines(tx: Tx, id: string, today: PlainDate): Promise<{ fairId: string; employer: string; lines: HandoverLineView[] }> {
  const { fairId, employerId, employer } = await getHandover(tx, id);
  const { rows } = await tx.client.query<HandoverLineView>(
    `select l.id, v.short_code as "shortCode", v.full_name as name, l.not_hired_on::text as "notHiredOn", l.delete_by::text as "deleteBy", l.deleted_on::text as "deletedOn", l.deleted_proof as proof, coalesce(l.deleted_on is null and l.delete_by < $3::date, false) as late,
       (exists (select from fair_action a where a.visit_id = v.id and a.step = 'f6' and a.employer_id = $2 and a.voided_at is null) or exists (select from fair_result r where r.visit_id = v.id and r.outcome = 'working' and r.employer_id = $2 and r.voided_at is null)) as hired
     from fair_handover_line l join fair_visit v on v.id = l.visit_id where l.handover_id = $1 order by v.full_name collate "vi-x-icu", v.short_code`, [id, employerId, today]);
  return { fairId, employer, lines: rows };
}

function changeLines(services: Services, actor: Actor, commandId: string, name: string, input: { id: string; lineIds: readonly string[]; on: PlainDate; proof?: string }, work: (tx: Tx, lines: readonly HandoverLineView[], employer: string) => Promise<void>): Promise<Record<string, never>> {
  mustKeepFairs(actor);
  if (input.on > services.today()) throw new AppError("refused", "fairs.actionToCome", { on: input.on });
  return services.door.write(actor, { commandId, name, input }, async (tx) => {
    const { fairId, employer, lines } = await handoverLines(tx, input.id, services.today());
    mustWorkAt(actor, await getFair(tx, fairId));
    const chosen = lines.filter((line) => input.lineIds.includes(line.id));
    if (chosen.length !== new Set(input.lineIds).size) throw new AppError("not_found", "fairs.handoverUnknown", { id: input.id });
    await work(tx, chosen, employer);
    return { answer: {}, changes: chosen.map(({ id }) => ({ entity: "fair_handover_line", entityId: id, kind: "changed" as const })), subject: fairId };
  });
}

/** Starts the clock of deletion, where the office has set its days. Errors: refused "fairs.wasHired". */
export const markNotHired = (services: Services, actor: Actor, commandId: string, input: { id: string; lineIds: readonly string[]; on: PlainDate }): Promise<Record<string, never>> =>
  changeLines(services, actor, commandId, "fairs.markNotHired", input, async (tx, lines, employer) => {
    const hired = lines.find((line) => line.hired);
    if (hired) throw new AppError("refused", "fairs.wasHired", { code: hired.shortCode, employer });
    const days = fairParameters(services).deleteAfterDays.value;
    await tx.client.query("update fair_handover_line set not_hired_on = $2, delete_by = $3 where id = any ($1)", [lines.map(({ id }) => id), input.on, deleteBy(input.on, days)]);
  });

/** Errors: refused "fairs.notHiredFirst". */
export const markDeleted = (services: Services, actor: Actor, commandId: string, input: { id: string; lineIds: readonly string[]; on: PlainDate; proof: string }): Promise<Record<string, never>> =>
  changeLines(services, actor, commandId, "fairs.markDeleted", input, async (tx, lines) => {
    const early = lines.find((line) => line.notHiredOn === null);
    if (early) throw new AppError("refused", "fairs.notHiredFirst", { code: early.shortCode });
    await tx.client.query("update fair_handover_line set deleted_on = $2, deleted_proof = $3 where id = any ($1)", [lines.map(({ id }) => id), input.on, input.proof]);
  });
