// What screens of other features may use: doors to the source of a number, the period chosen, the words of marks.
export { default as PeriodChoice } from "./board/period-choice.tsx";
export { usePeriod } from "./board/use-period.ts";
export { FigureDoor } from "./source/figure-door.tsx";
export { indicatorOf, kindOf, markWords, narrow } from "./source/shown.ts";
export { SourceDrawer } from "./source/source-drawer.tsx";
export { useSource } from "./source/source-state.ts";
