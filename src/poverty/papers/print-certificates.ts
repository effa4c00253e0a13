import { getUnit, unitLabel } from "../../areas/public.ts";
import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { PrintJob } from "../../papers/print-log.ts";
import { revealIdentifiers } from "../../registry/public.ts";
import { mayRecognise, must } from "../policy.ts";
import { LATEST_FIRST, OF_STATUS_YEAR } from "../reclassify/read.ts";
import { getRuleset, rulesetsOf } from "../rulesets.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import { certificatesOf, holdersOn, type CertificateWithState, type Chosen } from "./certificates.ts";
import { membersOf, placeOfHousehold } from "./households.ts";
import { qrOn } from "./qr.ts";
import { certificatePaper, type CertificateWords, type ResultLine } from "./rules/certificate-paper.ts";
import { getTemplateById } from "./templates.ts";

interface HeadNumber {
  readonly householdId: string;
  readonly identifierId: string;
  readonly issuedOn: PlainDate | null;
}

/** The number of each head that certificates carry: the citizen's card before the old one. */
async function headNumbers({ client }: Tx, householdIds: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, HeadNumber>> {
  const { rows } = await client.query<HeadNumber>(
    `select distinct on (m.household_id) m.household_id as "householdId", i.id as "identifierId", i.valid_from::text as "issuedOn"
     from membership m join person_identifier i on i.person_id = m.person_id and i.voided_at is null and i.type in ('CCCD', 'CMND')
     where m.household_id = any ($1) and m.is_head and m.voided_at is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
     order by m.household_id, i.type, i.recorded_at desc`,
    [householdIds, on],
  );
  return new Map(rows.map((row) => [row.householdId, row]));
}

type Line = Omit<ResultLine, "deprived"> & { readonly deprivations: readonly string[] | null; readonly source: string };

/** One line a status year: the last status of that year that is not voided, with what was found to be lacking. */
async function linesOf({ client }: Tx, householdId: string, ruleset: string): Promise<Line[]> {
  const { rows } = await client.query<Line>(
    `select distinct on (o.status_year) o.status_year as year, coalesce(o.decision_date, o.valid_from)::text as "decidedOn", o.class, o.source,
       (select a.deprivations from assessment a left join review_result_set s on s.id = a.result_set_id
        where a.household_id = o.household_id and a.voided_at is null and ${OF_STATUS_YEAR("o.status_year")} order by ${LATEST_FIRST("$2")} limit 1) as deprivations
     from recognised_status o where o.household_id = $1 and o.voided_at is null order by o.status_year, o.valid_from desc`,
    [householdId, ruleset],
  );
  return rows;
}

interface Facts {
  readonly certificate: CertificateWithState;
  readonly words: Omit<CertificateWords, "identityNumber">;
  readonly identifierId: string | null;
}

async function factsOf(tx: Tx, services: Services, certificate: CertificateWithState, on: PlainDate, head: HeadNumber | undefined, ruleset: Ruleset): Promise<Facts> {
  const { householdId, issuedOn } = certificate;
  const template = getTemplateById(services, certificate.template);
  const place = await placeOfHousehold(tx, householdId, on < issuedOn ? issuedOn : on);
  const members = (await membersOf(tx, [householdId], on < issuedOn ? issuedOn : on)).get(householdId) ?? [];
  const lines = (await linesOf(tx, householdId, ruleset.id)).filter(({ year }) => year >= yearOf(template.validFrom) && (template.validTo === null || year <= yearOf(template.validTo)));
  const indicators = ruleset.indicators.indicators.toSorted((a, b) => a.order - b.order);
  const qr = certificate.token === null ? null : await qrOn(tx, on);
  return {
    certificate, identifierId: head?.identifierId ?? null,
    words: {
      template, number: certificate.number, unitName: getUnit(certificate.unitUid).fullName, issuedOn, headName: members[0]?.name ?? place.headName, headEthnicity: members[0]?.ethnicity ?? null,
      identityIssuedOn: head?.issuedOn ?? null, residence: [place.address, place.hamlet, unitLabel(getUnit(place.unitUid))].filter(Boolean).join(", "), members,
      lines: lines.map(({ deprivations, source: _source, ...line }) => ({ ...line, deprived: deprivations && indicators.filter(({ code }) => deprivations.includes(code)).map(({ order }) => order) })),
      indicators: indicators.map(({ name, code }) => name.value?.vi ?? code), qr: qr === null ? null : `${qr.address}/verify/${certificate.token}`,
      illustrative: lines.some(({ source }) => source === "demo"),
    },
  };
}

/**
 * Valid certificates of the chosen households as one print job; the heads' numbers are opened and that is written down.
 * Errors: not_found "poverty.papers.noneIssued"; forbidden "poverty.notYours".
 */
export async function certificatesJob(services: Services, actor: Actor, asked: Chosen): Promise<PrintJob> {
  must(mayRecognise, actor);
  const facts = await services.door.read(actor, async (tx) => {
    const holders = await holdersOn(tx, asked);
    const valid = new Map((await certificatesOf(tx, holders.map(({ householdId }) => householdId), asked.on)).filter(({ state }) => state.state === "valid").map((one) => [one.householdId, one]));
    const heads = await headNumbers(tx, [...valid.keys()], asked.on);
    const made: Facts[] = [];
    for (const { householdId } of holders) {
      const certificate = valid.get(householdId);
      if (!certificate) continue;
      const { ruleset } = getRuleset(rulesetsOf(services), certificate.issuedOn);
      made.push(await factsOf(tx, services, certificate, asked.on, heads.get(householdId), ruleset));
    }
    return made;
  });
  if (facts.length === 0) throw new AppError("not_found", "poverty.papers.noneIssued", { on: asked.on });
  const identifierIds = facts.flatMap(({ identifierId }) => (identifierId === null ? [] : [identifierId]));
  const numbers = identifierIds.length === 0 ? new Map<string, string>() : await revealIdentifiers(services, actor, { commandId: newId(), identifierIds, purpose: "In giấy chứng nhận hộ nghèo, hộ cận nghèo" });
  const [first] = facts;
  const one = facts.length === 1;
  return {
    papers: facts.map(({ words, identifierId }) => certificatePaper({ ...words, identityNumber: identifierId === null ? null : (numbers.get(identifierId) ?? null) })),
    meta: {
      title: "Giấy chứng nhận hộ nghèo, hộ cận nghèo", fileName: one ? `giay chung nhan ${first!.words.headName}` : `giay chung nhan ${getUnit(asked.areaUid).fullName} ${asked.on}`,
      frozenAt: new Date(`${asked.on}T00:00:00Z`),
    },
    subject: one ? first!.certificate.householdId : asked.areaUid, count: facts.length,
  };
}
