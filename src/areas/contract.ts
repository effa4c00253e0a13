import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { route } from "../platform/http/contract.ts";

export const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const OnDay = z.object({ on: Day });
const ByUid = z.object({ uid: z.string() });
const Text = z.string().check(z.minLength(1), z.maxLength(500));
const DocumentName = z.string().check(z.minLength(3), z.maxLength(300));
const Id = z.string().check(z.uuid());

export const HAMLET_KINDS = ["ap", "khom", "thon", "to_dan_pho", "khu_pho", "unknown"] as const;
export const AREA_TYPES = ["rural", "urban"] as const;

export const VisibleUnit = z.object({
  uid: z.string(),
  fullName: z.string(),
  name: z.string(),
  kind: z.string(),
  level: z.string(),
  parentUid: z.nullable(z.string()),
  former: z.boolean(),
  hamlets: z.optional(z.array(z.object({ id: z.string(), name: z.string() }))),
});
export type VisibleUnit = z.infer<typeof VisibleUnit>;

const UnitRef = z.object({ uid: z.string(), fullName: z.string(), level: z.string(), former: z.boolean() });
export type UnitRef = z.infer<typeof UnitRef>;
const CandidateUnit = z.extend(UnitRef, { path: z.string(), reasons: z.array(z.string()), instead: z.array(UnitRef) });

/** `reasons` in words. `status`: found (one candidate), ambiguous, not_in_force (with what was or is there instead), unknown. */
export const Resolved = z.object({ status: z.enum(["found", "ambiguous", "not_in_force", "unknown"]), candidates: z.array(CandidateUnit), reasons: z.array(z.string()) });
export type Resolved = z.infer<typeof Resolved>;

/** `label` with the kind word ("ấp Phú Lợi"), `name` without. */
export const HamletView = z.object({ id: z.string(), name: z.string(), label: z.string(), kind: z.enum(HAMLET_KINDS), unitUid: z.string(), validFrom: z.string(), validTo: z.nullable(z.string()) });
export type HamletView = z.infer<typeof HamletView>;

/** `exactness`: did all its people come or go (exact), the main part, some, or nobody. */
const Traced = z.extend(UnitRef, { exactness: z.enum(["exact", "main", "split", "land-only"]), act: z.nullable(z.string()) });
export const UnitPage = z.object({
  unit: UnitRef,
  path: z.string(),
  validFrom: z.nullable(z.string()),
  validTo: z.nullable(z.string()),
  fromAct: z.nullable(z.string()),
  toAct: z.nullable(z.string()),
  predecessors: z.array(Traced),
  successors: z.array(Traced),
  hamlets: z.array(HamletView),
});
export type UnitPage = z.infer<typeof UnitPage>;

const TypeRow = z.object({ type: z.enum(AREA_TYPES), document: z.string(), validFrom: z.string(), validTo: z.nullable(z.string()) });
export const TypedUnit = z.object({
  uid: z.string(),
  fullName: z.string(),
  own: z.nullable(TypeRow),
  hamlets: z.array(z.object({ id: z.string(), name: z.string(), own: z.nullable(TypeRow) })),
  missing: z.boolean(),
  candidate: z.nullable(z.object({
    type: z.nullable(z.enum(AREA_TYPES)),
    former: z.array(z.object({ fullName: z.string(), type: z.enum(AREA_TYPES), basis: z.enum(["document", "kind"]) })),
  })),
});
export type TypedUnit = z.infer<typeof TypedUnit>;

export const TypeSetting = z.object({
  unitUids: z.array(z.string()),
  hamletIds: z.array(Id),
  type: z.enum(AREA_TYPES),
  document: DocumentName,
  from: Day,
  to: z.nullable(Day),
});
export type TypeSetting = z.infer<typeof TypeSetting>;

/** Hamlets that lay in a commune that was split: nothing says where they lie now. `candidates` are the communes that took it over. */
export const UnplacedHamlet = z.object({ id: z.string(), name: z.string(), formerUnit: UnitRef, since: z.string(), candidates: z.array(UnitRef) });
export type UnplacedHamlet = z.infer<typeof UnplacedHamlet>;

const Placement = z.object({ hamletId: Id, unitUid: z.string(), from: Day, document: DocumentName });
const Changed = z.object({ changed: z.number() });

export const areasRoutes = {
  visible: route({ method: "GET", path: "/areas/visible", summary: "Địa bàn được xem tại một ngày", query: OnDay, answer: z.object({ units: z.array(VisibleUnit) }) }),
  resolve: route({
    method: "GET", path: "/areas/resolve", summary: "Tên hoặc mã địa bàn là đơn vị nào tại một ngày",
    query: z.object({ text: Text, on: Day, within: z.optional(z.string()) }), answer: Resolved,
  }),
  unit: route({ method: "GET", path: "/areas/units/:uid", summary: "Một đơn vị: thời gian, đơn vị trước và sau, ấp", params: ByUid, query: OnDay, answer: UnitPage }),
  hamlets: route({ method: "GET", path: "/areas/:uid/hamlets", summary: "Ấp, khóm của địa bàn tại một ngày", params: ByUid, query: OnDay, answer: z.object({ hamlets: z.array(HamletView) }) }),
  addHamlet: route({
    method: "POST", path: "/areas/:uid/hamlets", summary: "Thêm ấp, khóm", params: ByUid,
    body: z.object({ name: z.string().check(z.minLength(1), z.maxLength(120)), kind: z.optional(z.enum(HAMLET_KINDS)), document: z.optional(DocumentName) }), answer: z.object({ id: z.string() }),
  }),
  unplaced: route({ method: "GET", path: "/areas/hamlets/unplaced", summary: "Ấp của xã đã chia, chưa rõ thuộc xã nào", query: OnDay, answer: z.object({ hamlets: z.array(UnplacedHamlet) }) }),
  placeHamlets: route({ method: "POST", path: "/areas/hamlets/place", summary: "Ghi ấp thuộc xã mới", body: z.object({ placements: z.array(Placement).check(z.minLength(1), z.maxLength(2000)) }), answer: Changed }),
  types: route({ method: "GET", path: "/areas/types", summary: "Khu vực nông thôn, thành thị", query: OnDay, answer: z.object({ units: z.array(TypedUnit), missing: z.number() }) }),
  setType: route({ method: "POST", path: "/areas/types", summary: "Ghi khu vực của xã hoặc ấp theo văn bản", body: TypeSetting, answer: Changed }),
  outline: route({ method: "GET", path: "/areas/outline/communes", summary: "Ranh giới đơn giản của các xã", answer: z.unknown() }),
};
