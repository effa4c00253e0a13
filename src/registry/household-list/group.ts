import { fold } from "../../kernel/text/fold.ts";
import type { Line } from "./line.ts";
import type { ProblemLog } from "./problems.ts";
import { HEAD } from "./words.ts";

/** Lines that make one household; `head` is the line of its head where one is told. */
export type LineGroup = { readonly lines: Line[]; head: Line | undefined };

/** How a sheet tells its households apart. */
export type Grouping = "code" | "number" | "mark" | "line_number" | "relation" | "head_name" | "single";

export type GroupColumns = { readonly relation: number | null; readonly headMark: number | null; readonly headName: number | null };

const share = (lines: readonly Line[], filled: (line: Line) => boolean | string): number => lines.filter(filled).length / Math.max(1, lines.length);
const codeOf = (line: Line): string => line.code;
const numberOf = (line: Line): string => line.number;
const isHead = (line: Line): boolean => line.person.relation === HEAD;
const placeOf = (line: Line): string => fold(line.cells?.hamlet ?? "") || fold(line.section);

/** Chosen from all lines of a sheet: the first way that tells households apart and agrees with the rest. */
export function chooseGrouping(lines: readonly Line[]): Grouping {
  const heads = share(lines, isHead);
  if (share(lines, codeOf) > 0.9 && (repeats(lines, codeOf) || scattered(lines, codeOf))) return "code";
  if (share(lines, numberOf) > 0.9 && repeats(lines, numberOf)) return "number";
  const marked = share(lines, (line) => line.marked);
  if (marked > 0 && (marked < 1 || heads === 1)) return "mark";
  if (partly(lines, (line) => line.number !== "")) return "number";
  if (heads > 0 && heads < 1) return "relation";
  const relations = share(lines, (line) => line.person.relationText !== "");
  if (partly(lines, (line) => line.lineNumber !== "") && relations > 0) return "line_number";
  if (lines.some((line) => line.headName !== "" && fold(line.headName) !== line.person.nameKey)) return "head_name";
  if (partly(lines, (line) => line.headName !== "")) return "head_name";
  return "single";
}

const partly = (lines: readonly Line[], filled: (line: Line) => boolean): boolean => {
  const part = share(lines, filled);
  return part > 0 && part < 0.95;
};

type Key = (line: Line) => string;

const repeats = (lines: readonly Line[], of: Key): boolean => lines.some((line, i) => i > 0 && of(line) !== "" && of(line) === of(lines[i - 1]!));

/** Lines with one key stand apart from each other, and one key has one head: the list was sorted by something else. */
function scattered(lines: readonly Line[], of: Key): boolean {
  const runs = lines.filter((line, i) => i === 0 || of(line) !== of(lines[i - 1]!)).length;
  const keys = new Set(lines.map(of)).size;
  const heads = lines.filter(isHead).length;
  return runs > keys * 1.2 && heads <= keys && heads * 2 > keys;
}

export function groupLines(lines: readonly Line[], grouping: Grouping, columns: GroupColumns, log: ProblemLog): LineGroup[] {
  if (grouping === "single") return lines.map((line) => ({ lines: [line], head: line }));
  if (grouping === "code") return scattered(lines, codeOf) ? byKey(lines, codeWithin(lines), log, columns) : byNumber(lines, codeOf, log, columns);
  if (grouping === "number") return byNumber(lines, numberOf, log, columns);
  if (grouping === "head_name") return byHeadName(lines, log, columns);
  return bySequence(lines, grouping, columns, log);
}

/** Codes of an office are its own: where every line tells its commune, a code holds within it. */
const codeWithin = (lines: readonly Line[]): Key => (lines.every(({ commune }) => commune !== null) ? (line) => line.code && `${line.commune}|${line.code}` : codeOf);

