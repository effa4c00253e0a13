import { everyRow } from "../../exchange/export-list.ts";
import { AppError } from "../../kernel/error.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { PER_PAGE } from "../contract.ts";
import { exportRows, shownDay } from "../export-rows.ts";
import { mayOf } from "../policy.ts";
import { adviceRoutes, type SessionRow } from "./contract.ts";
import { addSession, addVisit, voidSession, voidVisit } from "./keep.ts";
import { findSession, listSessions, visitsOf } from "./store.ts";

/** Advice on work, training, working abroad: lượt and người apart. */
export function adviceApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(adviceRoutes, {
    advice: ({ actor, query }) => door.read(actor, async (tx) => {
      const { page, ...asked } = query;
      return { ...(await listSessions(tx, asked, page, PER_PAGE)), page, perPage: PER_PAGE, may: mayOf(actor) };
    }),
    exportAdvice: ({ actor, body, commandId, language }) => exportRows(services, wording, actor, { commandId, ...body }, language, {
      words: "jobs.advice", action: "jobs.exportAdvice", file: "tu van viec lam", read: (tx) => everyRow((page, perPage) => listSessions(tx, body.query, page, perPage)),
      columns: [
        ["on", 12, (row: SessionRow) => shownDay(row.onDate)], ["unit", 20, (row) => row.unit], ["kind", 14, (row, say) => say(`kind.${row.kind}`)], ["topics", 36, (row, say) => row.topics.map((topic) => say(`topic.${topic}`)).join("; ")], ["place", 24, (row) => row.place ?? ""],
        ["adviser", 22, (row) => row.adviser], ["visits", 10, (row) => row.visits + row.unnamed], ["unnamed", 10, (row) => row.unnamed], ["people", 10, (row) => row.people],
      ],
    }),
    session: ({ actor, params, query }) => door.read(actor, async (tx) => {
      const row = await findSession(tx, params.id);
      if (!row) throw new AppError("not_found", "jobs.sessionUnknown", {});
      const visits = await visitsOf(tx, params.id, query.on);
      services.views.note(actor, "jobs.viewAdvice", params.id, visits.length);
      return { row, visits, may: mayOf(actor) };
    }),
    addSession: ({ actor, body, commandId }) => addSession(services, actor, commandId, body),
    addVisit: ({ actor, params, body, commandId }) => addVisit(services, actor, commandId, params.id, body),
    voidSession: ({ actor, params, body, commandId }) => voidSession(services, actor, commandId, params.id, body.reason),
    voidVisit: ({ actor, params, body, commandId }) => voidVisit(services, actor, commandId, params.id, body.reason),
  });
}
