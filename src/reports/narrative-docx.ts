import { papersDocx } from "../papers/to-docx.ts";
import type { NarrativeReport } from "./narrative.ts";
import { narrativePapers } from "./rules/narrative-papers.ts";

/** Words of a gap, given by the edge that knows the language. */
export type Say = (code: string, data: Readonly<Record<string, unknown>>) => string;

/** The report as a Word file in the official form, with the figures used as an annex. The same report gives the same bytes. */
export function narrativeDocx(report: NarrativeReport, say: Say): Promise<Uint8Array> {
  const { title, area, year, asOf, fields, paragraphs, figures, plans, missing } = report;
  const papers = narrativePapers({
    title, areaName: area.name, year, asOf, fields, paragraphs, figures, plans, missing: missing.map(({ label, code, data }) => ({ label, message: say(code, data) })),
  });
  return papersDocx(papers, papers[0].subject![0]!, new Date(asOf));
}
