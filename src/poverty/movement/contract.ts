import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
/** an instant: what was known then is counted */
const Moment = z.string().check(z.refine((text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)), "YYYY-MM-DDThh:mm:ssZ"));
const Year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200));
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const List = z.enum(["poor", "near_poor"]);
const Line = z.enum(["households", "people"]);
const Page = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1);

const Nine = z.array(z.number()).check(z.length(9));
const Table = z.object({ households: Nine, people: Nine });
const Household = z.object({ id: z.string(), headName: z.string() });

/** `poor`, `nearPoor` null: a list of one of the two years is missing; nothing is summed over a gap. */
export const MovementRowView = z.object({ kind: z.enum(["row", "group", "total"]), key: z.string(), name: z.string(), poor: z.nullable(Table), nearPoor: z.nullable(Table) });
export type MovementRowView = z.infer<typeof MovementRowView>;

export const DifferenceView = z.object({
  hamletId: z.string(), place: z.string(), list: List, line: Line, kind: z.enum(["balance", "opening"]), amount: z.number(),
  explanation: z.nullable(z.object({ id: z.string(), text: z.string(), signer: z.string(), signedOn: z.string(), households: z.array(Household) })),
  /** households that stand on a list twice: what it most often comes from */
  suspects: z.array(Household),
});
export type DifferenceView = z.infer<typeof DifferenceView>;

export const SubmissionView = z.object({ id: z.string(), unitUid: z.string(), unitName: z.string(), year: z.number(), signer: z.string(), signedOn: z.string(), note: z.nullable(z.string()), at: z.string() });
export type SubmissionView = z.infer<typeof SubmissionView>;

export const MovementView = z.object({
  area: z.object({ uid: z.string(), name: z.string(), level: z.string() }), year: z.number(), opening: z.string(), closing: z.string(), level: z.enum(["hamlet", "commune"]),
  rows: z.array(MovementRowView),
  gaps: z.array(z.object({ code: z.string(), text: z.string(), communes: z.array(z.string()) })),
  differences: z.array(DifferenceView),
  /** households between the two tables that do not agree, of the whole area */
  cross: z.nullable(z.object({ poorToNearPoor: z.number(), nearPoorToPoor: z.number() })),
  /** listed households that moved between two lines of the area */
  moved: z.object({ households: z.number(), people: z.number() }),
  parameters: z.array(z.object({ text: z.string(), mark: z.nullable(z.string()) })),
  submissions: z.array(SubmissionView),
  may: z.object({ explain: z.boolean(), submit: z.boolean() }),
});
export type MovementView = z.infer<typeof MovementView>;

export const CellRowView = z.object({ householdId: z.string(), headName: z.string(), place: z.string(), adds: z.number(), reason: z.string() });
export type CellRowView = z.infer<typeof CellRowView>;
export const CellView = z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(CellRowView) });
export type CellView = z.infer<typeof CellView>;

const Asked = z.object({ area: z.string(), year: Year, knownAt: z.optional(Moment) });

export const movementRoutes = {
  movement: route({ method: "GET", path: "/poverty/movement", summary: "Diễn biến hộ nghèo, hộ cận nghèo giữa hai danh sách công nhận", query: Asked, answer: MovementView }),
  movementCell: route({
    method: "GET", path: "/poverty/movement/cell", summary: "Các hộ đứng sau một ô của bảng diễn biến, có lý do",
    query: z.extend(Asked, { list: List, line: Line, column: z.coerce.number().check(z.int(), z.gte(1), z.lte(9)), row: z.optional(z.string()), page: Page, perPage: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 50) }),
    answer: CellView,
  }),
  explainMovement: route({
    method: "POST", path: "/poverty/movement/explanations", summary: "Giải trình một dòng chưa cân của bảng diễn biến, nêu rõ hộ",
    body: z.object({
      year: z.int().check(z.gte(2000), z.lte(2200)), hamletId: Id, list: List, line: Line, kind: z.enum(["balance", "opening"]), amount: z.int(),
      text: z.string().check(z.trim(), z.minLength(10), z.maxLength(2000)), householdIds: z.array(Id).check(z.minLength(1), z.maxLength(200)), signer: Text, signedOn: Day,
    }),
    answer: z.object({ id: z.string() }),
  }),
  submitTables: route({
    method: "POST", path: "/poverty/tables/submissions", summary: "Trình bộ biểu của năm; từ chối khi còn dòng chưa cân mà chưa giải trình",
    body: z.object({ areaUid: Text, year: z.int().check(z.gte(2000), z.lte(2200)), signer: Text, signedOn: Day, note: z.optional(z.string().check(z.trim(), z.maxLength(500))) }), answer: z.object({ id: z.string() }),
  }),
};
