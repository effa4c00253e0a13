import { fold } from "../../kernel/text/fold.ts";
import { sameText } from "../../kernel/text/tone.ts";
import { accepts, type ListContext } from "./context.ts";
import type { LineGroup } from "./group.ts";
import type { HouseholdCells, Line } from "./line.ts";
import type { SheetKind } from "./list-kind.ts";
import type { Places } from "./places.ts";
import type { ProblemLog } from "./problems.ts";
import type { HouseholdCandidate, HouseholdFacts, MemberCandidate } from "./records.ts";
import type { SheetLines } from "./sheet-lines.ts";

const NO_CELLS: HouseholdCells = {
  hamlet: "", listedClass: null, decisionNumber: "", decisionDate: null, scoreIncome: null, scoreDeprivation: null, ethnicMinority: null,
  noLabourCapacity: null, hasMeritMember: null, causes: [], causeText: "", declaredMembers: null, address: "",
};

const KINH = "01";

/** Makes households of the lines of one sheet and checks each as a whole. */
export class Assembler {
  private readonly sheet: SheetLines;
  private readonly kind: SheetKind;
  private readonly context: ListContext;
  private readonly places: Places;
  private readonly log: ProblemLog;
  /** One line stands for a whole household: its other members are not listed. */
  private readonly headsOnly: boolean;
  private hamletAbove = "";
  private communeBefore: string | null = null;

  constructor(sheet: SheetLines, kind: SheetKind, context: ListContext, places: Places, log: ProblemLog, headsOnly: boolean) {
    this.sheet = sheet;
    this.kind = kind;
    this.context = context;
    this.places = places;
    this.log = log;
    this.headsOnly = headsOnly;
  }

  household(group: LineGroup): HouseholdCandidate {
    const { head } = group;
    const first = head ?? group.lines[0]!;
    const cells = mergedCells(head === undefined ? group.lines : [head, ...group.lines.filter((line) => line !== head)]);
    const members = group.lines.map((line) => (line === head && line.person.relation === null ? { ...line.person, relation: "01" as const } : line.person));
    const headMember = head === undefined ? null : members[group.lines.indexOf(head)]!;
    const facts = this.facts(first, cells);
    const commune = this.commune(group, first, facts.address);
    this.checkHead(group, first);
    this.checkClass(group, first, cells);
    this.checkPoints(first, facts, commune);
    this.checkMembers(group, first, facts);
    if (facts.ethnicMinority === true && headMember?.ethnic === KINH) this.problem("note", "minorityMarkKinh", first, "ethnic_minority");
    return { sheet: first.person.sheet, row: first.person.row, state: "accepted", head: headMember, members, hamlet: this.hamlet(first, cells, commune), commune, facts };
  }

  private problem(severity: "error" | "warning" | "note", code: string, line: Line, key: Parameters<SheetLines["columnOf"]>[0] | null, data: Record<string, string | number> = {}, proposal?: string): void {
    this.log.add(severity, code, line.person.sheet, line.person.row, key === null ? null : this.sheet.columnOf(key), data, proposal);
  }

  private facts(first: Line, cells: HouseholdCells): HouseholdFacts {
    return {
      listedClass: this.kind.kind === "current" ? (cells.listedClass ?? this.kind.listedClass) : this.kind.kind,
      decisionNumber: cells.decisionNumber,
      decisionDate: cells.decisionDate,
      scoreIncome: cells.scoreIncome,
      scoreDeprivation: cells.scoreDeprivation,
      ethnicMinority: cells.ethnicMinority,
      noLabourCapacity: cells.noLabourCapacity,
      hasMeritMember: cells.hasMeritMember,
      causes: cells.causes,
      causeText: cells.causeText,
      declaredMembers: cells.declaredMembers,
      address: cells.address,
      note: first.person.note,
      localCode: first.code,
    };
  }

  /** The area's own one; of several the one that the head's line, another line or the address tells. */
  private commune(group: LineGroup, first: Line, address: string): string | null {
    const { area } = this.context;
    if (area === undefined) return null;
    if (area.communes === undefined) return area.uid;
    const told = first.commune ?? group.lines.find((line) => line.commune !== null)?.commune ?? this.places.communes!.namedIn(address);
    for (const line of group.lines) {
      if (line.commune !== null && line.commune !== told) this.problem("warning", "communeDiffersInHousehold", line, "commune", { name: first.person.name });
    }
    if (told === null && this.log.worstOf(first.person.sheet, first.person.row) !== "error") this.problem("error", "communeMissing", first, "commune", { name: first.person.name, area: area.name });
    return told;
  }

