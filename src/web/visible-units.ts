import * as z from "zod/mini";
import { route } from "../platform/http/contract.ts";

export const VisibleUnit = z.object({
  uid: z.string(),
  fullName: z.string(),
  name: z.string(),
  kind: z.string(),
  level: z.string(),
  parentUid: z.nullable(z.string()),
  former: z.boolean(),
});
export type VisibleUnit = z.infer<typeof VisibleUnit>;

export const visibleRoute = route({
  method: "GET", path: "/areas/visible", summary: "Địa bàn được xem tại một ngày",
  query: z.object({ on: z.string() }), answer: z.object({ units: z.array(VisibleUnit) }),
});
