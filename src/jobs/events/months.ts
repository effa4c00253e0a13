import { getUnit, listHamlets, mustWriteHamlet, readableHamlets, unitPlace } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import { addDays, addMonths, plainDate, type PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mustEnter } from "../policy.ts";
import { addJobEvent } from "./add-event.ts";
import type { MonthBody, MonthLine, MonthRow } from "./contract.ts";
import { identified } from "./enter.ts";

const firstOf = (month: string): PlainDate => plainDate(`${month}-01`);
export const lastOf = (month: string): PlainDate => addDays(addMonths(firstOf(month), 1), -1);

/** Every hamlet of the area with what began in the month; a hamlet that reported nothing is not a hamlet where nobody began. */
export async function listMonths(tx: Tx, asked: { area: string; on: PlainDate; month: string }): Promise<MonthRow[]> {
  const hamlets = await readableHamlets(tx, asked.area, asked.on);
  const { rows } = await tx.client.query<{ id: string; reportedOn: string | null; reporter: string | null; events: number; people: number; unverified: number }>(
    `select h.id, m.reported_on::text as "reportedOn", m.reporter, coalesce(e.events, 0)::int as events, coalesce(e.people, 0)::int as people, coalesce(e.unverified, 0)::int as unverified
     from unnest($1::uuid[]) h (id) left join job_month m on m.hamlet_id = h.id and m.month = $2 and m.voided_at is null
       left join (select hamlet_id, count(*) filter (where nature = 'new') as events, count(distinct subject_key) filter (where nature = 'new') as people, count(*) filter (where verified_on is null) as unverified
         from job_event where voided_at is null and started_on between $2 and $3 and hamlet_id = any ($1) group by hamlet_id) e on e.hamlet_id = h.id`,
    [hamlets.map(({ id }) => id), firstOf(asked.month), lastOf(asked.month)],
  );
  const counted = new Map(rows.map(({ id, ...row }) => [id, row]));
  return hamlets.map(({ id, label, unitUid }) => ({ hamletId: id, hamlet: label, unit: unitPlace(getUnit(unitUid), tx.actor.on), ...counted.get(id)! }));
}

export interface RefusedLine {
  readonly line: number;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}
type Answer = { id: string; added: number; refused: RefusedLine[] };

/**
 * The list of one hamlet for one month: each line is taken or comes back with what is wrong; an empty list says that nobody began work.
 * Errors: refused "jobs.monthToCome" | "jobs.allLinesRefused" stays an answer: nothing is written when every line is refused.
 */
export function reportMonth(services: Services, actor: Actor, commandId: string, body: MonthBody): Promise<Answer> {
  mustEnter(actor);
  mustWriteHamlet(actor, body.hamletId);
  const { hamletId, month, reportedOn, reporter } = body;
  if (firstOf(month) > services.today()) throw new AppError("refused", "jobs.monthToCome", { month });
  return services.door.write<object, Answer>(actor, { commandId, name: "jobs.reportMonth", input: body }, async (tx) => {
    const refused: RefusedLine[] = [];
    const changes: Change[] = [];
    for (const [line, one] of body.lines.entries()) {
      try {
        changes.push(...(await takeLine(tx, services, body, one)));
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause;
        refused.push({ line, code: cause.code, data: cause.data });
      }
    }
    const id = newId<"job_month">();
    if (changes.length > 0 || body.lines.length === 0) {
      await tx.client.query("insert into job_month (id, hamlet_id, month, reported_on, reporter) values ($1, $2, $3, $4, $5) on conflict (hamlet_id, month) where voided_at is null do nothing", [id, hamletId, firstOf(month), reportedOn, reporter]);
    }
    return { answer: { id, added: changes.length, refused }, rows: changes.length, subject: hamletId, meta: { month, refused: refused.length }, changes };
  });
}

async function takeLine(tx: Tx, services: Services, { hamletId, month, reportedOn, reporter }: MonthBody, line: MonthLine): Promise<readonly Change[]> {
  if (line.startedOn.slice(0, 7) !== month) throw new AppError("refused", "jobs.otherMonth", { name: line.fullName, on: line.startedOn, month });
  const [worker] = await identified(tx, services, [{ personId: line.personId, hamletId, fullName: line.fullName, birthYear: line.birthYear, sex: line.sex }]);
  const { changes } = await addJobEvent(tx, {
    worker: worker!, startedOn: line.startedOn, reportedOn, channel: line.channel, nature: "new", placeKind: line.placeKind, employerId: null, employerName: line.employerName, job: line.job, vsco: null, wage: null,
    evidence: [{ kind: "hamlet", note: reporter }], distinctReason: line.distinctReason,
  }, services.today());
  return changes;
}

/** How many hamlets of the area reported each month of a year. */
export async function reportedMonths(tx: Tx, asked: { area: string; on: PlainDate; year: number }): Promise<{ hamlets: number; byMonth: ReadonlyMap<number, number> }> {
  const hamlets = (await listHamlets(tx, asked.area, asked.on)).map(({ id }) => id);
  const { rows } = await tx.client.query<{ month: number; n: number }>(
    "select extract(month from month)::int as month, count(*)::int as n from job_month where voided_at is null and hamlet_id = any ($1) and extract(year from month) = $2 group by 1", [hamlets, asked.year],
  );
  return { hamlets: hamlets.length, byMonth: new Map(rows.map(({ month, n }) => [month, n])) };
}
