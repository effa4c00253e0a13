import { communesOf, getUnit, hamletIdsOf, unitTitle } from "../areas/public.ts";
import { MIME } from "../papers/render.ts";
import { api, type Api, type Services } from "../platform/feature.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import type { Language } from "../platform/http/messages.ts";
import { listPolicies } from "./catalogue.ts";
import { listAttributes, setAttribute } from "./commune-attributes.ts";
import { confirmStatus, findStatus, listConfirmations, printConfirmation } from "./confirmation/confirm.ts";
import { PER_PAGE, supportRoutes } from "./contract.ts";
import { answerFact, getHouseholdEligibility } from "./household-eligibility.ts";
import { KeptFiles } from "./kept-files.ts";
import { enterReceipt, voidReceipt } from "./ledger/enter.ts";
import { exportGaps, exportReceipts } from "./ledger/export.ts";
import { findGaps } from "./ledger/gaps.ts";
import { commitReceipts, previewReceipts, type ReadReceipts } from "./ledger/import.ts";
import { listReceipts } from "./ledger/store.ts";
import { markedLines, sayLine } from "./lines/read-lines.ts";
import { exportList, fillReceiverForm } from "./lists/export.ts";
import { comparedList, makeList, markSent, voidList } from "./lists/make.ts";
import { reconcile, type Reply } from "./lists/reconcile.ts";
import { getList, listLists } from "./lists/store.ts";
import { policiesOf } from "./load.ts";
import { mayEnter, mayKeep } from "./policy.ts";
import { provinceOf } from "./records.ts";
import { ListWords } from "./views.ts";

const MOST_TOLD = 200;
const MOST_REPLIES = 500;

