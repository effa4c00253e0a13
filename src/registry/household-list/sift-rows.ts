import { isNumberRow, rowKind } from "../../exchange/headings.ts";
import type { CellValue, SheetRow } from "../../exchange/workbook.ts";
import { fold } from "../../kernel/text/fold.ts";
import { cellText, isBlank } from "./cell.ts";
import type { CellsOfRow } from "./cells-of-row.ts";
import { mendKey } from "./context.ts";
import type { ListKey } from "./format.ts";
import type { PlaceProblem, Places } from "./places.ts";
import type { ProblemLog } from "./problems.ts";

/** The filled cells of a row that has at most four. */
function few(values: readonly CellValue[]): CellValue[] | undefined {
  const filled: CellValue[] = [];
  for (const value of values) if (!isBlank(value) && filled.push(value) > 4) return undefined;
  return filled;
}

export type SheetLinesSeen = { data: number; blank: number; totals: number; afterEnd: number; leftOut: number };

/** A row that names a part of the list: "I. Ấp Phú Thạnh". */
const SECTION = /^(?:[ivxlc]+[.)\-: ]+|\d+[.)\-: ]+|[a-z][.)] *)?(?:ap|khom|thon|ban|buon|phum|soc|to dan pho|khu pho|to|xom) +\S/;

/** A row that names the commune of the rows below: "II. XÃ PHÚ HỮU". */
const COMMUNE_SECTION = /^(?:[ivxlc]+[.)\-: ]+|\d+[.)\-: ]+|[a-z][.)] *)?(?:xa|phuong|thi tran|dac khu) +\S/;
const ORDINAL = /^(?:[IVXLC]+|\d+|[a-zA-Z])[.):\- ]+(?=\p{L}{2})/u;

export type RowsToSift<Key extends string> = {
  readonly sheet: number;
  readonly firstRow: number;
  /** The texts of the headings, as they stand. */
  readonly headings: readonly string[];
  /** The sheet's name, then what stands above the headings. */
  readonly title: readonly string[];
  /** Fields of which every line of data fills one. */
  readonly names: readonly Key[];
  /** Rows that the officer left out, by `mendKey` without column. */
  readonly leaveOut: ReadonlySet<string> | undefined;
};

/** Tells the lines of data of a sheet from totals, signatures, repeated headings and rows that name a place; remembers the places above. */
export class SiftRows<Key extends string = ListKey> {
  readonly seen: SheetLinesSeen = { data: 0, blank: 0, totals: 0, afterEnd: 0, leftOut: 0 };
  /** The last hamlet that had a row of its own. */
  section = "";
  /** Counts the rows that name a commune. */
  part = 0;
  private readonly asked: RowsToSift<Key>;
  private readonly cells: CellsOfRow<Key | ListKey>;
  private readonly places: Places;
  private readonly log: ProblemLog;
  private readonly headings: ReadonlySet<string>;
  private ended = false;
  /** Of the sheet as a whole; a row of its own goes before it, the line's own cells before both. */
  private communeAbove: { readonly commune: string | null; readonly elsewhere?: PlaceProblem };

  constructor(asked: RowsToSift<Key>, cells: CellsOfRow<Key | ListKey>, places: Places, log: ProblemLog) {
    this.asked = asked;
    this.cells = cells;
    this.places = places;
    this.log = log;
    this.headings = new Set(asked.headings);
    this.communeAbove = { commune: communeOfSheet(asked.title, places) };
  }

  /** Moves to a row; true when it is a line of data that is wanted. */
  take({ row, values }: SheetRow): boolean {
    const { sheet, firstRow, leaveOut } = this.asked;
    if (row < firstRow) return false;
    this.cells.moveTo(row, values);
    if (!this.isData(row, values)) return false;
    if (leaveOut?.has(mendKey(sheet, String(row))) === true) {
      this.seen.leftOut++;
      return false;
    }
    this.seen.data++;
    return true;
  }

  /** What the line's cells say of its commune, else what stands above it. */
  commune(row: number): string | null {
    const { cells, places } = this;
    const { sheet } = this.asked;
    const own = { province: cellText(cells.get("province")), district: cellText(cells.get("district")), commune: cellText(cells.get("commune")), communeCode: cellText(cells.get("commune_code")) };
    if (own.commune === "" && own.communeCode === "" && places.communes !== undefined) {
      const { commune, elsewhere } = this.communeAbove;
      if (elsewhere !== undefined) this.log.add(elsewhere.severity, elsewhere.code, sheet, row, null, elsewhere.data);
      return commune;
    }
    const { problem, commune } = places.check(own);
    if (problem !== null) {
      const at = [sheet, row, cells.columnOf(problem.key), problem.data] as const;
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
    const name = this.name();
    if (typeof name !== "string" || !this.headings.has(name)) return false;
    const filled = values.filter((value) => !isBlank(value));
    return filled.filter((value) => typeof value === "string" && this.headings.has(value)).length * 2 > filled.length;
  }

  private name(): CellValue {
    for (const key of this.asked.names) {
      const value = this.cells.get(key);
      if (!isBlank(value)) return value;
    }
    return null;
  }

  private isData(row: number, values: SheetRow["values"]): boolean {
    const kind = rowKind(values);
    if (kind === "blank") this.seen.blank++;
    if (kind === "total") this.seen.totals++;
    if (kind === "signature") this.ended = true;
    if (kind !== "data") return false;
    const named = this.name() !== null;
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
      this.log.add("note", "rowIgnored", this.asked.sheet, row, null, { value: cellText(texts[0]) });
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
