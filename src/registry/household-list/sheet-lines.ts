import type { CellRange } from "../../exchange/address.ts";
import { isNumberRow, rowKind } from "../../exchange/headings.ts";
import type { SheetMapping } from "../../exchange/list-format.ts";
import type { CellValue, SheetRow } from "../../exchange/workbook.ts";
import { fold } from "../../kernel/text/fold.ts";
import { cellText, isBlank } from "./cell.ts";
import { CellsOfRow } from "./cells-of-row.ts";
import { type ListContext, mendKey } from "./context.ts";
import type { EthnicReader } from "./ethnic-names.ts";
import type { ListKey } from "./format.ts";
import type { Line } from "./line.ts";
import type { SheetKind } from "./list-kind.ts";
import type { PlaceProblem, Places } from "./places.ts";
import type { ProblemLog } from "./problems.ts";
import { HouseholdReader } from "./read-household.ts";
import { PersonReader } from "./read-person.ts";
import { markOf } from "./words.ts";

/** The filled cells of a row that has at most four. */
function few(values: readonly CellValue[]): CellValue[] | undefined {
  const filled: CellValue[] = [];
  for (const value of values) if (!isBlank(value) && filled.push(value) > 4) return undefined;
  return filled;
}

export type SheetToRead = {
  readonly mapping: SheetMapping<ListKey>;
  readonly merges: readonly CellRange[];
  readonly kind: SheetKind;
  /** The texts of the headings, as they stand. */
  readonly headings: readonly string[];
  /** The sheet's name, then what stands above the headings. */
  readonly title: readonly string[];
};

export type SheetLinesSeen = { data: number; blank: number; totals: number; afterEnd: number; leftOut: number };

/** A row that names a part of the list: "I. Ấp Phú Thạnh". */
const SECTION = /^(?:[ivxlc]+[.)\-: ]+|\d+[.)\-: ]+|[a-z][.)] *)?(?:ap|khom|thon|ban|buon|phum|soc|to dan pho|khu pho|to|xom) +\S/;

/** A row that names the commune of the rows below: "II. XÃ PHÚ HỮU". */
const COMMUNE_SECTION = /^(?:[ivxlc]+[.)\-: ]+|\d+[.)\-: ]+|[a-z][.)] *)?(?:xa|phuong|thi tran|dac khu) +\S/;
const ORDINAL = /^(?:[IVXLC]+|\d+|[a-zA-Z])[.):\- ]+(?=\p{L}{2})/u;

/** Turns the rows of one sheet into lines, in their order: totals and signatures left out, sections remembered. */
export class SheetLines {
  readonly seen: SheetLinesSeen = { data: 0, blank: 0, totals: 0, afterEnd: 0, leftOut: 0 };
  private readonly sheet: number;
  private readonly mapping: SheetMapping<ListKey>;
  private readonly context: ListContext;
  private readonly log: ProblemLog;
  private readonly places: Places;
  private readonly cells: CellsOfRow;
  private readonly persons: PersonReader;
  private readonly households: HouseholdReader;
  private readonly headings: ReadonlySet<string>;
  private section = "";
  private ended = false;
  private part = 0;
  /** Of the sheet as a whole; a row of its own goes before it, the line's own cells before both. */
  private communeAbove: Pick<Line, "commune"> & { readonly elsewhere?: PlaceProblem };

  constructor({ mapping, merges, headings, title }: SheetToRead, context: ListContext, ethnic: EthnicReader, places: Places, log: ProblemLog) {
    this.headings = new Set(headings);
    this.sheet = mapping.sheet;
    this.mapping = mapping;
    this.context = context;
    this.log = log;
    this.places = places;
    this.cells = new CellsOfRow(mapping.sheet, mapping, merges, context.mends);
    this.persons = new PersonReader(mapping.sheet, this.cells, context, ethnic, log);
    this.households = new HouseholdReader(mapping.sheet, this.cells, context, log);
    this.communeAbove = { commune: communeOfSheet(title, places) };
  }

  has(key: ListKey): boolean {
    return this.cells.has(key);
  }

  columnOf(key: ListKey): number | null {
    return this.cells.columnOf(key);
  }

