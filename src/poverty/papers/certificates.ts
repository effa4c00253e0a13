import { standing } from "../../areas/public.ts";
import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayRecognise, must, mustWriteHamlet } from "../policy.ts";
import { chosenHamlets } from "./households.ts";
import { newToken, qrOn } from "./qr.ts";
import { groupBy } from "./rules/group.ts";
import { certificateState, type CertificateState, type Span } from "./rules/certificate-state.ts";
import { getTemplate } from "./templates.ts";

export interface Certificate {
  readonly id: string;
  readonly householdId: string;
  readonly hamletId: string;
  readonly unitUid: string;
  readonly year: number;
  readonly number: number;
  readonly template: string;
  readonly issuedOn: PlainDate;
  readonly token: string | null;
  readonly withdrawnOn: PlainDate | null;
  readonly withdrawReason: string | null;
}

export type CertificateWithState = Certificate & { readonly state: CertificateState };

const COLUMNS = `c.id, c.household_id as "householdId", c.hamlet_id as "hamletId", c.unit_uid as "unitUid", c.year, c.number, c.template, c.issued_on::text as "issuedOn", c.token,
  c.withdrawn_on::text as "withdrawnOn", c.withdraw_reason as "withdrawReason"`;

/** Recognised statuses of households, voided ones left out. */
export async function spansOf({ client }: Tx, householdIds: readonly string[]): Promise<ReadonlyMap<string, readonly Span[]>> {
  const { rows } = await client.query<Span & { householdId: string }>(
    `select household_id as "householdId", valid_from::text as "from", valid_to::text as "to", status_year as "statusYear" from recognised_status where household_id = any ($1) and voided_at is null`,
    [householdIds],
  );
  return groupBy(rows, ({ householdId }) => householdId);
}

async function withState(tx: Tx, certificates: readonly Certificate[], on: PlainDate): Promise<CertificateWithState[]> {
  const spans = await spansOf(tx, certificates.map(({ householdId }) => householdId));
  return certificates.map((one) => ({ ...one, state: certificateState(one, spans.get(one.householdId) ?? [], on) }));
}

/** All certificates of households, latest first, with what they are on the day. */
export async function certificatesOf(tx: Tx, householdIds: readonly string[], on: PlainDate): Promise<CertificateWithState[]> {
  const { rows } = await tx.client.query<Certificate>(`select ${COLUMNS} from certificate c where c.household_id = any ($1) order by c.issued_on desc, c.number desc`, [householdIds]);
  return withState(tx, rows, on);
}

export async function findByToken(tx: Tx, token: string, on: PlainDate): Promise<CertificateWithState | undefined> {
  const { rows } = await tx.client.query<Certificate>(`select ${COLUMNS} from certificate c where c.token = $1`, [token]);
  return (await withState(tx, rows, on))[0];
}

export interface Chosen {
  readonly areaUid: string;
  readonly on: PlainDate;
  /** all hamlets of the area when not given */
  readonly hamletIds?: readonly string[] | undefined;
  /** all recognised households of the hamlets when not given */
  readonly householdIds?: readonly string[] | undefined;
}

interface Holder {
  readonly householdId: string;
  readonly hamletId: string;
  readonly unitUid: string;
}

/** Recognised households of the chosen hamlets on the day, hamlet by hamlet in Vietnamese order of names; the commune is that of the day, whichever area was asked. */
export async function holdersOn(tx: Tx, { areaUid, on, hamletIds, householdIds }: Chosen): Promise<Holder[]> {
  const hamlets = await chosenHamlets(tx, areaUid, on, hamletIds);
  const { rows } = await tx.client.query<Holder>(
    `select s.household_id as "householdId", s.hamlet_id as "hamletId", hu.unit_uid as "unitUid" from recognised_status s join household h on h.id = s.household_id
       join hamlet_unit hu on hu.hamlet_id = s.hamlet_id and ${standing("hu", 2, 3)}
     where s.hamlet_id = any ($1) and ${standing("s", 2, 3)} and h.voided_at is null and ($4::uuid[] is null or s.household_id = any ($4))
     order by array_position($1, s.hamlet_id), h.sort_key, h.id`,
    [hamlets.map(({ id }) => id), on, "infinity", householdIds ?? null],
  );
  return rows;
}

export interface IssueInput extends Chosen {
  /** first number of the year in a commune that has issued none in the program yet: after those written by hand */
  readonly startAt?: number | undefined;
}

/**
 * Gives numbers to recognised households that hold no valid certificate; `on` is the day of issue. Numbers follow each other in each commune
 * and year, none is left out. Errors: refused "poverty.papers.issueToCome" | "poverty.papers.noTemplate" | "poverty.papers.nobodyRecognised"; conflict "poverty.papers.numberTaken".
 */
