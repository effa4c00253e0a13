import { getUnit, hamletIdsOf, unitTitle } from "../../areas/public.ts";
import { everyRow, exportList } from "../../exchange/export-list.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { mustKeep } from "../policy.ts";
import { likeText, withPlace, workerSelect, type WorkerRead } from "../worker-rows.ts";
import type { StatusQuery, StatusRow } from "./contract.ts";
import { BRANCH, type FormKey } from "./rules/labour-form.ts";
import { COLUMN, REPLACED } from "./store.ts";

const FORM = (Object.entries(COLUMN) as [FormKey, string][]).map(([key, column]) => `'${key}', s.${column}`).join(", ");

const ROW = `s.id, ${workerSelect("s", 1)}, s.period, s.surveyed_on::text as "surveyedOn", s.source, s.recorded_at as "recordedAt", s.voided_at as "voidedAt", s.void_reason as "voidReason", jsonb_build_object(${FORM}) as form`;

type Read = WorkerRead & Omit<StatusRow, "hamlet" | "unit" | "recordedAt" | "voidedAt"> & { readonly recordedAt: Date; readonly voidedAt: Date | null };

function shown(tx: Tx, row: Read): StatusRow {
  const { id, personId, fullName, birthDate, birthYear, sex, hamletId, hamlet, unit, period, surveyedOn, source, recordedAt, voidedAt, voidReason, form } = withPlace(tx, row);
  return { id, personId, fullName, birthDate, birthYear, sex, hamletId, hamlet, unit, period, surveyedOn, source, recordedAt: recordedAt.toISOString(), voidedAt: voidedAt?.toISOString() ?? null, voidReason: voidReason?.startsWith(`${REPLACED} `) ? REPLACED : voidReason, form };
}

const ORDER: Readonly<Record<string, string>> = { name: "s.sort_key", hamlet: 'p.name collate "vi-x-icu"', surveyed: "s.surveyed_on" };

/** Periods with any form in these hamlets, the newest first. */
export async function periodsOf({ client }: Tx, hamletIds: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ period: string }>("select distinct period from labour_status where hamlet_id = any ($1) and voided_at is null order by period desc", [hamletIds]);
  return rows.map(({ period }) => period);
}

/** Forms that stand of people who live in the area, of one period or, where none is asked, of each. */
export async function listStatuses(tx: Tx, query: StatusQuery, page: number, perPage: number): Promise<{ total: number; periods: string[]; rows: StatusRow[] }> {
  const hamlets = await hamletIdsOf(tx, query.area, query.on);
  const values: unknown[] = [query.on, query.hamlet ? hamlets.filter((id) => id === query.hamlet) : hamlets];
  const where = ["s.voided_at is null", "s.hamlet_id = any ($2::uuid[])"];
  const add = (condition: (at: string) => string, value: unknown): void => void where.push(condition(`$${values.push(value)}`));
  if (query.period) add((at) => `s.period = ${at}`, query.period);
  if (query.state) add((at) => `s.state = ${at}`, query.state);
  if (query.qualification) add((at) => `s.qualification = ${at}`, query.qualification);
  if (query.priority) add((at) => `${at} = any (s.priority)`, query.priority);
  if (query.identified) where.push(`s.person_id is ${query.identified === "yes" ? "not " : ""}null`);
  if (query.wants === "job") where.push("s.job_want in ('province', 'elsewhere', 'abroad')");
  if (query.wants === "training") where.push("s.training_want");
  if (query.q) add((at) => `s.name_folded like ${at}`, likeText(fold(query.q)));
  const turned = query.sort.startsWith("-") ? " desc" : "";
  const from = `from labour_status s join hamlet p on p.id = s.hamlet_id where ${where.join(" and ")}`;
  const { rows } = await tx.client.query<Read & { total: number }>(
    `select ${ROW}, count(*) over ()::int as total ${from} order by ${ORDER[query.sort.replace("-", "")]!}${turned}, s.sort_key, s.id limit ${perPage} offset ${(page - 1) * perPage}`, values,
  );
  return { total: rows[0]?.total ?? 0, periods: await periodsOf(tx, hamlets), rows: rows.map((row) => shown(tx, row)) };
}

