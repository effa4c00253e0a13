import { Hint } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Paper } from "../paper.ts";
import { PaperView } from "./paper-view.tsx";

/** Papers that a page draws of one job; more are printed from the PDF file. */
export const MOST_DRAWN = 40;

/** The papers of a job below each other; nothing when there are none. */
export function PaperPreview({ papers }: { papers: readonly Paper[] }) {
  const t = useText();
  if (papers.length === 0) return null;
  return (
    <div>
      {papers.length > MOST_DRAWN && <Hint>{t("papers.someDrawn", { drawn: MOST_DRAWN, count: papers.length })}</Hint>}
      {papers.slice(0, MOST_DRAWN).map((paper, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <PaperView key={i} paper={paper} />
      ))}
    </div>
  );
}
