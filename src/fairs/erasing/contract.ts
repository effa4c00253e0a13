import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { Id } from "../fields.ts";

/** A fair whose term of keeping has passed: how many people are named still, and how many of them are kept while a follow-up is open. */
export const DueFair = z.object({ fairId: z.string(), code: z.string(), name: z.string(), unit: z.string(), lastDay: z.string(), dueOn: z.string(), people: z.number(), phones: z.number(), held: z.number() });
export type DueFair = z.infer<typeof DueFair>;

export const erasingRoutes = {
  dueErasures: route({
    method: "GET", path: "/fair-erasures", summary: "Phiên đã hết hạn lưu dữ liệu người đến", query: z.object({}),
    answer: z.object({ /** days after the last day of a fair; null: the office has set none, so nothing falls due */ term: z.nullable(z.number()), rows: z.array(DueFair), may: z.boolean() }),
  }),
  eraseDue: route({
    method: "POST", path: "/fair-erasures", summary: "Xóa dữ liệu người đến của các phiên đã hết hạn lưu",
    body: z.object({ fairIds: z.array(Id).check(z.minLength(1), z.maxLength(500)), /** how many people the officer was shown; another number refuses */ expected: z.int().check(z.gte(1)) }), answer: z.object({ fairs: z.number(), people: z.number() }),
  }),
};
