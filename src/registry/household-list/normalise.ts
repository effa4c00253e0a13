import { ContentDigest } from "../../exchange/content-digest.ts";
import type { Problem } from "../../exchange/problem.ts";
import type { SheetRow } from "../../exchange/workbook.ts";
import { Assembler } from "./assemble.ts";
import type { ListContext } from "./context.ts";
import { type EthnicReader, ethnicReader } from "./ethnic-names.ts";
import { FileChecks } from "./file-checks.ts";
import { chooseGrouping, type Grouping, groupLines } from "./group.ts";
import type { Line } from "./line.ts";
import type { SheetKind } from "./list-kind.ts";
import { Places } from "./places.ts";
import { ProblemLog } from "./problems.ts";
import { householdText } from "./record-text.ts";
import type { HouseholdCandidate, LineState } from "./records.ts";
import { SheetLines, type SheetToRead } from "./sheet-lines.ts";
import type { SheetLinesSeen } from "./sift-rows.ts";

export type StateCounts = Record<LineState, number>;

export type SheetReading = { readonly sheet: number; readonly kind: SheetKind; readonly grouping: Grouping; readonly households: number; readonly lines: SheetLinesSeen };

/** A list read to the end: what would be stored, and what is amiss. Nothing is stored here. */
export type ListReading = {
  readonly households: readonly HouseholdCandidate[];
  readonly problems: readonly Problem[];
  readonly sheets: readonly SheetReading[];
  readonly counts: { readonly households: StateCounts; readonly members: StateCounts };
  /** The same for the same content, however it was saved or ordered. */
  readonly digest: string;
};

type OpenSheet = { readonly toRead: SheetToRead; readonly reader: SheetLines; readonly lines: Line[] };

/** Households after which `finish` lets others run: some tens of milliseconds of work. */
const STEP = 2_000;

/** Takes the rows of a list in the order of the file and gives its households. Pure: no clock, no files, no database. */
export class ListNormaliser {
  readonly log: ProblemLog;
  private readonly context: ListContext;
  private readonly places: Places;
  private readonly ethnic: EthnicReader;
  private readonly sheets = new Map<number, OpenSheet>();

  constructor(sheetNames: readonly string[], context: ListContext) {
    this.context = context;
    this.log = new ProblemLog(sheetNames);
    this.places = new Places(context);
    this.ethnic = ethnicReader(context.ethnicGroups);
  }

  openSheet(toRead: SheetToRead): (rows: readonly SheetRow[]) => void {
    const reader = new SheetLines(toRead, this.context, this.ethnic, this.places, this.log);
    const lines: Line[] = [];
    this.sheets.set(toRead.mapping.sheet, { toRead, reader, lines });
    return (rows) => {
      for (const row of rows) {
        const line = reader.read(row);
        if (line !== undefined) lines.push(line);
      }
    };
  }

  /** `rest` is awaited between steps, so that a server goes on answering. */
  async finish(rest: () => Promise<void> = async () => {}): Promise<ListReading> {
    const households: HouseholdCandidate[] = [];
    const readings: SheetReading[] = [];
    const checks = new FileChecks(this.log, (sheet) => {
      const reader = this.sheets.get(sheet)?.reader;
      return { identity: reader?.columnOf("identity") ?? null, name: reader?.columnOf("member_name") ?? reader?.columnOf("head_name") ?? null };
    });
    for (const [sheet, { toRead, reader, lines }] of this.sheets) {
      await rest();
      const grouping = chooseGrouping(lines);
      const columns = { relation: reader.columnOf("relation"), headMark: reader.columnOf("head_mark"), headName: reader.columnOf("head_name") };
      const assembler = new Assembler(reader, toRead.kind, this.context, this.places, this.log, grouping === "single");
      const groups = groupLines(lines, grouping, columns, this.log);
      for (const [i, group] of groups.entries()) {
        if (i % STEP === STEP - 1) await rest();
        const household = assembler.household(group);
        checks.add(toRead.kind.kind, household);
        households.push(household);
      }
      readings.push({ sheet, kind: toRead.kind, grouping, households: groups.length, lines: reader.seen });
      lines.length = 0;
    }
    this.checkKinds(households);
    const counts = { households: noCounts(), members: noCounts() };
    const digest = new ContentDigest();
    for (const [i, household] of households.entries()) {
      if (i % STEP === STEP - 1) await rest();
      checks.compare(this.sheets.get(household.sheet)!.toRead.kind.kind, household);
      digest.add(this.places.communes === undefined ? householdText(household) : `${household.commune}\n${householdText(household)}`);
    }
    for (const household of households) this.settle(household, counts);
    return { households, problems: this.log.all, sheets: readings, counts, digest: digest.value() };
  }

  /** A household cannot have left poverty and still be poor in the same list. */
  private checkKinds(households: readonly HouseholdCandidate[]): void {
    const current = new Map<string, HouseholdCandidate>();
    for (const household of households) {
      const number = household.head?.identity?.number;
      if (number === undefined) continue;
      const { listedClass } = household.facts;
      if (listedClass === "poor" || listedClass === "near_poor") current.set(number, household);
      const other = current.get(number);
      const against = (listedClass === "escaped_poverty" && other?.facts.listedClass === "poor") || (listedClass === "escaped_near_poverty" && other?.facts.listedClass === "near_poor");
      if (against) this.log.add("warning", "escapedAndListed", household.sheet, household.row, null, { name: household.head!.name, otherRow: other!.row, otherSheet: this.log.sheetName(other!.sheet) });
    }
  }

  /** An error on the head's line, or of the household, keeps the household out; one on a member's line keeps out the member. */
  private settle(household: HouseholdCandidate, counts: ListReading["counts"]): void {
    const headRow = this.log.worstOf(household.sheet, household.row);
    const out = household.head === null || headRow === "error";
    let warned = false;
    for (const member of household.members) {
      const worst = this.log.worstOf(member.sheet, member.row);
      member.state = out || worst === "error" ? "rejected" : worst === "warning" ? "accepted_with_warnings" : "accepted";
      if (worst !== undefined) warned = true;
      if (out && worst !== "error") this.log.add("note", "householdRejected", member.sheet, member.row, null, { headRow: household.row });
      counts.members[member.state]++;
    }
    household.state = out ? "rejected" : warned ? "accepted_with_warnings" : "accepted";
    counts.households[household.state]++;
  }
}

const noCounts = (): StateCounts => ({ accepted: 0, accepted_with_warnings: 0, rejected: 0 });
