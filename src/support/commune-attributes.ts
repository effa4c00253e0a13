import { getUnit, mustWriteUnit, unitTitle } from "../areas/public.ts";
import { type PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { CommuneAttribute, SetAttribute } from "./contract.ts";
import { policiesOf } from "./load.ts";
import { mustKeep } from "./policy.ts";
import type { CommuneFacts } from "./rules/subject.ts";

/** What was said of the communes in which hamlets lay: on a day, and since when something no longer holds. */
export async function attributesOf({ client }: Tx, hamletIds: readonly string[], on: PlainDate): Promise<Map<string, CommuneFacts>> {
  const { rows } = await client.query<{ hamletId: string; code: string; holds: boolean; now: boolean; to: PlainDate | null }>(
    `select hu.hamlet_id as "hamletId", a.code, a.holds, (a.valid_to is null or a.valid_to > $2) as now, a.valid_to::text as "to"
     from hamlet_unit hu join commune_attribute a on a.unit_uid = hu.unit_uid and a.voided_at is null and a.valid_from <= $2
     where hu.hamlet_id = any ($1) and hu.voided_at is null and hu.valid_from <= least(a.valid_to - 1, $2::date) and (hu.valid_to is null or hu.valid_to > least(a.valid_to - 1, $2::date))
     order by a.valid_from, a.recorded_at`,
    [hamletIds, on],
  );
  const found = new Map<string, { is: Record<string, boolean>; left: Record<string, PlainDate | null> }>();
  for (const { hamletId, code, holds, now, to } of rows) {
    const facts = found.get(hamletId) ?? { is: {}, left: {} };
    found.set(hamletId, facts);
    if (now) facts.is[code] = holds;
    if (!now && holds) Object.assign(facts.left, { [code]: to });
    if (now && holds) delete facts.left[code];
    if (now && !holds && facts.left[code] === undefined) facts.left[code] = null;
  }
  return found;
}

/** All that was said of the communes of an area, newest first. */
export async function listAttributes({ client, actor }: Tx, unitUids: readonly string[]): Promise<CommuneAttribute[]> {
  const { rows } = await client.query<Omit<CommuneAttribute, "unit">>(
    `select a.id, a.unit_uid as "unitUid", a.code, a.holds, a.document, a.valid_from::text as "from", a.valid_to::text as "to" from commune_attribute a
     where a.unit_uid = any ($1) and a.voided_at is null order by a.unit_uid, a.code, a.valid_from desc`, [unitUids],
  );
  return rows.map((row) => ({ ...row, unit: unitTitle(getUnit(row.unitUid), actor.on) }));
}

/**
 * Says by a document that a commune is, or is not, of a kind from a day on; what was said before ends there.
 * Errors: forbidden "support.notKeeper" | "areas.outsideArea"; invalid "support.factUnknown"; refused "support.laterAttribute".
 */
export function setAttribute(services: Services, actor: Actor, commandId: string, input: SetAttribute): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteUnit(actor, input.unitUid);
  const { code, unitUid, from, to } = input;
  if (!policiesOf(services).facts.some((fact) => fact.of === "commune" && fact.code === code)) throw new AppError("invalid", "support.factUnknown", { code });
  if (to !== null && to <= from) throw new AppError("invalid", "support.daysTurned", { from, to });
  return services.door.write(actor, { commandId, name: "support.setAttribute", input }, async ({ client }) => {
    await client.query("select pg_advisory_xact_lock(hashtext(current_schema() || $1))", [`support.attribute ${unitUid} ${code}`]);
    const { rows: later } = await client.query<{ from: string }>(
      `select valid_from::text as "from" from commune_attribute where unit_uid = $1 and code = $2 and voided_at is null and valid_from >= $3 limit 1`, [unitUid, code, from]);
    if (later[0]) throw new AppError("refused", "support.laterAttribute", { from: later[0].from });
    // what stands is voided and told anew with its end
    const { rows: ended } = await client.query<{ holds: boolean; document: string; valid_from: string }>(
      `update commune_attribute set voided_at = now(), void_reason = 'ended' where unit_uid = $1 and code = $2 and voided_at is null and (valid_to is null or valid_to > $3)
       returning holds, document, valid_from::text as valid_from`, [unitUid, code, from]);
    for (const one of ended)
      await client.query("insert into commune_attribute (id, unit_uid, code, holds, document, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7)", [newId(), unitUid, code, one.holds, one.document, one.valid_from, from]);
    const id = newId<"commune_attribute">();
    await client.query("insert into commune_attribute (id, unit_uid, code, holds, document, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7)", [id, unitUid, code, input.holds, input.document, from, to]);
    return { answer: { id }, rows: 1 + ended.length, subject: unitUid, unitUid, meta: { code, holds: input.holds, from } };
  });
}
