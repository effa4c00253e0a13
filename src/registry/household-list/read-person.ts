import type { CellValue } from "../../exchange/workbook.ts";
import { yearOf } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { tidyName } from "../../kernel/text/name.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { type Birth, readBirth } from "./birth.ts";
import { cellText, integerOf, isBlank, isCellError } from "./cell.ts";
import type { CellsOfRow } from "./cells-of-row.ts";
import { accepts, type ListContext } from "./context.ts";
import type { EthnicReader } from "./ethnic-names.ts";
import type { ListKey } from "./format.ts";
import { readIdentity } from "./identity.ts";
import type { ProblemLog } from "./problems.ts";
import type { MemberCandidate } from "./records.ts";
import type { Severity } from "../../exchange/problem.ts";
import { markOf, relationOf, saysNothing, type Sex, sexOf } from "./words.ts";

const OLDEST = 120;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Reads what a line says of a person. A problem never stops the reading: a line tells all that is amiss with it. */
export class PersonReader {
  private readonly cells: CellsOfRow;
  private readonly sheet: number;
  private readonly context: ListContext;
  private readonly ethnic: EthnicReader;
  private readonly log: ProblemLog;
  private readonly year: number;

  constructor(sheet: number, cells: CellsOfRow, context: ListContext, ethnic: EthnicReader, log: ProblemLog) {
    this.sheet = sheet;
    this.cells = cells;
    this.context = context;
    this.ethnic = ethnic;
    this.log = log;
    this.year = yearOf(context.asOf);
  }

  read(): MemberCandidate {
    const { cells } = this;
    const name = this.name();
    const relationText = cellText(cells.get("relation"));
    const relation = relationText === "" ? null : (relationOf(relationText) ?? null);
    if (relationText !== "" && relation === null) this.problem("warning", "relationUnknown", "relation", { value: relationText });
    const [birth, columnSex] = this.birth();
    const sex = this.sex(columnSex);
    const identity = this.identity(sex, birth);
    this.age(birth);
    return { sheet: this.sheet, row: cells.row, state: "accepted", name, nameKey: fold(name), relation, relationText, birth, sex, identity, ethnic: this.ethnicity(), note: cellText(cells.get("note")) };
  }

  private problem(severity: Severity, code: string, key: ListKey, data: Record<string, string | number> = {}, proposal?: string): void {
    this.log.add(severity, code, this.sheet, this.cells.row, this.cells.columnOf(key), data, proposal);
  }

  private name(): string {
    const key: ListKey = isBlank(this.cells.get("member_name")) ? "head_name" : "member_name";
    const text = cellText(this.cells.get(key)).replace(/^[-–+*•]\s*/, "");
    if (text === "") this.problem("error", "nameMissing", this.cells.has("member_name") ? "member_name" : "head_name");
    else if (isCellError(text)) this.problem("error", "cellError", key, { value: text });
    else if (/\d/.test(text) || !/\p{L}/u.test(text)) this.problem("warning", "nameOdd", key, { value: text });
    return tidyName(text);
  }

  /** From one column, or from the pair of columns for men and women, which tells the sex too. */
  private birth(): [Birth | null, Sex] {
    const single = this.cells.get("birth");
    if (!isBlank(single)) return [this.readBirth(single, "birth"), 0];
    const [male, female] = [this.cells.get("birth_male"), this.cells.get("birth_female")];
    if (isBlank(male) && isBlank(female)) {
      if (this.cells.has("birth") || this.cells.has("birth_male")) this.problem("warning", "birthMissing", this.cells.has("birth") ? "birth" : "birth_male");
      return [null, 0];
    }
    if (!isBlank(male) && !isBlank(female)) this.problem("warning", "birthInBoth", "birth_male");
    const [key, value, sex]: [ListKey, CellValue, Sex] = isBlank(male) ? ["birth_female", female, 2] : ["birth_male", male, 1];
    if (markOf(cellText(value)) === true) return [null, sex];
    return [this.readBirth(value, key), sex];
  }

