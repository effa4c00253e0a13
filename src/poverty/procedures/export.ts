import { writeWorkbook } from "../../exchange/write-workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { mayExport, must } from "../policy.ts";
import { kindsOf } from "./kinds.ts";
import { listProcedures, type ProcedureRow, type ProceduresAsked } from "./list.ts";

const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const EVERY = 100_000;

/** The requests as the list shows them, all pages; taking it out is an audit row. */
export async function exportProcedures(
  services: Services, wording: Wording, actor: Actor, { commandId, purpose, asked }: { commandId: string; purpose: string; asked: Omit<ProceduresAsked, "page" | "perPage"> }, language: Language,
): Promise<FileAnswer> {
  must(mayExport, actor);
  const { rows } = await services.door.read(actor, (tx) => listProcedures(tx, { ...asked, page: 1, perPage: EVERY }, services.today()));
  await services.door.write(actor, { commandId, name: "poverty.exportProcedures", input: asked, purpose }, async () => ({ answer: { rows: rows.length }, rows: rows.length, subject: asked.area }));
  const say = (key: string, data: Record<string, unknown> = {}): string => wording.text(`poverty.procedure.${key}`, data, language);
  const names = new Map(kindsOf(services).map(({ id, name }) => [id, name[language]]));
  const day = (on: PlainDate | null): string => (on === null ? "" : shortDate(on));
  const cells = (row: ProcedureRow): (string | number | null)[] => [
    `${row.number}/${row.year}`, names.get(row.kind) ?? row.kind, row.unit, row.hamlet, row.headName, row.applicant, day(row.receivedOn), day(row.dueOn), say(`state.${row.state}`), day(row.stateOn),
    row.outcomeClass === null ? "" : say(`result.${row.outcomeClass}`), row.documentNo ?? "", day(row.decidedOn), day(row.resultFrom), day(row.resultTo),
  ];
  const widths: Readonly<Record<string, number>> = { number: 10, kind: 40, unit: 22, hamlet: 20, head: 26, applicant: 26, received: 12, due: 12, state: 20, since: 12, result: 26, document: 18, decided: 12, from: 12, to: 12 };
  const columns = Object.entries(widths).map(([key, width]) => ({ header: say(`column.${key}`), width }));
  const bytes = await writeWorkbook([{ name: say("sheet"), title: [say("sheet"), say("count", { count: rows.length })], columns, rows: rows.map(cells) }], new Date(services.now()));
  return { name: "ho-so-thu-tuc.xlsx", mime: MIME, bytes };
}
