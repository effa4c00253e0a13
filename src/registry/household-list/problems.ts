import { cellAddress } from "../../exchange/address.ts";
import type { Problem, Severity } from "../../exchange/problem.ts";

type Data = Record<string, string | number>;

/** Collects the problems of a list and remembers the worst of each row. */
export class ProblemLog {
  readonly all: Problem[] = [];
  private readonly worst = new Map<number, Severity>();
  private readonly once = new Set<string>();
  private readonly sheetNames: readonly string[];

  constructor(sheetNames: readonly string[]) {
    this.sheetNames = sheetNames;
  }

  add(severity: Severity, code: string, sheet: number, row: number, column: number | null, data: Data = {}, proposal?: string): void {
    const cell = row === 0 ? "" : column === null ? String(row) : cellAddress(column, row);
    const problem: Problem = { severity, code: `householdList.${code}`, sheet: this.sheetNames[sheet] ?? "", sheetIndex: sheet, row, column, cell, data };
    this.all.push(proposal === undefined ? problem : { ...problem, proposal });
    const id = rowId(sheet, row);
    if (severity === "error" || (severity === "warning" && this.worst.get(id) === undefined)) this.worst.set(id, severity);
  }

  /** Once for each `key`: what would otherwise be said on every row. */
  addOnce(key: string, ...problem: Parameters<ProblemLog["add"]>): void {
    if (this.once.has(key)) return;
    this.once.add(key);
    this.add(...problem);
  }

  sheetName(sheet: number): string {
    return this.sheetNames[sheet] ?? "";
  }

  worstOf(sheet: number, row: number): Severity | undefined {
    return this.worst.get(rowId(sheet, row));
  }
}

const rowId = (sheet: number, row: number): number => sheet * 2_000_000 + row;
