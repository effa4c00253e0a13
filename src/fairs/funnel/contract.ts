import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, May, MaybeString } from "../fields.ts";
import { FUNNEL_STEPS } from "../rules/steps.ts";

export const LineView = z.object({ step: z.enum(FUNNEL_STEPS), unit: z.string(), persons: z.number(), touches: z.number(), tally: z.number(), value: z.number() });
export type LineView = z.infer<typeof LineView>;
const RateView = z.nullable(z.object({ kind: z.literal("rate"), value: z.string(), decimals: z.number() }));
export const WarningView = z.object({ code: z.string(), message: z.string(), steps: z.array(z.string()) });
export type WarningView = z.infer<typeof WarningView>;

export const FunnelView = z.object({
  /** null: the fair is not wholly in the caller's reach; a part must not look like the whole */
  lines: z.nullable(z.array(LineView)),
  conversion: z.object({ part: z.number(), whole: z.number(), rate: RateView }),
  /** distinct named persons with any registration or interview; steps are never added up */
  active: z.number(), hiredLater: z.number(), warnings: z.array(WarningView), may: May, at: z.string(),
});
export type FunnelView = z.infer<typeof FunnelView>;

export const StepRow = z.object({
  id: z.string(), shortCode: MaybeString, name: MaybeString, place: MaybeString, employer: MaybeString, vacancy: MaybeString, topic: MaybeString, onDate: z.string(), nextOn: MaybeString, count: z.number(), source: z.enum(["named", "tally", "group", "document"]),
});
export type StepRow = z.infer<typeof StepRow>;

export const funnelRoutes = {
  funnel: route({ method: "GET", path: "/fairs/:id/funnel", summary: "Phễu kết quả của phiên: người riêng biệt và lượt", params: ById, answer: FunnelView }),
  funnelRows: route({
    method: "GET", path: "/fairs/:id/funnel/:step", summary: "Các dòng đứng sau một con số của phiên", params: z.extend(ById, { step: z.enum(FUNNEL_STEPS) }), answer: z.object({ rows: z.array(StepRow), value: z.nullable(z.number()) }),
  }),
};
