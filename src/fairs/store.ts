import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Tx } from "../platform/door.ts";
import type { FairKind } from "./rules/steps.ts";

export interface Fair {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: FairKind;
  readonly onDate: PlainDate;
  readonly toDate: PlainDate | null;
  readonly place: string | null;
  readonly unitUid: string;
  readonly partnerUnits: readonly string[];
  readonly organiser: string | null;
  readonly partnerCentres: string | null;
  readonly decisionNo: string | null;
  readonly decidedOn: PlainDate | null;
  readonly budgetLine: string | null;
  readonly budgetDong: number | null;
  readonly registerToken: string | null;
  readonly registerUntil: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly version: number;
}

export const FAIR = `f.id, f.code, f.name, f.kind, f.on_date::text as "onDate", f.to_date::text as "toDate", f.place, f.unit_uid as "unitUid", f.partner_units as "partnerUnits", f.organiser,
  f.partner_centres as "partnerCentres", f.decision_no as "decisionNo", f.decided_on::text as "decidedOn", f.budget_line as "budgetLine", f.budget_dong as "budgetDong",
  f.register_token as "registerToken", f.register_until::text as "registerUntil", f.closed_on::text as "closedOn", f.version`;

/** Errors: not_found "fairs.unknown". */
export async function getFair({ client }: Tx, id: string, lock: "for update" | "" = ""): Promise<Fair> {
  const { rows } = await client.query<Fair>(`select ${FAIR} from job_fair f where f.id = $1 and f.voided_at is null ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "fairs.unknown", { id });
  return rows[0];
}

/** Locked. Errors: conflict "fairs.changed" when somebody was faster. */
export async function getFairForChange(tx: Tx, id: string, baseVersion: number): Promise<Fair> {
  const fair = await getFair(tx, id, "for update");
  if (fair.version !== baseVersion) throw new AppError("conflict", "fairs.changed", { name: fair.name });
  return fair;
}

/** Last day of a fair. */
export const lastDayOf = ({ onDate, toDate }: Pick<Fair, "onDate" | "toDate">): PlainDate => toDate ?? onDate;

/** The day on which something entered today happened: paper sheets typed after the fair belong to its last day. */
export const entryDay = (fair: Pick<Fair, "onDate" | "toDate">, today: PlainDate): PlainDate => (today > lastDayOf(fair) ? lastDayOf(fair) : today);

export interface EmployerRow {
  readonly id: string;
  readonly fairId: string;
  readonly name: string;
  readonly version: number;
}

/** Errors: not_found "fairs.employerUnknown". */
export async function getEmployer({ client }: Tx, id: string): Promise<EmployerRow> {
  const { rows } = await client.query<EmployerRow>(`select id, fair_id as "fairId", name, version from fair_employer where id = $1 and voided_at is null`, [id]);
  if (!rows[0]) throw new AppError("not_found", "fairs.employerUnknown", { id });
  return rows[0];
}
