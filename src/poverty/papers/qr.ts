import { randomBytes } from "node:crypto";
import { standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayOpenSecondSet as isProvince, must } from "../policy.ts";

/** The province's decision that certificates carry a code. */
export interface QrDecision {
  readonly id: string;
  readonly address: string;
  readonly document: string;
  readonly from: string;
  readonly to: string | null;
}

const COLUMNS = `q.id, q.address, q.document, q.valid_from::text as "from", q.valid_to::text as "to"`;

/** The decision in force on a day; null: no code is printed (a statutory form is not changed by a program). */
export async function qrOn({ client }: Tx, on: PlainDate): Promise<QrDecision | null> {
  return (await client.query<QrDecision>(`select ${COLUMNS} from certificate_qr q where ${standing("q", 1, 2)} limit 1`, [on, "infinity"])).rows[0] ?? null;
}

/** Codes on certificates from a day on, by a decision. Errors: forbidden "poverty.notYours"; refused "poverty.papers.qrIsOn" | "poverty.papers.qrAddress". */
export function turnQrOn(services: Services, actor: Actor, commandId: string, input: { address: string; document: string; from: PlainDate }): Promise<{ id: string }> {
  must(isProvince, actor);
  const address = input.address.replace(/\/+$/, "");
  if (!/^https:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(address)) throw new AppError("refused", "poverty.papers.qrAddress", { address: input.address });
  return services.door.write(actor, { commandId, name: "poverty.turnQrOn", input }, async (tx) => {
    await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'certificate_qr'))");
    const { rows } = await tx.client.query<QrDecision>(`select ${COLUMNS} from certificate_qr q where q.voided_at is null and (q.valid_to is null or q.valid_to > $1)`, [input.from]);
    if (rows[0]) throw new AppError("refused", "poverty.papers.qrIsOn", { document: rows[0].document, from: rows[0].from });
    const id = newId<"qr">();
    await tx.client.query("insert into certificate_qr (id, unit_uid, address, document, valid_from) values ($1, $2, $3, $4, $5)", [id, actor.unitUid, address, input.document, input.from]);
    return { answer: { id }, changes: [{ entity: "certificate_qr", entityId: id, kind: "added" }], meta: { document: input.document } };
  });
}

/** No codes from a day on; certificates printed with one still answer. Errors: forbidden "poverty.notYours"; not_found "poverty.papers.qrIsOff". */
export function turnQrOff(services: Services, actor: Actor, commandId: string, input: { id: string; to: PlainDate; reason: string }): Promise<{ id: string }> {
  must(isProvince, actor);
  return services.door.write(actor, { commandId, name: "poverty.turnQrOff", input, purpose: input.reason }, async ({ client }) => {
    const { rowCount } = await client.query("update certificate_qr set valid_to = $2 where id = $1 and voided_at is null and valid_to is null and valid_from < $2", [input.id, input.to]);
    if (rowCount === 0) throw new AppError("not_found", "poverty.papers.qrIsOff", { id: input.id });
    return { answer: { id: input.id }, changes: [{ entity: "certificate_qr", entityId: input.id, kind: "ended" }] };
  });
}

/** "an_giang-…": the province, and 128 random bits that no one can guess; without a dot, which would make its address one of a file. */
export const newToken = (tenantId: string): string => `${tenantId}-${randomBytes(16).toString("base64url")}`;
export const tenantOfToken = (token: string): string | undefined => /^([a-z_]{2,40})-[\w-]{22}$/.exec(token)?.[1];
