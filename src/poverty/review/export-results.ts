import { getUnit, unitTitle } from "../../areas/public.ts";
import { everyRow, exportList } from "../../exchange/export-list.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language } from "../../platform/http/messages.ts";
import type { ResultsQuery } from "../contract.ts";
import { mayExport, must } from "../policy.ts";
import { getRunChanges } from "../reclassify/runs.ts";
import { getNamedRuleset, getRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import { StandardWords } from "../standard-words.ts";
import { listResults } from "./results.ts";
import { ResultWords } from "./views.ts";

interface ExportAsked {
  readonly commandId: string;
  readonly purpose: string;
  readonly language: Language;
}

const word = (key: string, language: Language, data: Readonly<Record<string, string | number>> = {}): string => new StandardWords(undefined, language).say(`poverty.export.${key}`, data);

/** Results as filtered, all pages, with reasons and decisions. Errors: forbidden "poverty.notYours" | "poverty.outsideArea". */
export function exportResults(services: Services, actor: Actor, query: ResultsQuery, { commandId, purpose, language }: ExportAsked): Promise<FileAnswer> {
  must(mayExport, actor);
  const { area, statusYear, ruleset, differs, ...rest } = query;
  const on = statusDay(statusYear);
  const rulesets = rulesetsOf(services);
  const picked = ruleset === undefined ? getRuleset(rulesets, on) : getNamedRuleset(rulesets, ruleset, on);
  const words = new ResultWords(picked.ruleset, language);
  const say = (key: string, data = {}): string => word(key, language, data);
  const standard = words.ruleset(picked);
  return exportList(services, actor, { commandId, name: "poverty.exportResults", input: query, purpose, meta: { area, statusYear } }, async (tx) => {
    const found = await everyRow((page, perPage) => listResults(tx, { ...rest, page, perPage, areaUid: area, statusYear, on, ruleset: picked.ruleset.id, differs: differs === "1" }));
    const rows = found.map((row) => words.result(row));
    const unit = unitTitle(getUnit(area), actor.on);
    return {
      fileName: `ket qua ra soat ${unit} ${statusYear}`,
      rows: rows.length,
      sheet: {
        name: say("results"),
        title: [say("resultsOf", { area: unit, year: String(statusYear) }), [standard.name, standard.mark].filter(Boolean).join(" — "), say("count", { count: rows.length })],
        columns: [
          { header: say("number"), width: 6, type: "integer" }, { header: say("head"), width: 28 }, { header: say("code"), width: 12 }, { header: say("hamlet"), width: 20 },
          { header: say("b1"), width: 9, type: "integer" }, { header: say("b2"), width: 9, type: "integer" }, { header: say("surveyed"), width: 12 }, { header: say("recognised"), width: 16 },
          { header: say("decision"), width: 20 }, { header: say("computed"), width: 24 }, { header: say("differs"), width: 12 }, { header: say("reasons"), width: 60, type: "wrapped" },
        ],
        rows: rows.map((row, i) => [
          i + 1, row.headName, row.localCode ?? "", row.hamlet, row.scoreIncome, row.scoreDeprivation, row.surveyedOn ? shortDate(row.surveyedOn as typeof on) : "",
          row.recognised ? say(row.recognised) : "", row.decisionNo ?? "", row.status === "decided" ? say(row.advisory ? "advice" : "plain", { class: row.className ?? "" }) : say(row.status),
          row.differs ? say("yes") : "", row.reasons.join("; "),
        ]),
      },
    };
  });
}

/** Every household whose computed class a run changed. Errors: forbidden "poverty.notYours"; not_found "poverty.runUnknown". */
export function exportRunChanges(services: Services, actor: Actor, id: string, { commandId, purpose, language }: ExportAsked): Promise<FileAnswer> {
  must(mayExport, actor);
  const say = (key: string, data = {}): string => word(key, language, data);
  return exportList(services, actor, { commandId, name: "poverty.exportRunChanges", input: { id }, purpose, meta: { run: id } }, async (tx) => {
    const { run } = await getRunChanges(tx, id, 1, 1);
    const words = new ResultWords(rulesetsOf(services).find((one) => one.id === run.ruleset), language);
    const rows = (await everyRow((page, perPage) => getRunChanges(tx, id, page, perPage))).map((row) => words.change(row));
    return {
      fileName: `ho doi loai ${run.unitName} ${run.statusYear}`,
      rows: rows.length,
      sheet: {
        name: say("changes"),
        title: [say("changesOf", { area: run.unitName, year: String(run.statusYear), ruleset: run.ruleset }), say("count", { count: rows.length })],
        columns: [
          { header: say("number"), width: 6, type: "integer" }, { header: say("head"), width: 28 }, { header: say("hamlet"), width: 20 }, { header: say("before"), width: 28 }, { header: say("after"), width: 28 },
        ],
        rows: rows.map(({ headName, hamlet, before, after }, i) => [i + 1, headName, hamlet, before?.name ?? "", after?.name ?? ""]),
      },
    };
  });
}
