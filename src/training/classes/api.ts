import { everyRow, exportList } from "../../exchange/export-list.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { handOut } from "../../papers/print-log.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { mayDecide, mayExport, must } from "../policy.ts";
import { classPage } from "./class-page.ts";
import { classRoutes } from "./contract.ts";
import { listClasses } from "./list.ts";
import { changeClass, planClass } from "./plan-class.ts";
import { classJob } from "./print.ts";
import { splitClass } from "./split-class.ts";
import { takeClassStep } from "./take-step.ts";

const WIDTHS: Readonly<Record<string, number>> = {
  code: 14, className: 40, trade: 30, sector: 18, level: 18, provider: 32, unit: 22, hamlet: 18, state: 14, opened: 12, ended: 12, planned: 10, learners: 10, dropped: 10, passed: 10, certified: 10, cost: 16,
};

/** Classes: list, one class, its steps, its papers. */
export function classesApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(classRoutes, {
    classes: ({ actor, query }) => door.read(actor, async (tx) => {
      const { total, rows } = await listClasses(tx, query, query.on ?? services.today());
      return { total, page: query.page, perPage: query.perPage, rows, may: { decide: mayDecide(actor), export: mayExport(actor) } };
    }),
    async exportClasses({ actor, body, commandId, language }) {
      must(mayExport, actor);
      const say = (key: string): string => wording.text(`training.${key}`, {}, language);
      const day = (on: string | null): string => (on === null ? "" : shortDate(on as PlainDate));
      return exportList(services, actor, { commandId, name: "training.exportClasses", input: body }, async (tx) => {
        const rows = await everyRow((page, perPage) => listClasses(tx, { ...body, page, perPage }, body.on ?? services.today()));
        const title = say("class.list");
        return {
          fileName: title, rows: rows.length,
          sheet: {
            name: title, title: [title], columns: Object.entries(WIDTHS).map(([key, width]) => ({ header: say(`column.${key}`), width })),
            rows: rows.map((row) => [
              row.code, row.name, row.trade, say(`sector.${row.sector}`), say(`level.${row.level}`), row.provider, row.unit, row.hamlet ?? "", say(`classState.${row.state}`), day(row.openedOn ?? row.plannedFrom), day(row.endedOn),
              row.learnersPlanned, row.learners, row.dropped, row.passed, row.certified, row.costDong,
            ]),
          },
        };
      });
    },
    planClass: ({ actor, body, commandId }) => planClass(services, actor, commandId, body),
    trainingClass: ({ actor, params, query, language }) => door.read(actor, (tx) => classPage(tx, services, wording, params.id, query.on ?? services.today(), language)),
    changeClass: ({ actor, params, body, commandId }) => changeClass(services, actor, commandId, params.id, body),
    takeClassStep: ({ actor, params, body, commandId, language }) => takeClassStep(services, wording, actor, commandId, params.id, body, language),
    splitClass: ({ actor, params, body, commandId }) => splitClass(services, actor, commandId, params.id, body),
    async printClass({ actor, params, body, commandId }) {
      const job = await classJob(services, wording, actor, params.id, body);
      return handOut(services, { actor, commandId }, { name: "training.printClass", input: { ...params, ...body }, format: body.format }, job);
    },
  });
}
