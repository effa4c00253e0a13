import type { CellRange } from "../../exchange/address.ts";
import { findHeadings, type HeadingBlock } from "../../exchange/headings.ts";
import type { ListFormat, SheetMapping } from "../../exchange/list-format.ts";
import { knowsHeading, type MappingProposal, proposeMapping } from "../../exchange/propose-mapping.ts";
import type { SheetFacts, SheetRow, Workbook } from "../../exchange/workbook.ts";
import { AppError } from "../../kernel/error.ts";
import { cellText } from "../household-list/cell.ts";
import { CellsOfRow } from "../household-list/cells-of-row.ts";
import type { ListContext } from "../household-list/context.ts";
import { ethnicReader } from "../household-list/ethnic-names.ts";
import { LIST_FIELDS } from "../household-list/format.ts";
import { Places } from "../household-list/places.ts";
import { ProblemLog } from "../household-list/problems.ts";
import { PersonReader } from "../household-list/read-person.ts";
import type { MemberCandidate } from "../household-list/records.ts";
import { SiftRows } from "../household-list/sift-rows.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import type { RowTexts } from "../rules/list-row.ts";
import type { AnyListKind, RepeatedCell } from "./kind.ts";

export type ListMapping = SheetMapping;

export interface SheetPlan {
  readonly facts: SheetFacts;
  readonly headings: HeadingBlock | undefined;
  readonly proposal: MappingProposal;
  readonly mapping: ListMapping;
  /** false for a sheet that is no such list */
  readonly used: boolean;
  readonly title: readonly string[];
  readonly lines: number;
}

/** A line of data with its cells by field. */
export interface ListLine {
  readonly sheet: number;
  readonly row: number;
  readonly texts: RowTexts;
  readonly raw: Readonly<Record<string, CellValue>>;
  readonly repeated: ReadonlyMap<string, readonly RepeatedCell[]>;
  readonly columnOf: (field: string) => number | null;
  readonly person: MemberCandidate | null;
  readonly commune: string | null;
  /** as written in its cell, above it, or in the address */
  readonly hamlet: string;
}

export interface ReadSheets {
  readonly plans: readonly SheetPlan[];
  readonly lines: readonly ListLine[];
  readonly places: Places;
  readonly log: ProblemLog;
}

export interface ReadSheetsOptions {
  readonly context: ListContext;
  readonly mappings: readonly ListMapping[];
  readonly kept: (shape: string) => Omit<ListMapping, "sheet" | "firstRow"> | undefined;
  readonly signal?: AbortSignal | undefined;
}

const PEEKED_ROWS = 220;
const MOST_LINES = 100_000;

/** Reads every sheet that is such a list: headings, mapping, lines, people and places as written. Errors: too_large "listImport.tooManyLines". */
export async function readSheets(workbook: Workbook, kind: AnyListKind, options: ReadSheetsOptions): Promise<ReadSheets> {
  const log = new ProblemLog(workbook.sheets.map(({ name }) => name));
  const places = new Places(options.context);
  const ethnic = ethnicReader(options.context.ethnicGroups);
  const lines: ListLine[] = [];
  const plans: SheetPlan[] = [];
  for (const facts of workbook.sheets) {
    if (facts.rowCount === 0) continue;
    const rows: SheetRow[] = [];
    const stream = workbook.rows(facts.index);
    for await (const batch of stream) {
      options.signal?.throwIfAborted();
      rows.push(...batch);
      if (rows.length > MOST_LINES) throw new AppError("too_large", "listImport.tooManyLines", { most: MOST_LINES, sheet: facts.name });
    }
    const plan = planSheet(kind, facts, rows, options);
    const before = lines.length;
    if (plan.used) {
      const reader = new LineReader(kind, plan, facts.merges, options.context, places, log, ethnic);
      for (const row of rows) {
        const line = reader.read(row);
        if (line !== undefined) lines.push(line);
      }
      if (facts.hiddenRows.count > 0) log.add("warning", "hiddenRows", facts.index, 0, null, { count: facts.hiddenRows.count, rows: facts.hiddenRows.first.slice(0, 10).join(", ") });
      if (stream.seen.formulasWithoutValue > 0) log.add("error", "formulaWithoutValue", facts.index, 0, null, { count: stream.seen.formulasWithoutValue, first: stream.seen.firstFormulaWithoutValue ?? "" });
      const { tcvn3, vni } = stream.seen.legacy;
      if (tcvn3 + vni > 0) log.add("note", "legacyFonts", facts.index, 0, null, { tcvn3, vni });
    }
    plans.push({ ...plan, lines: lines.length - before });
  }
  return { plans, lines, places, log };
}

