import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { route } from "../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}[T ][\d:.]+(Z|[+-]\d{2}(:?\d{2})?)$/));
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Words = z.string().check(z.trim(), z.maxLength(300));
const Count = z.int().check(z.minimum(0), z.maximum(10_000_000));
const PageNumber = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000));
/** one value or several of the same name in the address */
const Several = z.pipe(z.union([z.string(), z.array(z.string())]), z.transform((value) => (Array.isArray(value) ? value : [value])));

export const RELATION = z.string().check(z.regex(/^\d{2}$/));
export const SEXES = [0, 1, 2] as const;
const Sex = z.literal(SEXES);

// ---- reading ------------------------------------------------------------------------------------------------------

export const BadgeView = z.object({ code: z.string(), labelKey: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])) });
export type BadgeView = z.infer<typeof BadgeView>;

/** "-" before a name turns the order round. */
export const SORTS = ["name", "hamlet", "code", "members", "-name", "-hamlet", "-code", "-members"] as const;
/** `known`: the list as it was known at that instant. */
export const ListQuery = z.object({
  area: z.string(),
  on: Day,
  known: z.optional(Instant),
  hamlet: z.optional(Several),
  class: z.optional(z.string()),
  characteristic: z.optional(Several),
  q: z.optional(Words),
  sort: z._default(z.enum(SORTS), "name"),
  page: z._default(PageNumber, 1),
  perPage: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});
export type ListQuery = z.infer<typeof ListQuery>;

export const HouseholdRow = z.object({
  id: z.string(),
  localCode: z.nullable(z.string()),
  headName: z.string(),
  address: z.nullable(z.string()),
  hamletId: z.string(),
  hamlet: z.string(),
  unit: z.string(),
  members: z.number(),
  characteristics: z.array(z.string()),
  badges: z.array(BadgeView),
});
export type HouseholdRow = z.infer<typeof HouseholdRow>;

export const NumberView = z.object({ id: z.string(), type: z.enum(["CCCD", "CMND", "other"]), masked: z.string(), validFrom: z.nullable(z.string()), source: z.string() });
export const PersonView = z.object({
  id: z.string(),
  version: z.number(),
  fullName: z.string(),
  sex: Sex,
  birthDate: z.nullable(z.string()),
  birthYear: z.nullable(z.number()),
  birthPrecision: z.enum(["day", "month", "year", "unknown"]),
  ethnicity: z.nullable(z.string()),
  diedOn: z.nullable(z.string()),
  numbers: z.array(NumberView),
});
export type PersonView = z.infer<typeof PersonView>;

export const MemberView = z.object({ membershipId: z.string(), relation: z.string(), from: z.string(), to: z.nullable(z.string()), person: PersonView });
export type MemberView = z.infer<typeof MemberView>;

const RecordLink = z.object({ to: z.string(), params: z.record(z.string(), z.string()), search: z.record(z.string(), z.string()) });
export const TimelineView = z.object({ on: z.string(), recordedAt: z.string(), code: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])), link: z.optional(RecordLink) });
export type TimelineView = z.infer<typeof TimelineView>;

export const HouseholdPage = z.object({
  id: z.string(),
  version: z.number(),
  localCode: z.nullable(z.string()),
  address: z.nullable(z.string()),
  headName: z.string(),
  hamlet: z.object({ id: z.string(), label: z.string(), unitUid: z.string(), unit: z.string() }),
  from: z.string(),
  to: z.nullable(z.string()),
  endReason: z.nullable(z.string()),
  formedBy: z.string(),
  formedFrom: z.nullable(z.string()),
  voided: z.nullable(z.object({ at: z.string(), reason: z.string() })),
  members: z.array(MemberView),
  formerMembers: z.array(MemberView),
  residences: z.array(z.object({ hamletId: z.string(), hamlet: z.string(), from: z.string(), to: z.nullable(z.string()) })),
  characteristics: z.array(z.object({ code: z.string(), from: z.string(), to: z.nullable(z.string()) })),
  badges: z.array(BadgeView),
  timeline: z.array(TimelineView),
  may: z.object({ keep: z.boolean(), void: z.boolean(), reveal: z.boolean() }),
});
export type HouseholdPage = z.infer<typeof HouseholdPage>;

