import type { AreaType } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Tx } from "../../platform/door.ts";
import type { Language } from "../../platform/http/messages.ts";
import { say } from "../schema-words.ts";
import { scoreOf, type MissingAnswer } from "./rules/score-of.ts";
import type { PackAnswers } from "./rules/score-pack.ts";
import { findActivePack } from "./store.ts";

/** B1 as the table in force gives it; null while an item is unanswered, which `warnings` name. */
export interface ScoredVisit {
  readonly packId: string;
  readonly scoreIncome: number | null;
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
}

/**
 * Scores the answers of a visit. Errors: refused "poverty.pack.noneActive" | "poverty.pack.areaUnknown"; invalid "poverty.pack.answersWrong" (problems) |
 * "poverty.pack.totalDiffers" when a typed total says otherwise.
 */
export async function scoreVisit(tx: Tx, ruleset: string, areaType: AreaType | null, answers: PackAnswers, typed: number | null, language: Language): Promise<ScoredVisit> {
  if (areaType === null) throw new AppError("refused", "poverty.pack.areaUnknown");
  const pack = await findActivePack(tx, ruleset, areaType);
  if (!pack) throw new AppError("refused", "poverty.pack.noneActive", { ruleset, area: say(`poverty.pack.area.${areaType}`, {}, language) });
  const { points, missing } = scoreOf(pack, answers);
  const text = ({ reason, item, label, answer }: MissingAnswer): string => say(`poverty.pack.missing.${reason}`, { item, label, answer }, language);
  const wrong = missing.filter(({ reason }) => reason !== "unanswered");
  if (wrong.length > 0) throw new AppError("invalid", "poverty.pack.answersWrong", { problems: wrong.map(text).join("\n"), items: wrong.map(({ item }) => item) });
  if (typed !== null && points !== null && typed !== points) throw new AppError("invalid", "poverty.pack.totalDiffers", { typed, points });
  if (typed !== null && points === null) throw new AppError("invalid", "poverty.pack.answersOpen", { problems: missing.map(text).join("\n") });
  return { packId: pack.id, scoreIncome: points, warnings: missing.map((one) => ({ code: "poverty.pack.missing.unanswered", text: text(one) })) };
}
