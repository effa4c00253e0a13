import { getUnit, unitTitle } from "../areas/public.ts";
import { writeWorkbook } from "../exchange/write-workbook.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import { fold } from "../kernel/text/fold.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import type { Language } from "../platform/http/messages.ts";
import { codesOf } from "./codes.ts";
import type { HouseholdRow, ListQuery } from "./contract.ts";
import { listHouseholds } from "./list-households.ts";
import { mustExport } from "./policy.ts";
import type { RegistryServices } from "./use-case.ts";

const CHUNK = 5_000;
const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function everyRow(tx: Tx, services: RegistryServices, query: ListQuery): Promise<HouseholdRow[]> {
  const rows: HouseholdRow[] = [];
  for (let page = 1; ; page++) {
    const list = await listHouseholds(tx, services, { ...query, page, perPage: CHUNK });
    rows.push(...list.rows);
    if (rows.length >= list.total || list.rows.length === 0) return rows;
  }
}

/** The list as shown, all its pages, as a workbook; who took it out and why is written down first. */
export async function exportHouseholds(
  services: RegistryServices, actor: Actor, asked: { readonly commandId: string; readonly query: ListQuery; readonly purpose: string; readonly language: Language },
): Promise<FileAnswer> {
  mustExport(actor);
  const { commandId, query, purpose, language } = asked;
  const rows = await services.door.read(actor, (tx) => everyRow(tx, services, query));
  await services.door.write(actor, { commandId, name: "registry.exportHouseholds", input: query, purpose }, async () => ({
    answer: { rows: rows.length }, rows: rows.length, meta: { area: query.area, on: query.on },
  }));
  const bytes = await writeWorkbook([sheetOf(services, actor, query, rows, language)], new Date(services.now()));
  return { name: `danh-sach-ho-${fold(getUnit(query.area).fullName).replaceAll(" ", "-")}-${query.on}.xlsx`, mime: MIME, bytes };
}

function sheetOf(services: RegistryServices, actor: Actor, query: ListQuery, rows: readonly HouseholdRow[], language: Language): Parameters<typeof writeWorkbook>[0][number] {
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
