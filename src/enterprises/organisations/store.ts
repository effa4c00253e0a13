import { communesOf, getUnit, unitPlace } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { OrganisationBody, OrganisationQuery, OrganisationRow } from "../contract.ts";
import { licencesOf, ruleFor } from "../licences.ts";
import { holds, type Licence, LICENCE_KINDS, licenceAnswer } from "../rules/licence.ts";

type Row = Omit<OrganisationRow, "unit" | "lacking">;

const SELECT = `select o.id, o.name, o.kinds, o.tax_code as "taxCode", o.unit_uid as "unitUid", o.address, o.contact_name as "contactName", o.phone, o.email, o.industry, o.workers, o.note, o.version,
    coalesce(v.vacancies, 0)::int as "openVacancies", coalesce(v.posts, 0)::int as "openPosts"
  from organisation o left join (select organisation_id, count(*) as vacancies, sum(posts) as posts from vacancy where voided_at is null and state = 'open' and (apply_by is null or apply_by >= $1) group by 1) v on v.organisation_id = o.id`;

async function rowsOf(tx: Tx, rows: readonly Row[], on: PlainDate): Promise<OrganisationRow[]> {
  const licences = await licencesOf(tx, rows.map(({ id }) => id));
  return rows.map((row) => ({
    ...row, unit: row.unitUid === null ? "" : unitPlace(getUnit(row.unitUid), tx.actor.on),
    lacking: LICENCE_KINDS.filter((kind) => ruleFor(row.kinds, kind) && !holds(licenceAnswer((licences.get(row.id) ?? []) as unknown as Licence[], kind, on))),
  }));
}

const MOST = 5_000;

/** Organisations by name; those that lack a licence that their kind needs can be asked for. */
export async function listOrganisations(tx: Tx, query: OrganisationQuery): Promise<OrganisationRow[]> {
  const { on, kind, lacking, area, q } = query;
  const units = area === undefined ? null : [...communesOf(area, on).uids, area];
  const { rows } = await tx.client.query<Row>(
    `${SELECT} where o.voided_at is null and ($2::text is null or $2 = any (o.kinds)) and ($3::text[] is null or o.unit_uid = any ($3))
       and ($4::text is null or o.name_folded like $4 or o.tax_code like $4) order by o.name collate "vi-x-icu", o.id limit ${MOST}`,
    [on, kind ?? null, units, q ? `%${fold(q).replace(/[\\%_]/g, "\\$&")}%` : null],
  );
  const found = await rowsOf(tx, rows, on);
  return lacking === undefined ? found : found.filter((row) => row.lacking.includes(lacking));
}

export async function findOrganisation(tx: Tx, id: string, on: PlainDate = tx.actor.on): Promise<OrganisationRow | undefined> {
  const { rows } = await tx.client.query<Row>(`${SELECT} where o.id = $2 and o.voided_at is null`, [on, id]);
  return (await rowsOf(tx, rows, on))[0];
}

/** Another organisation with the tax code, or with the name. */
export async function alike({ client }: Tx, { name, taxCode }: Pick<OrganisationBody, "name" | "taxCode">, but: string | null): Promise<{ id: string; name: string; by: "tax" | "name" } | undefined> {
  const { rows } = await client.query<{ id: string; name: string; by: "tax" | "name" }>(
    `select id, name, case when tax_code = $2 then 'tax' else 'name' end as by from organisation where voided_at is null and ($3::uuid is null or id <> $3) and (tax_code = $2 or (name_folded = $1 and ($2::text is null or tax_code is null)))
     order by tax_code = $2 desc nulls last limit 1`,
    [fold(name), taxCode, but],
  );
  return rows[0];
}

export const columnsOf = (body: OrganisationBody) => ({
  name: body.name, name_folded: fold(body.name), kinds: body.kinds, tax_code: body.taxCode, unit_uid: body.unitUid, address: body.address, contact_name: body.contactName, phone: body.phone, email: body.email, industry: body.industry,
  workers: body.workers, note: body.note,
});
