import { AppError } from "../../kernel/error.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { PER_PAGE } from "../contract.ts";
import { mayOf } from "../policy.ts";
import type { Sources } from "../proposals/sources.ts";
import type { EventProblem } from "../rules/event.ts";
import { jobsBoard, type JobsContributions } from "./board.ts";
import { eventRoutes } from "./contract.ts";
import { correctEvent, enterEvent, verifyAll, verifyEvents, voidEvent } from "./enter.ts";
import { exportEvents } from "./export.ts";
import { listMonths, reportMonth } from "./months.ts";
import { findEvent, listEvents } from "./store.ts";

/** Lượt giải quyết việc làm: entered, corrected, verified, counted. */
export function eventsApi(services: Services, wording: Wording, contributions: JobsContributions, sources: Sources): Api {
  const { door } = services;
  const told = (answer: { id: string; warnings: readonly EventProblem[] }, language: Language) => ({
    id: answer.id, warnings: answer.warnings.map(({ code, data }) => ({ code, text: wording.text(code, data, language) })),
  });
  return api(eventRoutes, {
    async events({ actor, query }) {
      const { page, ...asked } = query;
      const found = await door.read(actor, (tx) => listEvents(tx, asked, page, PER_PAGE));
      services.views.note(actor, "jobs.viewEvents", query.area, found.rows.length);
      return { ...found, page, perPage: PER_PAGE, may: mayOf(actor) };
    },
    async event({ actor, params, query }) {
      const row = await door.read(actor, (tx) => findEvent(tx, params.id, query.on));
      if (!row) throw new AppError("not_found", "jobs.eventUnknown", {});
      services.views.note(actor, "jobs.viewEvent", params.id);
      return { row, may: mayOf(actor) };
    },
    addEvent: async ({ actor, body, commandId, language }) => told(await enterEvent(services, actor, commandId, body), language),
    correctEvent: async ({ actor, params, body, commandId, language }) => told(await correctEvent(services, actor, commandId, params.id, body), language),
    voidEvent: ({ actor, params, body, commandId }) => voidEvent(services, actor, commandId, params.id, body.reason),
    verifyEvents: ({ actor, body, commandId }) => verifyEvents(services, actor, commandId, body.ids),
    verifyAll: ({ actor, body, commandId }) => verifyAll(services, actor, commandId, body),
    exportEvents: ({ actor, body, commandId, language }) => exportEvents(services, wording, actor, { commandId, ...body }, language),
    months: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listMonths(tx, query), may: mayOf(actor) })),
    async reportMonth({ actor, body, commandId, language }) {
      const { id, added, refused } = await reportMonth(services, actor, commandId, body);
      return { id, added, refused: refused.map(({ line, code, data }) => ({ line, code, text: wording.text(code, data, language) })) };
    },
    board: ({ actor, query }) => door.read(actor, (tx) => jobsBoard(tx, services, contributions, sources, query)),
  });
}
