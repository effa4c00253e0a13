// What screens of features use to show and hand out papers.
export { PaperActions } from "./paper-actions.tsx";
export { PaperPreview } from "./paper-preview.tsx";
export { PaperView } from "./paper-view.tsx";
export { useHandOut } from "./use-hand-out.ts";
