import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { PER_PAGE } from "../contract.ts";
import { mayOf } from "../policy.ts";
import { labourRoutes } from "./contract.ts";
import { exportStatuses, getStatus, listStatuses } from "./list.ts";
import { recordStatus, removeStatus, type Say } from "./record.ts";
import { summaryOf } from "./summary.ts";
import { addSurvey, listSurveys, removeSurvey } from "./surveys.ts";

/** The supply form of the labour market: recorded, listed, added up. */
export function labourApi(services: Services, wording: Wording): Api {
  const { door } = services;
  const sayIn = (language: Language): Say => {
    const question = (field: string): string => wording.text(`labour.field.${field}`, {}, language);
    return { question, problem: ({ code, data, field = "" }) => wording.text(code, { ...data, cell: question(field) }, language) };
  };
  return api(labourRoutes, {
    async list({ actor, query }) {
      const { page, ...asked } = query;
      const found = await door.read(actor, (tx) => listStatuses(tx, asked, page, PER_PAGE));
      services.views.note(actor, "jobs.viewLabourForms", query.area, found.rows.length);
      return { ...found, page, perPage: PER_PAGE, may: mayOf(actor) };
    },
    async one({ actor, params, query }) {
      const found = await door.read(actor, (tx) => getStatus(tx, params.id, query.on));
      services.views.note(actor, "jobs.viewLabourForm", params.id);
      return { ...found, may: mayOf(actor) };
    },
    record: ({ actor, body, commandId, language }) => recordStatus(services, actor, commandId, body, sayIn(language)),
    remove: ({ actor, params, body, commandId }) => removeStatus(services, actor, commandId, params.id, body.reason),
    export: ({ actor, body, commandId, language }) => exportStatuses(services, wording, actor, { commandId, ...body }, language),
    summary: ({ actor, query }) => door.read(actor, (tx) => summaryOf(tx, query)),
    surveys: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listSurveys(tx, query), may: mayOf(actor) })),
    addSurvey: ({ actor, body, commandId }) => addSurvey(services, actor, commandId, body),
    removeSurvey: ({ actor, params, body, commandId }) => removeSurvey(services, actor, commandId, params.id, body.reason),
  });
}
