import { communesOf, getUnit, hamletIdsOf, unitTitle } from "../areas/public.ts";
import { formatIntegerIn } from "../kernel/text/number.ts";
import type { Tx } from "../platform/door.ts";
import { api, type Api, type Services } from "../platform/feature.ts";
import type { Wording } from "../platform/http/messages.ts";
import { QUEUE_STATES, queueRoutes, type QueueItemView } from "./contract.ts";
import type { QueueAsked, QueueItem, QueueSource } from "./item.ts";

/** The own unit includes what was merged into it; the own province, and a centre's records, are told without a limit of area. */
async function reachOf(tx: Tx, area: string): Promise<QueueAsked["reach"]> {
  const { scope, unitUid, role, on } = tx.actor;
  if (role === "training_centre" || (scope.readsAll && area === unitUid)) return null;
  return { units: [...new Set([area, ...communesOf(area, on).uids, ...(area === unitUid ? scope.readUnits : [])])], hamlets: await hamletIdsOf(tx, area, on) };
}

const ORDER = new Map(QUEUE_STATES.map((state, at) => [state, at]));
const pressing = (a: QueueItem, b: QueueItem): number => ORDER.get(a.state)! - ORDER.get(b.state)! || ((a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : (a.dueOn ?? "9") > (b.dueOn ?? "9") ? 1 : 0);

/** The queue of an area: what each feature tells, most pressing first. */
export function queueApi(services: Services, wording: Wording, sources: readonly QueueSource[]): Api {
  const view = ({ field, code, data, count, why = null, unitUid, hamlet = null, dueOn, state, certainty = null, to, search = {} }: QueueItem, at: number, { today, language }: QueueAsked): QueueItemView => {
    const unit = unitUid === null ? null : unitTitle(getUnit(unitUid), today);
    const words: Record<string, string> = { unit: unit ?? "" };
    for (const [key, value] of Object.entries({ ...data, count })) words[key] = typeof value === "number" ? formatIntegerIn(value, language) : value;
    return { key: `${at} ${code}`, field, code, text: wording.text(code, words, language), why: why === null ? null : wording.text(why, words, language), unitUid, unit, hamlet, count, dueOn, state, certainty, to, search: { ...search } };
  };
  return api(queueRoutes, {
    queue: ({ actor, query: { area }, language }) => services.door.read(actor, async (tx) => {
      const today = services.today();
      const asked: QueueAsked = { area, today, language, reach: await reachOf(tx, area) };
      const items: QueueItem[] = [];
      for (const source of sources) items.push(...(await source(tx, asked)));
      return { on: today, items: items.sort(pressing).map((item, at) => view(item, at, asked)) };
    }),
  });
}
