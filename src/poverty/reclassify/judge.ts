import type { PlainDate } from "../../kernel/date.ts";
import type { AssessInput, Reason } from "../rules/assessment.ts";
import { weakest } from "../rules/certainty.ts";
import { compilePath, isUsable, ruleFor, type Compiled } from "../rules/class-of.ts";
import { assessBy } from "../rules/classify.ts";
import { clauseOf } from "../rules/clause.ts";
import { AREA_TYPES, PATHS, type AreaType, type PathName } from "../rules/condition.ts";
import type { Picked } from "../rules/pick-ruleset.ts";
import { comparison } from "../rules/reasons.ts";
import { checkScores } from "../rules/sides.ts";
import { shorten, type ShortReasons } from "./short-reasons.ts";

export interface Outcome {
  readonly class: string | null;
  /** the recognised list the class belongs to */
  readonly list: "poor" | "near_poor" | null;
  readonly status: "decided" | "refused" | "incomplete";
  readonly advisory: boolean;
  readonly reasons: ShortReasons;
}

type Known = Omit<AssessInput, "on" | "province">;

/**
 * One standard on one day, applied to what is known of many households: the same answers as `assess`, reached without working out what
 * would change them where both sides and the area type are known.
 */
export class Judge {
  readonly picked: Picked;
  readonly on: PlainDate;
  readonly #paths: Readonly<Record<PathName, Readonly<Record<AreaType, Compiled>>>>;

  constructor(picked: Picked, on: PlainDate) {
    this.picked = picked;
    this.on = on;
    const compile = (path: PathName) => Object.fromEntries(AREA_TYPES.map((area) => [area, compilePath(picked.ruleset, path, area)])) as Record<AreaType, Compiled>;
    this.#paths = { points: compile("points"), declared: compile("declared") };
  }

  judge(known: Known): Outcome {
    return this.#quick(known) ?? this.#slow(known);
  }

  listOf(id: string | null): Outcome["list"] {
    return this.picked.ruleset.classes.find((one) => one.id === id)?.list ?? null;
  }

  #quick(known: Known): Outcome | undefined {
    const path: PathName = known.scoreIncome == null && known.incomePerPersonMonth != null ? "declared" : "points";
    const [income, deprivation] = [known[PATHS[path][0]], known[PATHS[path][1]]];
    if (known.areaType == null || income == null || deprivation == null) return undefined;
    const { ruleset } = this.picked;
    const compiled = this.#paths[path][known.areaType];
    if (!isUsable(compiled) || checkScores(known, ruleset).some(({ level }) => level === "error")) return undefined;
    const found = ruleFor(compiled.rules, income, deprivation);
    if (!found) return undefined;
    const because = found.tests.map(({ side, condition }): Reason => {
      const reason = comparison(ruleset, compiled.area, condition, side === 0 ? income : deprivation, true);
      return { ...reason, ruleClause: clauseOf(ruleset, found.rule.source), certainty: weakest([reason.certainty, found.rule.certainty]) };
    });
    return { class: found.rule.class, list: this.listOf(found.rule.class), status: "decided", advisory: path === "declared", reasons: { because: shorten(because) } };
  }

  #slow(known: Known): Outcome {
    const { status, class: id, advisory, reasons, missing, possible, refusal } = assessBy(this.picked, { on: this.on, ...known });
    const outcome = { class: id, list: this.listOf(id), status, advisory };
    if (refusal !== null) return { ...outcome, reasons: { refusal } };
    const fields = missing.map(({ field }) => field);
    if (status !== "decided") return { ...outcome, reasons: { missing: fields, possible } };
    return { ...outcome, reasons: { because: shorten(reasons), ...(fields.length > 0 && { missing: fields }) } };
  }
}
