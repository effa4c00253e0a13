// What other features may use of enterprises.
export { licenceOn, ruleFor } from "./licences.ts";
export { holds as licenceHolds, type LicenceAnswer, type LicenceKind } from "./rules/licence.ts";
export { findOrganisation, listOrganisations } from "./organisations/store.ts";
export { getOrganisation } from "./organisations/keep.ts";
export { insertVacancy } from "./vacancies/keep.ts";
export { findVacancy, listVacancies } from "./vacancies/store.ts";
export { enterprisesQueue } from "./queue/source.ts";