/** Errors: not_found "labour.unknown". */
export async function getStatus(tx: Tx, id: string, on: PlainDate): Promise<{ row: StatusRow; others: StatusRow[] }> {
  const { rows } = await tx.client.query<Read>(
    `select ${ROW} from labour_status s join hamlet p on p.id = s.hamlet_id where s.subject_key = (select subject_key from labour_status where id = $2) or s.id = $2 order by s.period desc, s.recorded_at desc`, [on, id],
  );
  const found = rows.find((row) => row.id === id);
  if (!found) throw new AppError("not_found", "labour.unknown", { id });
  return { row: shown(tx, found), others: rows.filter((row) => row !== found).map((row) => shown(tx, row)) };
}

const CODED: ReadonlySet<FormKey> = new Set(["education", "qualification", "state", "position", "insurance", "contract", "workplaceKind", "unemployedFor", "inactiveReason", "jobWant"]);
const EXPORTED: readonly FormKey[] = ["education", "qualification", "major", "priority", "state", ...BRANCH.employed, ...BRANCH.unemployed, ...BRANCH.inactive, "jobWant", "jobWanted", "wageWantedDong", "trainingWant", "tradeWanted", "levelWanted", "trainingWhen", "note"];

/** The list as shown, all its pages, with every answer; who took it out and why is written down first. */
export function exportStatuses(services: Services, wording: Wording, actor: Actor, asked: { readonly commandId: string; readonly query: StatusQuery; readonly purpose: string }, language: Language): Promise<FileAnswer> {
  mustKeep(actor);
  const { commandId, query, purpose } = asked;
  const say = (key: string, data = {}): string => wording.text(`labour.${key}`, data, language);
  const cell = (key: FormKey, value: StatusRow["form"][FormKey]): CellValue => {
    if (value === null) return "";
    if (Array.isArray(value)) return value.map((code) => say(`priority.${code}`)).join("; ");
    if (typeof value === "boolean") return say(value ? "yes" : "no");
    if (key === "contractOn") return shortDate(value as PlainDate);
    return CODED.has(key) ? say(`${key}.${String(value)}`) : (value as CellValue);
  };
  return exportList(services, actor, { commandId, name: "jobs.exportLabourForms", input: query, purpose, meta: { area: query.area } }, async (tx) => {
    const rows = await everyRow((page, perPage) => listStatuses(tx, query, page, perPage));
    return {
      fileName: `phieu cung lao dong ${getUnit(query.area).fullName} ${query.period ?? query.on}`, rows: rows.length,
      sheet: {
        name: say("export.sheet"), title: [say("export.title", { area: unitTitle(getUnit(query.area), actor.on) }), say("export.count", { count: rows.length, on: query.on })],
        columns: [
          { header: say("export.number"), width: 6, type: "integer" }, ...(["name", "birth", "sex", "hamlet", "unit", "period", "surveyedOn"] as const).map((key) => ({ header: say(`export.${key}`), width: key === "name" ? 26 : 14 })),
          ...EXPORTED.map((key) => ({ header: say(`field.${key}`), width: 18, ...(key === "wageWantedDong" && { type: "integer" as const }) })),
        ],
        rows: rows.map((row, i) => [
          i + 1, row.fullName, row.birthDate === null ? String(row.birthYear ?? "") : shortDate(row.birthDate as PlainDate), say(`sex.${row.sex}`), row.hamlet, row.unit, row.period, shortDate(row.surveyedOn as PlainDate),
          ...EXPORTED.map((key) => cell(key, row.form[key])),
        ]),
      },
    };
  });
}
