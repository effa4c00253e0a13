import { AppError } from "../kernel/error.ts";
import { type CellRange, parseRange } from "./address.ts";
import { attributesOf, startTags } from "./xml.ts";

/** What a sheet part says of itself, found without parsing its cells. */
export type SheetSurvey = {
  prefix: string;
  rowCount: number;
  lastRow: number;
  dimension: CellRange | undefined;
  merges: CellRange[];
  hiddenRows: { count: number; first: number[] };
  hiddenColumns: number[];
  formulas: number;
};

const HEAD_LIMIT = 2_000_000;
const TAIL_LIMIT = 60_000_000;
const HIDDEN_ROWS_LISTED = 50;

/**
 * One pass over a sheet part: the element prefix, rows counted, hidden rows and columns, formulas counted, merged ranges (which stand
 * after the rows, yet are needed to read the headings). Costs the unpacking and a byte search, about a tenth of parsing the cells.
 */
export async function surveySheet(chunks: AsyncIterable<Buffer>, part: string): Promise<SheetSurvey> {
  const survey: SheetSurvey = { prefix: "", rowCount: 0, lastRow: 0, dimension: undefined, merges: [], hiddenRows: { count: 0, first: [] }, hiddenColumns: [], formulas: 0 };
  let stage: "head" | "rows" | "tail" = "head";
  let rest: Buffer = Buffer.alloc(0);
  const tail: Buffer[] = [];
  let tailBytes = 0;
  for await (const chunk of chunks) {
    let buffer: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    rest = Buffer.alloc(0);
    if (stage === "head") {
      const head = readHead(buffer, survey, part);
      if (head === undefined) {
        rest = buffer;
        continue;
      }
      stage = head.stage;
      buffer = buffer.subarray(head.end);
    }
    if (stage === "rows") {
      const end = buffer.indexOf(`</${survey.prefix}sheetData`);
      const whole = end >= 0 ? end : buffer.lastIndexOf(60);
      surveyRows(buffer.subarray(0, Math.max(0, whole)), survey);
      rest = end >= 0 ? Buffer.alloc(0) : buffer.subarray(Math.max(0, whole));
      if (end < 0) continue;
      stage = "tail";
      buffer = buffer.subarray(end);
    }
    tailBytes += buffer.length;
    if (tailBytes > TAIL_LIMIT) throw new AppError("too_large", "exchange.partTooLarge", { part, size: tailBytes, max: TAIL_LIMIT });
    tail.push(buffer);
  }
  if (stage !== "tail") throw new AppError("invalid", "exchange.partBroken", { part });
  for (const tag of startTags(Buffer.concat(tail).toString("latin1"), "mergeCell")) {
    const range = parseRange(attributesOf(tag)["ref"] ?? "");
    if (range !== undefined) survey.merges.push(range);
  }
  return survey;
}

/** Reads what stands before the rows. Undefined while the start of the rows is not yet there; an empty <sheetData/> leads to the tail. */
function readHead(buffer: Buffer, survey: SheetSurvey, part: string): { end: number; stage: "rows" | "tail" } | undefined {
  const match = /<([\w.-]+:)?sheetData(?=[\s/>])/.exec(buffer.subarray(0, HEAD_LIMIT).toString("latin1"));
  if (match === null) {
    if (buffer.length > HEAD_LIMIT) throw new AppError("invalid", "exchange.partBroken", { part });
    return undefined;
  }
  const head = buffer.subarray(0, match.index).toString("latin1");
  if (/<!DOCTYPE/i.test(head)) throw new AppError("refused", "exchange.xmlDoctype", { part });
  const close = buffer.indexOf(62, match.index);
  if (close < 0) return undefined;
  survey.prefix = match[1] ?? "";
  const dimension = startTags(head, "dimension")[0];
  survey.dimension = dimension === undefined ? undefined : parseRange(attributesOf(dimension)["ref"] ?? "");
  for (const column of startTags(head, "col").map(attributesOf)) {
    if (!/^(1|true)$/.test(column["hidden"] ?? "")) continue;
    const last = Math.min(Number(column["max"]), Number(column["min"]) + 512);
    for (let n = Number(column["min"]); n <= last; n++) survey.hiddenColumns.push(n - 1);
  }
  return { end: close + 1, stage: buffer[close - 1] === 47 ? "tail" : "rows" };
}

function surveyRows(buffer: Buffer, survey: SheetSurvey): void {
  const row = `<${survey.prefix}row`;
  for (let at = buffer.indexOf(row); at >= 0; at = buffer.indexOf(row, at + row.length)) {
    survey.rowCount++;
    const end = buffer.indexOf(62, at);
    const tag = buffer.toString("latin1", at, end);
    const number = / r=["'](\d+)/.exec(tag);
    survey.lastRow = number === null ? survey.lastRow + 1 : Number(number[1]);
    if (!tag.includes("hidden=") || !/ hidden=["'](1|true)["']/.test(tag)) continue;
    survey.hiddenRows.count++;
    if (survey.hiddenRows.first.length < HIDDEN_ROWS_LISTED) survey.hiddenRows.first.push(survey.lastRow);
  }
  const formula = `<${survey.prefix}f`;
  for (let at = buffer.indexOf(formula); at >= 0; at = buffer.indexOf(formula, at + formula.length)) survey.formulas++;
}
