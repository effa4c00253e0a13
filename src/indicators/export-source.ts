import { getUnit, unitTitle } from "../areas/public.ts";
import { everyRow, exportList } from "../exchange/export-list.ts";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import { countArea, type Counted } from "./figures.ts";
import { momentOf } from "./freeze.ts";
import { mustExport, mustReadField } from "./policy.ts";
import { dayOfSide, recordsOf, type RecordsAsked } from "./records.ts";
import { isFlow } from "./rules/definition.ts";
import { listedCount, type SourceAsked } from "./source.ts";
import type { Presenter } from "./views.ts";

interface ExportAsked {
  readonly commandId: string;
  readonly purpose: string;
}

/** All households, or rows of a register, behind one count of a figure, as they stood. Errors: those of `readSource`; forbidden "indicators.mayNotExport". */
export function exportSource(services: Services, actor: Actor, asked: Omit<SourceAsked, "page" | "perPage">, presenter: Presenter, { commandId, purpose }: ExportAsked): Promise<FileAnswer> {
  mustExport(actor);
  const { areaUid, indicator, side } = asked;
  const { definition, count, counts } = listedCount(indicator, asked.count);
  mustReadField(actor, definition.field);
  if (count === undefined) throw new AppError("refused", "indicators.onlyTarget", { id: indicator });
  return exportList(services, actor, { commandId, name: "indicators.exportSource", input: asked, purpose, meta: { area: areaUid, indicator, count, side } }, async (tx) => {
    const knownAt = asked.knownAt ?? (await momentOf(tx));
    const counted = await countArea(tx, { ...asked, knownAt, today: services.today(), registryOf: counts, only: counts });
    const unit = unitTitle(getUnit(areaUid), actor.on);
    const on = dayOfSide(counted, count, side);
    const say: Say = (key, data = {}) => presenter.text(`indicators.export.${key}`, data);
    const { columns, rows } = isFlow(count) ? await happenings(tx, counted, { count, side }, presenter, say) : await households(tx, counted, { count, side }, presenter, say);
    return {
      fileName: `nguon so lieu ${presenter.nameOfCount(count)} ${unit} ${on}`,
      rows: rows.length,
      sheet: {
        name: say("sheet"),
        title: [say("title", { name: presenter.nameOfCount(count), area: unit }), say(isFlow(count) ? "asOfRows" : "asOf", { on, count: rows.length })],
        columns, rows: rows.map((row, i) => [i + 1, ...row]),
      },
    };
  });
}

type Say = (key: string, data?: Readonly<Record<string, unknown>>) => string;
type Listed = Pick<RecordsAsked, "count" | "side">;

async function households(tx: Tx, counted: Counted, listed: Listed, presenter: Presenter, say: Say) {
  const rows = await everyRow(async (page, perPage) => {
    const { items, total } = await recordsOf(tx, counted, { ...listed, page, perPage }, presenter);
    return { rows: items, total };
  });
  return {
    columns: [
      { header: say("number"), width: 6, type: "integer" as const }, { header: say("head"), width: 28 }, { header: say("hamlet"), width: 20 }, { header: say("members"), width: 10, type: "integer" as const },
      { header: say("class"), width: 16 }, { header: say("decision"), width: 22 }, { header: say("decisionDate"), width: 14 },
    ],
    rows: rows.map((row) => [row.headName, row.hamlet, row.members, row.class ? say(`class.${row.class}`) : "", row.decisionNo ?? "", dayOrNothing(row.decisionDate)]),
  };
}

/** Rows of a register: people, classes, firms, tallies. */
async function happenings(tx: Tx, counted: Counted, listed: Listed, presenter: Presenter, say: Say) {
  const rows = await everyRow(async (page, perPage) => {
    const { flow, total } = await recordsOf(tx, counted, { ...listed, page, perPage }, presenter);
    return { rows: flow?.entries ?? [], total };
  });
  return {
    columns: [
      { header: say("number"), width: 6, type: "integer" as const }, { header: say("name"), width: 30 }, { header: say("place"), width: 22 }, { header: say("day"), width: 12 },
      { header: say("detail"), width: 40 }, { header: say("amount"), width: 8, type: "integer" as const },
    ],
    rows: rows.map((row) => [row.name, row.place, dayOrNothing(row.on), row.detail, row.amount]),
  };
}

const dayOrNothing = (day: string | null): string => (day === null ? "" : shortDate(day as PlainDate));
