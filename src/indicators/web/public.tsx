// What screens of other features may use: the drawer behind every number.
export { SourceDrawer } from "./source-drawer.tsx";
export { useSource } from "./source-state.ts";
export { kindOf, markWords } from "./kinds.ts";
