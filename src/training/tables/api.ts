import { getUnit, unitTitle } from "../../areas/public.ts";
import { exportList } from "../../exchange/export-list.ts";
import { AppError } from "../../kernel/error.ts";
import { handOut } from "../../papers/print-log.ts";
import type { Tx } from "../../platform/door.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { outcomeKinds } from "../outcomes/load.ts";
import { endedClasses, marksOf } from "../outcomes/store.ts";
import { followUpResult } from "../outcomes/rules/follow-up.ts";
import { behind, getTable, type CellAsked } from "./behind.ts";
import { trainingTablesRoutes, type TablesAsked, type TrainingTableView } from "./contract.ts";
import { dashboard } from "./dashboard.ts";
import { tableFacts, type ReadLabour, type TableFacts } from "./facts.ts";
import { trainingTables } from "./load.ts";
import { namesFor, type Say } from "./names.ts";
import { tablePaper } from "./paper.ts";
import { buildTable } from "./rules/build.ts";
import { tableView } from "./view.ts";

/** What features above training know: who is in the labour force. */
export interface TablesContributions {
  readonly readLabour?: ReadLabour;
}

export function trainingTablesApi(services: Services, wording: Wording, { readLabour }: TablesContributions = {}): Api {
  const sayIn = (language: Language): Say => (key, data = {}) => wording.text(key, data, language);
  const counted = (tx: Tx, { area, from, to }: TablesAsked): Promise<TableFacts> => {
    if (to < from) throw new AppError("invalid", "training.table.badPeriod", { from, to });
    return tableFacts(tx, { area, from, to, followedTo: services.today() }, outcomeKinds(services), readLabour);
  };
  const views = (facts: TableFacts, { to }: TablesAsked, language: Language, only?: string): TrainingTableView[] => {
    const say = sayIn(language);
    const all = trainingTables(services);
    const names = namesFor(facts, to, say, language);
    return (only === undefined ? all : [getTable(all, only)]).map((table) => tableView(buildTable(table, facts.facts, names), services.today(), say, language));
  };
  const rowsBehind = (facts: TableFacts, asked: CellAsked, language: Language) => behind(trainingTables(services), facts, asked, outcomeKinds(services), sayIn(language), language);
  return api(trainingTablesRoutes, {
    trainingTables: ({ actor, query, language }) => services.door.read(actor, async (tx) => ({
      tables: views(await counted(tx, query), query, language, query.table), area: unitTitle(getUnit(query.area), query.to),
    })),
    trainingTableRows: ({ actor, query, language }) => services.door.read(actor, async (tx) => {
      const { persons, ...found } = rowsBehind(await counted(tx, query), query, language);
      if (persons) services.views.note(actor, "training.viewTableRows", query.area, found.total);
      return found;
    }),
    exportTrainingTableRows: ({ actor, body, commandId, language }) => {
      const { purpose, ...asked } = body;
      return exportList(services, actor, { commandId, name: "training.exportTableRows", input: asked, purpose, meta: { table: body.table, column: body.column } }, async (tx) => {
        const { title, heads, rows } = rowsBehind(await counted(tx, body), body, language);
        return { fileName: `${body.table} ${body.column} ${getUnit(body.area).fullName}`, rows: rows.length, sheet: { name: body.table.toUpperCase(), title: [title, unitTitle(getUnit(body.area), body.to)], columns: heads.map((header) => ({ header, width: 24 })), rows: rows.map(({ cells }) => cells) } };
      });
    },
    async trainingTablesFile({ actor, body, commandId }) {
      const { format, table, ...asked } = body;
      // papers of the office: always in Vietnamese
      const say = sayIn("vi");
      const tables = await services.door.read(actor, async (tx) => views(await counted(tx, asked), asked, "vi", table));
      const areaName = unitTitle(getUnit(asked.area), asked.to);
      const papers = tables.map((view) => tablePaper(view, { areaName, from: asked.from, to: asked.to, say }));
      const title = `${table === undefined ? say("training.table.paper.set") : tables[0]!.title} ${areaName} ${asked.to.slice(0, 4)}`;
      return handOut(services, { actor, commandId }, { name: "training.printTables", input: asked, format }, {
        papers, subject: asked.area, count: 0, unitUid: actor.unitUid,
        meta: { title, fileName: `bieu dao tao nghe ${table ?? "DT-01 den DT-08"} ${areaName} ${asked.to}`, frozenAt: new Date(`${asked.to}T00:00:00Z`) },
      });
    },
    trainingDashboard: ({ actor, query, language }) => services.door.read(actor, async (tx) => {
      const kinds = outcomeKinds(services);
      const facts = await counted(tx, query);
      const ended = await endedClasses(tx, query.area, query.to);
      const marks = await marksOf(tx, ended.map(({ id }) => id), services.today());
      const checked = ended.map(({ id }) => followUpResult(marks.get(id)?.learners ?? [], kinds)).filter(({ graduates }) => graduates > 0);
      return {
        ...dashboard(facts, kinds, language), followUp: { classes: checked.length, notEnough: checked.filter(({ enough }) => !enough).length },
        selfTaught: facts.facts.filter(({ source, fields }) => source === "trained" && fields["best"] === "self").length, mark: sayIn(language)(`training.followUp.certainty.${kinds.certainty}`),
      };
    }),
  });
}
