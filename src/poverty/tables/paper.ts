import { formatInteger } from "../../kernel/text/number.ts";
import { issuerOf, type Block, type Cell, type CellValue, type Paper, type Row, type Table } from "../../papers/paper.ts";
import { codeLists } from "../../registry/public.ts";
import type { DifferenceView } from "../movement/contract.ts";
import type { Say } from "../movement/view.ts";
import type { TableView } from "./contract.ts";
import type { ListedPerson } from "./facts.ts";
import type { ListDefinition } from "./rules/definition.ts";

/** What all papers of a year's set have in common. */
export interface PaperFrame {
  readonly areaName: string;
  readonly year: number;
  readonly opening: string;
  readonly closing: string;
  /** households of the demo are counted */
  readonly illustrative: boolean;
  readonly say: Say;
}

/** A number that is not there: "…", with the reason below the table. */
const NO_NUMBER = "…";

const frame = ({ areaName, year, opening, closing, illustrative, say }: PaperFrame, number: number, title: string, mark: string): Pick<Paper, "orientation" | "size" | "head" | "title" | "subject" | "marks"> => ({
  orientation: "landscape", size: 12, head: { formLine: mark, issuer: issuerOf(areaName) }, marks: [mark, ...(illustrative ? [say("poverty.tables.illustrative")] : [])], title: `${say("poverty.tables.paper.number", { number: String(number) })}. ${title.toLocaleUpperCase("vi")}`,
  subject: [say("poverty.tables.paper.year", { area: areaName, year: String(year) }), say("poverty.tables.paper.period", { from: opening, to: closing })],
});

const SIGNATURES = (say: Say): Block => ({
  kind: "signatures",
  columns: [
    { lines: [say("poverty.tables.paper.maker")], note: say("poverty.tables.paper.sign") },
    { lines: [say("poverty.tables.paper.chairman")], note: say("poverty.tables.paper.stamp") },
  ],
});

/** A counted table as offices recognise it: headings over several lines, the line of column numbers, the total, who signs. */
export function tablePaper(view: TableView, sheet: string, common: PaperFrame, differences: readonly DifferenceView[]): Paper {
  const { say } = common;
  const notes = [...view.notes, ...view.gaps.map((gap) => `${NO_NUMBER}: ${gap}`)];
  return {
    kind: "poverty.table", sheet, ...frame(common, view.number, view.title, view.mark),
    blocks: [
      { kind: "paragraph", words: [{ text: view.unit, italic: true }], align: "right" },
      numbersTable(view, say),
      ...notes.map((words): Block => ({ kind: "note", words })),
      ...explanationBlocks(differences, say),
      SIGNATURES(say),
    ],
  };
}

function numbersTable({ heads, numbers, columns, rows }: TableView, say: Say): Table {
  const both = rows.some(({ line }) => line !== null);
  const letters = ["A", "B", ...(both ? ["C"] : [])];
  let place = 0;
  return {
    kind: "table", size: columns.length > 16 ? 8 : columns.length > 10 ? 9 : 10,
    columns: [
      { width: 4, align: "center" }, { width: 16 }, ...(both ? [{ width: 8 }] : []),
      ...columns.map(({ kind }) => ({ width: 8, format: kind === "percent" ? ("decimal" as const) : ("integer" as const), align: "right" as const })),
    ],
    head: [...heads, [...letters, ...numbers].map((text) => ({ text }))],
    rows: rows.map((row): Row => {
      const second = both && row.line === "people";
      if (row.kind === "row" && !second) place++;
      const span = both ? { rows: 2 } : {};
      const own: (CellValue | Cell)[] = second ? [] : [{ value: row.kind === "row" ? String(place) : "", ...span }, { value: row.name, ...span }];
      const line = row.line === null ? [] : [say(`poverty.tables.${row.line}`)];
      const cells = row.cells.map(({ text, gap }, i): CellValue => (text === null ? (gap ? NO_NUMBER : "") : columns[i]!.kind === "percent" ? text : Number(text)));
      return { ...((row.kind === "group" || row.kind === "total") && { look: "total" as const }), cells: [...own, ...line, ...cells] };
    }),
  };
}