function planSheet({ format, mustHave }: AnyListKind, facts: SheetFacts, all: readonly SheetRow[], { mappings, kept: keptOf }: ReadSheetsOptions): Omit<SheetPlan, "lines"> {
  const rows = all.slice(0, PEEKED_ROWS);
  const given = mappings.find(({ sheet }) => sheet === facts.index);
  const headings = findHeadings(rows, facts.merges, knowsHeading(format));
  const proposal = proposeMapping(format, facts.index, rows, headings, [facts.name, ...(headings?.title ?? [])].join(" "));
  const kept = given === undefined ? keptOf(proposal.shape) : undefined;
  const mapping = given ?? (kept === undefined ? proposal.mapping : { ...proposal.mapping, ...kept });
  const keys = new Set(Object.values(mapping.columns));
  const used = given !== undefined || (!facts.hidden && mustHave.every((group) => group.some((key) => keys.has(key))));
  const title = headings?.title ?? rows.filter(({ row }) => row < mapping.firstRow).flatMap(({ values }) => values.filter((value) => typeof value === "string"));
  return { facts, headings, proposal, mapping, used, title };
}

const fieldsOf = ({ fields }: ListFormat): string[] => fields.map(({ key }) => key);

class LineReader {
  private readonly kind: AnyListKind;
  private readonly plan: Omit<SheetPlan, "lines">;
  private readonly cells: CellsOfRow<string>;
  private readonly rows: SiftRows<string>;
  private readonly places: Places;
  private readonly person: PersonReader | null;
  private readonly several: readonly (readonly [field: string, columns: readonly { readonly column: number; readonly heading: string }[]])[];

  constructor(kind: AnyListKind, plan: Omit<SheetPlan, "lines">, merges: readonly CellRange[], context: ListContext, places: Places, log: ProblemLog, ethnic: ReturnType<typeof ethnicReader>) {
    const { mapping, headings, facts, title } = plan;
    this.kind = kind;
    this.plan = plan;
    this.places = places;
    this.cells = new CellsOfRow<string>(facts.index, mapping, merges, context.mends, [...fieldsOf(kind.format), ...LIST_FIELDS]);
    const names = kind.mustHave[0] ?? [];
    this.rows = new SiftRows<string>({ sheet: facts.index, firstRow: mapping.firstRow, headings: headings?.columns.flatMap(({ path }) => path) ?? [], title: [facts.name, ...title], names, leaveOut: context.leaveOut }, this.cells, places, log);
    this.person = kind.about === "worker" ? new PersonReader(facts.index, this.cells as unknown as CellsOfRow, context, ethnic, log) : null;
    this.several = kind.format.fields.filter(({ repeated }) => repeated).map(({ key }) => [key, this.columnsOf(key)] as const);
  }

  private columnsOf(field: string): { column: number; heading: string }[] {
    const { mapping, headings } = this.plan;
    return Object.entries(mapping.columns).filter(([, key]) => key === field).map(([column]) => ({ column: Number(column), heading: headings?.columns[Number(column)]?.path.join(" > ") ?? "" }));
  }

  read(row: SheetRow): ListLine | undefined {
    const { cells, kind, plan } = this;
    if (!this.rows.take(row)) return undefined;
    const raw: Record<string, CellValue> = {};
    const texts: Record<string, string> = {};
    for (const key of fieldsOf(kind.format)) {
      raw[key] = cells.get(key);
      texts[key] = cellText(raw[key]);
    }
    const repeated = new Map(this.several.map(([field, columns]) => [field, columns.map(({ column, heading }) => ({ column, heading, raw: row.values[column] ?? null, text: cellText(row.values[column]) }))]));
    const placed = kind.about !== "none";
    const written = texts["hamlet"] || this.rows.section || this.places.inAddress(texts["address"] ?? "");
    return {
      sheet: plan.facts.index, row: row.row, texts, raw, repeated, columnOf: (field) => cells.columnOf(field), person: this.person?.read() ?? null,
      commune: placed ? this.rows.commune(row.row) : null, hamlet: placed ? written : "",
    };
  }
}
