import type { PlainDate } from "../../kernel/date.ts";
import type { AssessInput, Assessment, Finding, Reason, Said } from "./assessment.ts";
import { type Certainty, weakest } from "./certainty.ts";
import { type Compiled, compilePath, isUsable } from "./class-of.ts";
import { AREA_TYPES, type AreaType, type PathName } from "./condition.ts";
import { branchesOf, changesOf, classesOf, missingOf } from "./decide.ts";
import { extrasOf } from "./extras.ts";
import { type Picked, isPicked, pickRuleset } from "./pick-ruleset.ts";
import { compareReasons, rulesetReason } from "./reasons.ts";
import type { Ruleset } from "./ruleset.ts";
import { type Side, checkScores, sidesOf } from "./sides.ts";

/**
 * The class of one household on a date, with the reasons. Never guesses: `incomplete` names what is missing, `refused`
 * says which rule or which missing rule forbids an answer. A class that every unknown value would give is decided, and
 * what is unknown is still listed. Points (B1, B2) are preferred; declared income is advice.
 * khoản 2 Điều 3 NĐ 07/2021/NĐ-CP and the standards in `standards/`.
 */
export function assess(input: AssessInput, rulesets: readonly Ruleset[]): Assessment {
  const national = assessInScope(input, rulesets, "national");
  const scope = `province:${input.province ?? ""}`;
  if (!rulesets.some((ruleset) => ruleset.scope === scope)) return national;
  return { ...national, local: assessInScope(input, rulesets, scope) };
}

function assessInScope(input: AssessInput, rulesets: readonly Ruleset[], scope: string): Assessment {
  const picked = pickRuleset(input.on, rulesets, scope);
  return isPicked(picked) ? assessBy(picked, input) : refused(empty(input.on, input.areaType ?? null, null), picked);
}

/** The same by a given standard: for a second result set beside the one in force. */
export function assessBy(picked: Picked, input: AssessInput): Assessment {
  const { ruleset } = picked;
  const path = choosePath(input, ruleset);
  const main = assessPath(picked, input, path);
  const withExtras = { ...main, extras: extrasOf(ruleset, input, main.class) };
  if (path !== "points" || (input.incomePerPersonMonth ?? undefined) === undefined) return withExtras;
  const declared = assessPath(picked, input, "declared");
  const differs = main.class !== null && declared.class !== null && declared.class !== main.class;
  const finding: Finding = {
    code: "poverty.declaredDiffers",
    data: { byPoints: main.class, byDeclared: declared.class },
    level: "warning",
    certainty: weakest([main.certainty ?? "text", declared.certainty ?? "text"]),
  };
  return {
    ...withExtras,
    declared: { status: declared.status, class: declared.class },
    warnings: differs ? [...main.warnings, finding] : main.warnings,
  };
}

function choosePath(input: AssessInput, ruleset: Ruleset): PathName {
  const given = (field: "scoreIncome" | "scoreDeprivation" | "incomePerPersonMonth") => (input[field] ?? undefined) !== undefined;
  if (given("scoreIncome")) return "points";
  if (given("incomePerPersonMonth")) return "declared";
  if (given("scoreDeprivation")) return "points";
  return AREA_TYPES.every((area) => isUsable(compilePath(ruleset, "points", area))) ? "points" : "declared";
}

function assessPath(picked: Picked, input: AssessInput, path: PathName): Assessment {
  const { ruleset } = picked;
  const areaType = input.areaType ?? null;
  const base: Assessment = { ...empty(input.on, areaType, ruleset.id), basis: path, advisory: path === "declared" };
  const candidates: readonly AreaType[] = areaType === null ? AREA_TYPES : [areaType];
  const areas = candidates.map((area) => compilePath(ruleset, path, area));
  if (!areas.every(isUsable)) return notUsable(base, ruleset, path, areas);

  const findings = checkScores(input, ruleset);
  const broken = findings.find(({ level }) => level === "error");
  if (broken) return refused({ ...base, warnings: findings.filter((finding) => finding !== broken) }, broken);

  const sides = sidesOf(input, ruleset, path);
  const branches = branchesOf(areas, sides);
  const classes = classesOf(branches);
  const possible = ruleset.classes.map(({ id }) => id).filter((id) => classes.includes(id));
  const open = { ...base, possible, warnings: findings };
  if (classes.length === 1 && classes[0] === null) return refused(open, { code: "poverty.notCovered", data: { ruleset: ruleset.id } });
  const decided = classes.length === 1 ? classes[0]! : null;
  const missing = missingOf(areas, sides, decided !== null);
  if (decided === null) return { ...open, status: "incomplete", missing };

  const reasons = [rulesetReason(picked, input.on), ...derivedReasons(sides), ...compareReasons(ruleset, branches, sides)];
  const elsewhere = AREA_TYPES.find((area) => !candidates.includes(area));
  const other = elsewhere && compilePath(ruleset, path, elsewhere);
  return {
    ...open,
    status: "decided",
    class: decided,
    certainty: certaintyOf(reasons, sides),
    reasons,
    missing,
    wouldChange: changesOf(areas, sides, decided, other && isUsable(other) ? other : undefined),
  };
}

const derivedReasons = (sides: readonly Side[]): Reason[] => sides.flatMap((side) => side.reasons);
const certaintyOf = (reasons: readonly Reason[], sides: readonly Side[]): Certainty =>
  weakest([...reasons.map(({ certainty }) => certainty), ...sides.map(({ certainty }) => certainty)]);

/** The standard cannot answer by this path: names the limits whose number is awaited. */
function notUsable(base: Assessment, ruleset: Ruleset, path: PathName, areas: readonly Compiled[]): Assessment {
  const limits = [...new Set(areas.flatMap(({ unknownLimits }) => unknownLimits))];
  const missing = limits.map((limit) => ({
    field: `limits.${limit}`,
    code: "poverty.missing.limit",
    data: { ruleset: ruleset.id, limit, area: areas[0]!.area },
    changesClass: true,
    outcomes: [],
  }));
  return { ...refused(base, { code: "poverty.limitUnknown", data: { ruleset: ruleset.id, path, limits } }), missing };
}

function refused(base: Assessment, { code, data }: Said): Assessment {
  return { ...base, status: "refused", refusal: { code, data } };
}

function empty(on: PlainDate, areaType: AreaType | null, ruleset: string | null): Assessment {
  return {
    ruleset,
    on,
    areaType,
    basis: null,
    advisory: false,
    status: "refused",
    class: null,
    possible: [],
    certainty: null,
    refusal: null,
    reasons: [],
    missing: [],
    wouldChange: [],
    warnings: [],
    extras: [],
    declared: null,
    local: null,
  };
}
