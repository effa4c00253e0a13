import { cellAddress } from "../../exchange/address.ts";
import { markedCopy, type MarkedCopy } from "../../exchange/marked-copy.ts";
import type { Problem, Severity } from "../../exchange/problem.ts";
import type { Workbook } from "../../exchange/workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { fill, type Language, type Messages } from "../../platform/http/messages.ts";
import { AllowanceWords } from "../allowance/describe.ts";
import { amountOf } from "../allowance/rules/bounds.ts";
import type { AllowanceRules, AreaClass, Item } from "../allowance/rules/policy-shape.ts";
import { areaClassOf, GroupWords } from "../allowance/rules/words-of-case.ts";
import type { PaymentCheck, PaymentLineView, PaymentProblem } from "./contract.ts";
import { amountOfCell, dayOfCell, daysOfCell, metresOfCell, MONEY_FIELDS, type PaymentKey, textOf } from "./format.ts";
import { headingOf, openedIn, readPaymentSheets, type PaymentLine, type PaymentSheet } from "./read-list.ts";
import { costShownBy, dueOf, judge, type Judged, type JudgedLine, type Paid } from "./rules/judge.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };

const WORDS: Readonly<Record<Language, Messages>> = { vi, en };

export interface PaymentOptions {
  readonly rules: AllowanceRules;
  readonly language: Language;
  /** taken where a line tells none */
  readonly openedOn: PlainDate | null;
  readonly area: AreaClass | null;
  readonly actualCost: number | null;
  readonly province: string | null;
  /** what the records say of the class and the learner of a line */
  readonly recorded?: (line: { readonly className: string; readonly name: string; readonly birth: string }) => Recorded | null;
}

/** Of the records: the class of a line, and the learner in it. */
export interface Recorded {
  readonly classId: string;
  readonly openedOn: PlainDate | null;
  /** null: nobody of that name in the class */
  readonly learner: { readonly attendedDays: number | null; readonly distanceMetres: number | null; readonly area: AreaClass | null; readonly groups: readonly string[] } | null;
  readonly provincialNorm: number | null;
}

/** A problem with what it says in numbers. */
export interface PaymentFinding extends Problem {
  readonly text: string;
  readonly name: string | null;
  readonly kind: "over" | "under" | "total" | "other";
  readonly item: Item | "total" | null;
  readonly paid: number | null;
  readonly due: number | null;
  readonly clause: string | null;
  readonly mark: string | null;
}

export interface CheckedPayments {
  readonly view: PaymentCheck;
  readonly findings: readonly PaymentFinding[];
  readonly sheets: readonly PaymentSheet[];
}

interface ReadLine {
  readonly sheet: PaymentSheet;
  readonly line: PaymentLine;
  readonly name: string;
  readonly className: string;
  readonly paid: Paid | null;
  readonly judged: JudgedLine | null;
  readonly costKnown: boolean;
  /** nothing tells the class of the area: reckoned as an ordinary one */
  readonly areaAssumed: boolean;
}

/** Reads a list of payments and reckons each line anew by the policy of the day its class opened. Stores nothing. Errors: those of `readPaymentSheets`. */
export async function checkPayments(workbook: Workbook, fileName: string, options: PaymentOptions): Promise<CheckedPayments> {
  const words = new GroupWords(options.rules.groups);
  const sheets = await readPaymentSheets(workbook, words);
  return new Checker(options, words).check(sheets, fileName);
}

class Checker {
  private readonly options: PaymentOptions;
  private readonly groups: GroupWords;
  private readonly words: AllowanceWords;
  private readonly findings: PaymentFinding[] = [];
  private readonly classes = new Set<string>();

  constructor(options: PaymentOptions, groups: GroupWords) {
    this.options = options;
    this.groups = groups;
    this.words = new AllowanceWords(options.rules, options.language);
  }

  private say(code: string, data: Readonly<Record<string, unknown>> = {}): string {
    const key = `training.paymentList.${code}`;
    return fill(WORDS[this.options.language][key] ?? WORDS.vi[key] ?? key, data);
  }

