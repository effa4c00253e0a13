import { api, type Api, type Services } from "../../platform/feature.ts";
import { everyRow } from "../../exchange/export-list.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { PER_PAGE } from "../contract.ts";
import { mayOf } from "../policy.ts";
import { exportRows, shownBirth, shownDay } from "../export-rows.ts";
import { assistRoutes, type AssistRow } from "./contract.ts";
import { addAssist, listAssists, removeAssist } from "./store.ts";

/** Help with registering as a worker. No number, password or code of anybody is kept. */
export function registrationAssistApi(services: Services, wording: Wording): Api {
  return api(assistRoutes, {
    async list({ actor, query }) {
      const { page, ...asked } = query;
      const found = await services.door.read(actor, (tx) => listAssists(tx, asked, page, PER_PAGE));
      services.views.note(actor, "jobs.viewRegistrationAssists", query.area, found.rows.length);
      return { ...found, page, perPage: PER_PAGE, may: mayOf(actor) };
    },
    add: ({ actor, body, commandId }) => addAssist(services, actor, commandId, body),
    export: ({ actor, body, commandId, language }) => exportRows(services, wording, actor, { commandId, ...body }, language, {
      words: "jobs.assist", action: "jobs.exportRegistrationAssists", file: "ho tro dang ky lao dong", read: (tx) => everyRow((page, perPage) => listAssists(tx, body.query, page, perPage)),
      columns: [
        ["name", 26, (row: AssistRow) => row.fullName], ["birth", 12, shownBirth], ["hamlet", 18, (row) => row.hamlet], ["unit", 20, (row) => row.unit], ["on", 12, (row) => shownDay(row.helpedOn)], ["channel", 20, (row, say) => say(`channel.${row.channel}`)],
        ["result", 24, (row, say) => say(`result.${row.result}`)], ["note", 30, (row) => row.note ?? ""],
      ],
    }),
    remove: ({ actor, params, body, commandId }) => removeAssist(services, actor, commandId, params.id, body.reason),
  });
}
