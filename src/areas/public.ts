// What other features may use of areas. Figures take hamlet ids; an area at a date is turned into them here.
export { ALL_KNOWN, createHamlet, hamletIdsOf, listHamlets, matchHamlets, placeholderHamlet, standing, type HamletRow } from "./store.ts";
export { areaTypeOn, setAreaType, type AreaType, type AreaTypeFact } from "./area-types.ts";
export { areaTypeTask } from "./type-overview.ts";
export { mustWriteHamlet, mustWriteUnit } from "./policy.ts";
export { getUnit, isFormer, unitPlace, unitTitle } from "./units.ts";
export { listVisibleUnits, readableHamlets } from "./visible.ts";
export { unitIndex } from "./load.ts";
export { getAreaByText } from "./lookup.ts";
export { resolve, type Resolution } from "./rules/resolve.ts";
export { findVirtualDistrict, type VirtualDistrict } from "./rules/closed-district.ts";
export { ancestorsOn, communesUnder, parentOn, pathLabel } from "./rules/hierarchy.ts";
export { certainHamlet, hamletLabel, tidyHamletName, type HamletCandidate } from "./rules/hamlet-name.ts";
export type { HamletKind } from "./rules/hamlet.ts";
export { unitLabel, type Unit } from "./rules/unit.ts";
export { communesOf } from "./units.ts";
