import type { Problem } from "../../exchange/problem.ts";
import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { placesContext, type AreaHamlet, type PlacesContext } from "../household-list/open-context.ts";
import type { Choices } from "./contract.ts";
import { mustTakeIn } from "./importers.ts";
import type { AnyListKind, ListAsked, RowContext } from "./kind.ts";
import { keptMappings } from "./mappings.ts";
import { newHamletsOf, PlaceRows, problemAt, type NewHamlet, type ReadRow } from "./place-rows.ts";
import { readSheets, type ListLine, type ListMapping, type ReadSheets, type SheetPlan } from "./read-sheets.ts";
import { resolveRows, type Resolved } from "./resolve-rows.ts";

export interface ListFile extends ListAsked {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A list read against its area and the register, and what committing it would do. Nothing is written. */
export interface ReadList {
  readonly kind: AnyListKind;
  readonly file: ListFile;
  readonly choices: Choices;
  readonly plans: readonly SheetPlan[];
  readonly lines: number;
  /** what the file alone tells; looked up again when it is committed */
  readonly read: readonly ReadRow[];
  readonly resolved: Resolved;
  readonly problems: readonly Problem[];
  readonly newHamlets: readonly NewHamlet[];
  readonly hamlets: readonly AreaHamlet[];
}

export const NO_CHOICES: Choices = { mappings: [], hamlets: {}, mends: {}, accept: [], leaveOut: [] };

/** Errors: those of `mustTakeIn`, refused "listImport.dayToCome", invalid "listImport.fieldUnknown" | "listImport.parameterMissing", too_large "listImport.tooManyLines", what opening a workbook may refuse ("exchange.…"). */
export async function readList(services: Services, actor: Actor, kind: AnyListKind, file: ListFile, choices: Choices, options: ReadOptions = {}): Promise<ReadList> {
  mustTakeIn(kind, actor, file);
  if (file.asOf > services.today()) throw new AppError("refused", "listImport.dayToCome", { on: file.asOf });
  mustHaveParameters(kind, file);
  const { area, kept } = await services.door.read(actor, async (tx) => ({ area: await placesContext(tx, file.areaUid, file.asOf), kept: await keptMappings(tx, file.areaUid, kind.format.id) }));
  const sheets = await readFile(kind, file, choices, area, { ...options, kept: (shape) => kept.get(shape) });
  const sheetName = (sheet: number): string => sheets.log.sheetName(sheet);
  const { rows, problems } = readRows(kind, file, sheets, new PlaceRows({ kind, actor, area, choices: choices.hamlets }, sheets));
  options.signal?.throwIfAborted();
  const resolved = await services.door.read(actor, (tx) => resolveRows(tx, rows, { services, kind, asked: file, sheetName, hamletId: (target) => ("id" in target ? target.id : null) }));
  if (!sheets.plans.some(({ used }) => used)) sheets.log.add("error", "noListFound", 0, 0, null);
  return {
    kind, file, choices, plans: sheets.plans, lines: sheets.lines.length, read: rows, resolved, newHamlets: newHamletsOf(rows), hamlets: area.hamlets,
    problems: inOrder([...sheets.log.all.map(ownWords), ...problems, ...resolved.problems]),
  };
}

/** In the order of the file. */
const inOrder = (problems: readonly Problem[]): Problem[] => problems.toSorted((a, b) => a.sheetIndex - b.sheetIndex || a.row - b.row || (a.column ?? -1) - (b.column ?? -1));

/** The reader of people and places says "householdList.…": where a word of its own is better for any list. */
const OWN = new Set(["householdList.noListFound"]);
const ownWords = (problem: Problem): Problem => (OWN.has(problem.code) ? { ...problem, code: problem.code.replace("householdList.", "listImport.") } : problem);

function mustHaveParameters({ parameters = [] }: AnyListKind, { parameters: given }: ListAsked): void {
  for (const { key, required } of parameters) if (required && !given[key]?.trim()) throw new AppError("invalid", "listImport.parameterMissing", { key });
}

async function readFile(kind: AnyListKind, file: ListFile, choices: Choices, area: PlacesContext, { signal, onProgress, kept }: ReadOptions & { readonly kept: Parameters<typeof readSheets>[2]["kept"] }): Promise<ReadSheets> {
  const mappings = choices.mappings.map((mapping) => mappingOf(kind, mapping));
  const context = { ...area.context, mends: new Map(Object.entries(choices.mends)), acceptProposals: new Set(choices.accept), leaveOut: new Set(choices.leaveOut) };
  const workbook = await readWorkbookInWorker(file.bytes, { ...(signal && { signal }), ...(onProgress && { onProgress }) });
  try {
    return await readSheets(workbook, kind, { context, mappings, kept, signal });
  } finally {
    await workbook.close();
  }
}

/** A mapping as sent: column numbers as text. Errors: invalid "listImport.fieldUnknown". */
export function mappingOf({ format }: AnyListKind, { sheet, firstRow, columns }: Choices["mappings"][number]): ListMapping {
  const known = new Set(format.fields.map(({ key }) => key));
  for (const field of Object.values(columns)) if (!known.has(field)) throw new AppError("invalid", "listImport.fieldUnknown", { field });
  return { sheet, firstRow, columns: columns as ListMapping["columns"] };
}

/** What each line says by itself; lines with an error are told of and left out. */
function readRows(kind: AnyListKind, asked: ListAsked, { lines, log }: ReadSheets, places: PlaceRows): { readonly rows: ReadRow[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const rows: ReadRow[] = [];
  for (const line of lines) {
    const read = kind.readRow(line.texts, contextOf(asked, line));
    const broken = log.worstOf(line.sheet, line.row) === "error";
    const { commune, hamlet, problems: placed } = broken ? { commune: null, hamlet: null, problems: [] } : places.place(line);
    const own = [...(read.problems ?? []), ...placed];
    problems.push(...own.map((problem) => problemAt(log.sheetName(line.sheet), line, problem)));
    if (!broken && read.value !== undefined && !own.some(({ severity }) => severity === "error")) rows.push({ line, value: read.value, commune, hamlet });
  }
  return { rows, problems };
}

const contextOf = ({ areaUid, asOf, parameters }: ListAsked, line: ListLine): RowContext => ({
  areaUid, asOf, parameters, raw: (field) => line.raw[field] ?? null, repeated: (field) => line.repeated.get(field) ?? [], person: line.person,
});
