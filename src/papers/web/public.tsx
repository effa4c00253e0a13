// What screens of features use to show and hand out papers.
export { PaperActions } from "./paper-actions.tsx";
export { PaperView } from "./paper-view.tsx";
