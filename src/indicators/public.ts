export { readableGap } from "./gap-words.ts";
export { countArea, measure, type Asked, type Counted, type Measured } from "./figures.ts";
export { definitions } from "./load.ts";
export { planText } from "./rules/evaluate.ts";
export { listPlansOf, type PlanRow } from "./plans.ts";
export { fieldsRead } from "./policy.ts";
export { yearsIn, yearsText } from "./rules/denominator.ts";
export { isMissing, type Figure, type FigureKind, type FigureOrMissing } from "./rules/figure.ts";
export { usualView } from "./usual-view.ts";
