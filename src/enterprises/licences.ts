import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { LicenceView, OrganisationKind } from "./contract.ts";
import written from "./licence-rules.json" with { type: "json" };
import { type Licence, licenceAnswer, type LicenceAnswer, type LicenceKind } from "./rules/licence.ts";

export interface LicenceRule {
  readonly organisation: OrganisationKind;
  readonly licence: LicenceKind;
  readonly certainty: "text" | "second-hand" | "unchecked" | "unknown";
  readonly source: string;
}

/** Which kind of organisation needs which licence, with source; none of them was read in its text, so that a missing licence warns and does not refuse. */
export const licenceRules = written as readonly LicenceRule[];

export const ruleFor = (kinds: readonly string[], licence: LicenceKind): LicenceRule | undefined => licenceRules.find((rule) => rule.licence === licence && kinds.includes(rule.organisation) && rule.certainty !== "unknown");

type Row = LicenceView & { readonly organisationId: string };

/** Licences that stand of some organisations, the latest first. */
export async function licencesOf({ client }: Tx, organisationIds: readonly string[]): Promise<Map<string, LicenceView[]>> {
  const { rows } = await client.query<Row>(
    `select id, organisation_id as "organisationId", kind, number, issued_on::text as "issuedOn", valid_from::text as "validFrom", valid_to::text as "validTo", trades, yearly_quota as "yearlyQuota", document, checked_on::text as "checkedOn"
     from organisation_licence where organisation_id = any ($1) and voided_at is null order by valid_from desc, recorded_at desc`,
    [organisationIds],
  );
  const found = new Map<string, LicenceView[]>();
  for (const { organisationId, ...licence } of rows) found.set(organisationId, [...(found.get(organisationId) ?? []), licence]);
  return found;
}

/** Whether the organisation holds a licence of the kind on a day, with the licence it rests on. */
export async function licenceOn(tx: Tx, organisationId: string, kind: LicenceKind, day: PlainDate): Promise<LicenceAnswer> {
  const licences = (await licencesOf(tx, [organisationId])).get(organisationId) ?? [];
  return licenceAnswer(licences as unknown as Licence[], kind, day);
}
