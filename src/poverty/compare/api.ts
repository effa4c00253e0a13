import { api, type Api, type Services } from "../../platform/feature.ts";
import { KeptInMemory } from "../../platform/kept-in-memory.ts";
import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import { compareLists, readForComparison, type Comparison, type ListRead } from "./compare-lists.ts";
import { comparisonWorkbook, reasonText } from "./comparison-workbook.ts";
import { compareRoutes } from "./contract.ts";

const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Two lists of households compared for the person who sent them. */
export function compareApi(services: Services): Api {
  const lists = new KeptInMemory<ListRead>(services.now);
  const comparisons = new KeptInMemory<Comparison>(services.now);
  return api(compareRoutes, {
    async readForCompare({ actor, query, body }) {
      const workbook = await readWorkbookInWorker(body);
      try {
        const list = await readForComparison(workbook, query.fileName, query.asOf ?? services.today());
        return { token: lists.keep(actor, list), file: list.file, households: list.households.length, persons: list.households.reduce((sum, { members }) => sum + members.length, 0) };
      } finally {
        await workbook.close();
      }
    },
    async compareLists({ actor, body, language }) {
      const found = compareLists(lists.get(actor, body.first), lists.get(actor, body.second));
      const rows = found.rows.map((row) => ({ kind: row.kind, head: row.head, hamlet: row.hamlet, class: row.class, first: [...row.first], second: [...row.second], text: reasonText(row, language) }));
      return { token: comparisons.keep(actor, found), first: found.first, second: found.second, counts: { ...found.counts }, rows };
    },
    async comparisonWorkbook({ actor, params, language }) {
      return { name: "so-hai-danh-sach.xlsx", mime: MIME, bytes: await comparisonWorkbook(comparisons.get(actor, params.id), language, new Date(services.now())) };
    },
  });
}
