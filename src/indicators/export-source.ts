import { getUnit, unitTitle } from "../areas/public.ts";
import { everyRow, exportList } from "../exchange/export-list.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import type { Actor } from "../platform/actor.ts";
import type { Services } from "../platform/feature.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import { countArea } from "./figures.ts";
import { momentOf } from "./freeze.ts";
import { mustExport } from "./policy.ts";
import { recordsOf } from "./records.ts";
import { listedCount, type SourceAsked } from "./source.ts";
import type { Presenter } from "./views.ts";

interface ExportAsked {
  readonly commandId: string;
  readonly purpose: string;
}

/** All households behind one count of a figure, as they stood. Errors: those of `readSource`; forbidden "indicators.mayNotExport". */
export function exportSource(services: Services, actor: Actor, asked: Omit<SourceAsked, "page" | "perPage">, presenter: Presenter, { commandId, purpose }: ExportAsked): Promise<FileAnswer> {
  mustExport(actor);
  const { areaUid, indicator, side } = asked;
  const { count, counts } = listedCount(indicator, asked.count);
  return exportList(services, actor, { commandId, name: "indicators.exportSource", input: asked, purpose, meta: { area: areaUid, indicator, count, side } }, async (tx) => {
    const knownAt = asked.knownAt ?? (await momentOf(tx));
    const counted = await countArea(tx, { ...asked, knownAt, today: services.today(), registryOf: counts });
    const rows = await everyRow(async (page, perPage) => {
      const { items, total } = await recordsOf(tx, counted, { count, side, page, perPage });
      return { rows: items, total };
    });
    const unit = unitTitle(getUnit(areaUid), actor.on);
    const on = side === "now" ? counted.on : counted.previousOn;
    const say = (key: string, data = {}): string => presenter.text(`indicators.export.${key}`, data);
    return {
      fileName: `nguon so lieu ${presenter.nameOfCount(count)} ${unit} ${on}`,
      rows: rows.length,
      sheet: {
        name: say("sheet"),
        title: [say("title", { name: presenter.nameOfCount(count), area: unit }), say("asOf", { on, count: rows.length })],
        columns: [
          { header: say("number"), width: 6, type: "integer" }, { header: say("head"), width: 28 }, { header: say("hamlet"), width: 20 }, { header: say("members"), width: 10, type: "integer" },
          { header: say("class"), width: 16 }, { header: say("decision"), width: 22 }, { header: say("decisionDate"), width: 14 },
        ],
        rows: rows.map((row, i) => [i + 1, row.headName, row.hamlet, row.members, row.class ? say(`class.${row.class}`) : "", row.decisionNo ?? "", row.decisionDate ? shortDate(row.decisionDate as typeof on) : ""]),
      },
    };
  });
}
