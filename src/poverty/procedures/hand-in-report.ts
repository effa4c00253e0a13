import { AppError } from "../../kernel/error.ts";
import { plainDate, type PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayReview, must, mustWriteUnit } from "../policy.ts";
import { monthCounts, type Counts } from "./month-report.ts";

export interface HandInInput {
  /** "2026-03" */
  readonly month: string;
  readonly handedOn: PlainDate;
  readonly receiver: string;
  readonly documentNo?: string | null | undefined;
}

export interface HandedReport {
  readonly id: string;
  readonly month: string;
  readonly handedOn: PlainDate;
  readonly receiver: string;
  readonly documentNo: string | null;
  readonly counts: Counts;
}

const firstOf = (month: string): PlainDate => plainDate(`${month}-01`);

/**
 * Keeps a month's counts as a commune handed them in. Errors: refused "poverty.procedure.monthRuns" | "handedToCome"; conflict "handedAlready";
 * forbidden "poverty.outsideArea".
 */
export function handInReport(services: Services, actor: Actor, commandId: string, unitUid: string, input: HandInInput): Promise<{ id: string }> {
  must(mayReview, actor);
  mustWriteUnit(actor, unitUid);
  const { month, handedOn } = input;
  if (handedOn > services.today()) throw new AppError("refused", "poverty.procedure.handedToCome", { on: handedOn });
  if (handedOn.slice(0, 7) <= month) throw new AppError("refused", "poverty.procedure.monthRuns", { month: `${month.slice(5)}/${month.slice(0, 4)}` });
  return services.door.write(actor, { commandId, name: "poverty.handInProcedureReport", input: { unitUid, ...input } }, async (tx) => {
    const counts = (await monthCounts(tx, [unitUid], Number(month.slice(0, 4)))).find((one) => one.month === month)!;
    const id = newId<"procedure_report">() as string;
    const added = await tx.client.query(
      `insert into procedure_report (id, unit_uid, month, counts, handed_on, receiver, document_no, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (unit_uid, month) where voided_at is null do nothing`,
      [id, unitUid, firstOf(month), JSON.stringify(counts), handedOn, input.receiver, input.documentNo ?? null, actor.accountId],
    );
    if (added.rowCount === 0) throw new AppError("conflict", "poverty.procedure.handedAlready", { month: `${month.slice(5)}/${month.slice(0, 4)}` });
    return { answer: { id }, changes: [{ entity: "procedure_report", entityId: id, kind: "added" }], unitUid, subject: id, meta: { month } };
  });
}

/** A report entered wrongly; the counts of the day stay on file with the reason. Errors: not_found "poverty.procedure.reportUnknown". */
export function takeBackReport(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  must(mayReview, actor);
  return services.door.write(actor, { commandId, name: "poverty.takeBackProcedureReport", input: { id, reason } }, async (tx) => {
    const { rows } = await tx.client.query<{ unitUid: string }>(`update procedure_report set voided_at = now(), void_reason = $2 where id = $1 and voided_at is null returning unit_uid as "unitUid"`, [id, reason]);
    if (!rows[0]) throw new AppError("not_found", "poverty.procedure.reportUnknown", { id });
    return { answer: { id }, changes: [{ entity: "procedure_report", entityId: id, kind: "voided" }], unitUid: rows[0].unitUid, subject: id };
  });
}

/** What a commune handed in on the months of a year. */
export async function handedReports({ client }: Tx, unitUid: string, year: number): Promise<HandedReport[]> {
  return (await client.query<HandedReport>(
    `select id, to_char(month, 'YYYY-MM') as month, handed_on::text as "handedOn", receiver, document_no as "documentNo", counts from procedure_report
     where unit_uid = $1 and extract(year from month) = $2 and voided_at is null order by month`,
    [unitUid, year],
  )).rows;
}
