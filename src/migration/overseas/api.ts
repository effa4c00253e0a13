import { exportList, everyRow } from "../../exchange/export-list.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Source } from "../../poverty/rules/certainty.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { activeValue } from "../../poverty/rules/certainty.ts";
import { mayMoveLists, mayOf, must } from "../policy.ts";
import { enterWish } from "./add-wish.ts";
import { overseasBoard } from "./board.ts";
import { casePage } from "./case-page.ts";
import { overseasRoutes, type CaseFilter, type StandardsView } from "./contract.ts";
import { amendCase, chooseSender, keepCase } from "./facts.ts";
import { addIncident, resolveIncident, viewIncidents } from "./incidents.ts";
import { listCases, type CaseRow } from "./list.ts";
import { listRequests } from "./list-requests.ts";
import { overseasStandards } from "./load.ts";
import { revealPassport, setPassport } from "./passport.ts";
import { receiveRequest, takeRequestStep } from "./requests.ts";
import { standardsOn } from "./rules/supports.ts";
import { listSenders } from "./senders.ts";
import { addFollowUp, addSupport, voidSupport } from "./supports.ts";
import { takeStep } from "./take-step.ts";

const PER_PAGE = 50;

const sure = ({ certainty, source, note }: { certainty: string; source: Source | null; note?: { vi: string; en: string } | undefined }, language: Language) => ({
  certainty, source: source && [source.article, source.doc].filter(Boolean).join(" "), note: note?.[language] ?? null,
});

/** Labour abroad by contract: wish, steps, sender, supports, procedure 2.002820, follow-ups, incidents, return. */
export function overseasApi(services: Services, wording: Wording): Api {
  const { door } = services;
  const marketName = (code: string | null, language: Language): string | null => overseasStandards(services).markets.find((one) => one.code === code)?.name[language] ?? code;
  const rowView = (row: CaseRow, language: Language) => ({ ...row, marketName: marketName(row.market, language) });
  const warningText = (code: string | null, language: Language): string | null => (code === null ? null : wording.text(code, {}, language));
  return api(overseasRoutes, {
    overseasStandards: async ({ query, language }) => standardsView(services, query.on, language),
    overseasBoard: ({ actor, query, language }) => door.read(actor, (tx) => overseasBoard(tx, services, actor, query, language)),
    overseasSenders: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listSenders(tx, query.q === undefined ? "" : fold(query.q), query.on) })),
    overseasRequests: ({ actor, query }) => door.read(actor, async (tx) => {
      const found = await listRequests(tx, query, services.today(), query.page, PER_PAGE);
      services.views.note(actor, "migration.viewOverseasRequests", query.area, found.rows.length);
      return { ...found, page: query.page, perPage: PER_PAGE, may: mayOf(actor) };
    }),
    overseasCases: ({ actor, query, language }) => door.read(actor, async (tx) => {
      const { page, ...asked } = query;
      const { total, rows } = await listCases(tx, asked, page, PER_PAGE);
      services.views.note(actor, "migration.viewOverseasCases", query.area, rows.length);
      return { total, page, perPage: PER_PAGE, rows: rows.map((row) => rowView(row, language)), may: mayOf(actor) };
    }),
    exportOverseas({ actor, body: { purpose, ...asked }, commandId, language }) {
      must(mayMoveLists, actor);
      return exportList(services, actor, { commandId, name: "migration.exportOverseas", input: asked, purpose }, async (tx) => {
        const rows = await everyRow((page, perPage) => listCases(tx, asked as CaseFilter, page, perPage));
        return { fileName: "lao dong di lam viec o nuoc ngoai", rows: rows.length, sheet: sheetOf(rows.map((row) => rowView(row, language)), wording, language) };
      });
    },
    addWish: ({ actor, body, commandId }) => enterWish(services, actor, commandId, body),
    overseasCase: ({ actor, params, language }) => door.read(actor, async (tx) => {
      const page = await casePage(tx, services, wording, actor, params.id, language);
      services.views.note(actor, "migration.viewOverseasCase", params.id);
      return page;
    }),
    takeOverseasStep: ({ actor, params, body, commandId }) => takeStep(services, actor, commandId, params.id, body),
    amendOverseas: ({ actor, params, body, commandId }) => amendCase(services, actor, commandId, params.id, body),
    async chooseSender({ actor, params, body, commandId, language }) {
      const answer = await chooseSender(services, actor, commandId, params.id, body);
      return { ...answer, warning: warningText(answer.warning, language) };
    },
    keepOverseas: ({ actor, params, body, commandId }) => keepCase(services, actor, commandId, params.id, body),
    setPassport: ({ actor, params, body, commandId }) => setPassport(services, actor, commandId, params.id, body),
    revealPassport: ({ actor, params, body, commandId }) => revealPassport(services, actor, commandId, params.id, body.purpose),
    async addOverseasSupport({ actor, params, body, commandId, language }) {
      const { id, warning } = await addSupport(services, actor, commandId, params.id, body);
      return { id, warning: warningText(warning, language) };
    },
    voidOverseasSupport: ({ actor, params, body, commandId }) => voidSupport(services, actor, commandId, params.id, params.support, body.reason),
    addFollowUp: ({ actor, params, body, commandId }) => addFollowUp(services, actor, commandId, params.id, body),
    incidents: async ({ actor, params }) => ({ rows: await viewIncidents(services, actor, params.id) }),
    addIncident: ({ actor, params, body, commandId }) => addIncident(services, actor, commandId, params.id, body),
    resolveIncident: ({ actor, params, body, commandId }) => resolveIncident(services, actor, commandId, params.id, params.incident, body),
    receiveOverseasRequest: ({ actor, params, body, commandId }) => receiveRequest(services, actor, commandId, params.id, body),
    takeRequestStep: ({ actor, params, body, commandId }) => takeRequestStep(services, actor, commandId, params.id, body),
  });
}

