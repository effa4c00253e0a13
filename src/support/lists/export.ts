import { getUnit, unitTitle } from "../../areas/public.ts";
import { fillTemplate } from "../../exchange/fill-template.ts";
import { readForm } from "../../exchange/read-form.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { writeWorkbook } from "../../exchange/write-workbook.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language } from "../../platform/http/messages.ts";
import { codeLists, revealIdentifiers } from "../../registry/public.ts";
import { SupportWords } from "../describe.ts";
import { policiesOf } from "../load.ts";
import { mustKeep } from "../policy.ts";
import type { Policy, RECEIVER_COLUMNS, Receiver } from "../rules/policy-shape.ts";
import { birthText, type Compared } from "./lines.ts";
import { LINE_FORMAT, type LineKey } from "../lines/line-format.ts";
import { comparedList, policyOf } from "./make.ts";
import { getList, type SupportList } from "./store.ts";

export type Which = "full" | "changes";
export type ReceiverColumn = (typeof RECEIVER_COLUMNS)[number];

const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CHUNK = 500;

interface Ready {
  readonly list: SupportList;
  readonly policy: Policy;
  readonly receiver: Receiver;
  readonly lines: readonly Compared[];
  readonly numbers: ReadonlyMap<string, string>;
}

/** The lines that go out: all that are on the list, or what changed since the last one sent. */
export const linesFor = (lines: readonly Compared[], which: Which): Compared[] => lines.filter(({ kind }) => (which === "full" ? kind !== "removed" : kind !== "same"));

/** One line's columns; a number is masked where it was not revealed. */
export function columnsOf(words: SupportWords, policy: Policy, { line, kind, fields }: Compared, position: number, number: string | undefined): Record<ReceiverColumn, CellValue> {
  const { shown } = line;
  const way = policy.ways.find(({ id }) => id === shown.way);
  const relation = codeLists().relations.find(({ code }) => code === shown.relation)?.name ?? "";
  return {
    number: position, headName: shown.headName, personName: shown.personName ?? shown.headName, relation, sex: shown.sex === 0 ? "" : words.say(`support.sex.${shown.sex}`), birth: birthText(shown),
    identity: number ?? shown.masked ?? "", hamlet: shown.hamlet, unit: shown.unit, address: shown.address ?? "", class: words.standing(shown.class), way: way ? words.wayName(policy, way) : "",
    from: shown.from === null ? "" : shortDate(shown.from as never), amount: shown.amount, change: words.say(`support.change.${kind}`), note: fields.map((field) => words.say(`support.field.${field}`)).join(", "),
  };
}

/** Reads what goes out; whole numbers only for a purpose that is written down. */
async function ready(services: Services, actor: Actor, asked: { id: string; which: Which; numbers: boolean; purpose: string }): Promise<Ready> {
  mustKeep(actor);
  const policies = policiesOf(services);
  const { list, compared, identifiers } = await services.door.read(actor, async (tx) => {
    const found = await getList(tx, asked.id);
    const lines = linesFor(await comparedList(tx, found), asked.which);
    return { list: found, compared: lines, identifiers: asked.numbers ? await identifiersOf(tx, lines) : new Map<string, string>() };
  });
  const numbers = new Map<string, string>();
  const ids = [...identifiers.values()];
  for (let from = 0; from < ids.length; from += CHUNK) {
    const revealed = await revealIdentifiers(services, actor, { commandId: newId(), identifierIds: ids.slice(from, from + CHUNK), purpose: asked.purpose });
    for (const [key, id] of identifiers) if (revealed.has(id)) numbers.set(key, revealed.get(id)!);
  }
  return { list, policy: policyOf(policies, actor, list.policy), receiver: policies.receivers.find(({ id }) => id === list.receiver)!, lines: compared, numbers };
}

const lineKey = ({ line }: Compared): string => line.personId ?? line.householdId;

