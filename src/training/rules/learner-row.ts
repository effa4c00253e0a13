import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { codeWords, dayOfText, type RowProblem, type RowRead, type RowTexts } from "../../registry/rules/list-row.ts";

export const OUTCOME = codeWords({
  passed: "đạt|đỗ|đậu|tốt nghiệp|hoàn thành|đã cấp chứng chỉ",
  failed: "không đạt|trượt|rớt|hỏng",
  dropped: "bỏ học|thôi học|nghỉ học|nghỉ giữa chừng|không học tiếp",
});
export type ListedOutcome = "passed" | "failed" | "dropped";

/** One learner of a list. `groups`: folded words as written; distance in km, decimal text. */
export interface LearnerRow {
  readonly enrolledOn: PlainDate | null;
  readonly groups: readonly string[];
  readonly proof: string | null;
  readonly distanceKm: string | null;
  readonly outcome: ListedOutcome | null;
  readonly grade: string | null;
  readonly serialNo: string | null;
  readonly bookNo: string | null;
  readonly note: string | null;
}

const error = (code: string, field: string, data: Record<string, string | number> = {}): RowProblem => ({ severity: "error", code: `training.learnerRow.${code}`, field, data });

/** "5,5" "5.5 km" → "5.5"; undefined for other words. */
export function kilometresOf(text: string): string | undefined {
  const match = /^(\d{1,4})(?:[.,](\d))?0*\s*(?:km)?\.?$/iu.exec(text.trim());
  return match === null ? undefined : match[2] === undefined || match[2] === "0" ? match[1]! : `${match[1]}.${match[2]}`;
}

/** A line of a list of learners; who it names and where is read beside it. */
export function readLearnerRow(texts: RowTexts): RowRead<LearnerRow> {
  const problems: RowProblem[] = [];
  const words = (field: string): string | null => texts[field]!.trim() || null;
  const day = texts["enrolled_on"] === "" ? null : (dayOfText(texts["enrolled_on"]!) ?? null);
  if (texts["enrolled_on"] !== "" && day === null) problems.push(error("dayWrong", "enrolled_on", { text: texts["enrolled_on"]! }));
  const distance = texts["distance"] === "" ? null : (kilometresOf(texts["distance"]!) ?? null);
  if (texts["distance"] !== "" && distance === null) problems.push(error("distanceWrong", "distance", { text: texts["distance"]! }));
  const outcome = texts["outcome"] === "" ? null : (OUTCOME.of(texts["outcome"]!) ?? null);
  if (texts["outcome"] !== "" && outcome === null) problems.push(error("outcomeWrong", "outcome", { text: texts["outcome"]! }));
  const [serialNo, bookNo] = [words("serial_no"), words("book_no")];
  if (serialNo !== null && outcome !== null && outcome !== "passed") problems.push(error("certificateNotPassed", "serial_no"));
  if (problems.length > 0) return { problems };
  const groups = texts["groups"]!.split(/[;,\n]|\s-\s/).map((one) => fold(one.trim())).filter((one) => one !== "");
  return { value: { enrolledOn: day, groups, proof: words("proof"), distanceKm: distance, outcome: outcome ?? (serialNo === null ? null : "passed"), grade: words("grade"), serialNo, bookNo, note: words("note") } };
}