  private readBirth(value: CellValue, key: ListKey): Birth | null {
    const text = cellText(value);
    if (typeof value === "string" && saysNothing(text)) {
      this.problem("warning", "birthMissing", key);
      return null;
    }
    const year = /(?:18|19|20)\d{2}(?!\d)/.exec(text)?.[0];
    const told = readBirth(value, this.year);
    const read = told ?? (year !== undefined && accepts(this.context, "birthUnreadable") ? { birth: { date: undefined, year: Number(year), month: undefined }, doubt: "partOfText" as const } : undefined);
    if (read === undefined) {
      this.problem("error", isCellError(value) ? "cellError" : "birthUnreadable", key, { value: text }, year);
      return null;
    }
    const { birth } = read;
    const shown = birth.date === undefined ? String(birth.year) : shortDate(birth.date);
    if ((birth.date ?? "") > this.context.asOf || birth.year > this.year) {
      this.problem("error", "birthAfterList", key, { value: text, asOf: shortDate(this.context.asOf) });
      return null;
    }
    if (birth.year < this.year - OLDEST) this.problem("warning", "birthTooEarly", key, { value: text, age: this.year - birth.year });
    if (read.doubt !== undefined) this.problem("warning", `birth${capital(read.doubt)}`, key, { value: text, taken: shown });
    return birth;
  }

  private sex(fromColumn: Sex): Sex {
    const text = cellText(this.cells.get("sex"));
    if (text !== "") {
      const sex = sexOf(text);
      if (sex === undefined) this.problem("warning", "sexUnknown", "sex", { value: text });
      else if (fromColumn !== 0 && sex !== fromColumn) this.problem("warning", "sexTwice", "sex", { value: text });
      return sex ?? fromColumn;
    }
    if (fromColumn !== 0) return fromColumn;
    if (markOf(cellText(this.cells.get("sex_female"))) === true) return 2;
    if (markOf(cellText(this.cells.get("sex_male"))) === true) return 1;
    // A lone column "Nữ" with ticks says of the others that they are men.
    return this.cells.has("sex_female") && !this.cells.has("sex_male") && !this.cells.has("birth_female") ? 1 : 0;
  }

  private identity(sex: Sex, birth: Birth | null): MemberCandidate["identity"] {
    if (!this.cells.has("identity")) return null;
    const read = readIdentity(this.cells.get("identity"), { sex, birthYear: birth?.year, prefixes: this.context.idPrefixes });
    for (const found of read.problems) {
      const code = `identity${capital(found.code.slice("registry.identity.".length))}`;
      // A dropped zero that place, sex and year all confirm is no longer in doubt: it is taken, and told.
      const sure = found.proposal?.length === 12 && sex !== 0 && birth !== null;
      if (found.proposal !== undefined && (sure || accepts(this.context, "identityLength"))) {
        this.problem("warning", "identityZeroRestored", "identity", found.data, found.proposal);
        return { type: found.proposal.length === 12 ? "CCCD" : "CMND", number: found.proposal };
      }
      this.problem(found.severity, code, "identity", found.data, found.proposal);
    }
    return read.type === null || read.normalized === undefined ? null : { type: read.type, number: read.normalized };
  }

  private ethnicity(): string | null {
    const text = cellText(this.cells.get("ethnicity"));
    if (text === "") return null;
    const read = this.ethnic(text);
    if ("code" in read) return read.code;
    const names = read.candidates.map((code) => this.context.ethnicGroups.find((group) => group.code === code)?.name ?? code);
    this.problem("warning", read.candidates.length > 1 ? "ethnicitySeveral" : "ethnicityUnknown", "ethnicity", { value: text, found: names.join(", ") });
    return null;
  }

  private age(birth: Birth | null): void {
    const value = this.cells.get("age");
    if (birth === null || isBlank(value)) return;
    const age = integerOf(value);
    const by = this.year - birth.year;
    if (age === undefined || Math.abs(age - by) > 1) this.problem("warning", "ageDiffers", "age", { value: cellText(value), age: by });
  }
}