/** All lines with one key are one household, wherever they stand. */
function byKey(lines: readonly Line[], keyOf: (line: Line) => string, log: ProblemLog, columns: GroupColumns): LineGroup[] {
  const groups = new Map<string, LineGroup>();
  for (const line of lines) {
    const key = keyOf(line) || `row ${line.person.sheet} ${line.person.row}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { lines: [line], head: undefined });
    else group.lines.push(line);
  }
  return [...groups.values()].map((group) => withHead(group, log, columns));
}

/** Household numbers begin anew in each commune and hamlet, and a number that comes back elsewhere with a head of its own is another household. */
function byNumber(lines: readonly Line[], of: Key, log: ProblemLog, columns: GroupColumns): LineGroup[] {
  let [round, last, place, commune, part] = [0, "", "", "", 0];
  const heads = new Set<string>();
  return byKey(
    lines,
    (line) => {
      const number = of(line);
      if (number !== "") {
        if (line.part !== part) [part, last, place, commune] = [line.part, "", "", ""];
        if (line.commune !== null && line.commune !== commune && (number !== last || isHead(line) || line.marked)) [commune, place] = [line.commune, ""];
        place = placeOf(line) || place;
        const key = `${part}|${commune}|${place}|${number}`;
        if (number !== last && (isHead(line) || line.marked) && heads.has(`${round}|${key}`)) round++;
        if (isHead(line) || line.marked) heads.add(`${round}|${key}`);
        last = number;
      }
      return last === "" ? "" : `${round}|${part}|${commune}|${place}|${last}`;
    },
    log,
    columns,
  );
}

function byHeadName(lines: readonly Line[], log: ProblemLog, columns: GroupColumns): LineGroup[] {
  let [last, count] = ["", 0];
  const groups = byKey(
    lines,
    (line) => {
      const name = line.headName === "" ? last : `${line.part}|${line.commune ?? ""}|${placeOf(line)}|${fold(line.headName)}`;
      // The same name right after its household is complete, as a head again, is a namesake.
      if (name !== last || (line.headName !== "" && isHead(line))) count++;
      last = name;
      return name === "" ? "" : String(count);
    },
    log,
    columns,
  );
  return groups;
}

/** The head of a group told by relation or mark, else by the head's name; two heads are one too many. */
function withHead(group: LineGroup, log: ProblemLog, columns: GroupColumns): LineGroup {
  const heads = group.lines.filter(isHead);
  const marked = group.lines.filter((line) => line.marked);
  group.head = heads[0] ?? (marked.length < group.lines.length ? marked[0] : undefined);
  group.head ??= group.lines.find((line) => line.headName !== "" && fold(line.headName) === line.person.nameKey);
  if (group.head === undefined && group.lines.every((line) => line.person.relationText === "")) group.head = group.lines[0];
  for (const extra of heads.slice(1)) {
    log.add("error", "twoHeads", extra.person.sheet, extra.person.row, columns.relation, { name: extra.person.name, head: heads[0]!.person.name, headRow: heads[0]!.person.row });
  }
  return group;
}

/** Heads open a household, the lines under them belong to it. */
function bySequence(lines: readonly Line[], grouping: "mark" | "line_number" | "relation", columns: GroupColumns, log: ProblemLog): LineGroup[] {
  const groups: LineGroup[] = [];
  const strays: Line[] = [];
  let open: LineGroup | undefined;
  for (const line of lines) {
    const told = grouping === "mark" ? line.marked : grouping === "relation" ? isHead(line) : line.lineNumber !== "";
    if (told || (isHead(line) && opens(line, open, grouping, columns, log))) {
      open = { lines: [line], head: line };
      groups.push(open);
      continue;
    }
    const other = line.headName !== "" && open !== undefined && !namesHead(line.headName, open.head!);
    if (open === undefined || other) strays.push(line);
    else open.lines.push(line);
  }
  placeStrays(strays, groups, columns, log);
  return groups;
}

const headKey = (head: Line): string => (head.headName === "" ? head.person.nameKey : fold(head.headName));
const namesHead = (name: string, head: Line): boolean => name === head.headName || fold(name) === headKey(head);

/** A line that says "Chủ hộ" without the mark: a head too many while its household is not yet complete, else a forgotten mark. */
function opens(line: Line, open: LineGroup | undefined, grouping: string, columns: GroupColumns, log: ProblemLog): boolean {
  const { sheet, row, name } = line.person;
  const count = open?.head?.cells?.declaredMembers ?? null;
  if (open !== undefined && count !== null && open.lines.length < count && line.cells?.declaredMembers == null) {
    log.add("error", "twoHeads", sheet, row, columns.relation, { name, head: open.head!.person.name, headRow: open.head!.person.row });
    return false;
  }
  if (grouping === "mark") log.add("warning", "headMarkMissing", sheet, row, columns.headMark, { name });
  return true;
}

/** Lines away from their head (a sorted list) go to the household whose head they name, if there is just one. */
function placeStrays(strays: readonly Line[], groups: LineGroup[], columns: GroupColumns, log: ProblemLog): void {
  if (strays.length === 0) return;
  const byHead = new Map<string, LineGroup[]>();
  for (const group of groups) {
    const name = headKey(group.head!);
    byHead.set(name, [...(byHead.get(name) ?? []), group]);
  }
  const lost: LineGroup = { lines: [], head: undefined };
  for (const line of strays) {
    const named = line.headName === "" ? [] : (byHead.get(fold(line.headName)) ?? []);
    const near = named.length > 1 ? named.filter(({ head }) => placeOf(head!) === placeOf(line) && head!.commune === line.commune) : named;
    if (near.length === 1) near[0]!.lines.push(line);
    else if (line.headName === "") lost.lines.push(line);
    else {
      log.add("error", "headNotFound", line.person.sheet, line.person.row, columns.headName, { head: line.headName, count: near.length });
      groups.push({ lines: [line], head: undefined });
    }
  }
  if (lost.lines.length > 0) groups.unshift(lost);
}
