import { type PlainDate, isPlainDate, plainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { Fields, firstOf, type Json, keyOf, peek, type Taken } from "../kernel/json-fields.ts";
import { fold } from "../kernel/text/fold.ts";
import type { FactEntry, Standing } from "./rules/policy-shape.ts";
import type { HouseholdFacts, PersonFacts, Spell } from "./rules/subject.ts";

/** What was asked: one household with its members, or one person with what is known of the household. */
export interface Asked {
  readonly subject: "household" | "person";
  readonly household: HouseholdFacts;
  readonly members: readonly PersonFacts[];
  /** fields that nothing asks for, as paths */
  readonly unused: readonly string[];
}

const STANDING_WORDS: Readonly<Record<string, Standing | "escaped">> = {
  poor: "poor", "ho ngheo": "poor", ngheo: "poor", "near poor": "near_poor", nearpoor: "near_poor", "ho can ngheo": "near_poor", "can ngheo": "near_poor",
  none: "none", other: "none", no: "none", khong: "none", "not poor": "none", "khong thuoc": "none", "khong ngheo": "none", escaped: "escaped", "newly escaped": "escaped", "moi thoat ngheo": "escaped",
  "thoat ngheo": "escaped", "ho moi thoat ngheo": "escaped", "ho thoat ngheo": "escaped",
};
const SEX = new Set(["male", "female", "nam", "nu", "1", "2", "m", "f", "0"]);

/**
 * Reads one subject from JSON as people and programs write it: camelCase or snake_case, class words in Vietnamese or English, facts beside
 * or below `household`, `commune`, `person`. What is absent or null is unknown.
 * @throws AppError invalid "support.input" (problems: one line a field)
 */
export function readAsked(json: unknown, facts: readonly FactEntry[]): Asked {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new AppError("invalid", "support.input", { problems: "toàn bộ: phải là một đối tượng JSON, ví dụ {\"on\": \"2026-03-01\", \"class\": \"poor\"}" });
  return new Reader(facts).read(json as Json);
}

class Reader {
  private readonly facts: readonly FactEntry[];
  private readonly problems: string[] = [];
  private readonly unused: string[] = [];

  constructor(facts: readonly FactEntry[]) {
    this.facts = facts;
  }

  read(json: Json): Asked {
    const top = new Fields(json, "");
    const house = top.object("household", this.problems);
    const levels = house === null ? [top] : [house, top];
    const take = (...names: string[]): Taken => firstOf(levels, names);
    const on = this.day(take("on", "date", "ngay", "asOf"), true) ?? plainDate("2000-01-01");
    const one = top.object("person", this.problems);
    const { standing, escapedWord } = this.standing(firstOf([...levels, ...(one === null ? [] : [one])], ["status", "class", "standing", "recognised", "recognisedStatus", "householdClass", "householdStatus"]));
    const spells = this.spells(take("statuses", "spells", "statusHistory"));
    const subject = this.subject(top.take("subject", "type"), one !== null);
    const household: HouseholdFacts = {
      on, province: this.province(take("province", "provinceCode")), standing, spells,
      escaped: this.escaped(take("escapedOn", "escapedAt", "exitDate"), take("escapedFrom"), escapedWord),
      commune: this.commune(levels), ...this.householdFacts(levels), splitOn: this.dayOrNull(take("splitOn", "splitDate")),
    };
    const members = this.members(take("members", "persons"));
    const loose = this.loosePerson(subject, one, top, household);
    take("areaType", "name", "id", "householdId", "headName", "ethnicity", "unit", "hamlet"); // known of a household, asked by no policy
    for (const level of levels) this.unused.push(...level.rest());
    if (this.problems.length > 0) throw new AppError("invalid", "support.input", { problems: this.problems.join("\n") });
    return { subject, household, members: loose === null ? members : [loose], unused: this.unused };
  }

  private problem(path: string, text: string): null {
    this.problems.push(`${path}: ${text}`);
    return null;
  }

  private subject(found: Taken, hasPerson: boolean): "household" | "person" {
    if (found.value === undefined || found.value === null) return hasPerson ? "person" : "household";
    const word = fold(String(found.value));
    if (["person", "nguoi", "ca nhan"].includes(word)) return "person";
    if (["household", "ho"].includes(word)) return "household";
    this.problem(found.path, `chỉ nhận “household” (hộ) hoặc “person” (người), không nhận “${String(found.value)}”`);
    return "household";
  }

  private standing(found: Taken): { standing: Standing | null; escapedWord: boolean } {
    if (found.value === undefined || found.value === null) return { standing: null, escapedWord: false };
    const word = typeof found.value === "string" ? STANDING_WORDS[fold(found.value).replace(/[_-]/g, " ").trim()] : undefined;
    if (word === "escaped") return { standing: "none", escapedWord: true };
    if (word !== undefined) return { standing: word, escapedWord: false };
    this.problem(found.path, `không có diện “${String(found.value)}”. Dùng poor (hộ nghèo), near_poor (hộ cận nghèo), none (không thuộc) hoặc escaped (mới thoát nghèo)`);
    return { standing: null, escapedWord: false };
  }

  private spells(found: Taken): Spell[] | null {
    if (found.value === undefined || found.value === null) return null;
    if (!Array.isArray(found.value)) return this.problem(found.path, "phải là danh sách các lần công nhận: class, from, to");
    const spells = found.value.flatMap((each: unknown, i): Spell[] => {
      const fields = new Fields(typeof each === "object" && each !== null ? (each as Json) : {}, `${found.path}[${i}].`);
      const { standing } = this.standing(fields.take("class", "status"));
      const from = this.day(fields.take("from", "validFrom", "decisionDate"), true);
      const to = this.day(fields.take("to", "validTo"), false);
      this.unused.push(...fields.rest());
      if (standing !== "poor" && standing !== "near_poor") return [];
      if (from !== null && to !== null && to <= from) this.problem(`${found.path}[${i}].to`, `phải sau ngày bắt đầu ${from}; là ngày đầu tiên không còn trong danh sách`);
      return from === null ? [] : [{ class: standing, from, to }];
    });
    return spells.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  }

  private escaped(on: Taken, from: Taken, word: boolean): HouseholdFacts["escaped"] {
    const { standing } = this.standing(from);
    const list = standing === "poor" || standing === "near_poor" ? standing : null;
    if (on.value === undefined) return word ? { on: null, from: list } : undefined;
    if (on.value === null || on.value === false) return null;
    return { on: this.day(on, false), from: list };
  }

  private commune(levels: readonly Fields[]): HouseholdFacts["commune"] {
    const nested = levels.flatMap((level) => {
      if (typeof level.peek("commune") === "string") return []; // its name alone tells nothing that is asked
      const found = level.object("commune", this.problems);
      return found === null ? [] : [found];
    });
    const is: Record<string, boolean | null> = {};
    const left: Record<string, PlainDate | null> = {};
    for (const { code } of this.facts.filter(({ of }) => of === "commune")) {
      const flag = this.flag(firstOf([...nested, ...levels], [code]));
      if (flag !== undefined) is[code] = flag;
      const gone = this.dayOrNull(firstOf([...nested, ...levels], [`${code}LeftOn`, `${code}EndedOn`]));
      if (gone !== undefined) left[code] = gone;
    }
    for (const level of nested) this.unused.push(...level.rest(["name", "code", "uid"]));
    return { is, left };
  }

  private householdFacts(levels: readonly Fields[]): Pick<HouseholdFacts, "facts" | "numbers"> {
    const facts: Record<string, boolean | null> = {};
    const numbers: Record<string, number | null> = {};
    const ticked = firstOf(levels, ["characteristics"]);
    const codes = this.facts.filter(({ of }) => of === "household").map(({ code }) => code);
    if (Array.isArray(ticked.value)) for (const code of ticked.value) facts[codes.find((known) => keyOf(known) === keyOf(String(code))) ?? String(code)] = true;
    const nested = typeof ticked.value === "object" && ticked.value !== null && !Array.isArray(ticked.value) ? [new Fields(ticked.value as Json, `${ticked.path}.`)] : [];
    for (const code of codes) {
      const flag = this.flag(firstOf([...nested, ...levels], [code]));
      if (flag !== undefined) facts[code] = flag;
    }
    if (facts["ethnicMinority"] === undefined) {
      const minority = minorityOf(peek(levels, "ethnicity"));
      if (minority !== null) facts["ethnicMinority"] = minority;
    }
    for (const { code } of this.facts.filter(({ of }) => of === "number")) {
      const found = firstOf(levels, [code]);
      if (found.value === undefined || found.value === null) continue;
      if (typeof found.value !== "number" || !Number.isFinite(found.value) || found.value < 0) this.problem(found.path, "phải là số không âm");
      else numbers[code] = found.value;
    }
    return { facts, numbers };
  }

  private members(found: Taken): PersonFacts[] {
    if (found.value === undefined || found.value === null) return [];
    if (!Array.isArray(found.value)) return this.problem(found.path, "phải là danh sách thành viên") ?? [];
    return found.value.flatMap((each: unknown, i): PersonFacts[] => {
      const path = `${found.path}[${i}]`;
      if (typeof each !== "object" || each === null || Array.isArray(each)) return this.problem(path, "phải là một đối tượng JSON") ?? [];
      const fields = new Fields(each as Json, `${path}.`);
      const person = this.person(fields);
      this.unused.push(...fields.rest());
      return [person];
    });
  }

  /** A person asked for alone: below `person`, or with the facts beside `on`. */
  private loosePerson(subject: "household" | "person", one: Fields | null, top: Fields, { facts }: HouseholdFacts): PersonFacts | null {
    if (one !== null) {
      const person = this.person(one);
      this.unused.push(...one.rest());
      return person;
    }
    if (subject !== "person") return null;
    const person = this.person(top);
    // beside `on` the word can only mean this person
    const minority = person.facts["ethnicMinority"] ?? facts["ethnicMinority"];
    return minority === undefined ? person : { ...person, facts: { ...person.facts, ethnicMinority: minority } };
  }

  private person(fields: Fields): PersonFacts {
    const known: Record<string, boolean | null> = {};
    for (const { code } of this.facts.filter(({ of }) => of === "person")) {
      const flag = this.flag(fields.take(code));
      if (flag !== undefined) known[code] = flag;
    }
    const ethnicity = fields.take("ethnicity", "ethnicGroup", "danToc").value;
    if (known["ethnicMinority"] === undefined) {
      const minority = minorityOf(ethnicity);
      if (minority !== null) known["ethnicMinority"] = minority;
    }
    const name = fields.take("name", "fullName", "hoTen").value;
    fields.take("relation", "id", "personId", "isHead");
    const sex = fields.take("sex", "gender");
    if (sex.value !== undefined && sex.value !== null && !SEX.has(fold(String(sex.value)))) this.problem(sex.path, "chỉ nhận nam, nữ, male, female, 1 hoặc 2");
    return { name: typeof name === "string" ? name : null, ...this.birth(fields), facts: known };
  }

  private birth(fields: Fields): Pick<PersonFacts, "birthDate" | "birthYear" | "age"> {
    const given = fields.take("birthDate", "dateOfBirth", "dob", "birth", "ngaySinh");
    const yearOnly = typeof given.value === "number" || (typeof given.value === "string" && /^\d{4}$/.test(given.value.trim()));
    const year = this.whole(yearOnly ? given : fields.take("birthYear", "namSinh"), 1850, 2200);
    const age = this.whole(fields.take("age", "tuoi"), 0, 150);
    return { birthDate: yearOnly ? null : this.day(given, false), birthYear: year, age };
  }

  private whole(found: Taken, least: number, most: number): number | null {
    if (found.value === undefined || found.value === null) return null;
    const value = Number(found.value);
    if (!Number.isInteger(value) || value < least || value > most) return this.problem(found.path, `phải là số nguyên từ ${least} đến ${most}`);
    return value;
  }

  private province(found: Taken): string | null {
    if (found.value === undefined || found.value === null) return null;
    const text = String(found.value).padStart(2, "0");
    return /^\d{2}$/.test(text) ? text : this.problem(found.path, "phải là mã tỉnh gồm 2 chữ số, ví dụ “91”");
  }

  private flag(found: Taken): boolean | null | undefined {
    const { value, path } = found;
    if (value === undefined || value === null || typeof value === "boolean") return value;
    const word = fold(String(value));
    if (["true", "yes", "co", "x", "1"].includes(word)) return true;
    if (["false", "no", "khong", "0"].includes(word)) return false;
    if (["unknown", "chua ro", ""].includes(word)) return null;
    return this.problem(path, "phải là true, false hoặc null (chưa rõ)");
  }

  private dayOrNull(found: Taken): PlainDate | null | undefined {
    if (found.value === undefined) return undefined;
    return found.value === null || found.value === false ? null : this.day(found, false);
  }

  private day(found: Taken, needed: boolean): PlainDate | null {
    const { value, path } = found;
    if (value === undefined || value === null) return needed ? this.problem(path, "còn thiếu ngày hỏi, dạng năm-tháng-ngày, ví dụ 2026-03-01") : null;
    const text = typeof value === "string" ? value.trim() : "";
    if (isPlainDate(text)) return text;
    const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    const turned = y === undefined ? "" : `${y}-${m!.padStart(2, "0")}-${d!.padStart(2, "0")}`;
    if (isPlainDate(turned)) return turned;
    return this.problem(path, `“${String(value)}” không phải ngày có thật, dạng năm-tháng-ngày, ví dụ 2026-03-01`);
  }
}

/** Ethnic minority by code or name; Kinh is code 01. null: not told. */
function minorityOf(ethnicity: unknown): boolean | null {
  if (ethnicity === undefined || ethnicity === null || ethnicity === "") return null;
  return !["01", "1", "kinh", "viet"].includes(fold(String(ethnicity)));
}
