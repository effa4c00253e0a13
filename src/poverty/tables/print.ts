import type { Services } from "../../platform/feature.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { FileFormat } from "../../papers/contract.ts";
import type { Paper } from "../../papers/paper.ts";
import { handOut, type PrintJob } from "../../papers/print-log.ts";
import { listStandings } from "../movement/store.ts";
import { differenceView, type Say } from "../movement/view.ts";
import { listPersons } from "./facts.ts";
import { listPaper, tablePaper, type PaperFrame } from "./paper.ts";
import type { TablesView } from "./contract.ts";
import { tablesView, tableView } from "./view.ts";
import { yearTables, type YearTables } from "./tables.ts";

export interface TablesFile {
  readonly areaUid: string;
  readonly year: number;
  /** id or number of one table; all where not given */
  readonly table?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** The whole set in Word or PDF is the counted tables; names are taken out list by list, or in the workbook. */
const holdsNames = (format: FileFormat, table: string | undefined, wanted: readonly { readonly kind: string }[]): boolean =>
  wanted.some(({ kind }) => kind === "report-list") && (table !== undefined || format === "xlsx");

function frameOf({ movement, illustrative }: YearTables, say: Say): PaperFrame {
  const { plan, days } = movement;
  return { areaName: plan.area.name, year: days.year, opening: days.opening, closing: days.closing, illustrative, say };
}

/** The counted tables of a year as papers, in order; papers of the office are in Vietnamese. */
export function tablePapers(year: YearTables, say: Say, only?: string): Paper[] {
  const wanted = year.tables.filter(({ definition: { id, number } }) => only === undefined || id === only || String(number) === only);
  return wanted.map((table) => {
    const { id, sheet } = table.definition;
    const list = id === "movement-poor" ? "poor" : id === "movement-near-poor" ? "near_poor" : undefined;
    const differences = year.movement.differences.filter((one) => one.list === list).map((one) => differenceView(year.movement, one));
    return tablePaper(tableView(table, year, say, "vi"), sheet, frameOf(year, say), differences);
  });
}

/** Lists 14 and 15 as papers: names by hamlet, no identity numbers. */
export async function listPapers(tx: Tx, year: YearTables, say: Say, knownAt = "infinity", only?: string): Promise<Paper[]> {
  const { plan, days, asked } = year.movement;
  const hamlets = [...plan.hamlets.values()].map(({ id, label, unitUid }) => ({ id, label: plan.level === "hamlet" ? label : `${label}, ${plan.rows.find(({ key }) => key === unitUid)?.name ?? ""}` }));
  const papers: Paper[] = [];
  for (const definition of year.lists.filter(({ id, number }) => only === undefined || id === only || String(number) === only)) {
    const persons = await listPersons(tx, { hamletIds: plan.hamletIds, on: days.closing, knownAt }, definition.list);
    const standing = year.movement.gaps.some(({ code }) => code === "poverty.movement.noOpening") ? new Map<string, never>() : await listStandings(tx, asked, definition.list);
    papers.push(listPaper({ definition, persons, hamlets, standing }, frameOf(year, say)));
  }
  return papers;
}

/** The tables (and lists) asked for as one print job. Errors: not_found "poverty.tables.noTable". */
export async function tablesJob(tx: Tx, services: Services, { table, ...asked }: TablesFile, format: FileFormat, say: Say): Promise<PrintJob & { readonly names: boolean }> {
  const year = await yearTables(tx, services, asked);
  const all = [...year.tables.map(({ definition }) => definition), ...year.lists];
  const wanted = all.filter(({ id, number }) => table === undefined || id === table || String(number) === table);
  if (wanted.length === 0) throw new AppError("not_found", "poverty.tables.noTable", { table: table ?? "", known: all.map(({ id }) => id).join(", ") });
  const names = holdsNames(format, table, wanted);
  const papers = [...tablePapers(year, say, table), ...(names ? await listPapers(tx, year, say, asked.knownAt, table) : [])];
  const { plan, days } = year.movement;
  const title = `${table === undefined ? say("poverty.tables.paper.set") : wanted[0]!.title.vi} ${plan.area.name} ${days.year}`;
  return {
    papers, names, subject: plan.area.uid, count: names ? year.facts.length : 0, unitUid: plan.area.uid,
    meta: { title, fileName: `bieu ${table === undefined ? "tong hop" : wanted[0]!.number} ${plan.area.name} ${days.year}`, frozenAt: new Date(`${days.closing}T00:00:00Z`) },
  };
}

/** One file of the set or of one table; logged. Errors: invalid "poverty.tables.purposeNeeded" where it names persons and no reason is given. */
export async function printTables(services: Services, request: { actor: Actor; commandId: string }, asked: TablesFile & { format: FileFormat; purpose?: string | undefined }, say: Say): Promise<FileAnswer> {
  const { format, purpose } = asked;
  const job = await services.door.read(request.actor, (tx) => tablesJob(tx, services, asked, format, say));
  if (job.names && !purpose) throw new AppError("invalid", "poverty.tables.purposeNeeded");
  return handOut(services, request, { name: "poverty.tables.export", input: asked, format, purpose }, job);
}

export interface YearPrint {
  readonly areaUid: string;
  readonly year: number;
  readonly formats: readonly FileFormat[];
  /** one file for each table instead of one for all */
  readonly each: boolean;
  /** also the lists of names, in the workbook */
  readonly lists: boolean;
}

/** The year's set for the command line: what it holds, and its files; each handing out is logged. */
export async function printYearTables(services: Services, request: { actor: Actor; commandId: string }, { areaUid, year, formats, each, lists }: YearPrint, say: Say): Promise<{ view: TablesView; files: FileAnswer[] }> {
  const { actor } = request;
  const { found, papers, names } = await services.door.read(actor, async (tx) => {
    const counted = await yearTables(tx, services, { areaUid, year });
    return { found: counted, papers: tablePapers(counted, say), names: lists ? await listPapers(tx, counted, say) : [] };
  });
  const { plan, days } = found.movement;
  const files: FileAnswer[] = [];
  for (const format of formats) {
    const all = format === "xlsx" ? [...papers, ...names] : papers;
    const jobs = each ? [...all, ...(format === "xlsx" ? [] : names)].map((paper) => [paper]) : [all];
    for (const own of jobs) {
      const sheet = each ? (own[0]!.sheet ?? "") : say("poverty.tables.paper.set");
      const holds = own.some(({ kind }) => kind === "poverty.list");
      const meta = { title: `${sheet} ${plan.area.name} ${year}`, fileName: `${each ? sheet.replace(/^(\d) /, "0$1 ") : "bieu tong hop"} ${plan.area.name} ${year}`, frozenAt: new Date(`${days.closing}T00:00:00Z`) };
      const job: PrintJob = { papers: own, meta, subject: areaUid, count: holds ? found.facts.length : 0, unitUid: areaUid };
      files.push(await handOut(services, { actor, commandId: newId() }, { name: "poverty.tables.export", input: { areaUid, year, sheet }, format, ...(holds && { purpose: "sinhke review tables" }) }, job));
    }
  }
  return { view: tablesView(found, say, "vi"), files };
}
