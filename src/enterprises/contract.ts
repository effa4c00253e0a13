import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { route } from "../platform/http/contract.ts";
import { LICENCE_KINDS, LICENCE_STATES } from "./rules/licence.ts";
import { CONTRACTS, EDUCATION, PLACE_KINDS, SHIFTS, SOURCES, TECHNICAL, VACANCY_STATES } from "./rules/vacancy.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const ById = z.object({ id: Id });
const Done = z.object({ id: z.string() });
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Name = z.string().check(z.trim(), z.minLength(2), z.maxLength(300));
const Text = z._default(z.nullable(z.string().check(z.trim(), z.maxLength(1000))), null);
const MaybeDay = z._default(z.nullable(Day), null);
const maybe = <S extends z.ZodMiniType>(shape: S) => z._default(z.nullable(shape), null as never);
const Count = z.int().check(z.gte(0), z.lte(1_000_000));
const Dong = z.int().check(z.gte(0), z.lte(1_000_000_000_000));
const May = z.object({ keep: z.boolean(), keepLicences: z.boolean() });

export const ORGANISATION_KINDS = ["training_provider", "enterprise", "cooperative", "artisan", "job_service_centre", "sending_enterprise", "public_unit", "bank"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

// ---- organisations -------------------------------------------------------------------------------------------------

/** `unitUid` null: its seat lies outside the province. `confirmAlike`: another one bears the name, and it is not the same. */
export const OrganisationBody = z.object({
  name: Name, kinds: z.array(z.enum(ORGANISATION_KINDS)).check(z.minLength(1)), taxCode: maybe(z.string().check(z.trim(), z.regex(/^\d{10}(-?\d{3})?$|^\d{12}$/))), unitUid: maybe(z.string()), address: Text, contactName: Text, phone: Text,
  email: maybe(z.string().check(z.trim(), z.maxLength(200), z.regex(/^\S+@\S+$/))), industry: Text, workers: maybe(Count), note: Text, confirmAlike: z._default(z.boolean(), false),
});
export type OrganisationBody = z.infer<typeof OrganisationBody>;

export const LicenceView = z.object({
  id: z.string(), kind: z.enum(LICENCE_KINDS), number: z.string(), issuedOn: z.nullable(z.string()), validFrom: z.string(), validTo: z.nullable(z.string()), trades: z.nullable(z.array(z.string())), yearlyQuota: z.nullable(z.number()),
  document: z.nullable(z.string()), checkedOn: z.nullable(z.string()),
});
export type LicenceView = z.infer<typeof LicenceView>;
/** `needed`: its kinds need such a licence; `text` says it with number and days, `mark` how sure the requirement is. */
export const LicenceCheck = z.object({ kind: z.enum(LICENCE_KINDS), state: z.enum(LICENCE_STATES), needed: z.boolean(), holds: z.boolean(), text: z.string(), mark: z.nullable(z.string()), source: z.nullable(z.string()) });
export type LicenceCheck = z.infer<typeof LicenceCheck>;

export const OrganisationRow = z.object({
  id: z.string(), name: z.string(), kinds: z.array(z.enum(ORGANISATION_KINDS)), taxCode: z.nullable(z.string()), unitUid: z.nullable(z.string()), unit: z.string(), address: z.nullable(z.string()), contactName: z.nullable(z.string()),
  phone: z.nullable(z.string()), email: z.nullable(z.string()), industry: z.nullable(z.string()), workers: z.nullable(z.number()), note: z.nullable(z.string()), version: z.number(), openVacancies: z.number(), openPosts: z.number(),
  /** licences that its kinds need and that do not hold */
  lacking: z.array(z.enum(LICENCE_KINDS)),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

export const LicenceBody = z.object({
  kind: z.enum(LICENCE_KINDS), number: Name, issuedOn: MaybeDay, validFrom: Day, /** the last day on which it holds */ lastDay: MaybeDay, trades: maybe(z.array(z.string().check(z.minLength(1)))), yearlyQuota: maybe(Count), document: Text, checkedOn: MaybeDay,
});
export type LicenceBody = z.infer<typeof LicenceBody>;

// ---- vacancies -----------------------------------------------------------------------------------------------------

export const VacancyBody = z.object({
  organisationId: Id, title: Name, vsco: maybe(z.string().check(z.regex(/^\d{1,5}$/))), vsic: Text, posts: z.int().check(z.gte(1), z.lte(100_000)), postsFemale: maybe(Count), description: Text, positionLevel: Text,
  generalEducation: maybe(z.enum(EDUCATION)), technicalLevel: maybe(z.enum(TECHNICAL)), major: Text, computer: Text, languages: Text, softSkills: Text, experienceMonths: maybe(Count), placeKind: z.enum(PLACE_KINDS), placeUnitUid: maybe(z.string()), place: Text,
  country: Text, wageFrom: maybe(Dong), wageTo: maybe(Dong), mealSupport: Text, benefits: Text, contractKind: maybe(z.enum(CONTRACTS)), shift: maybe(z.enum(SHIFTS)), dormitory: maybe(z.boolean()), transport: maybe(z.boolean()), probationDays: maybe(Count),
  acceptsDisabled: maybe(z.boolean()), hazardous: maybe(z.boolean()), needsLicence: Text, ageFrom: maybe(z.int().check(z.gte(15), z.lte(100))), ageTo: maybe(z.int().check(z.gte(15), z.lte(100))), applyBy: MaybeDay, contact: Text,
  source: z._default(z.enum(SOURCES), "commune"), openedOn: Day,
});
export type VacancyBody = z.infer<typeof VacancyBody>;
export type VacancyDetails = Omit<VacancyBody, "source">;

const { organisationId: _o, applyBy: _a, openedOn: _d, ...fields } = VacancyBody.shape;
export const VacancyRow = z.object({
  ...fields, id: z.string(), organisationId: z.string(), organisation: z.string(), applyBy: z.nullable(z.string()), openedOn: z.string(), unitUid: z.string(), placeName: z.string(),
  /** of the day asked */ state: z.enum(VACANCY_STATES), referred: z.number(), hired: z.number(), version: z.number(), recordedBy: z.string(),
});
export type VacancyRow = z.infer<typeof VacancyRow>;

const vacancyQuery = { on: Day, state: z.optional(z.enum([...VACANCY_STATES, "all"])), place: z.optional(z.enum(PLACE_KINDS)), organisation: z.optional(Id), vsco: z.optional(z.string().check(z.regex(/^\d{1,5}$/))), q: z.optional(z.string().check(z.trim(), z.maxLength(100))) };
export const VacancyQuery = z.object(vacancyQuery);
export type VacancyQuery = z.infer<typeof VacancyQuery>;
const organisationQuery = { on: Day, kind: z.optional(z.enum(ORGANISATION_KINDS)), lacking: z.optional(z.enum(LICENCE_KINDS)), area: z.optional(z.string()), q: z.optional(z.string().check(z.trim(), z.maxLength(100))) };
export const OrganisationQuery = z.object(organisationQuery);
export type OrganisationQuery = z.infer<typeof OrganisationQuery>;

/** What came of a firm's offers, as far as the caller sees people; each number opens to its list. */
export const FirmFair = z.object({ id: z.string(), name: z.string(), onDate: z.string(), attended: z.boolean(), posts: z.number(), registered: z.number(), interviewed: z.number(), hired: z.number(), working: z.number() });
export type FirmFair = z.infer<typeof FirmFair>;
export const FirmResults = z.object({
  /** of all vacancies on file */ vacancies: z.object({ all: z.number(), open: z.number(), posts: z.number() }),
  /** people sent to its vacancies, of the area, by what came of it */ referrals: z.record(z.string(), z.number()),
  /** job events of the area whose work began in the year: lượt and người */ hires: z.object({ events: z.number(), people: z.number() }),
  fairs: z.array(FirmFair),
});
export type FirmResults = z.infer<typeof FirmResults>;

export const enterprisesRoutes = {
  organisations: route({ method: "GET", path: "/organisations", summary: "Doanh nghiệp, cơ sở, trung tâm", query: OrganisationQuery, answer: z.object({ rows: z.array(OrganisationRow), may: May }) }),
  organisation: route({
    method: "GET", path: "/organisations/:id", summary: "Một doanh nghiệp, cơ sở", params: ById, query: z.object({ on: Day }), answer: z.object({ row: OrganisationRow, licences: z.array(LicenceView), checks: z.array(LicenceCheck), vacancies: z.array(VacancyRow), may: May }),
  }),
  organisationResults: route({
    method: "GET", path: "/organisations/:id/results", summary: "Kết quả của một doanh nghiệp: chỉ tiêu tuyển, giới thiệu, phiên, người được nhận", params: ById,
    query: z.object({ area: z.string(), on: Day, year: z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200)) }), answer: FirmResults,
  }),
  addOrganisation: route({ method: "POST", path: "/organisations", summary: "Thêm doanh nghiệp, cơ sở", body: OrganisationBody, answer: Done }),
  changeOrganisation: route({ method: "POST", path: "/organisations/:id", summary: "Sửa doanh nghiệp, cơ sở", params: ById, body: z.object({ ...OrganisationBody.shape, baseVersion: z.int() }), answer: Done }),
  voidOrganisation: route({ method: "POST", path: "/organisations/:id/void", summary: "Bỏ doanh nghiệp ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  addLicence: route({ method: "POST", path: "/organisations/:id/licences", summary: "Ghi giấy phép", params: ById, body: LicenceBody, answer: Done }),
  voidLicence: route({ method: "POST", path: "/licences/:id/void", summary: "Hủy giấy phép ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  checkLicence: route({ method: "POST", path: "/licences/:id/checked", summary: "Ghi đã kiểm tra giấy phép", params: ById, body: z.object({ on: Day }), answer: Done }),
  vacancies: route({ method: "GET", path: "/vacancies", summary: "Vị trí cần tuyển", query: VacancyQuery, answer: z.object({ rows: z.array(VacancyRow), counts: z.object({ vacancies: z.number(), posts: z.number() }), may: May }) }),
  vacancy: route({ method: "GET", path: "/vacancies/:id", summary: "Một vị trí cần tuyển", params: ById, query: z.object({ on: Day }), answer: z.object({ row: VacancyRow, next: z.array(z.enum(VACANCY_STATES)), may: May }) }),
  addVacancy: route({ method: "POST", path: "/vacancies", summary: "Ghi vị trí cần tuyển", body: VacancyBody, answer: Done }),
  changeVacancy: route({ method: "POST", path: "/vacancies/:id", summary: "Sửa vị trí cần tuyển", params: ById, body: z.object({ ...VacancyBody.shape, baseVersion: z.int() }), answer: Done }),
  moveVacancy: route({ method: "POST", path: "/vacancies/:id/state", summary: "Mở, tạm dừng, đủ, hết hạn", params: ById, body: z.object({ state: z.enum(VACANCY_STATES), baseVersion: z.int() }), answer: Done }),
  voidVacancy: route({ method: "POST", path: "/vacancies/:id/void", summary: "Hủy vị trí ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
};