  check(sheets: readonly PaymentSheet[], file: string): CheckedPayments {
    const lines = sheets.flatMap((sheet) => {
      if (sheet.uncalculated.count > 0) this.tell(sheet, 0, null, "error", "uncalculated", { ...sheet.uncalculated, sheet: sheet.facts.name });
      const read = sheet.lines.map((line) => this.read(sheet, line));
      const assumed = read.filter(({ areaAssumed, paid }) => areaAssumed && paid !== null).length;
      if (assumed > 0) this.tell(sheet, 0, null, "note", "areaAssumed", { sheet: sheet.facts.name, count: assumed });
      if (read.some(({ paid }) => paid === null)) this.tell(sheet, 0, null, "error", "openedMissing", { sheet: sheet.facts.name, count: read.filter(({ paid }) => paid === null).length });
      return read;
    });
    for (const line of lines) if (line.judged !== null) this.judgeLine(line, line.judged);
    this.costsOfClasses(lines);
    this.twice(lines);
    for (const sheet of sheets) for (const { row, column, value, sum } of sheet.wrongTotals) this.wrongTotal(sheet, row, column, value, sum);
    const findings = this.findings.toSorted((a, b) => a.sheetIndex - b.sheetIndex || a.row - b.row || (a.column ?? -1) - (b.column ?? -1));
    return { view: this.view(file, sheets, lines, findings), findings, sheets };
  }

  private tell(sheet: PaymentSheet, row: number, key: PaymentKey | number | null, severity: Severity, code: string, data: Record<string, string | number> = {}, more: Partial<PaymentFinding> = {}): void {
    const column = key === null ? null : typeof key === "number" ? key : (sheet.columns[key] ?? null);
    const cell = row === 0 ? "" : column === null ? String(row) : cellAddress(column, row);
    const place = row === 0 ? "" : this.say(column === null ? "place.row" : "place.cell", { cell, row });
    const { count: _, ...plain } = data;
    const base = { severity, code: `training.paymentList.${code}`, sheet: sheet.facts.name, sheetIndex: sheet.facts.index, row, column, cell, data: plain };
    this.findings.push({ ...base, name: null, kind: "other", item: null, paid: null, due: null, clause: null, mark: null, ...more, text: `${place}${this.say(code, data)}` });
  }

  /** The cells of a line as what was paid; what cannot be read is told. */
  private read(sheet: PaymentSheet, line: PaymentLine): ReadLine {
    const { cells, row } = line;
    const name = textOf(cells.full_name);
    const className = textOf(cells.class) || line.section || "";
    const number = <T>(key: PaymentKey, read: (value: PaymentLine["cells"][PaymentKey]) => T | undefined, code: string): T | null => {
      const value = cells[key];
      if (textOf(value) === "") return null;
      const found = read(value);
      if (found === undefined) this.tell(sheet, row, key, "error", code, { value: textOf(value), name }, { name });
      return found ?? null;
    };
    // a formula without result is no empty cell
    const blank = sheet.uncalculated.count > 0 ? null : 0;
    const amount = (key: PaymentKey, empty: number | null): number | null => {
      if (sheet.columns[key] === undefined) return null;
      return textOf(cells[key]) === "" ? empty : number(key, (value) => amountOfCell(value, sheet.unit), "notAmount");
    };
    const recorded = this.options.recorded?.({ className, name, birth: textOf(cells.birth) }) ?? null;
    if (recorded !== null) this.classes.add(recorded.classId);
    const own = number("opened_on", dayOfCell, "notDay");
    const openedOn = own ?? openedIn([className]) ?? this.options.openedOn ?? sheet.openedOn ?? recorded?.openedOn ?? null;
    const groups = this.groupsOf(sheet, line, name, recorded);
    const areaText = textOf(cells.area_class);
    const told = areaClassOf(areaText) ?? (isMark(areaText) ? "especially_difficult" : areaText === "" && sheet.columns.area_class !== undefined && this.options.area === null ? "normal" : undefined);
    const area = told ?? recorded?.learner?.area ?? this.options.area;
    if (areaText !== "" && told === undefined) this.tell(sheet, row, "area_class", "warning", "areaUnknown", { value: areaText, name }, { name });
    const items = { cost: amount("cost", blank), meal: amount("meal", blank), travel: amount("travel", blank) };
    const days = number("days", daysOfCell, "notDays");
    this.againstRecords(sheet, row, name, days, recorded);
    const actual = number("actual_cost", (value) => amountOfCell(value, sheet.unit), "notAmount") ?? this.options.actualCost;
    const paid: Paid | null = openedOn === null ? null : {
      openedOn, groups: groups.map((code) => ({ code, from: null, to: null })), area: area ?? "normal", attendedDays: days ?? recorded?.learner?.attendedDays ?? null,
      distanceMetres: number("distance_km", metresOfCell, "notDistance") ?? recorded?.learner?.distanceMetres ?? null, actualCost: actual ?? items.cost, provincialNorm: number("norm", (value) => amountOfCell(value, sheet.unit), "notAmount") ?? recorded?.provincialNorm ?? null,
      previousSupports: number("previous", daysOfCell, "notDays"), jobLossConfirmed: sheet.columns.job_loss === undefined ? null : isMark(textOf(cells.job_loss)), diedOn: number("died_on", dayOfCell, "notDay"), province: this.options.province,
      items, total: amount("total", null),
    };
    return { sheet, line, name, className, paid, costKnown: actual !== null, areaAssumed: area === null, judged: paid === null ? null : judge(this.options.rules, paid) };
  }

