import { AppError } from "../../../kernel/error.ts";
import { fold, tidySpaces } from "../../../kernel/text/fold.ts";
import { bulkInsert } from "../../../platform/bulk.ts";
import { newId, type Change, type Tx } from "../../../platform/door.ts";
import { subjectKey, workerColumns, type ListAsked, type ListTaking, type PlacedRow, type Taken } from "../../../registry/public.ts";
import { builtInRules, selfTaughtRules } from "../load.ts";
import { judgeSelfTaught } from "../rules/judge.ts";
import type { SelfTaughtLine } from "../rules/self-taught-row.ts";

type Row = PlacedRow<SelfTaughtLine>;
type Told = { readonly index: number; readonly severity: "error"; readonly code: string; readonly field?: string; readonly data?: Readonly<Record<string, string | number>> };

interface TradeOnFile {
  readonly code: string;
  readonly name: string;
}

/** Trades by their folded names: a line that names a trade of the catalogue is of that trade. */
async function tradesByName({ client }: Tx): Promise<ReadonlyMap<string, TradeOnFile>> {
  const { rows } = await client.query<TradeOnFile & { folded: string }>("select code, name, name_folded as folded from trade where valid_to is null");
  return new Map(rows.map(({ folded, ...trade }) => [folded, trade]));
}

/** What only the database knows: a certificate of the trade, the same person and trade on file; and the years, which a reason may overrule. */
export async function checkSelfTaught(tx: Tx, rows: readonly Row[], _asked: ListAsked): Promise<Told[]> {
  const trades = await tradesByName(tx);
  const subjects = rows.map((row) => subjectKey({ ...row.worker!, hamletId: row.place }));
  const { rows: certified } = await tx.client.query<{ key: string; serialNo: string }>(
    `select e.subject_key || '|' || c.trade_code as key, k.serial_no as "serialNo" from training_certificate k join enrolment e on e.id = k.enrolment_id join training_class c on c.id = e.class_id
     where e.subject_key = any ($1) and k.kind = 'so_cap' and k.voided_at is null and k.revoked_on is null and e.voided_at is null`, [subjects],
  );
  const { rows: onFile } = await tx.client.query<{ id: string; key: string }>(`select id, subject_key || '|' || coalesce(trade_code, lower(trade_name)) as key from self_taught where subject_key = any ($1) and voided_at is null`, [subjects]);
  const certificates = new Map(certified.map(({ key, serialNo }) => [key, serialNo]));
  const standing = new Map(onFile.map(({ id, key }) => [key, id]));
  const rules = builtInRules();
  return rows.flatMap((row, index): Told[] => {
    const { value, worker } = row;
    const trade = trades.get(fold(value.tradeName));
    const key = `${subjects[index]}|${trade?.code ?? tidySpaces(value.tradeName).toLowerCase()}`;
    const data = { name: worker!.fullName, trade: trade?.name ?? value.tradeName };
    const other = standing.get(key);
    if (other !== undefined && other !== row.entityId) return [{ index, severity: "error", code: "training.selfTaught.list.twice", field: "trade_name", data }];
    const judged = judgeSelfTaught({ yearsInJob: value.yearsInJob, certificate: (trade && certificates.get(key)) ?? null, reason: value.reason }, rules);
    if (judged.verdict === "taken") return [];
    const certain = judged.code === "training.selfTaught.certified";
    return [{ index, severity: "error", code: certain ? "training.selfTaught.list.certified" : "training.selfTaught.list.tooFewYears", field: certain ? "trade_name" : "years_in_job", data: { ...data, ...(judged.data as Record<string, string | number>) } }];
  });
}

const COLUMNS = [
  "id", "hamlet_id", "person_id", "full_name", "name_folded", "birth_date", "birth_year", "sex", "subject_key", "trade_code", "trade_name", "learned_by", "years_in_job", "skill_check", "recognised_year", "recognised_on", "confirmer", "reason", "note",
] as const;

/** Writes lines that are new or changed; of a changed one the old record is voided. Errors: refused "training.selfTaught.tooFewYears" where the authority's own rule lets no reason pass. */
export async function takeSelfTaught(tx: Tx, rows: readonly Row[], { asOf, services }: ListTaking): Promise<Taken> {
  const rules = selfTaughtRules(services);
  for (const { value, worker } of rows) {
    const judged = judgeSelfTaught({ yearsInJob: value.yearsInJob, certificate: null, reason: value.reason }, rules);
    if (judged.verdict !== "taken") throw new AppError("refused", judged.code, { name: worker!.fullName, trade: value.tradeName, ...judged.data });
  }
  const trades = await tradesByName(tx);
  const changes: Change[] = [];
  for (const { entityId } of rows) {
    if (entityId === null) continue;
    const { rows: old } = await tx.client.query<{ hamletId: string }>(`update self_taught set voided_at = now(), void_reason = $2, version = version + 1 where id = $1 and voided_at is null returning hamlet_id as "hamletId"`, [entityId, "danh sách gửi lại ghi khác"]);
    changes.push(...old.map(({ hamletId }): Change => ({ entity: "self_taught", entityId, kind: "voided", hamletId })));
  }
  const ids = rows.map(() => newId<"self_taught">());
  await bulkInsert(tx, "self_taught", COLUMNS, rows.map((row, i) => {
    const { value } = row;
    const worker = workerColumns({ ...row.worker!, hamletId: row.hamletId! });
    const trade = trades.get(fold(value.tradeName));
    return [
      ids[i]!, worker.hamlet_id, worker.person_id, worker.full_name, fold(worker.full_name), worker.birth_date, worker.birth_year, worker.sex, worker.subject_key, trade?.code ?? null, trade?.name ?? tidySpaces(value.tradeName), value.learnedBy,
      value.yearsInJob, value.skillCheck, value.recognisedYear, asOf, value.confirmer, value.reason, value.note,
    ];
  }));
  changes.push(...rows.map((row, i): Change => ({ entity: "self_taught", entityId: ids[i]!, kind: "added", hamletId: row.hamletId })));
  return { ids, changes };
}

export async function selfTaughtThatStand({ client }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>("select id from self_taught where id = any ($1) and voided_at is null", [ids]);
  return new Set(rows.map(({ id }) => id));
}
