import { getUnit } from "../areas/public.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import type { Actor } from "../platform/actor.ts";
import type { Services } from "../platform/feature.ts";
import { countArea, definitions, isMissing, measure, planText, readableGap, type Asked, type Counted, type FigureOrMissing, type Measured } from "../indicators/public.ts";
import type { Gap, Paragraph } from "./rules/paragraph.ts";
import { povertyParagraph, type Bound, type PovertyFigures } from "./rules/poverty-paragraph.ts";

export interface ReportFigure {
  readonly label: string;
  readonly indicator: string;
  readonly value: string;
  readonly text: string;
  readonly unit: string;
  readonly marks: readonly string[];
}

export interface NarrativeReport {
  readonly title: string;
  readonly area: { readonly uid: string; readonly name: string };
  readonly year: number;
  readonly asOf: string;
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly ReportFigure[];
  readonly plans: readonly { readonly indicator: string; readonly name: string; readonly text: string; readonly document: string; readonly kind: string }[];
  readonly missing: readonly Gap[];
}

const bound = (figure: FigureOrMissing | null): Bound => (figure === null ? { missing: { code: "reports.notCompared", data: {} } } : figure);

const BINDINGS = {
  households: "population.households",
  poor: "poverty.poor_households",
  poorRate: "poverty.poor_rate",
  poorPoints: "poverty.rate_reduction_points",
  poorNet: "poverty.net_reduction_households",
  nearPoor: "poverty.near_poor_households",
  nearRate: "poverty.near_poor_rate",
  nearPoints: "poverty.near_rate_reduction_points",
  nearNet: "poverty.near_net_reduction_households",
} as const;

type Measures = Readonly<Record<keyof typeof BINDINGS, Measured>>;

const measureAll = (counted: Counted): Measures =>
  Object.fromEntries(Object.entries(BINDINGS).map(([name, id]) => [name, measure(counted, id)])) as unknown as Measures;

function povertyFigures(measures: Measures): PovertyFigures {
  const { plan, percentOfPlan } = measures.poorPoints;
  const figures = Object.fromEntries(Object.entries(measures).map(([name, one]) => [name, bound(one.figure)])) as unknown as Omit<PovertyFigures, "percentOfPlan" | "planText">;
  return {
    ...figures,
    percentOfPlan: plan === null ? null : bound(percentOfPlan),
    planText: plan === null ? null : planText(definitions().get(BINDINGS.poorPoints)!, plan),
  };
}

const reportFigure = (label: string, figure: FigureOrMissing | null): ReportFigure[] =>
  figure === null || isMissing(figure) ? [] : [{ label, indicator: figure.indicator, value: figure.value, text: figure.text, unit: figure.unit, marks: figure.marks }];

function listFigures(measures: Measures): ReportFigure[] {
  return Object.values(measures).flatMap((one) => {
    const id = one.figure.indicator;
    const { vi } = definitions().get(id)!.name;
    return [...reportFigure(vi, one.figure), ...reportFigure(`${vi}: so với kế hoạch`, one.percentOfPlan)];
  });
}

/** "Huyện An Phú" → "huyện An Phú" inside a sentence. */
const inSentence = (fullName: string): string => fullName.slice(0, 1).toLocaleLowerCase("vi") + fullName.slice(1);

export type NarrativeAsked = Pick<Asked, "areaUid" | "year" | "periodCode" | "asOf" | "knownAt">;

/** The yearly narrative of an area, recounted from records as the actor may read them. */
export async function narrativeReport(services: Services, actor: Actor, asked: NarrativeAsked): Promise<NarrativeReport> {
  const unit = getUnit(asked.areaUid);
  return services.door.read(actor, async (tx) => {
    const counted = await countArea(tx, { ...asked, today: services.today() });
    const measures = measureAll(counted);
    const running = counted.on < counted.period.endsOn;
    const { paragraph, gaps } = povertyParagraph(povertyFigures(measures), {
      area: inSentence(unit.fullName), year: asked.year, asOf: running ? shortDate(counted.on) : null,
    });
    const plans = Object.values(measures).flatMap(({ plan, figure }) => {
      const definition = definitions().get(figure.indicator)!;
      return plan ? [{ indicator: definition.id, name: definition.name.vi, text: planText(definition, plan), document: plan.document, kind: plan.kind }] : [];
    });
    return {
      title: `Báo cáo kết quả công tác đào tạo nghề, giải quyết việc làm và giảm nghèo năm ${asked.year}`,
      area: { uid: unit.uid, name: unit.fullName },
      year: asked.year,
      asOf: counted.on,
      paragraphs: [paragraph],
      figures: listFigures(measures),
      plans,
      missing: gaps.map(({ label, ...gap }) => ({ label, ...readableGap(gap) })),
    };
  });
}
