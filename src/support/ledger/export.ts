import { getUnit, hamletIdsOf, unitTitle } from "../../areas/public.ts";
import { writeWorkbook, type WrittenColumn } from "../../exchange/write-workbook.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { fileStem, MIME } from "../../papers/render.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language } from "../../platform/http/messages.ts";
import { SupportWords } from "../describe.ts";
import { birthText } from "../lists/lines.ts";
import { policyOf } from "../lists/make.ts";
import { policiesOf } from "../load.ts";
import { mustKeep } from "../policy.ts";
import { findGaps } from "./gaps.ts";
import { listReceipts, type ReceiptFilter } from "./store.ts";

const MOST_ROWS = 200_000;

interface Out {
  readonly name: string;
  readonly title: readonly string[];
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

async function takeOut(services: Services, actor: Actor, command: { commandId: string; name: string; input: object; purpose: string }, { name, title, columns, rows }: Out): Promise<FileAnswer> {
  await services.door.write(actor, command, async () => ({ answer: { rows: rows.length }, rows: rows.length }));
  return { name: `${fileStem(name)}.xlsx`, mime: MIME.xlsx, bytes: await writeWorkbook([{ name: "Danh sách", title, columns, rows }], new Date(services.now())) };
}

export type ReceiptsAsked = Omit<ReceiptFilter, "hamletIds" | "householdId"> & { readonly area: string; readonly on: PlainDate; readonly purpose: string };

/** The ledger as it is shown, all its pages; who took it out and why is written down first. */
export async function exportReceipts(services: Services, actor: Actor, commandId: string, asked: ReceiptsAsked, language: Language): Promise<FileAnswer> {
  mustKeep(actor);
  const { area, on, purpose, ...filter } = asked;
  const words = new SupportWords(policiesOf(services), language);
  const { rows, dong } = await services.door.read(actor, async (tx) => listReceipts(tx, { ...filter, hamletIds: await hamletIdsOf(tx, area, on) }, MOST_ROWS, 0));
  const head = (key: string, width: number, type: WrittenColumn["type"] = "text"): WrittenColumn => ({ header: words.say(`support.column.${key}`), width, type });
  return takeOut(services, actor, { commandId, name: "support.exportReceipts", input: { area, on, ...filter }, purpose }, {
    name: `so ho tro ${getUnit(area).fullName} ${on}`,
    title: [words.say("support.ledger.title", { area: unitTitle(getUnit(area), actor.on) }), words.say("support.ledger.sum", { count: rows.length, dong: words.number(dong) })],
    columns: [head("number", 6, "integer"), head("headName", 26), head("personName", 26), head("hamlet", 20), head("policy", 36), head("receivedOn", 12), head("period", 12), head("amount", 16, "integer"), head("quantity", 12), head("unitName", 12), head("document", 28), head("note", 28)],
    rows: rows.map((row, i) => [i + 1, row.headName, row.personName ?? "", row.hamlet, words.policyTitle(row.policy), shortDate(row.receivedOn as PlainDate), row.period ?? "", row.valueDong, row.quantity === null ? "" : String(row.quantity), row.unit ?? "", row.document, row.note ?? ""]),
  });
}

export interface GapsAsked {
  readonly area: string;
  readonly policy: string;
  readonly on: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly purpose: string;
}

/** Who is entitled and has received nothing, as a workbook. */
export async function exportGaps(services: Services, actor: Actor, commandId: string, asked: GapsAsked, language: Language): Promise<FileAnswer> {
  mustKeep(actor);
  const { area, policy: policyId, purpose, ...days } = asked;
  const policies = policiesOf(services);
  const words = new SupportWords(policies, language);
  const policy = policyOf(policies, actor, policyId);
  const { lines } = await services.door.read(actor, (tx) => findGaps(tx, services, { areaUid: area, policyId, ...days }));
  const head = (key: string, width: number, type: WrittenColumn["type"] = "text"): WrittenColumn => ({ header: words.say(`support.column.${key}`), width, type });
  return takeOut(services, actor, { commandId, name: "support.exportGaps", input: { area, policy: policyId, ...days }, purpose }, {
    name: `chua nhan ${policy.title.vi} ${days.on}`,
    title: [words.say("support.gaps.title", { policy: words.pick(policy.title) }), words.say("support.gaps.period", { area: unitTitle(getUnit(area), actor.on), on: days.on, from: days.from, to: days.to, count: lines.length })],
    columns: [head("number", 6, "integer"), head("personName", 26), head("headName", 26), head("birth", 12), head("identity", 16), head("hamlet", 20), head("class", 18), head("amount", 16, "integer")],
    rows: lines.map(({ shown }, i) => [i + 1, shown.personName ?? shown.headName, shown.headName, birthText(shown), shown.masked ?? "", shown.hamlet, words.standing(shown.class), shown.amount]),
  });
}
