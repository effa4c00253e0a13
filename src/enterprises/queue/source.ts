import { addDays, type PlainDate } from "../../kernel/date.ts";
import { MOST_LINES, stateOf, withRest, type QueueItem, type QueueSource } from "../../queue/public.ts";
import { ruleFor } from "../licences.ts";
import { mayKeep } from "../policy.ts";
import { ENDS_SOON_DAYS, type LicenceKind } from "../rules/licence.ts";

interface Found {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly unitUid: string | null;
  readonly licence: LicenceKind;
  readonly number: string;
  /** first day on which it no longer holds */
  readonly validTo: PlainDate;
  readonly total: number;
}

const FIELD: Readonly<Record<LicenceKind, string>> = { vocational: "training", overseas: "jobs", employment_service: "jobs" };

/** Licences that have ended or end soon, of organisations whose kind needs one. Offices see those of their area, a centre its own. */
export const enterprisesQueue: QueueSource = async ({ client, actor }, { reach, today }) => {
  const own = actor.scope.organisations.length > 0;
  if (!own && !mayKeep(actor)) return [];
  const { rows } = await client.query<Found>(
    `select o.id, o.name, o.kinds, o.unit_uid as "unitUid", l.kind as licence, l.number, l.valid_to::text as "validTo", count(*) over ()::int as total
     from organisation o join lateral (select distinct on (n.kind) n.kind, n.number, n.valid_to from organisation_licence n where n.organisation_id = o.id and n.voided_at is null order by n.kind, n.valid_to desc nulls first) l on true
     where o.voided_at is null and l.valid_to <= $3::date and l.kind = any ($4) and (case when $5 then o.id = any ($2) else ($1::text[] is null or o.unit_uid = any ($1)) and ($6 or o.unit_uid = any ($7)) end) order by l.valid_to, o.id limit ${MOST_LINES}`,
    [reach?.units ?? null, actor.scope.organisations, addDays(today, ENDS_SOON_DAYS), Object.entries(FIELD).filter(([, field]) => actor.scope.fields.includes(field)).map(([kind]) => kind), own, actor.scope.writesAll, actor.scope.writeUnits],
  );
  const items = rows.filter(({ kinds, licence }) => ruleFor(kinds, licence) !== undefined).map(({ id, name, unitUid, licence, number, validTo }): QueueItem => {
    const dueOn = addDays(validTo, -1);
    const state = stateOf(dueOn, today);
    return { field: "enterprises", code: `enterprises.queue.${licence}`, data: { name, number }, count: 1, unitUid, dueOn, state: state === "open" ? "due" : state, to: `/enterprises/${id}` };
  });
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "enterprises", to: "/enterprises" });
};