  private groupsOf(sheet: PaymentSheet, { cells, marked, row }: PaymentLine, name: string, recorded: Recorded | null): string[] {
    const text = textOf(cells.group);
    const { codes, unknown } = text === "" ? { codes: [], unknown: [] } : this.groups.read(text);
    if (unknown.length > 0) this.tell(sheet, row, "group", codes.length === 0 ? "error" : "warning", "groupUnknown", { value: unknown.join("”, “"), name }, { name });
    const found = [...new Set([...codes, ...marked.map(({ code }) => code)])];
    if (found.length > 0 || unknown.length > 0) return found;
    if (recorded?.learner && recorded.learner.groups.length > 0) return [...recorded.learner.groups];
    this.tell(sheet, row, "group", "error", sheet.columns.group === undefined ? "groupColumnMissing" : "groupMissing", { name }, { name });
    return [];
  }

  private againstRecords(sheet: PaymentSheet, row: number, name: string, days: number | null, recorded: Recorded | null): void {
    if (recorded === null) return;
    if (recorded.learner === null) return this.tell(sheet, row, "full_name", "warning", "notInClass", { name }, { name });
    const attended = recorded.learner.attendedDays;
    if (days !== null && attended !== null && days !== attended) this.tell(sheet, row, "days", "error", "daysDiffer", { name, days, attended }, { name });
  }

  private judgeLine({ sheet, line, name, paid, areaAssumed }: ReadLine, { items, total, ownSum, allowance }: JudgedLine): void {
    const hasItems = items.some(({ verdict }) => verdict !== "absent");
    const surely = areaAssumed ? judge(this.options.rules, { ...paid!, area: null }) : null;
    for (const judged of [...items, ...(hasItems ? [] : [total])]) {
      const sure = surely === null || [...surely.items, surely.total].find(({ of }) => of === judged.of)!.verdict === judged.verdict;
      this.judgeItem(sheet, line.row, name, judged, allowance, sure);
    }
    if (ownSum !== null) {
      this.tell(sheet, line.row, "total", "error", "lineTotal", { name, paid: this.words.number(paid!.total!), sum: this.words.number(ownSum) }, { name, kind: "total", item: "total", paid: paid!.total, due: ownSum });
    }
  }

