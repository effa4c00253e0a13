import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { PACK_MODES, PACK_STATUSES } from "./rules/score-pack.ts";

const Id = z.string().check(z.uuid());
const ById = z.object({ id: Id });
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Area = z.enum(["rural", "urban"]);
const Signed = z.object({ name: z.string(), at: z.string() });
const Said = z.object({ code: z.string(), text: z.string() });

export const PackRowView = z.object({
  id: z.string(), code: z.string(), version: z.number(), ruleset: z.string(), area: Area, region: z.nullable(z.string()), status: z.enum(PACK_STATUSES),
  legal: z.object({ doc: z.string(), annex: z.string(), page: z.nullable(z.string()), file: z.string() }),
  entered: Signed, checked: z.nullable(Signed), activated: z.nullable(Signed), retired: z.nullable(z.object({ at: z.string(), reason: z.string() })),
  items: z.number(), examples: z.number(), problems: z.number(),
});
export type PackRowView = z.infer<typeof PackRowView>;

const OptionView = z.object({ code: z.string(), label: z.string(), min: z.nullable(z.number()), max: z.nullable(z.number()), points: z.nullable(z.number()), source: z.string() });
const ItemView = z.object({ code: z.string(), label: z.string(), mode: z.enum(PACK_MODES), skipWhen: z.nullable(z.string()), options: z.array(OptionView) });
/** `found`: what the table makes of the example; null while something is missing. */
const ExampleView = z.object({ name: z.string(), answers: z.record(z.string(), z.union([z.string(), z.number()])), expected: z.number(), found: z.nullable(z.number()) });

export const PackView = z.object({
  row: PackRowView, items: z.array(ItemView), examples: z.array(ExampleView), problems: z.array(Said),
  may: z.object({ replace: z.boolean(), check: z.boolean(), activate: z.boolean(), retire: z.boolean() }),
});
export type PackView = z.infer<typeof PackView>;

/** What the table in force asks of a household. */
export const ActivePackView = z.object({ id: z.string(), code: z.string(), version: z.number(), items: z.array(ItemView) });
export type ActivePackView = z.infer<typeof ActivePackView>;

/** Answers by item: a code, codes joined by ";", a number, or "code:count;code:count"; "none", "skip". */
export const PackAnswers = z.record(z.string().check(z.maxLength(60)), z.union([z.string().check(z.maxLength(300)), z.number().check(z.gte(0))]));

export const ImpactView = z.object({
  scored: z.number(),
  households: z.array(z.object({
    householdId: z.string(), headName: z.string(), assessmentId: z.string(), statusYear: z.number(), pointsBefore: z.nullable(z.number()), pointsAfter: z.nullable(z.number()),
    classBefore: z.nullable(z.string()), classAfter: z.nullable(z.string()), nameBefore: z.nullable(z.string()), nameAfter: z.nullable(z.string()),
  })),
});
export type ImpactView = z.infer<typeof ImpactView>;

const Done = z.object({ id: z.string() });

export const scorePackRoutes = {
  scorePacks: route({ method: "GET", path: "/poverty/score-packs", summary: "Các bảng điểm B1 của tỉnh", answer: z.object({ rows: z.array(PackRowView), mayKeep: z.boolean(), rulesets: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
  packTemplate: route({ method: "GET", path: "/poverty/score-packs/template", summary: "Tệp mẫu để nhập bảng điểm", answer: "file" }),
  keepPackSource: route({ method: "POST", path: "/poverty/score-packs/source", summary: "Gửi văn bản (PDF) mà bảng điểm được đọc từ đó", body: "bytes", answer: z.object({ sha256: z.string() }) }),
  enterScorePack: route({
    method: "POST", path: "/poverty/score-packs", summary: "Nhập một bảng điểm (nháp)", body: "bytes",
    query: z.object({ ruleset: Text, area: Area, region: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_]{1,20}$/))), doc: Text, annex: Text, page: z.optional(Text), source: Sha256, replaces: z.optional(Id) }),
    answer: z.object({ id: z.string(), version: z.number() }),
  }),
  scorePack: route({ method: "GET", path: "/poverty/score-packs/:id", summary: "Một bảng điểm, chỗ chưa đạt", params: ById, answer: PackView }),
  packFile: route({ method: "GET", path: "/poverty/score-packs/:id/file", summary: "Bảng điểm dạng Excel", params: ById, answer: "file" }),
  packSource: route({ method: "GET", path: "/poverty/score-packs/:id/source", summary: "Văn bản (PDF) mà bảng điểm được đọc từ đó", params: ById, answer: "file" }),
  replaceScorePack: route({ method: "PUT", path: "/poverty/score-packs/:id/file", summary: "Nhập lại tệp của bảng điểm nháp", params: ById, body: "bytes", answer: Done }),
  packImpact: route({ method: "GET", path: "/poverty/score-packs/:id/impact", summary: "Hộ sẽ đổi loại theo bảng điểm này; không chấm lại", params: ById, answer: ImpactView }),
  checkScorePack: route({ method: "POST", path: "/poverty/score-packs/:id/check", summary: "Ghi nhận đã soát bảng điểm", params: ById, answer: Done }),
  activateScorePack: route({ method: "POST", path: "/poverty/score-packs/:id/activate", summary: "Áp dụng bảng điểm", params: ById, answer: ImpactView }),
  retireScorePack: route({ method: "POST", path: "/poverty/score-packs/:id/retire", summary: "Thôi dùng bảng điểm", params: ById, body: z.object({ reason: Text }), answer: Done }),
};
