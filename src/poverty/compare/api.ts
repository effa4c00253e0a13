import { AppError } from "../../kernel/error.ts";
import { newId } from "../../platform/door.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import type { Actor } from "../../platform/actor.ts";
import { compareLists, readForComparison, type Comparison, type ListRead } from "./compare-lists.ts";
import { comparisonWorkbook, reasonText } from "./comparison-workbook.ts";
import { compareRoutes } from "./contract.ts";

const KEPT_MS = 20 * 60_000;
const MOST_KEPT = 20;
const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What somebody sent or asked a moment ago, in memory only. */
class Kept<T> {
  readonly #items = new Map<string, { readonly owner: string; readonly value: T; readonly at: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  keep(actor: Actor, value: T): string {
    for (const [key, { at }] of this.#items) if (at < this.#now() - KEPT_MS || this.#items.size >= MOST_KEPT) this.#items.delete(key);
    const token = newId<"kept">();
    this.#items.set(token, { owner: actor.accountId, value, at: this.#now() });
    return token;
  }

  /** Errors: not_found "poverty.compare.gone". */
  get(actor: Actor, token: string): T {
    const found = this.#items.get(token);
    if (!found || found.owner !== actor.accountId) throw new AppError("not_found", "poverty.compare.gone");
    return found.value;
  }
}

/** Two lists of households compared for the person who sent them. */
export function compareApi(services: Services): Api {
  const lists = new Kept<ListRead>(services.now);
  const comparisons = new Kept<Comparison>(services.now);
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
