import { everyRow, exportList } from "../../exchange/export-list.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { plainDate } from "../../kernel/date.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { trades } from "../../training/public.ts";
import { mustKeepFairs } from "../policy.ts";
import { followupRoutes, type FollowupView } from "./contract.ts";
import { assignFollowup, closeFollowup, listFollowups, reopenFollowup } from "./followups.ts";
import { handToCommune } from "./hand-over.ts";
import { openCase, registerNeed } from "./link.ts";

/** Registrations abroad and for training, until each has a result. */
export function followupApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(followupRoutes, {
    followups: ({ actor, query }) => door.read(actor, async (tx) => {
      const found = await listFollowups(tx, query, services.today());
      services.views.note(actor, "fairs.viewFollowups", query.area, found.rows.length);
      return found;
    }),
    async exportFollowups({ actor, body: { purpose, ...asked }, commandId, language }) {
      mustKeepFairs(actor);
      const say = (key: string): string => wording.text(`fairs.${key}`, {}, language);
      return exportList(services, actor, { commandId, name: "fairs.exportFollowups", input: asked, purpose }, async (tx) => {
        const rows = await everyRow((page, perPage) => listFollowups(tx, { ...asked, page, perPage }, services.today()));
        const columns = (["fullName", "birthYear", "place", "phone", "kind", "topic", "fair", "owner", "dueOn", "state", "result", "note"] as const).map((key) => ({ header: say(`column.${key}`), width: key === "fullName" || key === "fair" ? 30 : 18 }));
        const cells = (row: FollowupView) => [
          row.name ?? "", row.birthYear === null ? "" : String(row.birthYear), row.place ?? "", row.phone ?? "", say(`followup.${row.kind}`), row.topic ?? "", row.fair, row.owner, shortDate(plainDate(row.dueOn)),
          say(`followup.${row.state}`), row.result === null ? "" : say(`result.${row.result}`), row.resultNote ?? "",
        ];
        return { fileName: "theo doi sau phien", rows: rows.length, sheet: { name: say("followup.sheet"), title: [say("followup.sheet")], columns, rows: rows.map(cells) } };
      });
    },
    assignFollowup: ({ actor, params, body, commandId }) => assignFollowup(services, actor, commandId, { ...params, ...body }),
    closeFollowup: ({ actor, params, body, commandId }) => closeFollowup(services, actor, commandId, { ...params, ...body }),
    openCase: ({ actor, params, body, commandId }) => openCase(services, actor, commandId, { ...params, ...body }),
    handToCommune: ({ actor, params, body, commandId }) => handToCommune(services, actor, commandId, { ...params, ...body }),
    registerNeed: ({ actor, params, body, commandId }) => registerNeed(services, actor, commandId, { ...params, ...body }),
    fairTrades: ({ actor }) => door.read(actor, async (tx) => ({ trades: (await trades(tx)).filter(({ validTo }) => validTo === null || validTo > services.today()).map(({ code, name }) => ({ code, name })) })),
    reopenFollowup: ({ actor, params, body, commandId }) => reopenFollowup(services, actor, commandId, { ...params, ...body }),
  });
}