/** The dated rules as a screen shows them. */
function standardsView(services: Services, on: PlainDate, language: Language): StandardsView {
  const { forms, markets, request, supports } = overseasStandards(services);
  return {
    forms: forms.map(({ code, name, licence }) => ({ code, name: name[language], needs: licence.needs, sure: sure(licence, language) })), markets: markets.map(({ code, name }) => ({ code, name: name[language] })),
    supports: standardsOn(supports, on).map(({ id, name, who, items }) => ({
      id, name: name[language], who: { groups: [...who.groups], sure: sure(who, language) },
      items: items.map((item) => ({ code: item.code, name: item.name[language], basis: item.basis, unit: item.unit, amountDong: activeValue(item.level) ?? null, sure: sure(item.level, language) })),
    })),
    request: { code: request.code, name: request.name[language], days: request.term.value, term: sure(request.term, language), documents: sure(request.documents, language) },
  };
}

function sheetOf(rows: readonly (CaseRow & { marketName: string | null })[], wording: Wording, language: Language) {
  const say = (key: string): string => wording.text(`migration.overseas.${key}`, {}, language);
  const day = (on: string | null, precision: string | null = "day"): string => (on === null ? "" : precision === "month" ? `${on.slice(5, 7)}/${on.slice(0, 4)}` : shortDate(on as PlainDate));
  const widths = { name: 26, birthYear: 10, sex: 8, hamlet: 20, unit: 20, phone: 14, wished: 12, state: 20, since: 12, market: 18, programme: 22, sender: 30, departed: 12, dueBack: 12, returned: 12 };
  return {
    name: say("sheet"), title: [say("sheet")], columns: Object.entries(widths).map(([key, width]) => ({ header: say(`column.${key}`), width })),
    rows: rows.map((row) => [
      row.fullName, row.birthYear, row.sex === 1 ? say("sex.1") : row.sex === 2 ? say("sex.2") : "", row.hamlet, row.unit, row.phone ?? "", day(row.wishedOn), say(`state.${row.state}`), day(row.stateOn, row.stateOn === row.returnedOn ? row.returnedPrecision : row.stateOn === row.departedOn ? row.departedPrecision : "day"), row.marketName ?? "", row.programme ?? "", row.sender ?? "",
      day(row.departedOn, row.departedPrecision), day(row.dueBackOn), day(row.returnedOn, row.returnedPrecision),
    ]),
  };
}