export function issueCertificates(services: Services, actor: Actor, commandId: string, input: IssueInput): Promise<{ issued: number; held: number }> {
  must(mayRecognise, actor);
  if (input.on > services.today()) throw new AppError("refused", "poverty.papers.issueToCome", { on: input.on });
  const template = getTemplate(services, "certificate", input.on);
  return services.door.write(actor, { commandId, name: "poverty.issueCertificates", input }, async (tx) => {
    const holders = await holdersOn(tx, input);
    if (holders.length === 0) throw new AppError("refused", "poverty.papers.nobodyRecognised", { on: input.on });
    for (const { hamletId } of holders) mustWriteHamlet(actor, hamletId);
    for (const unitUid of [...new Set(holders.map((holder) => holder.unitUid))].toSorted()) await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'certificate' || $1))", [unitUid]);
    const held = new Set((await certificatesOf(tx, holders.map(({ householdId }) => householdId), services.today())).filter(({ state }) => state.state === "valid").map(({ householdId }) => householdId));
    const wanted = holders.filter(({ householdId }) => !held.has(householdId));
    const qr = await qrOn(tx, input.on);
    const next = new Map<string, number>();
    const rows: (Holder & { id: string; number: number })[] = [];
    for (const holder of wanted) {
      const number = next.get(holder.unitUid) ?? (await firstNumber(tx, holder.unitUid, yearOf(input.on), input.startAt));
      next.set(holder.unitUid, number + 1);
      rows.push({ ...holder, id: newId<"certificate">(), number });
    }
    await insert(tx, rows, { on: input.on, template: template.id, tokens: rows.map(() => (qr === null ? null : newToken(actor.tenant.id))) });
    return {
      answer: { issued: rows.length, held: held.size }, meta: { on: input.on, template: template.id },
      changes: rows.map(({ id, hamletId }) => ({ entity: "certificate", entityId: id, kind: "added", hamletId })),
    };
  });
}

async function firstNumber({ client }: Tx, unitUid: string, year: number, startAt = 1): Promise<number> {
  const { rows } = await client.query<{ last: number | null }>("select max(number) as last from certificate where unit_uid = $1 and year = $2", [unitUid, year]);
  return rows[0]!.last === null ? startAt : rows[0]!.last + 1;
}

async function insert({ client }: Tx, rows: readonly (Holder & { id: string; number: number })[], { on, template, tokens }: { on: PlainDate; template: string; tokens: readonly (string | null)[] }): Promise<void> {
  const column = <K extends "id" | "householdId" | "hamletId" | "unitUid" | "number">(name: K) => rows.map((row) => row[name]);
  try {
    await client.query(
      `insert into certificate (id, household_id, hamlet_id, unit_uid, number, token, year, template, issued_on)
       select u.*, $7, $8, $9 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::text[]) u`,
      [column("id"), column("householdId"), column("hamletId"), column("unitUid"), column("number"), tokens, yearOf(on), template, on],
    );
  } catch (cause) {
    // a former commune now in several: its numbers of that year are not all in the actor's reach
    if ((cause as { code?: string }).code === "23505") throw new AppError("conflict", "poverty.papers.numberTaken", { year: String(yearOf(on)) });
    throw cause;
  }
}

/** Takes a certificate back; its number is not given again. Errors: not_found "poverty.papers.certificateUnknown"; refused "poverty.papers.withdrawnAlready". */
export function withdrawCertificate(services: Services, actor: Actor, commandId: string, id: string, input: { on: PlainDate; reason: string }): Promise<{ id: string }> {
  must(mayRecognise, actor);
  return services.door.write(actor, { commandId, name: "poverty.withdrawCertificate", input: { id, ...input }, purpose: input.reason }, async (tx) => {
    const { rows } = await tx.client.query<Certificate>(`select ${COLUMNS} from certificate c where c.id = $1 for update`, [id]);
    const certificate = rows[0];
    if (!certificate) throw new AppError("not_found", "poverty.papers.certificateUnknown", { id });
    mustWriteHamlet(actor, certificate.hamletId);
    if (certificate.withdrawnOn !== null) throw new AppError("refused", "poverty.papers.withdrawnAlready", { on: certificate.withdrawnOn });
    if (input.on > services.today() || input.on < certificate.issuedOn) throw new AppError("refused", "poverty.papers.withdrawDay", { on: input.on, issuedOn: certificate.issuedOn });
    await tx.client.query("update certificate set withdrawn_on = $2, withdraw_reason = $3 where id = $1", [id, input.on, input.reason]);
    return { answer: { id }, subject: certificate.householdId, changes: [{ entity: "certificate", entityId: id, kind: "ended", hamletId: certificate.hamletId }] };
  });
}
