import type { PlainDate } from "../kernel/date.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import type { Tx } from "../platform/door.ts";
import { api, type Api, type Services } from "../platform/feature.ts";
import type { Language, Wording } from "../platform/http/messages.ts";
import { enterprisesRoutes, type FirmFair, type FirmResults, type LicenceCheck, type OrganisationRow } from "./contract.ts";
import { licenceOn, ruleFor } from "./licences.ts";
import { addLicence, addOrganisation, changeOrganisation, checkLicence, getOrganisation, voidLicence, voidOrganisation } from "./organisations/keep.ts";
import { listOrganisations } from "./organisations/store.ts";
import { licencesOf } from "./licences.ts";
import { mayOf } from "./policy.ts";
import { holds, LICENCE_KINDS, type LicenceAnswer } from "./rules/licence.ts";
import { nextStates } from "./rules/vacancy.ts";
import { addVacancy, changeVacancy, moveVacancy, voidVacancy } from "./vacancies/keep.ts";
import { findVacancy, listVacancies } from "./vacancies/store.ts";
import { AppError } from "../kernel/error.ts";

export interface ResultsAsked {
  readonly organisationId: string;
  readonly area: string;
  readonly on: PlainDate;
  readonly year: number;
}

/** What the features above know of a firm; each reads within the actor's scope. */
export interface EnterprisesContributions {
  hiringOf(tx: Tx, asked: ResultsAsked): Promise<Pick<FirmResults, "referrals" | "hires">>;
  fairsOf(tx: Tx, organisationId: string): Promise<FirmFair[]>;
}

/** Organisations with their licences, and their vacancies. */
export function enterprisesApi(services: Services, wording: Wording, contributions: EnterprisesContributions): Api {
  const { door } = services;
  const say = (answer: LicenceAnswer, row: OrganisationRow, language: Language): LicenceCheck => {
    const rule = ruleFor(row.kinds, answer.kind);
    const { licence } = answer;
    const words = { number: licence?.number ?? "", from: licence?.validFrom ?? "", to: licence?.validTo ?? "", on: shortDate(answer.on), kind: wording.text(`enterprises.licence.${answer.kind}`, {}, language) };
    return {
      kind: answer.kind, state: answer.state, needed: rule !== undefined, holds: holds(answer), text: wording.text(`enterprises.licenceState.${answer.state}`, words, language),
      mark: rule && rule.certainty !== "text" ? wording.text(`enterprises.certainty.${rule.certainty}`, {}, language) : null, source: rule?.source ?? null,
    };
  };
  return api(enterprisesRoutes, {
    organisations: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listOrganisations(tx, query), may: mayOf(actor) })),
    organisation: ({ actor, params, query, language }) => door.read(actor, async (tx) => {
      const row = await getOrganisation(tx, params.id);
      const checks: LicenceCheck[] = [];
      for (const kind of LICENCE_KINDS) {
        const check = say(await licenceOn(tx, params.id, kind, query.on), row, language);
        if (check.needed || check.state !== "missing") checks.push(check);
      }
      const licences = (await licencesOf(tx, [params.id])).get(params.id) ?? [];
      return { row, licences, checks, vacancies: await listVacancies(tx, { on: query.on, organisation: params.id, state: "all" }), may: mayOf(actor) };
    }),
    organisationResults: ({ actor, params, query }) => door.read(actor, async (tx) => {
      await getOrganisation(tx, params.id);
      const vacancies = await listVacancies(tx, { on: query.on, organisation: params.id, state: "all" });
      const open = vacancies.filter(({ state }) => state === "open");
      const hiring = await contributions.hiringOf(tx, { organisationId: params.id, ...query });
      return { vacancies: { all: vacancies.length, open: open.length, posts: open.reduce((sum, { posts }) => sum + posts, 0) }, ...hiring, fairs: await contributions.fairsOf(tx, params.id) };
    }),
    addOrganisation: ({ actor, body, commandId }) => addOrganisation(services, actor, commandId, body),
    changeOrganisation: ({ actor, params, body, commandId }) => changeOrganisation(services, actor, commandId, params.id, body),
    voidOrganisation: ({ actor, params, body, commandId }) => voidOrganisation(services, actor, commandId, params.id, body.reason),
    addLicence: ({ actor, params, body, commandId }) => addLicence(services, actor, commandId, params.id, body),
    voidLicence: ({ actor, params, body, commandId }) => voidLicence(services, actor, commandId, params.id, body.reason),
    checkLicence: ({ actor, params, body, commandId }) => checkLicence(services, actor, commandId, params.id, body.on),
    vacancies: ({ actor, query }) => door.read(actor, async (tx) => {
      const rows = await listVacancies(tx, query);
      return { rows, counts: { vacancies: rows.length, posts: rows.reduce((sum, { posts }) => sum + posts, 0) }, may: mayOf(actor) };
    }),
    vacancy: ({ actor, params, query }) => door.read(actor, async (tx) => {
      const row = await findVacancy(tx, params.id, query.on as PlainDate);
      if (!row) throw new AppError("not_found", "enterprises.vacancyUnknown", {});
      return { row, next: [...nextStates(row.state)], may: mayOf(actor) };
    }),
    addVacancy: ({ actor, body, commandId }) => addVacancy(services, actor, commandId, body),
    changeVacancy: ({ actor, params, body, commandId }) => changeVacancy(services, actor, commandId, params.id, body),
    moveVacancy: ({ actor, params, body, commandId }) => moveVacancy(services, actor, commandId, params.id, body),
    voidVacancy: ({ actor, params, body, commandId }) => voidVacancy(services, actor, commandId, params.id, body.reason),
  });
}
