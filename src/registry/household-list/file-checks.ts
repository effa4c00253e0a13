import type { ListKind } from "./list-kind.ts";
import type { ProblemLog } from "./problems.ts";
import type { HouseholdCandidate, MemberCandidate } from "./records.ts";

export type SheetColumns = { readonly identity: number | null; readonly name: number | null };

/**
 * Checks across households of one kind of list: one number on two lines, one person on two lines. A household may rightly stand on the
 * list of those that left poverty and, now near-poor, on the list after the review: the kinds are not compared here.
 */
export class FileChecks {
  private readonly log: ProblemLog;
  private readonly columns: (sheet: number) => SheetColumns;
  private readonly byNumber = new Map<ListKind, Map<string, MemberCandidate>>();
  private readonly told = new Set<MemberCandidate>();
  /** Persons without a number: only these can be the same as another person unnoticed. */
  private readonly unnumbered = new Map<string, MemberCandidate[]>();

  constructor(log: ProblemLog, columns: (sheet: number) => SheetColumns) {
    this.log = log;
    this.columns = columns;
  }

  add(kind: ListKind, household: HouseholdCandidate): void {
    for (const member of household.members) {
      if (member.identity !== null) this.checkNumber(kind, member, member.identity.number);
      else if (member.birth?.date !== undefined && member.name !== "") {
        const key = `${kind} ${nameKey(member)}`;
        this.unnumbered.set(key, [...(this.unnumbered.get(key) ?? []), member]);
      }
    }
  }

  /** After all were added: looks through a household for persons who also stand elsewhere without a number. */
  compare(kind: ListKind, household: HouseholdCandidate): void {
    if (this.unnumbered.size === 0) return;
    for (const member of household.members) {
      if (member.birth?.date === undefined) continue;
      const others = this.unnumbered.get(`${kind} ${nameKey(member)}`);
      const other = others?.find((each) => each !== member && !household.members.includes(each));
      // Of two without a number the later line is told; a line with a number is right, the one without it is told.
      if (other === undefined || (member.identity === null && isBefore(member, other))) continue;
      const [doubtful, first] = member.identity === null ? [member, other] : [other, member];
      const data = { name: doubtful.name, otherRow: first.row, otherSheet: this.log.sheetName(first.sheet) };
      this.log.addOnce(`twice ${doubtful.sheet} ${doubtful.row}`, "warning", "personMaybeTwice", doubtful.sheet, doubtful.row, this.columns(doubtful.sheet).name, data);
    }
  }

  private checkNumber(kind: ListKind, member: MemberCandidate, number: string): void {
    let seen = this.byNumber.get(kind);
    if (seen === undefined) this.byNumber.set(kind, (seen = new Map()));
    const before = seen.get(number);
    if (before === undefined) {
      seen.set(number, member);
      return;
    }
    const same = before.nameKey === member.nameKey && (before.birth === null || member.birth === null || before.birth.year === member.birth.year);
    this.log.add("error", same ? "personTwiceInFile" : "identityTwice", member.sheet, member.row, this.columns(member.sheet).identity, this.about(member, before));
    if (same || this.told.has(before)) return;
    this.told.add(before);
    this.log.add("warning", "identityAlsoElsewhere", before.sheet, before.row, this.columns(before.sheet).identity, this.about(before, member));
  }

  private about(member: MemberCandidate, other: MemberCandidate): Record<string, string | number> {
    return { name: member.name, otherName: other.name, otherRow: other.row, otherSheet: this.log.sheetName(other.sheet) };
  }
}

const nameKey = (member: MemberCandidate): string => `${member.nameKey}|${member.birth?.date ?? ""}`;
const isBefore = (a: MemberCandidate, b: MemberCandidate): boolean => a.sheet < b.sheet || (a.sheet === b.sheet && a.row < b.row);
