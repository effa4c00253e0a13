import * as z from "zod/mini";
import { PrintFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { ById } from "../fields.ts";

export const reportRoutes = {
  fairReport: route({ method: "GET", path: "/fairs/:id/report", summary: "Báo cáo kết quả phiên, mỗi số mở đến dòng của nó", params: ById, answer: z.object({ paper: z.nullable(z.unknown()) }) }),
  printFairReport: route({ method: "POST", path: "/fairs/:id/report/print", summary: "Lấy báo cáo phiên bằng Word, PDF, Excel, màn hình", params: ById, body: z.object({ format: PrintFormat }), answer: "file" }),
};
