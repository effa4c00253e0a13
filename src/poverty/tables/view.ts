import { formatInteger } from "../../kernel/text/number.ts";
import type { Language } from "../../platform/http/messages.ts";
import { gapTexts, type Say } from "../movement/view.ts";
import type { IssueView, ListView, TableView, TablesView } from "./contract.ts";
import type { BuiltTable } from "./rules/build.ts";
import type { ListDefinition } from "./rules/definition.ts";
import { headLines, numberLine, opens } from "./rules/expand.ts";
import type { Missing } from "./rules/reckon.ts";
import type { YearTables } from "./tables.ts";

const LAST_OF_LONG_LIST = "…";

export function tableView(table: BuiltTable, year: YearTables, say: Say, language: Language): TableView {
  const { definition, leaves, rows } = table;
  const both = definition.lines === "both";
  const before = [say("poverty.tables.no"), say(`poverty.tables.place.${year.movement.plan.level}`), ...(both ? [say("poverty.tables.line")] : [])];
  const gapText = ({ code, data }: Missing): string => say(code, data);
  const ofLists = gapTexts(year.movement, say);
  // a list that many units lack is told once, with the first of them
  const gaps = [...new Set(rows.flatMap(({ cells }) => cells.flatMap(({ missing }) => (missing ? [ofLists.find(({ code }) => code === missing.code)?.text ?? gapText(missing)] : []))))];
  return {
    id: definition.id, number: definition.number, title: definition.title[language], mark: say(`poverty.tables.practice.${definition.certainty}`), unit: definition.unit[language],
    heads: headLines(leaves, before, language), numbers: numberLine(leaves),
    columns: leaves.map((leaf) => ({ key: leaf.key, label: [...leaf.above, leaf.head].map((words) => words[language]).join(" · "), kind: leaf.kind, opens: opens(leaf) })),
    rows: rows.map(({ kind, key, name, line, cells }) => ({
      kind, key, line, name: kind === "total" ? say("poverty.tables.total") : kind === "area" ? say(`poverty.tables.area.${key}`) : name,
      cells: cells.map(({ text, missing, over }) => ({ text, ...(missing && { gap: gapText(missing) }), ...(over && { over }) })),
    })),
    notes: [...definition.notes.map((note) => note[language]), ...unknownNotes(table, say, language), ...populationNotes(table, year, say), ...(definition.id === "ethnicity" ? year.unchecked : []), ...(year.illustrative ? [say("poverty.tables.illustrative")] : [])], gaps,
  };
}

/** How complete the records are behind a table: how many households a column could not be told of. */
function unknownNotes({ unknown, leaves }: BuiltTable, say: Say, language: Language): string[] {
  const byCount = new Map<number, string[]>();
  for (const [key, count] of unknown) {
    const leaf = leaves.find((one) => one.key === key || `${one.key}/part` === key);
    if (leaf) byCount.set(count, [...(byCount.get(count) ?? []), leaf.head[language]]);
  }
  return [...byCount].map(([count, names]) => say("poverty.tables.unknownNote", { count: formatInteger(count), columns: [...new Set(names)].slice(0, 3).join(", ") + (new Set(names).size > 3 ? `, ${LAST_OF_LONG_LIST}` : "") }));
}

function populationNotes({ leaves }: BuiltTable, { population }: YearTables, say: Say): string[] {
  if (!leaves.some(({ value }) => "population" in value)) return [];
  return population.sources.slice(0, 5).map(({ source, onDate, figureKind }) => say("poverty.tables.populationNote", { source, on: onDate, kind: say(`poverty.tables.kind.${figureKind}`) }));
}

export const listView = (definition: ListDefinition, { facts }: YearTables, language: Language): ListView => ({
  id: definition.id, number: definition.number, title: definition.title[language], households: facts.filter(({ list }) => list === definition.list).length, notes: definition.notes.map((note) => note[language]),
});

export function issueViews({ issues, tables, movement }: YearTables, say: Say, language: Language): IssueView[] {
  return issues.map(({ rule, check, table, row, column, expected, found, cause }) => {
    const built = tables.find(({ definition }) => definition.id === table)!;
    const { name, line, kind } = built.rows[row]!;
    return { rule, check, table, place: kind === "total" || kind === "area" ? movement.plan.area.name : name, line, column: built.leaves[column]!.head[language], expected, found, cause: say(cause.code, cause.data) };
  });
}

/** All that is missing from a year's tables, each reason once. */
export const missingTexts = (year: YearTables, views: readonly TableView[], say: Say): string[] =>
  [...new Set([...gapTexts(year.movement, say).map(({ text }) => text), ...views.flatMap(({ gaps }) => gaps)])];

export function tablesView(year: YearTables, say: Say, language: Language, only?: string): TablesView {
  const { plan, days } = year.movement;
  const tables = year.tables.filter(({ definition }) => only === undefined || definition.id === only || String(definition.number) === only).map((table) => tableView(table, year, say, language));
  return {
    area: plan.area, year: days.year, opening: days.opening, closing: days.closing, standard: { id: year.ruleset.id, name: year.ruleset.name[language] },
    tables, lists: year.lists.map((definition) => listView(definition, year, language)), missing: missingTexts(year, tables, say), issues: issueViews(year, say, language),
  };
}
