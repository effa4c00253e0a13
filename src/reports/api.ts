import { fold } from "../kernel/text/fold.ts";
import type { PlainDate } from "../kernel/date.ts";
import { api, type Api, type Services } from "../platform/feature.ts";
import type { Language, Wording } from "../platform/http/messages.ts";
import { reportsRoutes, type Narrative } from "./contract.ts";
import { narrativeDocx } from "./narrative-docx.ts";
import { narrativeReport, type NarrativeAsked, type NarrativeReport } from "./narrative.ts";

interface Query {
  readonly area: string;
  readonly year: number;
  readonly period?: string | undefined;
  readonly on?: PlainDate | undefined;
  readonly knownAt?: string | undefined;
}

const asked = ({ area, year, period, on, knownAt }: Query): NarrativeAsked => ({ areaUid: area, year, periodCode: period, asOf: on, knownAt });

function view(report: NarrativeReport, wording: Wording, language: Language): Narrative {
  const { paragraphs, missing, figures, plans, fields, ...head } = report;
  return {
    ...head,
    fields: [...fields],
    paragraphs: paragraphs.map(({ id, segments }) => ({
      id,
      segments: segments.map((one) => ({ text: one.text, figure: "figure" in one ? { indicator: one.figure, label: one.label, year: one.year ?? null, marks: [...one.marks] } : null })),
    })),
    figures: figures.map((one) => ({ ...one, marks: [...one.marks] })),
    plans: [...plans],
    missing: missing.map(({ label, code, data }) => ({ label, code, data: { ...data }, message: wording.text(code, data, language) })),
  };
}

const fileName = (report: NarrativeReport): string => `bao-cao-${fold(report.area.name).replace(/[^a-z0-9]+/g, "-")}-${report.year}.docx`;

export function reportsApi(services: Services, wording: Wording): Api {
  return api(reportsRoutes, {
    narrative: async ({ actor, query, language }) => view(await narrativeReport(services, actor, asked(query)), wording, language),
    async narrativeDocx({ actor, query }) {
      const report = await narrativeReport(services, actor, asked(query));
      services.views.note(actor, "reports.narrativeDocx", report.area.uid);
      // a paper of the office: always in Vietnamese
      const bytes = await narrativeDocx(report, (code, data) => wording.text(code, data, "vi"));
      return { name: fileName(report), mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes };
    },
  });
}
