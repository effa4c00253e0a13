// What other features and main.ts may use of poverty.
export { householdBadges, povertyContributions, statusTimeline } from "./review/contributions.ts";
export { reclassify, type Progress, type Reclassified, type ReclassifyInput } from "./reclassify/reclassify.ts";
export { reclassifiedView } from "./review/views.ts";
export { rulesetsOf } from "./rulesets.ts";
export { characteristicsOf } from "./rulesets.ts";
export { issuesText } from "./schema-words.ts";
export { reviewSeasons } from "./review-seasons.ts";
export { listSince } from "./rules/list-season.ts";
export { headLines } from "./tables/rules/expand.ts";
export { printYearTables } from "./tables/print.ts";
export { checkTablesFile } from "./tables/check/check-file.ts";
export { standingOfPersons, type PersonStanding } from "./standing-of-persons.ts";
export { povertyQueue } from "./workflow/queue.ts";
export { keepPhoto, keptPhoto } from "./workflow/evidence.ts";
