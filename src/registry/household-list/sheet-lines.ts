import type { CellRange } from "../../exchange/address.ts";
import type { SheetMapping } from "../../exchange/list-format.ts";
import type { SheetRow } from "../../exchange/workbook.ts";
import { cellText } from "./cell.ts";
import { CellsOfRow } from "./cells-of-row.ts";
import type { ListContext } from "./context.ts";
import type { EthnicReader } from "./ethnic-names.ts";
import type { ListKey } from "./format.ts";
import type { Line } from "./line.ts";
import type { SheetKind } from "./list-kind.ts";
import type { Places } from "./places.ts";
import type { ProblemLog } from "./problems.ts";
import { HouseholdReader } from "./read-household.ts";
import { PersonReader } from "./read-person.ts";
import { SiftRows, type SheetLinesSeen } from "./sift-rows.ts";
import { markOf } from "./words.ts";

export type SheetToRead = {
  readonly mapping: SheetMapping<ListKey>;
  readonly merges: readonly CellRange[];
  readonly kind: SheetKind;
  /** The texts of the headings, as they stand. */
  readonly headings: readonly string[];
  /** The sheet's name, then what stands above the headings. */
  readonly title: readonly string[];
};

/** Turns the rows of one sheet into lines, in their order: totals and signatures left out, sections remembered. */
export class SheetLines {
  private readonly cells: CellsOfRow;
  private readonly rows: SiftRows;
  private readonly persons: PersonReader;
  private readonly households: HouseholdReader;

  constructor({ mapping, merges, headings, title }: SheetToRead, context: ListContext, ethnic: EthnicReader, places: Places, log: ProblemLog) {
    const { sheet, firstRow } = mapping;
    this.cells = new CellsOfRow(sheet, mapping, merges, context.mends);
    this.rows = new SiftRows({ sheet, firstRow, headings, title, names: ["member_name", "head_name"], leaveOut: context.leaveOut }, this.cells, places, log);
    this.persons = new PersonReader(sheet, this.cells, context, ethnic, log);
    this.households = new HouseholdReader(sheet, this.cells, context, log);
  }

  get seen(): SheetLinesSeen {
    return this.rows.seen;
  }

  has(key: ListKey): boolean {
    return this.cells.has(key);
  }

  columnOf(key: ListKey): number | null {
    return this.cells.columnOf(key);
  }

  read(row: SheetRow): Line | undefined {
    const { cells, rows } = this;
    if (!rows.take(row)) return undefined;
    const mark = cellText(cells.get("head_mark"));
    const commune = rows.commune(row.row);
    return {
      person: this.persons.read(),
      marked: mark !== "" && markOf(mark) !== false,
      number: cellText(cells.get("household_no")),
      lineNumber: cellText(cells.get("line_no")),
      code: cellText(cells.get("household_code")),
      headName: cellText(cells.get("head_name")),
      cells: this.households.read(),
      section: rows.section,
      commune,
      part: rows.part,
    };
  }
}