  private judgeItem(sheet: PaymentSheet, row: number, name: string, { of, paid, due, verdict }: Judged, allowance: JudgedLine["allowance"], sure: boolean): void {
    if (verdict !== "over" && verdict !== "under" && verdict !== "open") return;
    const line = allowance.lines.find(({ item }) => item === of);
    const reasons = [...(allowance.outcome === "refused" || line === undefined || line.reasons.length === 0 ? allowance.checks.filter(({ holds }) => holds !== true) : []), ...(line?.reasons ?? [])];
    const views = reasons.map((one) => this.words.reason(allowance, one));
    const amount = amountOf(due);
    const data = {
      name, item: this.say(`item.${of}`), paid: this.words.number(paid!), due: this.words.bounds(due), difference: this.words.number(Math.abs(verdict === "over" ? paid! - due.most! : paid! - due.least)), why: views.map(({ text, rule }) => (rule === null ? text : `${rule}: ${text}`)).join("; ") + (sure ? "" : ` (${this.say("ifNormal")})`),
    };
    const clause = views.find((one) => one.clause !== null)?.clause ?? null;
    this.tell(sheet, row, of, verdict === "open" ? "note" : sure ? "error" : "warning", verdict, data, { name, kind: verdict === "open" ? "other" : verdict, item: of, paid, due: amount ?? (verdict === "over" ? due.most : verdict === "under" ? due.least : null), clause, mark: views.find((one) => one.mark !== null)?.mark ?? null });
  }

  /** Where the list does not tell what the course cost: of a class that paid some learner more, others of a high enough level may be short. */
  private costsOfClasses(lines: readonly ReadLine[]): void {
    const classes = new Map<string, ReadLine[]>();
    for (const one of lines) {
      if (one.paid === null || one.costKnown || one.paid.items.cost === null) continue;
      const key = `${one.sheet.facts.index} ${fold(one.className)} ${one.paid.openedOn}`;
      classes.set(key, [...(classes.get(key) ?? []), one]);
    }
    for (const members of classes.values()) {
      const shown = costShownBy(members.map(({ judged }) => judged!));
      for (const { sheet, line, name, paid, judged } of members) {
        if (judged!.items[0]!.verdict === "over") continue;
        const due = dueOf(this.options.rules, paid!, shown);
        if (due.least <= paid!.items.cost!) continue;
        this.tell(sheet, line.row, "cost", "warning", "maybeUnder", { name, paid: this.words.number(paid!.items.cost!), shown: this.words.number(shown), due: this.words.number(due.least) }, { name, kind: "other", item: "cost", paid: paid!.items.cost, due: due.least });
      }
    }
  }

