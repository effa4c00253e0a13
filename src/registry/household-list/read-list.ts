import type { ReadOptions } from "../../exchange/read-workbook.ts";
import { findHeadings, type HeadingBlock } from "../../exchange/headings.ts";
import type { SheetMapping } from "../../exchange/list-format.ts";
import { knowsHeading, type MappingProposal, proposeMapping } from "../../exchange/propose-mapping.ts";
import type { SheetFacts, SheetRow, Workbook } from "../../exchange/workbook.ts";
import type { ListContext } from "./context.ts";
import { HOUSEHOLD_LIST, type ListKey } from "./format.ts";
import { type SheetKind, sheetKind } from "./list-kind.ts";
import { ListNormaliser, type ListReading } from "./normalise.ts";

export type ListMapping = SheetMapping<ListKey>;

export type ReadListOptions = {
  readonly context: ListContext;
  /** The officer's mappings; a sheet without one gets the kept or the proposed one. */
  readonly mappings?: readonly ListMapping[];
  /** The mapping kept for this office and file shape. */
  readonly kept?: (shape: string) => Omit<ListMapping, "sheet" | "firstRow"> | undefined;
  readonly signal?: ReadOptions["signal"];
};

/** What was made of one sheet. `used` is false for sheets that hold no list of households. */
export type SheetPlan = {
  readonly facts: SheetFacts;
  readonly headings: HeadingBlock | undefined;
  readonly proposal: MappingProposal<ListKey>;
  readonly mapping: ListMapping;
  readonly kind: SheetKind;
  readonly used: boolean;
  /** What stands above the headings, or above the first row. */
  readonly title: readonly string[];
};

export type ListPreview = { readonly plans: readonly SheetPlan[]; readonly reading: ListReading };

const PEEKED_ROWS = 220;

/** Reads a whole workbook as a list of households: headings, mapping, every line, every problem. Stores nothing. */
export async function readHouseholdList(workbook: Workbook, options: ReadListOptions): Promise<ListPreview> {
  const normaliser = new ListNormaliser(workbook.sheets.map((sheet) => sheet.name), options.context);
  const plans: SheetPlan[] = [];
  for (const facts of workbook.sheets) {
    if (facts.rowCount === 0) continue;
    const plan = await readSheet(workbook, facts, options, normaliser);
    plans.push(plan);
  }
  if (!plans.some((plan) => plan.used)) normaliser.log.add("error", "noListFound", 0, 0, null);
  return { plans, reading: await normaliser.finish(() => nextTurn(options.signal)) };
}

async function nextTurn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}

async function readSheet(workbook: Workbook, facts: SheetFacts, options: ReadListOptions, normaliser: ListNormaliser): Promise<SheetPlan> {
  const rows = workbook.rows(facts.index);
  const peeked: SheetRow[] = [];
  let plan: SheetPlan | undefined;
  let take: ((rows: readonly SheetRow[]) => void) | undefined;
  const begin = (): SheetPlan => {
    const made = planSheet(facts, peeked, options);
    if (made.used) {
      take = normaliser.openSheet({ mapping: made.mapping, merges: facts.merges, kind: made.kind, headings: made.headings?.columns.flatMap((column) => column.path) ?? [], title: [facts.name, ...made.title] });
      take(peeked);
    }
    return made;
  };
  for await (const batch of rows) {
    options.signal?.throwIfAborted();
    if (plan !== undefined) {
      take?.(batch);
      continue;
    }
    peeked.push(...batch);
    if (peeked.length >= PEEKED_ROWS) plan = begin();
    if (plan?.used === false) break;
  }
  plan ??= begin();
  if (facts.hidden && !plan.used) normaliser.log.add("note", "hiddenSheet", facts.index, 0, null);
  if (plan.used) tellFacts(normaliser, facts, rows.seen);
  return plan;
}

function planSheet(facts: SheetFacts, rows: readonly SheetRow[], options: ReadListOptions): SheetPlan {
  const given = options.mappings?.find((mapping) => mapping.sheet === facts.index);
  const headings = findHeadings(rows, facts.merges, knowsHeading(HOUSEHOLD_LIST));
  const title = headings?.title ?? [];
  const proposal = proposeMapping(HOUSEHOLD_LIST, facts.index, rows, headings, [facts.name, ...title].join(" "));
  const kept = given === undefined ? options.kept?.(proposal.shape) : undefined;
  const mapping = given ?? (kept === undefined ? proposal.mapping : { ...proposal.mapping, ...kept });
  const keys = Object.values(mapping.columns);
  const named = keys.includes("member_name") || keys.includes("head_name");
  const used = given !== undefined || (!facts.hidden && named && keys.length >= 3);
  const layoutTitle = headings === undefined ? rows.filter((row) => row.row < mapping.firstRow).flatMap((row) => row.values.filter((value) => typeof value === "string")) : title;
  return { facts, headings, proposal, mapping, kind: sheetKind(mapping.layout, facts.name, layoutTitle), used, title: layoutTitle };
}

/** What concerns a sheet as a whole is told once. */
function tellFacts({ log }: ListNormaliser, facts: SheetFacts, seen: ReturnType<Workbook["rows"]>["seen"]): void {
  const { index } = facts;
  if (facts.hiddenRows.count > 0) log.add("warning", "hiddenRows", index, 0, null, { count: facts.hiddenRows.count, rows: facts.hiddenRows.first.slice(0, 10).join(", ") });
  if (facts.hiddenColumns.length > 0) log.add("note", "hiddenColumns", index, 0, null, { count: facts.hiddenColumns.length });
  if (seen.formulasWithoutValue > 0) log.add("error", "formulaWithoutValue", index, 0, null, { count: seen.formulasWithoutValue, first: seen.firstFormulaWithoutValue ?? "" });
  if (seen.cellsBeyond > 0) log.add("note", "cellsBeyond", index, 0, null, { count: seen.cellsBeyond });
  const { tcvn3, vni } = seen.legacy;
  if (tcvn3 + vni > 0) log.add("note", "legacyFonts", index, 0, null, { tcvn3, vni });
}
