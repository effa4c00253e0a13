import { getUnit, unitTitle } from "../../areas/public.ts";
import { everyRow, exportList } from "../../exchange/export-list.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { selfTaughtRoutes } from "./contract.ts";
import { enterSelfTaught, voidSelfTaught } from "./enter.ts";
import { selfTaughtRules } from "./load.ts";
import { mayEnter, mayKeep, must } from "./policy.ts";
import { listSelfTaught } from "./store.ts";

const PER_PAGE = 50;

export function selfTaughtApi(services: Services, wording: Wording): Api {
  return api(selfTaughtRoutes, {
    async selfTaught({ actor, query, language }) {
      const found = await services.door.read(actor, (tx) => listSelfTaught(tx, query, PER_PAGE));
      services.views.note(actor, "training.viewSelfTaught", query.area, found.rows.length);
      const { leastYears } = selfTaughtRules(services);
      const rule = wording.text("training.selfTaught.rule", { years: leastYears.value, mark: wording.text(`training.followUp.certainty.${leastYears.certainty}`, {}, language) }, language);
      return { ...found, page: query.page, perPage: PER_PAGE, leastYears: leastYears.value, rule, may: { enter: mayEnter(actor), keep: mayKeep(actor) } };
    },
    addSelfTaught: ({ actor, body, commandId }) => enterSelfTaught(services, actor, commandId, body),
    voidSelfTaught: ({ actor, params, body, commandId }) => voidSelfTaught(services, actor, commandId, params.id, body.reason),
    exportSelfTaught({ actor, body: { query, purpose }, commandId, language }) {
      must(mayKeep, actor);
      const say = (key: string, data = {}): string => wording.text(`training.selfTaught.export.${key}`, data, language);
      return exportList(services, actor, { commandId, name: "training.exportSelfTaught", input: query, purpose, meta: { area: query.area } }, async (tx) => {
        const rows = await everyRow((page, perPage) => listSelfTaught(tx, { ...query, page }, perPage));
        return {
          fileName: `lao dong tu hoc ${getUnit(query.area).fullName} ${query.year ?? ""}`, rows: rows.length,
          sheet: {
            name: say("sheet"), title: [say("title", { area: unitTitle(getUnit(query.area), actor.on) }), say("count", { count: rows.length })],
            columns: [
              { header: say("number"), width: 6, type: "integer" }, { header: say("name"), width: 28 }, { header: say("birthYear"), width: 10 }, { header: say("sex"), width: 8 }, { header: say("hamlet"), width: 22 }, { header: say("trade"), width: 28 },
              { header: say("learnedBy"), width: 20 }, { header: say("years"), width: 12, type: "integer" }, { header: say("skillCheck"), width: 20 }, { header: say("year"), width: 12 }, { header: say("confirmer"), width: 26 }, { header: say("note"), width: 30, type: "wrapped" },
            ],
            rows: rows.map((row, i) => [
              i + 1, row.fullName, row.birthYear === null ? "" : String(row.birthYear), wording.text(`training.followUp.sex.${row.sex}`, {}, language), row.hamlet, row.tradeName, say(`learnedBy.${row.learnedBy}`), row.yearsInJob,
              say(`skillCheck.${row.skillCheck}`), String(row.recognisedYear), row.confirmer, [row.reason, row.note].filter(Boolean).join("; "),
            ]),
          },
        };
      });
    },
  });
}
