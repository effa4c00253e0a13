import type { Id } from "../kernel/id.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Actor, Role, Scope } from "../platform/actor.ts";
import type { Services } from "../platform/feature.ts";

export interface Assigned {
  readonly accountId: string;
  readonly assignmentId: string | null;
  readonly displayName: string;
  readonly role: Role;
  readonly unitUid: string;
  readonly unitLevel: string;
  readonly hamletIds: readonly string[] | null;
  readonly organisationId?: string | null;
  readonly fields: readonly string[];
  readonly tenant: Actor["tenant"];
}

const NOTHING: Scope = { readsAll: false, writesAll: false, readHamlets: [], writeHamlets: [], readUnits: [], writeUnits: [], organisations: [], fields: [] };

const WRITES: Readonly<Record<Role, boolean>> = {
  surveyor: true, commune: true, district: false, province: true, leader: false, auditor: false, admin: true, training_centre: true, job_centre: true, system: true,
};

function actorOf(assigned: Assigned, on: PlainDate, scope: Scope): Actor {
  return {
    accountId: assigned.accountId as Id<"account">,
    assignmentId: assigned.assignmentId as Id<"assignment"> | null,
    displayName: assigned.displayName,
    role: assigned.role,
    unitUid: assigned.unitUid,
    tenant: assigned.tenant,
    on,
    scope: assigned.organisationId ? { ...scope, organisations: [assigned.organisationId] } : scope,
  };
}

/** Units below one (its communes while in force, or on its last day) and what was wholly merged into them. */
const UNITS = `
  with recursive own as (select * from ref.unit where uid = $1),
  below as (
    select uid, code, level, valid_from, valid_to from own
    union
    select c.uid, c.code, c.level, c.valid_from, c.valid_to from ref.unit c join below p on c.parent_code = p.code
    where (c.valid_from is null or c.valid_from < coalesce(p.valid_to, 'infinity'))
      and (p.valid_from is null or coalesce(c.valid_to, 'infinity') > p.valid_from)
  ),
  earlier as (
    select uid from below
    union
    select e.from_uid from ref.unit_edge e join earlier l on e.to_uid = l.uid
    where e.relation in ('whole', 'unchanged', 'renamed', 'reclassified', 'moved', 'part_area_all_population')
  )
  select uid from earlier`;

async function resolveUnits(services: Services, assigned: Assigned, on: PlainDate): Promise<{ units: string[]; hamlets: string[] }> {
  return services.door.read(actorOf(assigned, on, NOTHING), async ({ client }) => {
    const units = (await client.query<{ uid: string }>(UNITS, [assigned.unitUid])).rows.map((row) => row.uid);
    // a fact lies in a hamlet: who holds the hamlet today sees its history; a closed unit sees what it held while in force
    const { rows } = await client.query<{ hamlet_id: string }>(
      `select distinct h.hamlet_id from hamlet_unit h join ref.unit u on u.uid = h.unit_uid
       where h.unit_uid = any ($1) and h.voided_at is null
         and ((u.valid_to is not null and u.valid_to <= $2)
           or (h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)))
         and ($3::boolean or not exists (
           select from hamlet_unit later where later.hamlet_id = h.hamlet_id and later.voided_at is null
             and later.valid_from <= $2 and (later.valid_to is null or later.valid_to > $2) and not later.unit_uid = any ($1)))`,
      [units, on, assigned.role === "district"],
    );
    return { units, hamlets: rows.map((row) => row.hamlet_id) };
  });
}

/** The actor of a request: which hamlets and units may be read and written on this day, succession included. */
export async function resolveActor(services: Services, assigned: Assigned, on: PlainDate): Promise<Actor> {
  const { role, fields } = assigned;
  const writes = WRITES[role];
  // a training centre has its own classes and learners, and no area
  if (role === "training_centre") return actorOf(assigned, on, { ...NOTHING, fields });
  if (role === "system" || assigned.unitLevel === "province") {
    return actorOf(assigned, on, { ...NOTHING, readsAll: true, writesAll: writes, readUnits: [assigned.unitUid], writeUnits: writes ? [assigned.unitUid] : [], fields });
  }
  const { units, hamlets } = await resolveUnits(services, assigned, on);
  if (role === "surveyor") {
    const own = assigned.hamletIds ?? [];
    return actorOf(assigned, on, { ...NOTHING, readHamlets: own, writeHamlets: own, readUnits: units, fields });
  }
  return actorOf(assigned, on, {
    ...NOTHING, readHamlets: hamlets, writeHamlets: writes ? hamlets : [], readUnits: units, writeUnits: writes ? units : [], fields,
  });
}

const OPERATOR_ID = "00000000-0000-7000-8000-000000000001";
const SYSTEM_ID = "00000000-0000-7000-8000-000000000002";

/** The person at the machine's command line: the whole province, named so in the audit trail. */
export function operatorActor(tenant: Actor["tenant"], unitUid: string, on: PlainDate): Actor {
  return actorOf(
    { accountId: OPERATOR_ID, assignmentId: null, displayName: "Người vận hành máy chủ", role: "province", unitUid, unitLevel: "province", hamletIds: null, fields: [], tenant },
    on,
    { ...NOTHING, readsAll: true, writesAll: true, readUnits: [unitUid], writeUnits: [unitUid], fields: ["poverty", "training", "jobs"] },
  );
}

/** The program's own workers (rebuilding rolled-up cells, sealing the audit trail). */
export function systemActor(tenant: Actor["tenant"], unitUid: string, on: PlainDate): Actor {
  return actorOf(
    { accountId: SYSTEM_ID, assignmentId: null, displayName: "Hệ thống", role: "system", unitUid, unitLevel: "province", hamletIds: null, fields: [], tenant },
    on,
    { ...NOTHING, readsAll: true, writesAll: true, readUnits: [unitUid], writeUnits: [unitUid], fields: ["poverty", "training", "jobs"] },
  );
}