/** Every line that does not balance, printed below its table with what was said of it. */
function explanationBlocks(differences: readonly DifferenceView[], say: Say): Block[] {
  if (differences.length === 0) return [];
  const texts = differences.map(({ place, line, kind, amount, explanation }) => {
    const data = { place, line: say(`poverty.tables.${line}`), amount: formatInteger(amount) };
    const what = say(`poverty.tables.paper.difference.${kind}`, data);
    if (!explanation) return `${what} ${say("poverty.tables.paper.unexplained")}`;
    const { text, signer, signedOn, households } = explanation;
    return `${what} ${say("poverty.tables.paper.explained", { text, households: households.map(({ headName }) => headName).join(", "), signer, on: signedOn })}`;
  });
  return [{ kind: "heading", text: say("poverty.tables.paper.explanations") }, { kind: "list", items: texts, mark: "dash" }];
}

/** A list of households by hamlet; identity numbers are not in it. */
export interface ListData {
  readonly definition: ListDefinition;
  readonly persons: readonly ListedPerson[];
  /** in the order they are listed */
  readonly hamlets: readonly { readonly id: string; readonly label: string }[];
  readonly standing: ReadonlyMap<string, "new" | "back" | "stays">;
}

export function listPaper({ definition, persons, hamlets, standing }: ListData, common: PaperFrame): Paper {
  const { say } = common;
  const byHamlet = new Map<string, ListedPerson[]>();
  for (const person of persons) {
    const found = byHamlet.get(person.hamletId);
    if (found) found.push(person);
    else byHamlet.set(person.hamletId, [person]);
  }
  const peoples = new Map(codeLists().ethnicGroups.map(({ code, name }) => [code, name]));
  const relations = new Map(codeLists().relations.map(({ code, name }) => [code, name]));
  let household = 0;
  const rows: Row[] = [];
  for (const { id, label } of hamlets) {
    const own = byHamlet.get(id) ?? [];
    if (own.length === 0) continue;
    rows.push({ look: "group", cells: [{ value: say("poverty.tables.paper.hamlet", { hamlet: label, count: String(new Set(own.map(({ householdId }) => householdId)).size) }), span: definition.columns.length }] });
    let last = "";
    let member = 0;
    for (const person of own) {
      const first = person.householdId !== last;
      if (first) household++;
      [last, member] = [person.householdId, first ? 1 : member + 1];
      const tick = (code: string): string => (first && person.codes.includes(code) ? "x" : "");
      const values: Partial<Record<ListDefinition["columns"][number]["key"], string>> = {
        household: first ? String(household) : "", member: String(member), name: person.fullName,
        birthMale: person.sex === 1 ? String(person.birthYear ?? "") : "", birthFemale: person.sex === 2 ? String(person.birthYear ?? "") : "",
        ethnicity: (person.ethnicity && peoples.get(person.ethnicity)) || "", relation: relations.get(person.relation) ?? person.relation,
        standing: first ? say(`poverty.tables.standing.${standing.get(person.householdId) ?? "unknown"}`) : "",
        merit: tick("hasMeritMember"), minority: tick("ethnicMinority"), noLabourCapacity: tick("noLabourCapacity"),
      };
      rows.push({ cells: definition.columns.map(({ key }) => values[key] ?? "") });
    }
  }
  return {
    kind: "poverty.list", sheet: definition.sheet, ...frame(common, definition.number, definition.title.vi, say(`poverty.tables.practice.${definition.certainty}`)),
    blocks: [
      {
        kind: "table", size: 8, columns: definition.columns.map(({ key, width = 8 }) => ({ width, align: key === "name" || key === "relation" ? ("left" as const) : ("center" as const) })),
        head: [definition.columns.map(({ head }) => ({ text: head.vi }))], rows,
      },
      ...definition.notes.map(({ vi }): Block => ({ kind: "note", words: vi })),
      SIGNATURES(say),
    ],
  };
}
