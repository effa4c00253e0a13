import type { Severity } from "../../exchange/problem.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { readBirth } from "./birth.ts";
import { cellText, integerOf, isBlank } from "./cell.ts";
import type { CellsOfRow } from "./cells-of-row.ts";
import type { ListContext } from "./context.ts";
import type { ListKey } from "./format.ts";
import type { HouseholdCells } from "./line.ts";
import type { ProblemLog } from "./problems.ts";
import { causesOf, classOf, type ListedClass, markOf } from "./words.ts";

const HOUSEHOLD_KEYS: readonly ListKey[] = [
  "hamlet", "class", "class_poor", "class_near_poor", "decision_number", "decision_date", "score_income", "score_deprivation", "ethnic_minority",
  "no_labour", "merit", "causes", "member_count", "address",
];

/** Highest B2: 12 indicators of 10 points each. B1 has no published ceiling; a four-digit one is a slip. */
const [MOST_B2, MOST_B1] = [120, 999];

/** Reads what a line says of its household. */
export class HouseholdReader {
  private readonly cells: CellsOfRow;
  private readonly sheet: number;
  private readonly context: ListContext;
  private readonly log: ProblemLog;
  private readonly keys: readonly ListKey[];

  constructor(sheet: number, cells: CellsOfRow, context: ListContext, log: ProblemLog) {
    this.sheet = sheet;
    this.cells = cells;
    this.context = context;
    this.log = log;
    this.keys = HOUSEHOLD_KEYS.filter((key) => cells.has(key));
  }

  read(): HouseholdCells | null {
    if (this.keys.every((key) => isBlank(this.cells.get(key)))) return null;
    const [decisionNumber, decisionDate] = this.decision();
    const [causes, causeText] = this.causes();
    return {
      hamlet: cellText(this.cells.get("hamlet")),
      listedClass: this.listedClass(),
      decisionNumber,
      decisionDate,
      scoreIncome: this.points("score_income", MOST_B1),
      scoreDeprivation: this.points("score_deprivation", MOST_B2),
      ethnicMinority: this.mark("ethnic_minority"),
      noLabourCapacity: this.mark("no_labour"),
      hasMeritMember: this.mark("merit"),
      causes,
      causeText,
      declaredMembers: this.memberCount(),
      address: cellText(this.cells.get("address")),
    };
  }

  private problem(severity: Severity, code: string, key: ListKey, data: Record<string, string | number> = {}, proposal?: string): void {
    this.log.add(severity, code, this.sheet, this.cells.row, this.cells.columnOf(key), data, proposal);
  }

  private listedClass(): ListedClass | null {
    const text = cellText(this.cells.get("class"));
    if (text !== "") {
      const listed = classOf(text);
      if (listed === undefined) this.problem("error", "classUnknown", "class", { value: text });
      return listed ?? null;
    }
    const [poor, near] = [this.mark("class_poor"), this.mark("class_near_poor")];
    if (poor === true && near === true) this.problem("error", "classTwice", "class_near_poor");
    else if (poor === true) return "poor";
    else if (near === true) return "near_poor";
    return null;
  }

  private mark(key: ListKey): boolean | null {
    const text = cellText(this.cells.get(key));
    if (text === "") return null;
    const mark = markOf(text);
    if (mark === undefined) this.problem("warning", "markUnknown", key, { value: text });
    return mark ?? null;
  }

  private decision(): [string, PlainDate | null] {
    const text = cellText(this.cells.get("decision_number"));
    const inNumber = /^(.*?),?\s*ngày\s+(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$/iu.exec(text);
    const value: CellValue = this.cells.get("decision_date");
    const from = isBlank(value) ? (inNumber?.[2] ?? null) : value;
    return [inNumber?.[1] ?? text, from === null ? null : this.decisionDate(from)];
  }

  private decisionDate(value: CellValue): PlainDate | null {
    const date = readBirth(value, Number(this.context.asOf.slice(0, 4)) + 1)?.birth.date;
    if (date === undefined) this.problem("warning", "decisionDateUnreadable", "decision_date", { value: cellText(value) });
    else if (date > this.context.asOf) this.problem("warning", "decisionAfterList", "decision_date", { value: shortDate(date), asOf: shortDate(this.context.asOf) });
    return date ?? null;
  }

  private points(key: "score_income" | "score_deprivation", most: number): number | null {
    const value = this.cells.get(key);
    if (isBlank(value)) return null;
    const points = integerOf(value);
    const name = key === "score_income" ? "B1" : "B2";
    if (points === undefined || points < 0 || points > most) {
      this.problem("error", "scoreUnreadable", key, { value: cellText(value), name, most });
      return null;
    }
    if (key === "score_deprivation" && points % 10 !== 0) {
      // B2 = 10 × the number of indicators that a household is short of (TT 07/2021/TT-BLĐTBXH).
      this.problem("error", "scoreNotTens", key, { value: points });
      return null;
    }
    return points;
  }

  private causes(): [readonly number[], string] {
    const value = this.cells.get("causes");
    const text = cellText(value);
    if (text === "") return [[], ""];
    const causes = typeof value === "string" || typeof value === "number" ? causesOf(typeof value === "string" ? text : value) : undefined;
    if (causes === undefined) this.problem("warning", "causeUnknown", "causes", { value: text });
    return [causes ?? [], /\p{L}/u.test(text) ? text : ""];
  }

  private memberCount(): number | null {
    const value = this.cells.get("member_count");
    if (isBlank(value)) return null;
    const count = integerOf(value);
    if (count === undefined || count < 0 || count > 60) this.problem("warning", "memberCountUnreadable", "member_count", { value: cellText(value) });
    return count === undefined || count < 0 || count > 60 ? null : count;
  }
}
