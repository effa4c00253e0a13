import { getUnit, hamletIdsOf, listHamlets, unitPlace } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { decimalText } from "../../kernel/decimal.ts";
import { rate } from "../../kernel/ratio.ts";
import type { Tx } from "../../platform/door.ts";
import type { SummaryRow } from "./contract.ts";
import { periodsOf } from "./list.ts";

type Numbers = Pick<SummaryRow, "people" | "employed" | "unemployed" | "inactive" | "unidentified" | "trained" | "certified" | "trainedUnknown" | "wantJob" | "wantTraining">;

const LABOUR_FORCE = "state in ('employed', 'unemployed')";
/** "Qua đào tạo" counts those taught without a certificate too; "có bằng, chứng chỉ" does not. */
const COUNTS: Readonly<Record<keyof Numbers, string>> = {
  people: "true", employed: "state = 'employed'", unemployed: "state = 'unemployed'", inactive: "state = 'inactive'", unidentified: "person_id is null",
  trained: `${LABOUR_FORCE} and qualification <> 'none'`, certified: `${LABOUR_FORCE} and qualification not in ('none', 'no_certificate')`, trainedUnknown: `${LABOUR_FORCE} and qualification is null`,
  wantJob: "job_want in ('province', 'elsewhere', 'abroad')", wantTraining: "training_want",
};
const KEYS = Object.keys(COUNTS) as (keyof Numbers)[];
const NOBODY = Object.fromEntries(KEYS.map((key) => [key, 0])) as unknown as Numbers;

const percent = (part: number, whole: number): string | null => {
  const found = rate(part, whole, 1);
  return found && decimalText(found.percent);
};

function rowOf(place: Pick<SummaryRow, "hamletId" | "hamlet" | "unit">, numbers: Numbers): SummaryRow {
  const force = numbers.employed + numbers.unemployed;
  return { ...place, ...numbers, unemployedRate: percent(numbers.unemployed, force), trainedRate: percent(numbers.trained, force - numbers.trainedUnknown), certifiedRate: percent(numbers.certified, force - numbers.trainedUnknown) };
}

/** What the forms of a period add up to in each hamlet of the area; the newest period where none is asked. A hamlet without forms has a row of nobody. */
export async function summaryOf(tx: Tx, { area, on, period: asked }: { readonly area: string; readonly on: PlainDate; readonly period?: string | undefined }): Promise<{ period: string | null; periods: string[]; rows: SummaryRow[]; total: SummaryRow }> {
  const hamletIds = await hamletIdsOf(tx, area, on);
  const hamlets = await listHamlets(tx, area, on);
  const periods = await periodsOf(tx, hamletIds);
  const period = asked ?? periods[0] ?? null;
  const { rows } = await tx.client.query<Numbers & { hamletId: string }>(
    `select hamlet_id as "hamletId", ${KEYS.map((key) => `count(distinct subject_key) filter (where ${COUNTS[key]})::int as "${key}"`).join(", ")}
     from labour_status where voided_at is null and hamlet_id = any ($1) and period = $2 group by hamlet_id`,
    [hamletIds, period],
  );
  const byHamlet = new Map(rows.map(({ hamletId, ...numbers }) => [hamletId, numbers]));
  const shown = hamlets.filter(({ id, kind }) => kind !== "unknown" || byHamlet.has(id));
  const total = { ...NOBODY };
  for (const numbers of byHamlet.values()) for (const key of KEYS) (total as Record<keyof Numbers, number>)[key] += numbers[key];
  return {
    period, periods, rows: shown.map(({ id, label, unitUid }) => rowOf({ hamletId: id, hamlet: label, unit: unitPlace(getUnit(unitUid), tx.actor.on) }, byHamlet.get(id) ?? NOBODY)),
    total: rowOf({ hamletId: null, hamlet: "", unit: "" }, total),
  };
}
