import { exportList, everyRow } from "../../exchange/export-list.ts";
import { handOut } from "../../papers/print-log.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { mustKeepFairs, seesWhole, worksAt } from "../policy.ts";
import { readCode } from "../rules/short-code.ts";
import { getFair } from "../store.ts";
import { deskRoutes, openFairRoutes, type VisitView } from "./contract.ts";
import { openFair, registerOnline, type SystemOf } from "./online.ts";
import { makePasses, passesJob } from "./passes.ts";
import { actionsOf, getVisitByCode, listVisits, viewVisit } from "./visit-store.ts";
import { changeVisitor, checkIn, eraseVisitor, revealPhone, voidVisit, walkIn } from "./walk-in.ts";

/** The desk of a fair: who comes, by which code, and the open page of registration. */
export function deskApi(services: Services, wording: Wording, systemOf: SystemOf): Api[] {
  const { door } = services;
  const desk = api(deskRoutes, {
    walkIn: ({ actor, params, body, commandId }) => walkIn(services, actor, commandId, params.id, body),
    checkIn: ({ actor, params, body, commandId }) => checkIn(services, actor, commandId, params.id, body.code),
    visits: ({ actor, params, query }) => door.read(actor, async (tx) => {
      const fair = await getFair(tx, params.id);
      const found = await listVisits(tx, params.id, query);
      services.views.note(actor, "fairs.viewVisits", params.id, found.rows.length);
      return { ...found, may: { work: worksAt(actor, fair), whole: seesWhole(actor, fair) } };
    }),
    async exportVisits({ actor, params, body: { purpose, ...asked }, commandId, language }) {
      mustKeepFairs(actor);
      const say = (key: string): string => wording.text(`fairs.${key}`, {}, language);
      return exportList(services, actor, { commandId, name: "fairs.exportVisits", input: { ...params, ...asked }, purpose }, async (tx) => {
        const fair = await getFair(tx, params.id);
        const rows = await everyRow((page, perPage) => listVisits(tx, params.id, { ...asked, page, perPage }));
        const columns = (["shortCode", "fullName", "birthYear", "place", "phone", "wish", "cameAt", "steps"] as const).map((key) => ({ header: say(`column.${key}`), width: key === "fullName" || key === "place" ? 30 : 16 }));
        const cells = (row: VisitView) => [row.shortCode, row.fullName ?? "", row.birthYear === null ? "" : String(row.birthYear), row.hamlet ?? row.residence ?? "", row.phone ?? "", row.wish === null ? "" : say(`wish.${row.wish}`), row.checkedInAt ?? "", row.steps.map((step) => say(`step.${step}`)).join("; ")];
        return { fileName: `nguoi den phien ${fair.code}`, rows: rows.length, sheet: { name: fair.code, title: [fair.name], columns, rows: rows.map(cells) } };
      });
    },
    visitByCode: ({ actor, params, query }) => door.read(actor, async (tx) => {
      const found = await getVisitByCode(tx, params.id, readCode(query.code).code);
      return { visit: await viewVisit(tx, found), actions: await actionsOf(tx, found.id) };
    }),
    changeVisitor: ({ actor, params, body, commandId }) => changeVisitor(services, actor, commandId, params.id, body),
    voidVisit: ({ actor, params, body, commandId }) => voidVisit(services, actor, commandId, params.id, body.reason),
    revealPhone: ({ actor, params, body, commandId }) => revealPhone(services, actor, commandId, params.id, body.purpose),
    eraseVisitor: ({ actor, params, body, commandId }) => eraseVisitor(services, actor, commandId, params.id, body.reason),
    makePasses: ({ actor, params, body, commandId }) => makePasses(services, actor, commandId, params.id, body.count),
    async printPasses({ actor, params, body, commandId }) {
      return handOut(services, { actor, commandId }, { name: "fairs.printPasses", input: { ...params, ...body }, format: body.format }, await passesJob(services, actor, params.id, body.which, body.visitIds));
    },
  });
  const open = api(openFairRoutes, {
    openFair: ({ params, language }) => openFair(services, systemOf, params.token, language),
    registerOnline: ({ params, body, commandId, context }) => registerOnline(services, systemOf, context, commandId, params.token, body),
  });
  return [desk, open];
}
