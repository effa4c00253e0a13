import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { sayer } from "../movement/view.ts";
import { openTableCell } from "./cell.ts";
import { checkTablesFile } from "./check/check-file.ts";
import { tablesRoutes } from "./contract.ts";
import { yearTables } from "./tables.ts";
import { printTables } from "./print.ts";
import { tablesView } from "./view.ts";

export function tablesApi(services: Services, wording: Wording): Api {
  return api(tablesRoutes, {
    tables: ({ actor, query, language }) => services.door.read(actor, async (tx) => {
      const year = await yearTables(tx, services, { areaUid: query.area, year: query.year, knownAt: query.knownAt });
      return tablesView(year, sayer(wording, language), language, query.table);
    }),
    tableCell: ({ actor, query: { area, ...query } }) => services.door.read(actor, async (tx) => {
      const found = await openTableCell(tx, services, { ...query, areaUid: area });
      services.views.note(actor, "poverty.viewTableCell", area, found.rows.length);
      return found;
    }),
    checkTables: ({ body, language }) => checkTablesFile(body, sayer(wording, language)),
    tablesFile: ({ actor, body, commandId }) => {
      const { area, ...asked } = body;
      // papers of the office: always in Vietnamese
      return printTables(services, { actor, commandId }, { ...asked, areaUid: area }, sayer(wording, "vi"));
    },
  });
}