  /** The same person twice in the list: one support in a life (A5). */
  private twice(lines: readonly ReadLine[]): void {
    const seen = new Map<string, ReadLine>();
    for (const one of lines) {
      const { cells } = one.line;
      const [identity, birth] = [textOf(cells.identity).replace(/\D/g, ""), textOf(cells.birth)];
      if (one.name === "") continue;
      const key = identity.length >= 9 ? identity : `${fold(one.name)}|${birth}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, one);
      else this.tell(one.sheet, one.line.row, "full_name", identity.length >= 9 || birth !== "" ? "error" : "warning", "twice", { name: one.name, otherRow: before.line.row, otherSheet: before.sheet.facts.name }, { name: one.name });
    }
  }

  private wrongTotal(sheet: PaymentSheet, row: number, column: number, value: number, sum: number): void {
    this.tell(sheet, row, column, "error", "columnTotal", { column: headingOf(sheet, column), value: this.words.number(value), sum: this.words.number(sum) }, { kind: "total", item: null, paid: value * sheet.unit, due: sum * sheet.unit });
  }

  private view(file: string, sheets: readonly PaymentSheet[], lines: readonly ReadLine[], findings: readonly PaymentFinding[]): PaymentCheck {
    const views = lines.map(lineView);
    const count = (...kinds: PaymentLineView["verdict"][]): number => views.filter(({ verdict }) => kinds.includes(verdict)).length;
    const items = views.flatMap((view) => judgedParts(view));
    const [over, under] = [items.filter(({ verdict }) => verdict === "over"), items.filter(({ verdict }) => verdict === "under")].map((some) => some.reduce((all, { difference }) => all + Math.abs(difference), 0)) as [number, number];
    const severity = (of: Severity): number => findings.filter((one) => one.severity === of).length;
    const paid = views.reduce((all, view) => all + (view.total.paid ?? judgedParts(view).reduce((some, one) => some + (one.paid ?? 0), 0)), 0);
    const due = views.every(({ total }) => total.due !== null) ? views.reduce((all, { total }) => all + total.due!, 0) : null;
    const counts = { lines: views.length, right: count("right"), over: count("over", "both"), under: count("under", "both"), open: count("open"), unread: count("unread") };
    return {
      file, dryRun: true, committed: false, changed: false, records: { used: this.classes.size > 0, classes: this.classes.size, note: this.say(this.classes.size > 0 ? "withRecords" : "withoutRecords", { classes: this.classes.size }) },
      sheets: sheets.map((sheet) => ({ name: sheet.facts.name, headingRow: sheet.headings.lastRow, lines: sheet.lines.length, unit: sheet.unit, openedOn: sheet.openedOn, columns: sheet.mapping.map((one) => ({ ...one })) })),
      counts, money: { paid, due, over, under }, summary: this.say("summary", { ...counts, overSum: this.words.number(over), underSum: this.words.number(under) }),
      lines: views, problemCounts: { error: severity("error"), warning: severity("warning"), note: severity("note") }, problems: findings.map(problemView),
    };
  }
}

const isMark = (text: string): boolean => ["x", "v", "1", "co", "✓", "✔"].includes(fold(text));

/** The items of a line; where the list has none, its total. */
function judgedParts({ items, total }: PaymentLineView): PaymentLineView["total"][] {
  const shown = Object.values(items).filter(({ verdict }) => verdict !== "absent");
  return shown.length > 0 ? shown : [total];
}

function lineView({ sheet, line, name, className, paid, judged }: ReadLine): PaymentLineView {
  const cellOf = (key: PaymentKey): string | null => (sheet.columns[key] === undefined ? null : cellAddress(sheet.columns[key]!, line.row));
  const part = (one: Judged | undefined, key: PaymentKey): PaymentLineView["total"] =>
    one === undefined ? { paid: null, due: null, least: 0, most: null, verdict: "absent", difference: 0, cell: cellOf(key) } : { paid: one.paid, due: amountOf(one.due), ...one.due, verdict: one.verdict, difference: one.difference, cell: cellOf(key) };
  const [cost, meal, travel] = MONEY_FIELDS.map((key, i) => part(judged?.items[i], key)) as [PaymentLineView["total"], PaymentLineView["total"], PaymentLineView["total"]];
  const total = part(judged?.total, "total");
  const place = judged?.allowance.place ?? null;
  const view = {
    sheet: sheet.facts.name, row: line.row, name, class: className || null, openedOn: paid?.openedOn ?? null, policy: judged?.allowance.policy?.id ?? null, group: place?.level.code ?? null, groupName: place?.level.name.vi ?? null,
    days: paid?.attendedDays ?? null, distanceKm: paid?.distanceMetres == null ? null : paid.distanceMetres / 1_000, outcome: judged?.allowance.outcome ?? null, items: { cost, meal, travel }, total,
  };
  return { ...view, verdict: judged === null ? "unread" : verdictOf(judgedParts({ ...view, verdict: "right" })) };
}

function verdictOf(parts: readonly PaymentLineView["total"][]): PaymentLineView["verdict"] {
  const has = (verdict: string): boolean => parts.some((one) => one.verdict === verdict);
  if (has("over") && has("under")) return "both";
  return has("over") ? "over" : has("under") ? "under" : has("open") ? "open" : "right";
}

function problemView({ severity, code, sheet, sheetIndex, row, cell, name, kind, item, paid, due, clause, mark, text }: PaymentFinding): PaymentProblem {
  return { severity, code, sheet, sheetIndex, row, cell, name, kind, item, paid, due, difference: paid === null || due === null ? null : paid - due, clause, mark, text };
}

/** The user's own workbook with the findings in it. */
export function markedPayments(bytes: Uint8Array, { findings, sheets }: CheckedPayments, frozenAt: Date, language: Language): Promise<MarkedCopy> {
  const word = (key: string): string => WORDS[language][`training.paymentList.marked.${key}`]!;
  return markedCopy(bytes, findings, {
    say: (problem) => (problem as PaymentFinding).text, frozenAt, headingRows: new Map(sheets.map(({ facts, headings }) => [facts.index, headings.lastRow])),
    words: { column: word("column"), sheet: word("sheet"), row: word("row"), cells: word("cells"), rejected: word("rejected"), severities: { error: word("error"), warning: word("warning"), note: word("note") } },
  });
}