  read({ row, values }: SheetRow): Line | undefined {
    if (row < this.mapping.firstRow) return undefined;
    this.cells.moveTo(row, values);
    if (!this.isData(row, values)) return undefined;
    if (this.context.leaveOut?.has(mendKey(this.sheet, String(row))) === true) {
      this.seen.leftOut++;
      return undefined;
    }
    this.seen.data++;
    const { cells } = this;
    const mark = cellText(cells.get("head_mark"));
    const commune = this.commune(row);
    return {
      person: this.persons.read(),
      marked: mark !== "" && markOf(mark) !== false,
      number: cellText(cells.get("household_no")),
      lineNumber: cellText(cells.get("line_no")),
      code: cellText(cells.get("household_code")),
      headName: cellText(cells.get("head_name")),
      cells: this.households.read(),
      section: this.section,
      commune,
      part: this.part,
    };
  }

  /** What the line's cells say of its commune, else what stands above it. */
  private commune(row: number): string | null {
    const { cells, places } = this;
    const own = { province: cellText(cells.get("province")), district: cellText(cells.get("district")), commune: cellText(cells.get("commune")), communeCode: cellText(cells.get("commune_code")) };
    if (own.commune === "" && own.communeCode === "" && places.communes !== undefined) {
      const { commune, elsewhere } = this.communeAbove;
      if (elsewhere !== undefined) this.log.add(elsewhere.severity, elsewhere.code, this.sheet, row, null, elsewhere.data);
      return commune;
    }
    const { problem, commune } = places.check(own);
    if (problem !== null) {
      const at = [this.sheet, row, cells.columnOf(problem.key), problem.data] as const;
      if (problem.severity === "error") this.log.add(problem.severity, problem.code, ...at);
      else this.log.addOnce(`${problem.code}|${JSON.stringify(problem.data)}`, problem.severity, problem.code, ...at);
    }
    return commune;
  }

  /** A row that names a commune: of the area, or of another one, whose rows are then refused. */
  private enterCommune(text: string): void {
    const name = text.replace(ORDINAL, "");
    const commune = this.places.communes?.namedIn(name) ?? null;
    const { problem, commune: resolved } = commune === null ? this.places.check({ commune: name, communeCode: "", district: "", province: "" }) : { problem: null, commune };
    this.communeAbove = { commune: resolved, ...(problem?.severity === "error" && { elsewhere: problem }) };
    this.section = "";
    this.part++;
  }

  /** Lists made for printing repeat their headings on each page. */
  private repeatsHeadings(values: SheetRow["values"]): boolean {
    const name = this.cells.get("member_name") ?? this.cells.get("head_name");
    if (typeof name !== "string" || !this.headings.has(name)) return false;
    const filled = values.filter((value) => !isBlank(value));
    return filled.filter((value) => typeof value === "string" && this.headings.has(value)).length * 2 > filled.length;
  }

  private isData(row: number, values: SheetRow["values"]): boolean {
    const kind = rowKind(values);
    if (kind === "blank") this.seen.blank++;
    if (kind === "total") this.seen.totals++;
    if (kind === "signature") this.ended = true;
    if (kind !== "data") return false;
    const named = !isBlank(this.cells.get("member_name")) || !isBlank(this.cells.get("head_name"));
    if (this.repeatsHeadings(values)) return false;
    const texts = few(values);
    if (texts === undefined) return !isNumberRow(values);
    const alone = texts.length <= 2 ? texts.find((value) => typeof value === "string" && SECTION.test(fold(value))) : undefined;
    if (alone !== undefined) {
      this.section = cellText(alone).replace(ORDINAL, "");
      return false;
    }
    const unit = this.places.communes !== undefined && texts.length <= 2 ? texts.find((value) => typeof value === "string" && COMMUNE_SECTION.test(fold(value))) : undefined;
    if (unit !== undefined) {
      this.enterCommune(cellText(unit));
      return false;
    }
    if (isNumberRow(values)) return false;
    if (this.ended) {
      this.seen.afterEnd++;
      return false;
    }
    if (!named && this.seen.data === 0 && texts.length <= 2) return false;
    if (!named && texts.length <= 2 && texts.every((value) => typeof value === "string" && !/\d/.test(value))) {
      this.log.add("note", "rowIgnored", this.sheet, row, null, { value: cellText(texts[0]) });
      return false;
    }
    return true;
  }
}

/** A sheet of one commune by its name ("Phú Hữu") or its title ("… XÃ PHÚ HỮU"). */
function communeOfSheet([name = "", ...title]: readonly string[], { communes }: Places): string | null {
  if (communes === undefined) return null;
  return communes.called(name) ?? communes.namedIn(name) ?? communes.namedIn(title.join(" ; "));
}
