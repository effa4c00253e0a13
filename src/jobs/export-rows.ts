import { getUnit, unitTitle } from "../areas/public.ts";
import { exportList } from "../exchange/export-list.ts";
import type { CellValue } from "../exchange/workbook.ts";
import type { PlainDate } from "../kernel/date.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import type { Language, Wording } from "../platform/http/messages.ts";
import { mustKeep } from "./policy.ts";

export interface ExportAsked<Q> {
  readonly commandId: string;
  readonly query: Q;
  readonly purpose: string;
}

interface Listed<R> {
  /** of the words: "jobs.seeker" gives jobs.seeker.export.title and jobs.seeker.column.<key> */
  readonly words: string;
  readonly action: string;
  readonly file: string;
  /** key of the column, its width, and what a row holds */
  readonly columns: readonly (readonly [key: string, width: number, cell: (row: R, say: (key: string) => string) => CellValue])[];
  readonly read: (tx: Tx) => Promise<readonly R[]>;
}

export const shownDay = (text: string | null): string => (text === null ? "" : shortDate(text as PlainDate));
export const shownBirth = ({ birthDate, birthYear }: { readonly birthDate: string | null; readonly birthYear: number | null }): string => (birthDate === null ? String(birthYear ?? "") : shownDay(birthDate));

/** A list of people of an area as a workbook, in the actor's scope; who took it out and why is written down first. */
export function exportRows<Q extends { readonly area: string; readonly on: PlainDate }, R>(
  services: Services, wording: Wording, actor: Actor, { commandId, query, purpose }: ExportAsked<Q>, language: Language, list: Listed<R>,
): Promise<FileAnswer> {
  mustKeep(actor);
  const say = (key: string, data = {}): string => wording.text(`${list.words}.${key}`, data, language);
  return exportList(services, actor, { commandId, name: list.action, input: query, purpose, meta: { area: query.area } }, async (tx) => {
    const rows = await list.read(tx);
    return {
      fileName: `${list.file} ${getUnit(query.area).fullName} ${query.on}`, rows: rows.length,
      sheet: {
        name: say("export.sheet"), title: [say("export.title", { area: unitTitle(getUnit(query.area), actor.on) }), say("export.count", { count: rows.length, on: query.on })],
        columns: [{ header: say("column.number"), width: 6, type: "integer" }, ...list.columns.map(([key, width]) => ({ header: say(`column.${key}`), width }))],
        rows: rows.map((row, i) => [i + 1, ...list.columns.map(([, , cell]) => cell(row, say))]),
      },
    };
  });
}
