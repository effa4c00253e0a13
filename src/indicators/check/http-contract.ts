import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import type { CheckReport } from "./contract.ts";

/** The body is read by `readInput` and not here: its problems are named with path and code. Both forms: docs/cli/check-figures.md. */
export const checkRoutes = {
  checkFigures: route({
    method: "POST", path: "/check-figures", summary: "Soát số liệu của một báo cáo; không lưu gì",
    body: z.record(z.string(), z.unknown()), answer: z.custom<CheckReport>(),
  }),
};
