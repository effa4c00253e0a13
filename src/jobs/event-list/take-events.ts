import { getOrganisation } from "../../enterprises/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { bulkInsert } from "../../platform/bulk.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import { subjectKey, workerColumns, type ListAsked, type ListTaking, type PlacedRow, type Taken } from "../../registry/public.ts";
import { knownEventsOf } from "../events/store.ts";
import { moveDecisions } from "../proposals/decisions.ts";
import { checkEvent, type Evidence } from "../rules/event.ts";
import type { EventLine } from "../rules/event-row.ts";
import { employerKey, type KnownEvent, sameEvent } from "../rules/same-event.ts";

type Row = PlacedRow<EventLine>;
type Told = { readonly index: number; readonly severity: "error" | "warning"; readonly code: string; readonly field?: string; readonly data?: Readonly<Record<string, string | number>> };

export interface EventSource {
  readonly evidence: Evidence["kind"];
  /** the parameter that names the employer of every line */
  readonly organisation?: string;
}

interface Employer {
  readonly id: string | null;
  readonly name: string | null;
}

async function employerOf(tx: Tx, { organisation }: EventSource, asked: ListAsked): Promise<Employer | null> {
  const id = organisation === undefined ? undefined : asked.parameters[organisation];
  return id ? { id, name: (await getOrganisation(tx, id)).name } : null;
}

const CELLS: Readonly<Record<string, string>> = { startedOn: "started_on", channel: "channel", nature: "nature", placeKind: "work_place", employerName: "employer", birth: "birth" };

const eventOf = (row: Row, employer: Employer | null): KnownEvent => ({
  id: "", subjectKey: subjectKey({ ...row.worker!, hamletId: row.place }), identified: Boolean(row.worker!.personId), startedOn: row.value.startedOn, channel: row.value.channel, employerId: employer?.id ?? null,
  employerKey: employerKey(employer?.name ?? row.value.employerName), job: row.value.job,
});

/** What speaks against each line: by itself, against what is on file, against the lines above it. Lines taken before that say the same are not asked. */
export const checkEvents = (source: EventSource) => async (tx: Tx, rows: readonly Row[], asked: ListAsked): Promise<Told[]> => {
  const told: Told[] = [];
  const employer = await employerOf(tx, source, asked);
  const known = await knownEventsOf(tx, rows.map((row) => ({ ...workerColumns({ ...row.worker!, hamletId: row.place }), hamlet_id: row.hamletId })));
  const replaced = new Set(rows.map(({ entityId }) => entityId));
  const above = new Map<string, KnownEvent[]>();
  for (const [index, row] of rows.entries()) {
    const { value, worker } = row;
    const event = eventOf(row, employer);
    const who = `${fold(worker!.fullName)}|${row.place}`;
    const before = above.get(who) ?? [];
    above.set(who, [...before, event]);
    if (row.state === "unchanged") continue;
    const data = { name: worker!.fullName };
    for (const problem of checkEvent({ ...value, employerName: employer?.name ?? value.employerName, reportedOn: asked.asOf, birthDate: (worker!.birthDate ?? null) as PlainDate | null, birthYear: worker!.birthYear ?? null, evidence: [{ kind: source.evidence, note: null }] }, asked.asOf)) {
      told.push({ index, severity: problem.severity, code: problem.code, field: CELLS[problem.field] ?? "member_name", data: { ...data, ...problem.data } });
    }
    const same = sameEvent(event, [...known[index]!.filter(({ id }) => !replaced.has(id)), ...before]);
    if (same.kind === "same") told.push({ index, severity: "error", code: "jobs.list.sameEvent", field: "member_name", data: { ...data, on: same.event.startedOn } });
    if (same.kind === "possible" && value.distinctReason === null) told.push({ index, severity: "error", code: "jobs.list.maybeSameEvent", field: "member_name", data: { ...data, on: same.event.startedOn } });
  }
  return told;
};

/** Said with the evidence, so that a day that is only the first of a month is not taken for a known one. */
const monthNote = (on: PlainDate): string => `danh sách chỉ ghi tháng ${on.slice(5, 7)}/${on.slice(0, 4)}`;

const COLUMNS = [
  "id", "hamlet_id", "person_id", "full_name", "name_folded", "birth_date", "birth_year", "sex", "subject_key", "started_on", "reported_on", "channel", "nature", "employer_id", "employer_name", "employer_key", "place_kind", "job", "wage", "evidence",
  "distinct_reason",
] as const;

/** Writes lines that are new or changed; of a changed one the old event is voided. The months of the hamlets count as reported. */
export const takeEvents = (source: EventSource) => async (tx: Tx, rows: readonly Row[], taking: ListTaking): Promise<Taken> => {
  const employer = await employerOf(tx, source, taking);
  const changes: Change[] = [];
  for (const { entityId } of rows) {
    if (entityId === null) continue;
    const { rows: old } = await tx.client.query<{ hamlet_id: string }>("update job_event set voided_at = now(), void_reason = $2, version = version + 1 where id = $1 and voided_at is null returning hamlet_id", [entityId, "danh sách gửi lại ghi khác"]);
    changes.push(...old.map((one) => ({ entity: "job_event", entityId, kind: "voided" as const, hamletId: one.hamlet_id })));
  }
  const ids = rows.map(() => newId<"job_event">());
  await bulkInsert(tx, "job_event", COLUMNS, rows.map((row, i) => {
    const { value } = row;
    const worker = workerColumns({ ...row.worker!, hamletId: row.hamletId! });
    const name = employer?.name ?? value.employerName;
    return [
      ids[i]!, worker.hamlet_id, worker.person_id, worker.full_name, fold(worker.full_name), worker.birth_date, worker.birth_year, worker.sex, worker.subject_key, value.startedOn, taking.asOf, value.channel, value.nature, employer?.id ?? null, name,
      employerKey(name), value.placeKind, value.job, value.wage, JSON.stringify([{ kind: source.evidence, note: value.monthOnly ? monthNote(value.startedOn) : null }]), value.distinctReason,
    ];
  }));
  for (const [i, { entityId }] of rows.entries()) if (entityId !== null) await moveDecisions(tx, entityId, ids[i]!);
  changes.push(...rows.map((row, i) => ({ entity: "job_event", entityId: ids[i]!, kind: "added" as const, hamletId: row.hamletId })));
  if (source.evidence === "hamlet") await reportMonths(tx, rows, taking.asOf);
  return { ids, changes };
};

async function reportMonths({ client, actor }: Tx, rows: readonly Row[], reportedOn: PlainDate): Promise<void> {
  const months = [...new Set(rows.map(({ hamletId, value }) => `${hamletId} ${value.startedOn.slice(0, 7)}-01`))].map((key) => key.split(" ") as [string, string]);
  await client.query(
    `insert into job_month (id, hamlet_id, month, reported_on, reporter) select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[], $5::text[]) on conflict (hamlet_id, month) where voided_at is null do nothing`,
    [months.map(() => newId()), months.map(([hamlet]) => hamlet), months.map(([, month]) => month), months.map(() => reportedOn), months.map(() => actor.displayName)],
  );
}

export async function eventsThatStand({ client }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>("select id from job_event where id = any ($1) and voided_at is null", [ids]);
  return new Set(rows.map(({ id }) => id));
}
