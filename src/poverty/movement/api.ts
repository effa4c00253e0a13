import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { submitTables } from "../tables/submit.ts";
import { openCell } from "./cell.ts";
import { movementRoutes } from "./contract.ts";
import { explainLine } from "./explanations.ts";
import { movementOf } from "./movement.ts";
import { listSubmissions } from "./submissions.ts";
import { movementView, sayer } from "./view.ts";

export function movementApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(movementRoutes, {
    movement: ({ actor, query, language }) => door.read(actor, async (tx) => {
      const movement = await movementOf(tx, services, { areaUid: query.area, year: query.year, knownAt: query.knownAt });
      const submissions = await listSubmissions(tx, query.area, query.year, movement.days.closing);
      return movementView(movement, submissions, actor, sayer(wording, language), language);
    }),
    movementCell: ({ actor, query, language }) => door.read(actor, async (tx) => {
      const { area, ...asked } = query;
      const say = sayer(wording, language);
      const { total, rows } = await openCell(tx, services, { ...asked, areaUid: area });
      services.views.note(actor, "poverty.movement.viewCell", `${area} ${query.year} ${query.list} ${query.column}`, rows.length);
      return { total, page: query.page, perPage: query.perPage, rows: rows.map(({ reason, ...row }) => ({ ...row, reason: say(reason.code, reason.data) })) };
    }),
    explainMovement: ({ actor, body, commandId }) => explainLine(services, actor, commandId, body),
    submitTables: ({ actor, body, commandId }) => submitTables(services, actor, commandId, body),
  });
}
