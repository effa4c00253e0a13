import { getUnit, hamletIdsOf, mustWriteUnit, unitPlace } from "../../areas/public.ts";
import { type PlainDate, yearOf } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import { handOut } from "../../papers/print-log.ts";
import type { PrintFormat } from "../../papers/contract.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Confirm, ConfirmationView, StatusFound } from "../contract.ts";
import { mustKeep } from "../policy.ts";
import { policiesOf } from "../load.ts";
import { readRecords } from "../records.ts";
import { confirmationPaper, confirmationText } from "./paper.ts";

interface Standing {
  readonly id: string;
  readonly class: "poor" | "near_poor";
  readonly decisionNo: string | null;
  readonly decisionDate: PlainDate | null;
  readonly signer: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Whether any household of these hamlets stood on a list that day: without one, nobody can be said not to be on it. */
async function hasList({ client }: Tx, hamletIds: readonly string[], on: PlainDate): Promise<boolean> {
  const { rows } = await client.query(
    "select 1 from recognised_status where hamlet_id = any ($1) and voided_at is null and valid_from <= $2 and (valid_to is null or valid_to > $2) limit 1", [hamletIds, on]);
  return rows.length > 0;
}

/** Households on the list that day with a member of this name. */
async function namesakes({ client }: Tx, hamletIds: readonly string[], name: string, on: PlainDate): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(distinct s.household_id)::int as n from recognised_status s join membership m on m.household_id = s.household_id and m.voided_at is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
       join person p on p.id = m.person_id
     where s.hamlet_id = any ($1) and s.voided_at is null and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2) and p.name_folded = $3`, [hamletIds, on, fold(name)]);
  return rows[0]!.n;
}

/**
 * What the records say of a household's status on a day. "unknown": its commune has no list of that day on file.
 * Errors: not_found "support.householdUnknown".
 */
export async function findStatus(tx: Tx, services: Services, householdId: string, on: PlainDate): Promise<StatusFound> {
  const [record] = await readRecords(tx, policiesOf(services), { on, householdIds: [householdId] });
  if (!record) throw new AppError("not_found", "support.householdUnknown", { on });
  const { rows } = await tx.client.query<Standing>(
    `select id, class, decision_no as "decisionNo", decision_date::text as "decisionDate", signer, valid_from::text as "from", valid_to::text as "to" from recognised_status
     where household_id = $1 and voided_at is null and valid_from <= $2 and (valid_to is null or valid_to > $2) limit 1`, [householdId, on]);
  const unit = await unitOfHamlet(tx, record.hamletId, on);
  const standing = rows[0];
  const known = standing !== undefined || (unit !== null && (await hasList(tx, await hamletIdsOf(tx, unit, on), on)));
  return {
    householdId, on, headName: record.headName, hamlet: record.hamlet, unit: record.unit, address: record.address, class: standing?.class ?? (known ? "none" : "unknown"),
    statusId: standing?.id ?? null, decisionNo: standing?.decisionNo ?? null, decisionDate: standing?.decisionDate ?? null, signer: standing?.signer ?? null, from: standing?.from ?? null, to: standing?.to ?? null,
    members: record.members.map(({ personId, fullName, birthDate, birthYear, masked, relation }) => ({ personId, fullName, birth: birthDate !== null ? shortDate(birthDate) : birthYear === null ? "" : String(birthYear), masked, relation })),
  };
}

async function unitOfHamlet({ client }: Tx, hamletId: string, on: PlainDate): Promise<string | null> {
  const { rows } = await client.query<{ unitUid: string }>(
    `select unit_uid as "unitUid" from hamlet_unit where hamlet_id = $1 and voided_at is null and valid_from <= $2 and (valid_to is null or valid_to > $2) limit 1`, [hamletId, on]);
  return rows[0]?.unitUid ?? null;
}

/**
 * Gives out a confirmation: what the records say, with a number, kept with its purpose. Of a person who is in no record only that the name
 * is not on the list of the commune, where there is a list and no namesake on it.
 * Errors: forbidden "support.notKeeper" | "areas.outsideArea"; refused "support.confirmCommune" | "support.namesake" | "support.notAMember"; invalid "support.dayToCome".
 */
export function confirmStatus(services: Services, actor: Actor, commandId: string, input: Confirm): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteUnit(actor, input.area);
  const { householdId, personId, on, purpose, signer } = input;
  if (on > services.today()) throw new AppError("invalid", "support.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "support.confirmStatus", input, purpose }, async (tx) => {
    const unitUid = input.area;
    const unit = getUnit(unitUid);
    if (unit.level !== "commune") throw new AppError("refused", "support.confirmCommune", { area: unit.fullName });
    const found = householdId === null ? null : await findStatus(tx, services, householdId, on);
    const person = found?.members.find((member) => member.personId === personId);
    if (personId !== null && !person) throw new AppError("refused", "support.notAMember", { on });
    const stranger = found === null ? await statusOfStranger(tx, unitUid, input.askedName, on) : null;
    const code = found?.class ?? stranger!;
    const name = person?.fullName ?? (found !== null ? found.headName : input.askedName);
    const text = confirmationText({ name, person: person ?? null, found, class: code, on, area: unitPlace(unit, actor.on) });
    await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || $1))", [`support.confirmation ${unitUid}`]);
    const year = yearOf(services.today());
    const { rows } = await tx.client.query<{ n: number }>("select coalesce(max(number), 0) + 1 as n from status_confirmation where unit_uid = $1 and year = $2", [unitUid, year]);
    const id = newId<"status_confirmation">();
    await tx.client.query(
      "insert into status_confirmation (id, unit_uid, number, year, household_id, person_id, asked_name, on_date, class, status_id, purpose, signer, text, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      [id, unitUid, rows[0]!.n, year, householdId, personId, name, on, code, found?.statusId ?? null, purpose, signer, text, actor.accountId],
    );
    return { answer: { id }, rows: 1, subject: householdId ?? id, unitUid, meta: { number: rows[0]!.n, year, class: code, on } };
  });
}

async function statusOfStranger(tx: Tx, unitUid: string, name: string, on: PlainDate): Promise<"none" | "unknown"> {
  const hamletIds = await hamletIdsOf(tx, unitUid, on);
  const count = await namesakes(tx, hamletIds, name, on);
  if (count > 0) throw new AppError("refused", "support.namesake", { name, count });
  return (await hasList(tx, hamletIds, on)) ? "none" : "unknown";
}

const COLUMNS = `c.id, c.unit_uid as "unitUid", c.number, c.year, c.household_id as "householdId", c.asked_name as "askedName", c.on_date::text as "on", c.class, c.purpose, c.signer, c.text,
  (c.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "issuedOn"`;

export async function listConfirmations({ client }: Tx, unitUids: readonly string[], page: number, perPage: number): Promise<{ total: number; rows: ConfirmationView[] }> {
  const { rows: totals } = await client.query<{ n: number }>("select count(*) as n from status_confirmation where unit_uid = any ($1)", [unitUids]);
  const { rows } = await client.query<ConfirmationView>(`select ${COLUMNS} from status_confirmation c where c.unit_uid = any ($1) order by c.year desc, c.number desc limit $2 offset $3`, [unitUids, perPage, (page - 1) * perPage]);
  return { total: totals[0]!.n, rows };
}

/** The paper of a confirmation that was given out; each time it leaves it is in the log. Errors: not_found "support.confirmationUnknown". */
export async function printConfirmation(services: Services, actor: Actor, commandId: string, id: string, format: PrintFormat): Promise<FileAnswer> {
  mustKeep(actor);
  const found = await services.door.read(actor, async ({ client }) => (await client.query<ConfirmationView>(`select ${COLUMNS} from status_confirmation c where c.id = $1`, [id])).rows[0]);
  if (!found) throw new AppError("not_found", "support.confirmationUnknown", {});
  const paper = confirmationPaper(found, getUnit(found.unitUid).fullName);
  return handOut(services, { actor, commandId }, { name: "support.printConfirmation", input: { id, format }, format, purpose: found.purpose }, {
    papers: [paper], subject: found.householdId ?? id, count: 1, unitUid: found.unitUid,
    meta: { title: paper.title!, fileName: `giay xac nhan ${found.number}-${found.year} ${found.askedName}`, frozenAt: new Date(`${found.issuedOn}T00:00:00Z`) },
  });
}
