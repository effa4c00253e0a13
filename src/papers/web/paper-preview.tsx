import type { Paper } from "../paper.ts";
import { PaperView } from "./paper-view.tsx";

/** The papers of a job below each other; nothing when there are none. */
export function PaperPreview({ papers }: { papers: readonly Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <div>
      {papers.map((paper, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <PaperView key={i} paper={paper} />
      ))}
    </div>
  );
}
