import { getUnit, unitTitle } from "../../areas/public.ts";
import { everyRow, exportList } from "../../exchange/export-list.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { mustKeep } from "../policy.ts";
import type { EventQuery } from "./contract.ts";
import { listEvents } from "./store.ts";

/** The list as shown, all its pages, with lượt and người in its head; who took it out and why is written down first. */
export function exportEvents(services: Services, wording: Wording, actor: Actor, { commandId, query, purpose }: { commandId: string; query: EventQuery; purpose: string }, language: Language): Promise<FileAnswer> {
  mustKeep(actor);
  const word = (key: string, data = {}): string => wording.text(`jobs.${key}`, data, language);
  const day = (text: string | null): string => (text === null ? "" : shortDate(text as PlainDate));
  return exportList(services, actor, { commandId, name: "jobs.exportEvents", input: query, purpose, meta: { area: query.area } }, async (tx) => {
    const rows = await everyRow((page, perPage) => listEvents(tx, query, page, perPage));
    const { counts } = await listEvents(tx, query, 1, 1);
    return {
      fileName: `giai quyet viec lam ${getUnit(query.area).fullName} ${query.from ?? ""} ${query.to ?? query.on}`, rows: rows.length,
      sheet: {
        name: word("export.sheet"), title: [word("export.title", { area: unitTitle(getUnit(query.area), actor.on) }), word("export.counts", { ...counts })],
        columns: [
          { header: word("column.number"), width: 6, type: "integer" }, { header: word("column.name"), width: 26 }, { header: word("column.birth"), width: 12 }, { header: word("column.sex"), width: 8 }, { header: word("column.hamlet"), width: 18 },
          { header: word("column.unit"), width: 20 }, { header: word("column.identified"), width: 14 }, { header: word("column.started"), width: 12 }, { header: word("column.reported"), width: 12 }, { header: word("column.channel"), width: 24 },
          { header: word("column.nature"), width: 12 }, { header: word("column.place"), width: 14 }, { header: word("column.employer"), width: 30, type: "wrapped" }, { header: word("column.job"), width: 20 }, { header: word("column.wage"), width: 14, type: "integer" },
          { header: word("column.verified"), width: 14 },
        ],
        rows: rows.map((row, i) => [
          i + 1, row.fullName, row.birthDate === null ? String(row.birthYear ?? "") : day(row.birthDate), word(`sex.${row.sex}`), row.hamlet, row.unit, word(row.personId === null ? "unidentified" : "identified"), day(row.startedOn), day(row.reportedOn),
          word(`channel.${row.channel}`), word(`nature.${row.nature}`), word(`place.${row.placeKind}`), row.employerName ?? "", row.job ?? "", row.wage, day(row.verifiedOn),
        ]),
      },
    };
  });
}