  private hamlet(first: Line, cells: HouseholdCells, commune: string | null): HouseholdCandidate["hamlet"] {
    if (commune !== this.communeBefore) [this.communeBefore, this.hamletAbove] = [commune, ""];
    const told = cells.hamlet || first.section || this.places.inAddress(cells.address);
    const text = told || (accepts(this.context, "hamletMissing") ? this.hamletAbove : "");
    if (told === "" && this.sheet.has("hamlet")) this.problem("warning", "hamletMissing", first, "hamlet", {}, this.hamletAbove || undefined);
    if (text === "") return null;
    this.hamletAbove = text;
    const match = this.places.hamlet(text, commune);
    if (match.id === null && commune !== null) {
      const like = this.places.likeHamlets(text, commune);
      if (like[0] !== undefined && accepts(this.context, "hamletLike")) return this.places.hamlet(like[0], commune);
      const at = [first.person.sheet, first.person.row, this.sheet.columnOf("hamlet")] as const;
      const code = like.length > 0 ? "hamletLike" : "hamletNew";
      this.log.addOnce(`hamlet ${commune ?? ""} ${fold(text)}`, "note", code, ...at, { value: text, like: like.join(", ") }, like[0]);
    }
    return match;
  }

  private checkHead(group: LineGroup, first: Line): void {
    if (group.head === undefined) {
      this.problem("error", "noHead", first, this.sheet.has("head_mark") ? "head_mark" : "relation", { lines: group.lines.length, name: first.person.name });
      return;
    }
    const { headName, person } = group.head;
    if (headName !== "" && person.name !== "" && !sameText(headName, person.name)) {
      this.problem("warning", "headNameDiffers", group.head, "head_name", { head: headName, name: person.name });
    }
    if (group.head.marked && person.relation !== null && person.relation !== "01" && group.lines.length > 1) {
      this.problem("warning", "headRelationDiffers", group.head, "relation", { value: person.relationText, name: person.name });
    }
  }

  private checkClass(group: LineGroup, first: Line, cells: HouseholdCells): void {
    const own = first.cells?.listedClass ?? null;
    for (const line of group.lines) {
      const listed = line.cells?.listedClass ?? null;
      if (listed !== null && own !== null && listed !== own) this.problem("warning", "classDiffersInHousehold", line, "class", { name: first.person.name });
    }
    const words = this.sheet.has("class");
    if (words && cells.listedClass === null && this.kind.listedClass === null && this.log.worstOf(first.person.sheet, first.person.row) !== "error") {
      this.problem("error", "classMissing", first, "class", { name: first.person.name });
    }
  }

  private checkPoints(first: Line, facts: HouseholdFacts, commune: string | null): void {
    if (this.kind.kind !== "current") return;
    if (facts.scoreIncome === null || facts.scoreDeprivation === null) {
      const missing = facts.scoreIncome === null ? "score_income" : "score_deprivation";
      if (this.sheet.has(missing) && this.log.worstOf(first.person.sheet, first.person.row) !== "error") this.problem("note", "pointsMissing", first, missing, { name: first.person.name });
      return;
    }
    const computed = this.context.classify?.(facts.scoreIncome, facts.scoreDeprivation, this.context.asOf, commune);
    if (computed === undefined || facts.listedClass === null || computed === facts.listedClass) return;
    this.problem("note", "classDiffersFromPoints", first, "class", { listed: facts.listedClass, computed, b1: facts.scoreIncome, b2: facts.scoreDeprivation });
  }

  private checkMembers(group: LineGroup, first: Line, facts: HouseholdFacts): void {
    if (!this.headsOnly && facts.declaredMembers !== null && facts.declaredMembers !== group.lines.length) {
      this.problem("warning", "memberCountDiffers", first, "member_count", { declared: facts.declaredMembers, lines: group.lines.length, name: first.person.name });
    }
    for (const [i, { person }] of group.lines.entries()) {
      if (person.name === "" || person.birth === null) continue;
      const before = group.lines.slice(0, i).find((line) => isSame(line.person, person))?.person;
      if (before === undefined) continue;
      this.log.add("error", "personTwice", person.sheet, person.row, this.sheet.columnOf("member_name") ?? this.sheet.columnOf("head_name"), { name: person.name, otherRow: before.row });
    }
  }
}

const isSame = (a: MemberCandidate, b: MemberCandidate): boolean =>
  a.nameKey === b.nameKey && a.birth !== null && b.birth !== null && a.birth.year === b.birth.year && a.birth.date === b.birth.date;

/** The first line that says a thing says it for the household. */
const CELLS = Object.keys(NO_CELLS) as (keyof HouseholdCells)[];

function mergedCells(lines: readonly Line[]): HouseholdCells {
  const all = lines.flatMap((line) => (line.cells === null ? [] : [line.cells]));
  if (all.length <= 1) return all[0] ?? NO_CELLS;
  const merged: Record<keyof HouseholdCells, unknown> = { ...all[0]! };
  for (let i = 1; i < all.length; i++) {
    for (const key of CELLS) if (isEmpty(merged[key])) merged[key] = all[i]![key];
  }
  return merged as HouseholdCells;
}

const isEmpty = (value: unknown): boolean => value === null || value === "" || (Array.isArray(value) && value.length === 0);
