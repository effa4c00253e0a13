import { sql } from "kysely";
import { getUnit, hamletLabel, unitPlace, type HamletKind } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { Tx } from "../platform/door.ts";
import { stands, type AsOf } from "./as-of.ts";
import type { HouseholdPage, MemberView } from "./contract.ts";
import { mayKeepRegistry, mayReveal, mayVoid } from "./policy.ts";
import { householdTimeline } from "./timeline.ts";
import type { RegistryServices } from "./use-case.ts";

interface Row {
  id: string;
  version: number;
  hamletId: string;
  localCode: string | null;
  address: string | null;
  headName: string;
  from: string;
  to: string | null;
  endReason: string | null;
  formedBy: string;
  formedFrom: string | null;
  voidedAt: string | null;
  voidReason: string | null;
}

/** A household as it stood on a day and as it was known at an instant. Errors: not_found "registry.householdUnknown". */
export async function getHousehold(tx: Tx, services: RegistryServices, id: string, at: AsOf): Promise<HouseholdPage> {
  const { rows } = await tx.client.query<Row>(
    `select id, version, hamlet_id as "hamletId", local_code as "localCode", address, head_name as "headName", valid_from::text as "from", valid_to::text as "to",
       end_reason as "endReason", formed_by as "formedBy", formed_from as "formedFrom", voided_at::text as "voidedAt", void_reason as "voidReason"
     from household where id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new AppError("not_found", "registry.householdUnknown", { id });
  const { voidedAt, voidReason, hamletId, ...shown } = row;
  const residences = await residencesOf(tx, id, at);
  const [members, formerMembers] = await membersOf(tx, id, at);
  const lives = residences.find((one) => one.from <= at.on && (one.to === null || one.to > at.on));
  const badges = await services.contributions.badges(tx, [id], at);
  const writable = tx.actor.scope.writesAll || tx.actor.scope.writeHamlets.includes(hamletId);
  return {
    ...shown,
    headName: members.find((member) => member.relation === "01")?.person.fullName ?? shown.headName,
    hamlet: await placeOf(tx, lives?.hamletId ?? hamletId, at),
    voided: voidedAt === null ? null : { at: voidedAt, reason: voidReason! },
    members,
    formerMembers,
    residences,
    characteristics: await characteristicsOf(tx, id, at),
    badges: [...(badges.get(id) ?? [])].map((badge) => ({ ...badge, data: { ...badge.data } })),
    timeline: await householdTimeline(tx, services, id),
    may: { keep: writable && mayKeepRegistry(tx.actor), void: writable && mayVoid(tx.actor), reveal: writable && mayReveal(tx.actor) },
  };
}

async function placeOf({ client, actor }: Tx, hamletId: string, at: AsOf): Promise<HouseholdPage["hamlet"]> {
  const { rows } = await client.query<{ name: string; kind: HamletKind; unitUid: string | null }>(
    `select h.name, h.kind, (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = h.id and hu.voided_at is null and hu.valid_from <= $2
       and (hu.valid_to is null or hu.valid_to > $2) limit 1) as "unitUid" from hamlet h where h.id = $1`,
    [hamletId, at.on],
  );
  const { unitUid, ...hamlet } = rows[0]!;
  return { id: hamletId, label: hamletLabel(hamlet), unitUid: unitUid ?? "", unit: unitUid === null ? "" : unitPlace(getUnit(unitUid), actor.on) };
}

async function residencesOf(tx: Tx, id: string, { knownAt = "infinity" }: AsOf): Promise<HouseholdPage["residences"]> {
  const { rows } = await tx.client.query<{ hamletId: string; name: string; kind: HamletKind; from: string; to: string | null }>(
    `select r.hamlet_id as "hamletId", h.name, h.kind, r.valid_from::text as "from", r.valid_to::text as "to" from residence r join hamlet h on h.id = r.hamlet_id
     where r.household_id = $1 and r.recorded_at <= $2 and (r.voided_at is null or r.voided_at > $2) order by r.valid_from`,
    [id, knownAt],
  );
  return rows.map(({ name, kind, ...row }) => ({ ...row, hamlet: hamletLabel({ name, kind }) }));
}

async function characteristicsOf(tx: Tx, id: string, at: AsOf): Promise<HouseholdPage["characteristics"]> {
  const { rows } = await sql<HouseholdPage["characteristics"][number]>`
    select c.code, c.valid_from::text as "from", c.valid_to::text as "to" from characteristic c where c.household_id = ${id} and ${stands("c", at)} order by c.code`.execute(tx.db);
  return rows;
}

interface MemberRow extends Omit<MemberView, "person"> {
  person: MemberView["person"];
}

/**
 * Who was a member on the day, and who had been before: a person who left. The person as the record said at the instant known;
 * numbers masked.
 */
async function membersOf(tx: Tx, id: string, { on, knownAt = "infinity" }: AsOf): Promise<[MemberView[], MemberView[]]> {
  const { rows } = await tx.client.query<MemberRow>(
    `select m.id as "membershipId", m.relation, m.valid_from::text as "from", m.valid_to::text as "to",
       json_build_object('id', p.id, 'version', p.version, 'fullName', w.full_name, 'sex', w.sex, 'birthDate', w.birth_date, 'birthYear', w.birth_year,
         'birthPrecision', w.birth_precision, 'ethnicity', w.ethnicity, 'diedOn', w.died_on,
         'numbers', coalesce((select json_agg(json_build_object('id', i.id, 'type', i.type, 'masked', i.masked, 'validFrom', i.valid_from, 'source', i.source) order by i.type)
           from person_identifier i where i.person_id = p.id and i.recorded_at <= $2 and (i.voided_at is null or i.voided_at > $2)), '[]')) as person
     from membership m join person p on p.id = m.person_id
       join lateral (
         select * from (
           select full_name, sex, birth_date, birth_year, birth_precision, ethnicity, died_on, replaced_at from person_past where person_id = p.id and replaced_at > $2
           union all
           select p.full_name, p.sex, p.birth_date, p.birth_year, p.birth_precision, p.ethnicity, p.died_on, 'infinity'
         ) said order by replaced_at limit 1) w on true
     where m.household_id = $1 and m.recorded_at <= $2 and (m.voided_at is null or m.voided_at > $2)
     order by m.relation, w.birth_year nulls last, w.birth_date, p.sort_key, m.valid_from`,
    [id, knownAt],
  );
  const members = rows.filter(({ from, to }) => from <= on && (to === null || to > on));
  const present = new Set(members.map(({ person }) => person.id));
  const last = new Map(rows.filter(({ to, person }) => to !== null && to <= on && !present.has(person.id)).map((row) => [row.person.id, row]));
  return [members, [...last.values()]];
}
