import { findDate, yearOf, type PlainDate } from "../../kernel/date.ts";
import { fold, tidySpaces } from "../../kernel/text/fold.ts";
import { codeWords, type RowProblem, type RowRead, yearOfText } from "../../registry/rules/list-row.ts";
import type { Mark, PartOfDay } from "./codes.ts";

/** Letters by which sheets mark somebody. */
export const MARK_WORDS = codeWords<Mark>({ present: "x|v|có mặt|có|+|1|✓", absent: "k|0|o|vắng|vắng không phép|kp|-", late: "m|muộn|đi muộn|đến muộn", leave: "p|cp|phép|có phép|nghỉ phép|nghỉ có phép" });
const PARTS = codeWords<PartOfDay>({ morning: "s|sáng|buổi sáng", afternoon: "c|chiều|buổi chiều", evening: "t|tối|buổi tối" });

/** One learner's line of a sheet; `part` null: the heading names none. */
export interface AttendanceRow {
  readonly nameKey: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly marks: readonly { readonly on: PlainDate; readonly part: PartOfDay | null; readonly mark: Mark }[];
}

/** A day of a heading: "12/3", "12/03/2024", "Ngày 12", "Tháng 3 > 12 > S". `month`: of the sheet, "2024-03". */
export function headingDay(heading: string, month: string): { readonly on: PlainDate; readonly part: PartOfDay | null } | undefined {
  const pieces = heading.split(">").map((piece) => tidySpaces(piece));
  const part = pieces.map((piece) => PARTS.of(piece)).find((one) => one !== undefined) ?? null;
  for (const piece of pieces.toReversed()) {
    const match = /^(?:ngày\s*)?(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?)?\s*([sct])?$/iu.exec(piece);
    if (match === null) continue;
    const on = findDate(Number(match[3] ?? month.slice(0, 4)), Number(match[2] ?? month.slice(5)), Number(match[1]));
    if (on !== undefined) return { on, part: (match[4] === undefined ? undefined : PARTS.of(match[4])) ?? part };
  }
  return undefined;
}

/** A line of an attendance sheet: empty cells say nothing. */
export function readAttendanceRow(name: string, birth: string, cells: readonly { readonly heading: string; readonly text: string }[], month: string, asOf: PlainDate): RowRead<AttendanceRow> {
  const problems: RowProblem[] = [];
  const fullName = tidySpaces(name);
  const marks = cells.flatMap(({ heading, text }) => {
    if (text.trim() === "") return [];
    const day = headingDay(heading, month);
    const mark = MARK_WORDS.of(text);
    if (day === undefined) problems.push({ severity: "error", code: "training.attendanceRow.headingWrong", data: { heading } });
    else if (mark === undefined) problems.push({ severity: "error", code: "training.attendanceRow.markWrong", data: { text, heading } });
    else if (day.on > asOf) problems.push({ severity: "error", code: "training.attendanceRow.dayToCome", data: { on: day.on } });
    else return [{ ...day, mark }];
    return [];
  });
  if (problems.length > 0) return { problems };
  if (marks.length === 0) return { problems: [{ severity: "error", code: "training.attendanceRow.empty", field: "member_name", data: { name: fullName } }] };
  const year = birth === "" ? null : (yearOfText(birth) ?? null);
  return { value: { nameKey: fold(fullName), fullName, birthYear: year !== null && year <= yearOf(asOf) ? year : null, marks } };
}