export const FoundPerson = z.object({
  personId: z.string(),
  fullName: z.string(),
  birthYear: z.nullable(z.number()),
  sex: Sex,
  hamlet: z.string(),
  unit: z.string(),
  householdId: z.nullable(z.string()),
  headName: z.nullable(z.string()),
  by: z.enum(["name", "number"]),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

const Coded = z.object({ code: z.string(), name: z.string() });
export const Codes = z.object({
  relations: z.array(Coded),
  ethnicGroups: z.array(Coded),
  characteristics: z.array(z.object({ code: z.string(), name: z.string(), certainty: z.string() })),
  classes: z.array(z.object({ code: z.string(), labelKey: z.string() })),
});
export type Codes = z.infer<typeof Codes>;

// ---- writing ------------------------------------------------------------------------------------------------------

/** `confirm`: codes of warnings the officer has seen and goes on with. */
const Confirm = { confirm: z._default(z.array(z.string()), []) };
const Base = { baseVersion: z.int() };

export const PersonBody = z.object({
  fullName: z.string().check(z.maxLength(200)),
  sex: Sex,
  birth: z.nullable(z.string().check(z.maxLength(40))),
  ethnicity: z.nullable(z.string()),
  numbers: z._default(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(3)), []),
});
export type PersonBody = z.infer<typeof PersonBody>;

/** Somebody new to the register, or somebody already in it. */
const Who = z.union([z.object({ personId: Id }), z.object({ person: PersonBody })]);
export const NewMember = z.object({ who: Who, relation: RELATION });
export type NewMember = z.infer<typeof NewMember>;

export const CreateHousehold = z.object({
  hamletId: Id,
  from: Day,
  localCode: z.nullable(Words),
  address: z.nullable(Words),
  formedBy: z._default(z.enum(["listed", "new", "arrived"]), "listed"),
  members: z.array(NewMember).check(z.minLength(1), z.maxLength(60)),
  characteristics: z._default(z.array(z.string()), []),
  ...Confirm,
});
export type CreateHousehold = z.infer<typeof CreateHousehold>;

export const AddMember = z.object({ ...Base, member: NewMember, from: Day, ...Confirm });
export type AddMember = z.infer<typeof AddMember>;

export const LEAVING = ["died", "moved_away", "joined_other", "other"] as const;
export const EndMembership = z.object({ ...Base, on: Day, why: z.enum(LEAVING), note: z.optional(Words) });
export type EndMembership = z.infer<typeof EndMembership>;

const Relations = z._default(z.record(z.string(), RELATION), {});
export const ChangeHead = z.object({ ...Base, membershipId: Id, on: Day, relationOfOld: RELATION, relations: Relations });
export type ChangeHead = z.infer<typeof ChangeHead>;

export const MoveHousehold = z.object({ ...Base, hamletId: Id, on: Day, address: z.nullable(Words) });
export type MoveHousehold = z.infer<typeof MoveHousehold>;

/** `relations` of those who leave to the new head `headMembershipId`. */
export const SplitHousehold = z.object({
  ...Base, on: Day, leaving: z.array(Id).check(z.minLength(1)), headMembershipId: Id, relations: Relations, address: z.nullable(Words), localCode: z.nullable(Words),
});
export type SplitHousehold = z.infer<typeof SplitHousehold>;

export const ENDINGS = ["moved_away", "died_out", "merged", "other"] as const;
export const EndHousehold = z.object({ ...Base, on: Day, why: z.enum(ENDINGS), note: z.optional(Words) });
export type EndHousehold = z.infer<typeof EndHousehold>;

export const VoidHousehold = z.object({ ...Base, reason: Reason });
export const RestoreHousehold = z.object({ ...Base, reason: Reason });
export const SetDetails = z.object({ ...Base, localCode: z.nullable(Words), address: z.nullable(Words) });
export const SetCharacteristic = z.object({ ...Base, code: z.string(), holds: z.boolean(), on: Day });
export type SetCharacteristic = z.infer<typeof SetCharacteristic>;

export const CorrectPerson = z.object({ ...Base, person: z.omit(PersonBody, { numbers: true }), diedOn: z.nullable(Day), reason: Reason, ...Confirm });
export type CorrectPerson = z.infer<typeof CorrectPerson>;
/** `number` null: the number of that type was wrong and there is none. */
export const SetNumber = z.object({ ...Base, type: z.enum(["CCCD", "CMND"]), number: z.nullable(z.string().check(z.maxLength(40))), source: Words, reason: Reason, ...Confirm });
export type SetNumber = z.infer<typeof SetNumber>;

export const Reveal = z.object({ identifierIds: z.array(Id).check(z.minLength(1), z.maxLength(50)), purpose: Words.check(z.minLength(3)) });

// ---- population ---------------------------------------------------------------------------------------------------

export const FIGURE_KINDS = ["document", "forecast", "estimate", "backward", "illustrative"] as const;
const PopulationFigures = z.object({ households: Count, persons: z.nullable(Count), minorityHouseholds: z.nullable(Count) });
export const PopulationCount = z.extend(PopulationFigures, {
  id: z.string(), onDate: z.string(), areaType: z.nullable(z.enum(["rural", "urban"])), source: z.string(), signer: z.nullable(z.string()), figureKind: z.enum(FIGURE_KINDS),
});
export type PopulationCount = z.infer<typeof PopulationCount>;

/** `counts` newest first, none after the day asked; `registry` what the register holds on that day; `complete` since when it is declared so. */
export const PopulationRow = z.object({
  hamletId: z.string(),
  hamlet: z.string(),
  unitUid: z.string(),
  unit: z.string(),
  counts: z.array(PopulationCount),
  /** `minorityPersons`, `unknownPersons`: members by their own ethnicity, and those of whom none is on file */
  registry: z.extend(PopulationFigures, { minorityPersons: Count, unknownPersons: Count }),
  complete: z.nullable(z.object({ id: z.string(), from: z.string(), declaredBy: z.string() })),
});
export type PopulationRow = z.infer<typeof PopulationRow>;

export const AddPopulation = z.object({
  onDate: Day,
  source: Words.check(z.minLength(3)),
  signer: z.nullable(Words),
  figureKind: z.enum(FIGURE_KINDS),
  rows: z.array(z.extend(PopulationFigures, { hamletId: Id, areaType: z.nullable(z.enum(["rural", "urban"])) })).check(z.minLength(1), z.maxLength(2000)),
});
export type AddPopulation = z.infer<typeof AddPopulation>;

// ---- numbers that two communes hold --------------------------------------------------------------------------------

/** Somebody who holds the number, as far as the actor's own scope shows. */
export const NumberHolder = z.object({ personId: z.string(), fullName: z.string(), householdId: z.nullable(z.string()), hamlet: z.string(), unit: z.string() });
export const NumberElsewhere = z.object({ id: z.string(), foundAt: z.string(), masked: z.nullable(z.string()), person: NumberHolder, others: z.array(NumberHolder), mayClose: z.boolean() });
export type NumberElsewhere = z.infer<typeof NumberElsewhere>;

// ---- routes -------------------------------------------------------------------------------------------------------

const ById = z.object({ id: Id });
const Done = z.object({ id: z.string(), version: z.number(), formed: z.optional(z.string()) });
const command = <Body extends z.ZodMiniType>(path: string, summary: string, body: Body) =>
  route({ method: "POST", path: `/households/:id/${path}`, summary, params: ById, body, answer: Done });

export const registryRoutes = {
  codes: route({ method: "GET", path: "/registry/codes", summary: "Danh mục: quan hệ với chủ hộ, dân tộc, đặc điểm hộ", answer: Codes }),
  households: route({
    method: "GET", path: "/households", summary: "Danh sách hộ của địa bàn tại một ngày", query: ListQuery,
    answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(HouseholdRow) }),
  }),
  exportHouseholds: route({
    method: "POST", path: "/households/export", summary: "Xuất danh sách đúng như đang xem", body: z.object({ query: ListQuery, purpose: Reason }), answer: "file",
  }),
  household: route({ method: "GET", path: "/households/:id", summary: "Một hộ tại một ngày", params: ById, query: z.object({ on: Day, known: z.optional(Instant) }), answer: HouseholdPage }),
  createHousehold: route({ method: "POST", path: "/households", summary: "Lập hộ", body: CreateHousehold, answer: Done }),
  addMember: command("members", "Thêm thành viên", AddMember),
  endMembership: route({
    method: "POST", path: "/households/:id/members/:membershipId/end", summary: "Thành viên rời hộ", params: z.object({ id: Id, membershipId: Id }), body: EndMembership, answer: Done,
  }),
  changeHead: command("head", "Đổi chủ hộ", ChangeHead),
  moveHousehold: command("move", "Chuyển hộ sang ấp khác trong xã", MoveHousehold),
  splitHousehold: command("split", "Tách hộ", SplitHousehold),
  endHousehold: command("end", "Kết thúc hộ", EndHousehold),
  voidHousehold: command("void", "Hủy hộ ghi sai", VoidHousehold),
  restoreHousehold: command("restore", "Khôi phục hộ đã hủy", RestoreHousehold),
  setDetails: command("details", "Sửa mã hộ, địa chỉ", SetDetails),
  setCharacteristic: command("characteristics", "Ghi đặc điểm của hộ", SetCharacteristic),
  correctPerson: route({ method: "POST", path: "/persons/:id", summary: "Sửa thông tin người", params: ById, body: CorrectPerson, answer: Done }),
  setNumber: route({ method: "POST", path: "/persons/:id/numbers", summary: "Ghi số định danh", params: ById, body: SetNumber, answer: Done }),
  reveal: route({
    method: "POST", path: "/persons/numbers/reveal", summary: "Xem đủ số định danh, có ghi nhật ký", body: Reveal,
    answer: z.object({ numbers: z.array(z.object({ id: z.string(), number: z.string() })) }),
  }),
  numbersElsewhere: route({
    method: "GET", path: "/numbers-elsewhere", summary: "Số định danh trùng với hồ sơ ở địa bàn khác, chờ đối chiếu", answer: z.object({ rows: z.array(NumberElsewhere) }),
  }),
  closeNumberElsewhere: route({
    method: "POST", path: "/numbers-elsewhere/:id/close", summary: "Đã đối chiếu xong", params: ById, body: z.object({ reason: Reason }), answer: z.object({}),
  }),
  searchPersons: route({
    method: "GET", path: "/search/persons", summary: "Tìm người không cần dấu, hoặc theo số định danh", query: z.object({ q: Words, most: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50)), 20) }),
    answer: z.object({ persons: z.array(FoundPerson) }),
  }),
  population: route({ method: "GET", path: "/population", summary: "Bảng dân số theo ấp", query: z.object({ area: z.string(), on: Day }), answer: z.object({ rows: z.array(PopulationRow) }) }),
  addPopulation: route({ method: "POST", path: "/population", summary: "Ghi bảng dân số", body: AddPopulation, answer: z.object({ added: z.number(), replaced: z.number() }) }),
  voidPopulation: route({ method: "POST", path: "/population/:id/void", summary: "Hủy một dòng dân số ghi sai", params: ById, body: z.object({ reason: Reason }), answer: z.object({}) }),
  declareComplete: route({
    method: "POST", path: "/population/complete", summary: "Xác nhận sổ hộ đã đủ", body: z.object({ hamletIds: z.array(Id).check(z.minLength(1)), from: Day, declaredBy: Words.check(z.minLength(3)) }), answer: z.object({ declared: z.number() }),
  }),
  withdrawComplete: route({ method: "POST", path: "/population/complete/:id/end", summary: "Thôi xác nhận sổ hộ đã đủ", params: ById, body: z.object({ on: Day }), answer: z.object({}) }),
};
