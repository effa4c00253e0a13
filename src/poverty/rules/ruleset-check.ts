import type { z } from "zod";
import { type Condition, PATHS, PATH_NAMES } from "./condition.ts";
import { checkDocuments } from "./documents.ts";
import type { RulesetShape, Validity } from "./ruleset-shape.ts";

type Context = z.RefinementCtx;
type Path = (string | number)[];
type Add = (message: string, path: Path, params?: Record<string, unknown>) => void;

/** Names used in one place of a standard must exist in another; periods must run forward without overlap. */
export function checkRuleset(file: RulesetShape, context: Context): void {
  const add: Add = (message, path, params) => context.addIssue({ code: "custom", message, path, params: params ?? {} });
  checkClasses(file, add);
  checkLimits(file, add);
  checkPeriods(file.validity, ["validity"], add);
  for (const path of PATH_NAMES) {
    file[path].forEach((rule, index) => {
      checkClass(file, rule.class, [path, index, "class"], add);
      checkConditions(file, rule.all, PATHS[path], [path, index, "all"], add);
    });
  }
  file.extras.forEach((extra, index) => {
    extra.forClasses.forEach((id, at) => checkClass(file, id, ["extras", index, "forClasses", at], add));
    checkConditions(file, extra.all, PATHS.declared, ["extras", index, "all"], add);
    checkPeriods(extra.validity, ["extras", index, "validity"], add);
  });
  checkDocuments(file, context);
}

function checkClass(file: RulesetShape, id: string, path: Path, add: Add): void {
  if (!file.classes.some((entry) => entry.id === id)) add("poverty.schema.classMissing", path, { value: id });
}

function checkClasses(file: RulesetShape, add: Add): void {
  file.classes.forEach((entry, index) => {
    if (file.classes.findIndex((other) => other.id === entry.id) !== index)
      add("poverty.schema.duplicate", ["classes", index, "id"], { value: entry.id });
  });
}

function checkLimits(file: RulesetShape, add: Add): void {
  for (const [name, limit] of Object.entries(file.limits)) {
    const both = limit.rural !== undefined && limit.urban !== undefined;
    const one = limit.rural !== undefined || limit.urban !== undefined;
    if (limit.any === undefined ? !both : one) add("poverty.schema.limitAreas", ["limits", name]);
  }
}

function checkConditions(file: RulesetShape, all: readonly Condition[], sides: readonly string[], path: Path, add: Add): void {
  all.forEach((condition, index) => {
    if (!Object.hasOwn(file.limits, condition.limit))
      add("poverty.schema.limitMissing", [...path, index, "limit"], { value: condition.limit });
    if (!sides.includes(condition.quantity))
      add("poverty.schema.quantityOfPath", [...path, index, "quantity"], { allowed: sides.join(", ") });
  });
}

function checkPeriods(periods: readonly Validity[], path: Path, add: Add): void {
  periods.forEach((period, index) => {
    const previous = periods[index - 1];
    if (period.from > period.to || (previous !== undefined && period.from <= previous.to))
      add("poverty.schema.periodOrder", [...path, index, "from"]);
  });
}
