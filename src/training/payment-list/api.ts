import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import { MIME } from "../../papers/render.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import { KeptFiles } from "../../support/public.ts";
import { allowanceRulesOf } from "../allowance/load.ts";
import { mayAsk, must } from "../allowance/policy.ts";
import { provinceCode } from "../allowance/province-code.ts";
import { checkPayments, markedPayments, type CheckedPayments } from "./check.ts";
import { paymentListRoutes } from "./contract.ts";
import { recordedClasses } from "./recorded.ts";

const MOST_LINES = 2_000;

/** The check of a payment list in the browser; the file is held for an hour for its marked copy and never stored. */
export function paymentListApi(services: Services): Api {
  const files = new KeptFiles<{ bytes: Uint8Array; fileName: string; checked: CheckedPayments }>(services);
  return api(paymentListRoutes, {
    async checkPayments({ actor, query: { fileName, openedOn, areaClass, cost }, body, language }) {
      must(mayAsk, actor);
      const recorded = await services.door.read(actor, recordedClasses);
      const workbook = await readWorkbookInWorker(body);
      try {
        const checked = await checkPayments(workbook, fileName, { rules: allowanceRulesOf(services), language, openedOn: openedOn ?? null, area: areaClass ?? null, actualCost: cost ?? null, province: provinceCode(actor), recorded });
        const token = files.keep(actor, { bytes: body, fileName, checked });
        const { lines, problems, ...view } = checked.view;
        return { token, ...view, lines: lines.slice(0, MOST_LINES), problems: problems.slice(0, MOST_LINES) };
      } finally {
        await workbook.close();
      }
    },
    async markedPayments({ actor, params, language }) {
      const { bytes, fileName, checked } = files.get(actor, params.id);
      const marked = await markedPayments(bytes, checked, new Date(services.now()), language);
      return { name: `${fileName.replace(/\.[^.]+$/, "")}-danh-dau.xlsx`, mime: MIME.xlsx, bytes: marked.bytes };
    },
  });
}
