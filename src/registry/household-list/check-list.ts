import { checkTable } from "../../exchange/check-table.ts";
import { type MarkedCopy, type MarkedCopyWords, markedCopy } from "../../exchange/marked-copy.ts";
import { type Problem, wordProblem } from "../../exchange/problem.ts";
import { openWorkbook, type ReadOptions } from "../../exchange/read-workbook.ts";
import type { Workbook } from "../../exchange/workbook.ts";
import { type ListPreview, type ReadListOptions, readHouseholdList } from "./read-list.ts";
import exchangeEn from "../../exchange/messages.en.json" with { type: "json" };
import exchangeVi from "../../exchange/messages.vi.json" with { type: "json" };
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };

export type Language = "vi" | "en";

const MESSAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { vi: { ...exchangeVi, ...vi }, en: { ...exchangeEn, ...en } };

const WORDS: Readonly<Record<Language, MarkedCopyWords>> = {
  vi: { column: "Lỗi / cảnh báo", sheet: "Trang", row: "Dòng", cells: "Ô", rejected: "Dòng chưa nhận", severities: { error: "Lỗi", warning: "Cảnh báo", note: "Lưu ý" } },
  en: { column: "Errors / warnings", sheet: "Sheet", row: "Row", cells: "Cells", rejected: "Rows not taken", severities: { error: "Error", warning: "Warning", note: "Note" } },
};

/** Words of the marked copy of any list. */
export const markedWords = (language: Language): MarkedCopyWords => WORDS[language];

export const sayListProblem = (problem: Problem, language: Language = "vi"): string => wordProblem(problem, MESSAGES[language], language === "vi");

/** The user's workbook with the problems of a reading in it (or those given, in the words given), or the rows that were not taken. */
export function markedList(bytes: Uint8Array, preview: ListPreview, frozenAt: Date, language: Language = "vi", problems = preview.reading.problems, say: (problem: Problem, language: Language) => string = sayListProblem): Promise<MarkedCopy> {
  const headingRows = new Map(preview.plans.flatMap((plan) => (plan.used ? [[plan.facts.index, plan.headings?.lastRow ?? Math.max(1, plan.mapping.firstRow - 1)]] : [])));
  return markedCopy(bytes, problems, { say: (problem) => say(problem, language), words: WORDS[language], headingRows, frozenAt });
}

export type CheckListOptions = ReadListOptions & {
  readonly frozenAt: Date;
  readonly language?: Language;
  readonly onProgress?: ReadOptions["onProgress"];
  /** How the file is opened: in a thread of its own where the program runs as a server. */
  readonly open?: (bytes: Uint8Array, options: ReadOptions) => Promise<Workbook>;
};

export type ListCheck = { readonly preview: ListPreview; /** Of the lists of households and of any other table in the file. */ readonly problems: readonly Problem[]; /** Absent when nothing is amiss. */ readonly marked: MarkedCopy | undefined };

/** What is amiss with every sheet of a file: lists of households by their own reader, anything else as a table. Stores nothing. */
export async function inspectFile(workbook: Workbook, options: ReadListOptions): Promise<Pick<ListCheck, "preview" | "problems">> {
  const preview = await readHouseholdList(workbook, options);
  const tables = preview.plans.filter((plan) => !plan.used && !plan.facts.hidden).map((plan) => plan.facts.index);
  const own = preview.plans.some((plan) => plan.used) ? preview.reading.problems : [];
  return { preview, problems: [...own, ...(await checkTable(workbook, tables))] };
}

/** "Soát danh sách": everything that is amiss with a list or any other table, and the marked copy; nothing is stored. */
export async function checkList(bytes: Uint8Array, options: CheckListOptions): Promise<ListCheck> {
  const reading: ReadOptions = { ...(options.signal === undefined ? {} : { signal: options.signal }), ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }) };
  const workbook = await (options.open ?? openWorkbook)(bytes, reading);
  try {
    const { preview, problems } = await inspectFile(workbook, options);
    const marked = problems.length === 0 ? undefined : await markedList(bytes, preview, options.frozenAt, options.language, problems);
    return { preview, problems, marked };
  } finally {
    await workbook.close();
  }
}