/** One number a line: of the person, or of the head of the household on the list's day. */
async function identifiersOf({ client }: Tx, lines: readonly Compared[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(
    `select distinct on (key) key, i.id from (
       select unnest($1::uuid[]) as key, unnest($1::uuid[]) as person_id
       union all select m.household_id, m.person_id from membership m where m.household_id = any ($2) and m.is_head and m.voided_at is null and m.valid_to is null
     ) s join person_identifier i on i.person_id = s.person_id and i.voided_at is null order by key, i.type`,
    [lines.flatMap(({ line }) => (line.personId === null ? [] : [line.personId])), lines.flatMap(({ line }) => (line.personId === null ? [line.householdId] : []))],
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

const fileName = ({ list, policy }: Ready, which: Which): string => `${fold(policy.title.vi).replace(/[^a-z0-9]+/g, "-")}-${list.on}-${which === "full" ? "day-du" : "tang-giam"}.xlsx`;

async function log(services: Services, actor: Actor, asked: { commandId: string; id: string; which: Which; numbers: boolean; purpose: string }, { list, lines }: Ready): Promise<void> {
  const { commandId, id, which, numbers, purpose } = asked;
  await services.door.write(actor, { commandId, name: "support.exportList", input: { id, which, numbers }, purpose }, async () => ({ answer: { rows: lines.length }, rows: lines.length, subject: id, unitUid: list.unitUid, meta: { which, numbers } }));
}

/** The list as a workbook with the receiver's columns; who took it out and for what is written down first. */
export async function exportList(services: Services, actor: Actor, asked: { commandId: string; id: string; which: Which; numbers: boolean; purpose: string; language: Language }): Promise<FileAnswer> {
  const found = await ready(services, actor, asked);
  await log(services, actor, asked, found);
  const { list, policy, receiver, lines, numbers } = found;
  const words = new SupportWords(policiesOf(services), asked.language);
  const columns = receiver.columns.filter((column) => column !== "change" || asked.which === "changes");
  const bytes = await writeWorkbook([{
    name: words.say(`support.list.sheet.${asked.which}`),
    title: [
      words.say(`support.list.title.${asked.which}`, { policy: words.pick(policy.title) }),
      words.say("support.list.asOf", { on: list.on, period: list.period, area: unitTitle(getUnit(list.unitUid), actor.on), receiver: words.pick(receiver.name), count: lines.length }),
      ...(receiver.note ? [words.pick(receiver.note)] : []),
    ],
    columns: columns.map((column) => ({ header: words.say(`support.column.${column}`), width: WIDTHS[column] ?? 16, type: column === "number" || column === "amount" ? "integer" as const : "text" as const })),
    rows: lines.map((line, i) => {
      const cells = columnsOf(words, policy, line, i + 1, numbers.get(lineKey(line)));
      return columns.map((column) => cells[column]);
    }),
  }], new Date(services.now()));
  return { name: fileName(found, asked.which), mime: MIME, bytes };
}

const WIDTHS: Partial<Record<ReceiverColumn, number>> = { number: 6, headName: 26, personName: 26, address: 28, note: 28, sex: 8, hamlet: 20, unit: 20, way: 32 };

/** The receiver's own empty workbook with the list in it. Errors: refused "exchange.formNotRead" when its headings name nobody. */
export async function fillReceiverForm(services: Services, actor: Actor, asked: { commandId: string; id: string; which: Which; numbers: boolean; purpose: string; language: Language; template: Uint8Array }): Promise<FileAnswer> {
  const { place } = await readForm(asked.template, LINE_FORMAT, (keys) => keys.includes("member_name") || keys.includes("head_name"));
  const found = await ready(services, actor, asked);
  await log(services, actor, asked, found);
  const words = new SupportWords(policiesOf(services), asked.language);
  const rows = found.lines.map((line, i): Partial<Record<LineKey, CellValue>> => {
    const cells = columnsOf(words, found.policy, line, i + 1, found.numbers.get(lineKey(line)));
    return { line_no: i + 1, head_name: cells.headName, member_name: cells.personName, relation: cells.relation, birth: cells.birth, sex: cells.sex, identity: cells.identity, hamlet: cells.hamlet, commune: cells.unit, address: cells.address, class: cells.class, value: cells.amount, note: asked.which === "changes" ? [cells.change, cells.note].filter(Boolean).join(": ") : cells.note };
  });
  return { name: fileName(found, asked.which), mime: MIME, bytes: fillTemplate(asked.template, place, rows) };
}