export function supportApi(services: Services): Api {
  const { door } = services;
  const replies = new KeptFiles<{ bytes: Uint8Array; fileName: string; reply: Reply }>(services);
  const imports = new KeptFiles<ReadReceipts>(services);
  const words = (language: Language): ListWords => new ListWords(policiesOf(services), language);
  const marked = async (bytes: Uint8Array, fileName: string, { problems, read }: Pick<Reply, "problems" | "read">, language: Language): Promise<FileAnswer> => ({
    name: `${fileName.replace(/\.[^.]+$/, "")}-danh-dau.xlsx`, mime: MIME.xlsx, bytes: (await markedLines(bytes, problems, read, new Date(services.now()), language)).bytes,
  });
  return api(supportRoutes, {
    async catalogue({ actor, query, language }) {
      const policies = policiesOf(services);
      const { receivers, communeFacts } = words(language).choices();
      const attributes = await door.read(actor, (tx) => listAttributes(tx, communesOf(query.area, query.on).uids));
      return { on: query.on, policies: listPolicies(policies, provinceOf(actor), query.on, language), receivers, communeFacts, attributes, may: { keep: mayKeep(actor), enter: mayEnter(actor) } };
    },
    setAttribute: ({ actor, body, commandId }) => setAttribute(services, actor, commandId, body),
    async eligibility({ actor, params, query, language }) {
      const found = await door.read(actor, (tx) => getHouseholdEligibility(tx, services, { householdId: params.id, on: query.on, language }));
      services.views.note(actor, "support.viewEligibility", params.id);
      return found;
    },
    answerFact: ({ actor, params, body, commandId }) => answerFact(services, actor, commandId, params.id, body),
    lists: ({ actor, query, language }) => door.read(actor, async (tx) => ({
      lists: (await listLists(tx, { unitUids: communesOf(query.area, query.on).uids, policy: query.policy })).map((list) => words(language).list(list, unitTitle(getUnit(list.unitUid), actor.on))), may: { keep: mayKeep(actor) },
    })),
    makeList: ({ actor, body, commandId }) => makeList(services, actor, commandId, body),
    async list({ actor, params, query, language }) {
      const { list, lines } = await door.read(actor, async (tx) => {
        const found = await getList(tx, params.id);
        return { list: found, lines: await comparedList(tx, found) };
      });
      const shown = lines.filter(({ kind }) => (query.kind === undefined ? kind !== "removed" : kind === query.kind));
      const count = (kind: string): number => lines.filter((line) => line.kind === kind).length;
      services.views.note(actor, "support.viewList", params.id, shown.length);
      return {
        list: words(language).list(list, unitTitle(getUnit(list.unitUid), actor.on)), changes: { added: count("added"), removed: count("removed"), changed: count("changed"), same: count("same") }, total: shown.length,
        rows: shown.slice((query.page - 1) * PER_PAGE, query.page * PER_PAGE).map((line) => words(language).line(list.policy, line)), may: { keep: mayKeep(actor) },
      };
    },
    sendList: ({ actor, params, body, commandId }) => markSent(services, actor, commandId, params.id, body),
    voidList: ({ actor, params, body, commandId }) => voidList(services, actor, commandId, params.id, body.reason),
    exportList: ({ actor, params, body, commandId, language }) => exportList(services, actor, { ...body, commandId, id: params.id, language }),
    fillForm: ({ actor, params, query, body, commandId, language }) =>
      fillReceiverForm(services, actor, { commandId, id: params.id, which: query.which, numbers: query.numbers === "1", purpose: query.purpose, language, template: body }),
    async reconcile({ actor, params, query, body, commandId }) {
      const reply = await reconcile(services, actor, commandId, params.id, body, query.fileName);
      const token = replies.keep(actor, { bytes: body, fileName: query.fileName, reply });
      return { token, counts: reply.counts, rows: reply.rows.filter(({ kind }) => kind !== "matched").slice(0, MOST_REPLIES) };
    },
    markedReply({ actor, params, language }) {
      const { bytes, fileName, reply } = replies.get(actor, params.id);
      return marked(bytes, fileName, reply, language);
    },
    async receipts({ actor, query, language }) {
      const { area, on, page, ...filter } = query;
      const found = await door.read(actor, async (tx) => listReceipts(tx, { ...filter, hamletIds: await hamletIdsOf(tx, area, on) }, PER_PAGE, (page - 1) * PER_PAGE));
      services.views.note(actor, "support.viewReceipts", area, found.rows.length);
      return { ...found, rows: found.rows.map((row) => words(language).receipt(row)), may: { keep: mayKeep(actor), enter: mayEnter(actor) } };
    },
    async householdReceipts({ actor, params, language }) {
      const found = await door.read(actor, (tx) => listReceipts(tx, { householdId: params.id }, 500, 0));
      services.views.note(actor, "support.viewReceipts", params.id, found.rows.length);
      return { ...found, rows: found.rows.map((row) => words(language).receipt(row)), may: { keep: mayKeep(actor), enter: mayEnter(actor) } };
    },
    enterReceipt: ({ actor, body, commandId }) => enterReceipt(services, actor, commandId, body),
    voidReceipt: ({ actor, params, body, commandId }) => voidReceipt(services, actor, commandId, params.id, body.reason),
    exportReceipts: ({ actor, body, commandId, language }) => exportReceipts(services, actor, commandId, body, language),
    async readReceipts({ actor, query, body, language }) {
      const { fileName, area, policy = null, receivedOn = null, document = null } = query;
      const ready = await previewReceipts(services, actor, { area, policy, receivedOn, document }, body, fileName);
      return {
        token: imports.keep(actor, ready), fileName, counts: ready.counts, fields: [...ready.read.fields],
        problems: ready.problems.slice(0, MOST_TOLD).map((one) => ({ severity: one.severity, sheet: one.sheet, cell: one.cell, row: one.row, text: sayLine(one, language) })),
      };
    },
    commitReceipts: ({ actor, params, commandId }) => commitReceipts(services, actor, commandId, imports.get(actor, params.id)),
    markedReceipts({ actor, params, language }) {
      const ready = imports.get(actor, params.id);
      return marked(ready.bytes, ready.fileName, ready, language);
    },
    async gaps({ actor, query, language }) {
      const { area, policy, page, ...days } = query;
      const { lines, ...counts } = await door.read(actor, (tx) => findGaps(tx, services, { areaUid: area, policyId: policy, ...days }));
      services.views.note(actor, "support.viewGaps", area, lines.length);
      return { ...counts, total: lines.length, rows: lines.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((line) => words(language).gap(line)) };
    },
    exportGaps: ({ actor, body, commandId, language }) => exportGaps(services, actor, commandId, body, language),
    async statusOf({ actor, params, query }) {
      const found = await door.read(actor, (tx) => findStatus(tx, services, params.id, query.on));
      services.views.note(actor, "support.viewStatus", params.id);
      return found;
    },
    confirmations: ({ actor, query }) => door.read(actor, async (tx) => ({ ...(await listConfirmations(tx, communesOf(query.area, query.on).uids, query.page, PER_PAGE)), may: { keep: mayKeep(actor) } })),
    confirmStatus: ({ actor, body, commandId }) => confirmStatus(services, actor, commandId, body),
    printConfirmation: ({ actor, params, body, commandId }) => printConfirmation(services, actor, commandId, params.id, body.format),
  });
}
