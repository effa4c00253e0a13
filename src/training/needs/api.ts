import { getUnit, unitTitle } from "../../areas/public.ts";
import { everyRow, exportList } from "../../exchange/export-list.ts";
import { AppError } from "../../kernel/error.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { plainDate } from "../../kernel/date.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { collectNeed } from "./collect.ts";
import { needsRoutes, type NeedRow } from "./contract.ts";
import { enrolNeeds } from "./enrol.ts";
import { needGroups } from "./groups.ts";
import { moveNeeds, voidNeed } from "./move.ts";
import { mayCollect, mayDecide, must } from "./policy.ts";
import { afterDeed, byWhom, NEED_DEEDS } from "./rules/need-process.ts";
import { findNeed, listActions, listNeeds, listTrades, type StoredNeed } from "./store.ts";

const PER_PAGE = 50;

export function needsApi(services: Services, wording: Wording): Api {
  const { door } = services;
  const named = (language: Language) => {
    const names = new Map(needGroups(services).groups.map(({ code, name }) => [code, name[language]]));
    return (row: StoredNeed): NeedRow => ({ ...row, groupNames: row.groups.map((code) => names.get(code) ?? code) });
  };
  return api(needsRoutes, {
    async needCodes({ actor, query, language }) {
      const { groups, certainty } = needGroups(services);
      const trades = await door.read(actor, (tx) => listTrades(tx, query.on));
      return { groups: groups.map(({ code, name }) => ({ code, name: name[language] })), groupsMark: wording.text(`training.followUp.certainty.${certainty}`, {}, language), trades };
    },
    async needs({ actor, query, language }) {
      const { rows, ...found } = await door.read(actor, (tx) => listNeeds(tx, query, PER_PAGE));
      services.views.note(actor, "training.viewNeeds", query.area, rows.length);
      return { ...found, page: query.page, perPage: PER_PAGE, rows: rows.map(named(language)), may: { collect: mayCollect(actor), decide: mayDecide(actor) } };
    },
    need: ({ actor, params, language }) => door.read(actor, async (tx) => {
      const need = await findNeed(tx, params.id);
      if (!need) throw new AppError("not_found", "training.need.unknown", {});
      services.views.note(actor, "training.viewNeed", need.id);
      const mayDeeds = NEED_DEEDS.filter((deed) => afterDeed(need.state, deed) !== undefined && (byWhom(deed) === "hamlet" ? mayCollect : mayDecide)(actor));
      return { need: named(language)(need), mayDeeds, actions: await listActions(tx, need.id) };
    }),
    addNeed: ({ actor, body, commandId }) => collectNeed(services, actor, commandId, body),
    moveNeeds: ({ actor, body, commandId }) => moveNeeds(services, actor, commandId, body),
    enrolNeeds: ({ actor, body, commandId, language }) => enrolNeeds(services, wording, actor, commandId, body, language),
    voidNeed: ({ actor, params, body, commandId }) => voidNeed(services, actor, commandId, params.id, body.reason),
    exportNeeds({ actor, body: { query, purpose }, commandId, language }) {
      must(mayDecide, actor);
      const say = (key: string, data = {}): string => wording.text(`training.need.export.${key}`, data, language);
      return exportList(services, actor, { commandId, name: "training.exportNeeds", input: query, purpose, meta: { area: query.area, year: query.year } }, async (tx) => {
        const rows = (await everyRow((page, perPage) => listNeeds(tx, { ...query, page }, perPage))).map(named(language));
        return {
          fileName: `nhu cau hoc nghe ${getUnit(query.area).fullName} ${query.year}`, rows: rows.length,
          sheet: {
            name: say("sheet"), title: [say("title", { area: unitTitle(getUnit(query.area), actor.on), year: String(query.year) }), say("count", { count: rows.length })],
            columns: [
              { header: say("number"), width: 6, type: "integer" }, { header: say("name"), width: 28 }, { header: say("birthYear"), width: 10 }, { header: say("sex"), width: 8 }, { header: say("hamlet"), width: 22 },
              { header: say("trade"), width: 30 }, { header: say("groups"), width: 36, type: "wrapped" }, { header: say("state"), width: 20 }, { header: say("collectedOn"), width: 14 }, { header: say("wanted"), width: 24 }, { header: say("note"), width: 30, type: "wrapped" },
            ],
            rows: rows.map((row, i) => [
              i + 1, row.fullName, row.birthYear === null ? "" : String(row.birthYear), wording.text(`training.followUp.sex.${row.sex}`, {}, language), row.hamlet, row.tradeName, row.groupNames.join("; "),
              wording.text(`training.need.state.${row.state}`, {}, language), shortDate(plainDate(row.collectedOn)), row.wantedFor === null ? "" : wording.text(`training.need.wanted.${row.wantedFor}`, {}, language), [row.declineReason, row.note].filter(Boolean).join("; "),
            ]),
          },
        };
      });
    },
  });
}
