import { codeWords, numberOfText, type RowRead, type RowTexts, yearOfText } from "../../../registry/rules/list-row.ts";
import type { LearnedBy, SkillCheck } from "./judge.ts";

export const LEARNED_WORDS = codeWords<LearnedBy>({
  self_study: "tự học|tự học nghề|tự mày mò", passed_on: "truyền nghề|được truyền nghề|gia truyền|nghề truyền thống|cha truyền con nối", on_the_job: "vừa làm vừa học|kèm cặp|học việc|làm việc mà biết|vừa học vừa làm",
});
export const CHECK_WORDS = codeWords<SkillCheck>({
  self: "tự khai|bản thân", hamlet: "ấp|khóm|ấp xác nhận|trưởng ấp|tổ xác nhận|địa phương", enterprise: "doanh nghiệp|cơ sở|chủ sử dụng lao động|công ty|người sử dụng lao động", certificate: "chứng chỉ|chứng chỉ kỹ năng nghề|chứng chỉ kỹ năng nghề quốc gia",
});

export interface SelfTaughtLine {
  readonly tradeName: string;
  readonly learnedBy: LearnedBy;
  readonly yearsInJob: number;
  readonly skillCheck: SkillCheck;
  readonly recognisedYear: number;
  readonly confirmer: string;
  readonly reason: string | null;
  readonly note: string | null;
}

export interface UsualLine {
  /** of the list: the year whose list it is, counted from for "làm nghề từ năm" */
  readonly year: number;
  readonly learnedBy: string | undefined;
  readonly confirmer: string | undefined;
}

const MOST_YEARS = 80;

/** A line of a hamlet's list of self-taught workers. Years in the job as a number, or reckoned from the year it began; what the list leaves out stands in `usual`. */
export function readSelfTaughtRow(texts: RowTexts, usual: UsualLine): RowRead<SelfTaughtLine> {
  const tradeName = (texts["trade_name"] ?? "").trim();
  if (tradeName === "") return { problems: [{ severity: "error", code: "training.selfTaught.list.noTrade", field: "trade_name" }] };
  const learnedBy = LEARNED_WORDS.of(texts["learned_by"] ?? "") ?? LEARNED_WORDS.codes.find((code) => code === usual.learnedBy);
  if (learnedBy === undefined) return { problems: [{ severity: "error", code: "training.selfTaught.list.noWay", field: "learned_by" }] };
  const yearsInJob = yearsOf(texts["years_in_job"] ?? "", texts["job_since"] ?? "", usual.year);
  if (yearsInJob === undefined) return { problems: [{ severity: "error", code: "training.selfTaught.list.noYears", field: "years_in_job", data: { text: texts["years_in_job"] || texts["job_since"] || "" } }] };
  const confirmer = (texts["confirmer"] ?? "").trim() || (usual.confirmer ?? "").trim();
  if (confirmer === "") return { problems: [{ severity: "error", code: "training.selfTaught.list.noConfirmer", field: "confirmer" }] };
  return {
    value: {
      tradeName, learnedBy, yearsInJob, skillCheck: CHECK_WORDS.of(texts["skill_check"] ?? "") ?? "hamlet", recognisedYear: yearOfText(texts["recognised_year"] ?? "") ?? usual.year, confirmer,
      reason: (texts["reason"] ?? "").trim() || null, note: (texts["note"] ?? "").trim() || null,
    },
  };
}

function yearsOf(years: string, since: string, year: number): number | undefined {
  const written = numberOfText(years.replace(/\s*năm\s*$/iu, ""));
  const began = yearOfText(since) ?? (written !== undefined && written >= 1900 ? written : undefined);
  const found = began !== undefined ? year - began : written;
  return found !== undefined && found >= 0 && found <= MOST_YEARS ? Math.floor(found) : undefined;
}
