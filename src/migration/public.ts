// What other features and main.ts may use of labour away and abroad.
export { addOverseasWish, type AddedWish, type OverseasWish } from "./overseas/add-wish.ts";
export { countOverseas, type CountAsked, type OverseasCounts } from "./tables/count.ts";
