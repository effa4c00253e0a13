import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";
import { NEED_DEEDS, NEED_STATES } from "./rules/need-process.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Words = z.string().check(z.trim(), z.maxLength(300));
const Year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200));
const ById = z.object({ id: Id });
const Done = z.object({ id: z.string() });

export const WANTED_FOR = ["find_job", "own_trade", "self_employed", "abroad", "other"] as const;
export const NEED_SORTS = ["name", "hamlet", "trade", "day", "state", "-name", "-hamlet", "-trade", "-day", "-state"] as const;

const Filter = {
  area: z.string(), on: Day, year: Year,
  state: z.optional(z.enum(NEED_STATES)), trade: z.optional(z.string()), group: z.optional(z.string()), hamlet: z.optional(Id), q: z.optional(Words),
  /** whether a class answers it */
  placed: z.optional(z.enum(["yes", "no"])),
};
export const NeedsQuery = z.object({ ...Filter, sort: z._default(z.enum(NEED_SORTS), "hamlet"), page: z._default(z.coerce.number().check(z.int(), z.gte(1)), 1) });
export type NeedsQuery = z.infer<typeof NeedsQuery>;

export const NeedRow = z.object({
  id: z.string(), fullName: z.string(), birthYear: z.nullable(z.number()), sex: z.number(),
  /** found in the registry */
  identified: z.boolean(),
  hamletId: z.string(), hamlet: z.string(), tradeCode: z.string(), tradeName: z.string(), year: z.number(), groups: z.array(z.string()), groupNames: z.array(z.string()),
  state: z.enum(NEED_STATES), stateOn: z.string(), collectedOn: z.string(), wantedFor: z.nullable(z.enum(WANTED_FOR)), wantedWhen: z.nullable(z.string()), wantedPlace: z.nullable(z.string()),
  note: z.nullable(z.string()), declineReason: z.nullable(z.string()), version: z.number(),
  planDocument: z.nullable(z.string()),
  /** the class in which the person is registered for this need */
  classOf: z.nullable(z.object({ id: z.string(), code: z.string(), name: z.string() })),
});
export type NeedRow = z.infer<typeof NeedRow>;

const Coded = z.object({ code: z.string(), name: z.string() });
export const NeedsPage = z.object({
  total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(NeedRow),
  /** of the whole area and year, by state */
  states: z.record(z.string(), z.number()),
  may: z.object({ collect: z.boolean(), decide: z.boolean() }),
});
export type NeedsPage = z.infer<typeof NeedsPage>;

export const NeedCodes = z.object({ groups: z.array(Coded), groupsMark: z.string(), trades: z.array(Coded) });
export type NeedCodes = z.infer<typeof NeedCodes>;

export const NeedPage = z.object({
  need: NeedRow, mayDeeds: z.array(z.enum(NEED_DEEDS)),
  actions: z.array(z.object({ id: z.string(), kind: z.string(), on: z.string(), reason: z.nullable(z.string()) })),
});
export type NeedPage = z.infer<typeof NeedPage>;

/** A person is found by identity number (hashed, kept nowhere), else by name, year of birth and hamlet; who is not found is kept as written. */
export const NewNeed = z.object({
  hamletId: Id, fullName: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)), birthDate: z.nullable(Day), birthYear: z.nullable(z.int().check(z.gte(1900), z.lte(2200))), sex: z.literal([0, 1, 2]),
  identity: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(20)))),
  tradeCode: z.string(), year: z.int().check(z.gte(2000), z.lte(2200)), groups: z.array(z.string()), collectedOn: Day,
  wantedFor: z.nullable(z.enum(WANTED_FOR)), wantedWhen: z.nullable(Words), wantedPlace: z.nullable(Words), note: z.nullable(Words),
});
export type NewNeed = z.infer<typeof NewNeed>;

export const MoveNeeds = z.object({ ids: z.array(Id).check(z.minLength(1), z.maxLength(500)), deed: z.enum(NEED_DEEDS), on: Day, reason: z.optional(Reason), planId: z.optional(Id) });
export type MoveNeeds = z.infer<typeof MoveNeeds>;

/** `reason`: to go on although the class is full or teaches another trade */
export const EnrolNeeds = z.object({ ids: z.array(Id).check(z.minLength(1), z.maxLength(200)), classId: Id, enrolledOn: Day, reason: z.optional(z.nullable(Reason)) });
export type EnrolNeeds = z.infer<typeof EnrolNeeds>;

export const needsRoutes = {
  needCodes: route({ method: "GET", path: "/training/need-codes", summary: "Nhóm đối tượng và nghề để khảo sát nhu cầu", query: z.object({ on: Day }), answer: NeedCodes }),
  needs: route({ method: "GET", path: "/training/needs", summary: "Nhu cầu học nghề của một địa bàn trong năm", query: NeedsQuery, answer: NeedsPage }),
  need: route({ method: "GET", path: "/training/needs/:id", summary: "Một nhu cầu học nghề và quá trình xử lý", params: ById, answer: NeedPage }),
  addNeed: route({ method: "POST", path: "/training/needs", summary: "Ghi nhu cầu học nghề", body: NewNeed, answer: z.object({ id: z.string(), identified: z.enum(["yes", "no", "ambiguous"]) }) }),
  moveNeeds: route({ method: "POST", path: "/training/needs/move", summary: "Xác nhận, tổng hợp, đưa vào kế hoạch, trả lại hoặc loại nhu cầu", body: MoveNeeds, answer: z.object({ moved: z.number() }) }),
  enrolNeeds: route({ method: "POST", path: "/training/needs/enrol", summary: "Ghi danh những người có nhu cầu vào một lớp", body: EnrolNeeds, answer: z.object({ enrolled: z.number() }) }),
  voidNeed: route({ method: "POST", path: "/training/needs/:id/void", summary: "Hủy nhu cầu ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  exportNeeds: route({ method: "POST", path: "/training/needs/export", summary: "Danh sách nhu cầu học nghề, tệp Excel", body: z.object({ query: NeedsQuery, purpose: Reason }), answer: "file" }),
};
