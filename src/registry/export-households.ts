import { getUnit, unitTitle } from "../areas/public.ts";
import { everyRow, exportList } from "../exchange/export-list.ts";
import type { WrittenSheet } from "../exchange/write-workbook.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import type { Actor } from "../platform/actor.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import type { Language } from "../platform/http/messages.ts";
import { codesOf } from "./codes.ts";
import type { HouseholdRow, ListQuery } from "./contract.ts";
import { listHouseholds } from "./list-households.ts";
import { mustExport } from "./policy.ts";
import type { RegistryServices } from "./use-case.ts";

/** The list as shown, all its pages, as a workbook; who took it out and why is written down first. */
export function exportHouseholds(
  services: RegistryServices, actor: Actor, asked: { readonly commandId: string; readonly query: ListQuery; readonly purpose: string; readonly language: Language },
): Promise<FileAnswer> {
  mustExport(actor);
  const { commandId, query, purpose, language } = asked;
  return exportList(services, actor, { commandId, name: "registry.exportHouseholds", input: query, purpose, meta: { area: query.area, on: query.on } }, async (tx) => {
    const rows = await everyRow((page, perPage) => listHouseholds(tx, services, { ...query, page, perPage }));
    return { fileName: `danh sach ho ${getUnit(query.area).fullName} ${query.on}`, rows: rows.length, sheet: sheetOf(services, actor, query, rows, language) };
  });
}

function sheetOf(services: RegistryServices, actor: Actor, query: ListQuery, rows: readonly HouseholdRow[], language: Language): WrittenSheet {
  const word = (key: string, data = {}): string => services.contributions.words(`registry.export.${key}`, data, language);
  const names = new Map(codesOf(services, language).characteristics.map(({ code, name }) => [code, name]));
  const badge = ({ labelKey, data }: HouseholdRow["badges"][number]): string => services.contributions.words(labelKey, data, language);
  return {
    name: word("sheet"),
    title: [word("title", { area: unitTitle(getUnit(query.area), actor.on) }), word("asOf", { on: shortDate(query.on), count: rows.length })],
    columns: [
      { header: word("number"), width: 6, type: "integer" }, { header: word("head"), width: 28 }, { header: word("code"), width: 12 }, { header: word("hamlet"), width: 20 },
      { header: word("unit"), width: 22 }, { header: word("address"), width: 32, type: "wrapped" }, { header: word("members"), width: 10, type: "integer" },
      { header: word("class"), width: 18 }, { header: word("characteristics"), width: 40, type: "wrapped" },
    ],
    rows: rows.map((row, i) => [
      i + 1, row.headName, row.localCode ?? "", row.hamlet, row.unit, row.address ?? "", row.members, row.badges.map(badge).join("; "),
      row.characteristics.map((code) => names.get(code) ?? code).join("; "),
    ]),
  };
}
