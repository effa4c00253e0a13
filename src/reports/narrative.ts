import { getUnit } from "../areas/public.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import type { Actor } from "../platform/actor.ts";
import type { Services } from "../platform/feature.ts";
import { countArea, definitions, fieldsRead, isMissing, listPlansOf, measure, planText, readableGap, yearsIn, yearsText, type Asked, type Counted, type FigureOrMissing, type Measured, type PlanRow } from "../indicators/public.ts";
import { fairParagraph } from "./rules/fair-paragraph.ts";
import { jobsParagraph } from "./rules/jobs-paragraph.ts";
import { overseasParagraph } from "./rules/overseas-paragraph.ts";
import type { Gap, Paragraph } from "./rules/paragraph.ts";
import { povertyParagraph } from "./rules/poverty-paragraph.ts";
import { targetsParagraph, type Target } from "./rules/targets-paragraph.ts";
import { trainingParagraph } from "./rules/training-paragraph.ts";
import type { Bound, Setting } from "./rules/writer.ts";

export interface ReportFigure {
  readonly label: string;
  readonly indicator: string;
  /** the year that it is of: of a target the coming one */
  readonly year: number;
  readonly value: string;
  readonly text: string;
  readonly unit: string;
  readonly marks: readonly string[];
}

export interface ReportPlan {
  readonly indicator: string;
  readonly name: string;
  /** "2023", "2021–2025" */
  readonly years: string;
  readonly text: string;
  readonly document: string;
  readonly kind: string;
}

export interface NarrativeReport {
  readonly title: string;
  readonly area: { readonly uid: string; readonly name: string };
  readonly year: number;
  readonly asOf: string;
  /** fields of work that the report was made for: those of the account */
  readonly fields: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly ReportFigure[];
  readonly plans: readonly ReportPlan[];
  readonly missing: readonly Gap[];
}

const bound = (figure: FigureOrMissing | null): Bound => (figure === null ? { missing: { code: "reports.notCompared", data: {} } } : figure);

/** What each paragraph binds, by its own names. */
const BINDINGS = {
  jobs: { people: "jobs.people", events: "jobs.events", overseas: "jobs.overseas", loans: "jobs.loans" },
  training: { classes: "training.classes", nonFarm: "training.classes_non_farm", farm: "training.classes_farm", learners: "training.learners", selfTaught: "training.self_taught" },
  fair: {
    firms: "fair.firms", direct: "fair.register_direct", online: "fair.register_online", interviewed: "fair.interviewed", appointments: "fair.appointments", overseas: "fair.register_overseas", training: "fair.register_training",
  },
  overseas: { departures: "overseas.departures" },
  poverty: {
    households: "population.households", poor: "poverty.poor_households", poorRate: "poverty.poor_rate", poorPoints: "poverty.rate_reduction_points", poorNet: "poverty.net_reduction_households",
    nearPoor: "poverty.near_poor_households", nearRate: "poverty.near_poor_rate", nearPoints: "poverty.near_rate_reduction_points", nearNet: "poverty.near_net_reduction_households",
  },
} as const;
type Part = keyof typeof BINDINGS;
const FIELD_OF: Readonly<Record<Part, string>> = { jobs: "jobs", training: "training", fair: "jobs", overseas: "jobs", poverty: "poverty" };

type Measures<P extends Part> = Readonly<Record<keyof (typeof BINDINGS)[P], Measured>>;

const measurePart = <P extends Part>(counted: Counted, part: P): Measures<P> =>
  Object.fromEntries(Object.entries(BINDINGS[part]).map(([name, id]) => [name, measure(counted, id as string)])) as unknown as Measures<P>;

const boundsOf = <K extends string>(measures: Readonly<Record<K, Measured>>): Readonly<Record<K, Bound>> =>
  Object.fromEntries((Object.entries(measures) as [K, Measured][]).map(([name, one]) => [name, bound(one.figure)])) as Readonly<Record<K, Bound>>;

interface Written {
  readonly paragraph: Paragraph | null;
  readonly gaps: readonly Gap[];
}

/** The paragraph of one part over its measures. */
const WRITE: { readonly [P in Part]: (measures: Measures<P>, setting: Setting, counted: Counted) => Written } = {
  jobs(measures, setting) {
    const { plan, percentOfPlan, percentOfSamePeriod, before, term } = measures.people;
    return jobsParagraph(
      {
        ...boundsOf(measures),
        percentOfPlan: plan === null ? null : bound(percentOfPlan),
        term: term && { percent: bound(term.slice), years: yearsText(term.plan), count: yearsIn(term.plan) },
        percentOfSamePeriod: percentOfSamePeriod && bound(percentOfSamePeriod),
        before: isMissing(before) ? before : null,
      },
      setting,
    );
  },
  training: (measures, setting) => trainingParagraph(boundsOf(measures), setting),
  fair: (measures, setting) => fairParagraph(boundsOf(measures), setting),
  overseas: ({ departures }, setting, counted) => overseasParagraph({ departures: bound(departures.figure), jobs: bound(measure(counted, "jobs.overseas").figure) }, setting),
  poverty(measures, setting) {
    const { plan, percentOfPlan } = measures.poorPoints;
    return povertyParagraph(
      { ...boundsOf(measures), percentOfPlan: plan === null ? null : bound(percentOfPlan), planText: plan === null ? null : planText(definitions().get(plan.indicator)!, plan) }, setting,
    );
  },
};

const reportFigure = (label: string, year: number, figure: FigureOrMissing | null): ReportFigure[] =>
  figure === null || isMissing(figure) ? [] : [{ label, indicator: figure.indicator, year, value: figure.value, text: figure.text, unit: figure.unit, marks: figure.marks }];

function listFigures(measures: readonly Measured[], year: number): ReportFigure[] {
  return measures.flatMap((one) => {
    const { vi } = definitions().get(one.figure.indicator)!.name;
    // households and points are compared in their own sentences
    const compares = definitions().get(one.figure.indicator)!.field !== "poverty";
    return [
      ...reportFigure(vi, year, one.figure),
      ...reportFigure(`${vi}: so với kế hoạch`, year, one.percentOfPlan),
      ...(one.term ? reportFigure(`${vi}: so với bình quân một năm của kế hoạch ${yearsText(one.term.plan)}`, year, one.term.slice) : []),
      ...(compares ? reportFigure(`${vi}: so với cùng kỳ năm trước`, year, one.percentOfSamePeriod) : []),
    ];
  });
}

const planOf = (plan: PlanRow): ReportPlan => {
  const definition = definitions().get(plan.indicator)!;
  return { indicator: plan.indicator, name: definition.name.vi, years: yearsText(plan), text: planText(definition, plan), document: plan.document, kind: plan.kind };
};

/** Of the coming year, of each indicator the plan that counts. */
function targetsOf(plans: readonly PlanRow[], fields: readonly string[], year: number): { targets: Target[]; used: PlanRow[] } {
  const used: PlanRow[] = [];
  for (const { id, field } of definitions().values()) {
    const plan = fields.includes(field) ? plans.find((row) => row.indicator === id && row.toYear === null) : undefined;
    if (plan) used.push(plan);
  }
  const targets = used.map((plan): Target => {
    const { name, unit } = definitions().get(plan.indicator)!;
    return { indicator: plan.indicator, name: name.vi, unit, bound: { indicator: `${plan.indicator}#target`, value: plan.value, text: planText(definitions().get(plan.indicator)!, plan), marks: [plan.kind], year } };
  });
  return { targets, used };
}

/** "Huyện An Phú" → "huyện An Phú" inside a sentence. */
const inSentence = (fullName: string): string => fullName.slice(0, 1).toLocaleLowerCase("vi") + fullName.slice(1);

export type NarrativeAsked = Pick<Asked, "areaUid" | "year" | "periodCode" | "asOf" | "knownAt">;

/** The yearly narrative of an area, recounted from records as the actor may read them: of the actor's fields of work. */
export async function narrativeReport(services: Services, actor: Actor, asked: NarrativeAsked): Promise<NarrativeReport> {
  const unit = getUnit(asked.areaUid);
  const fields: readonly string[] = fieldsRead(actor);
  return services.door.read(actor, async (tx) => {
    const counted = await countArea(tx, { ...asked, today: services.today() });
    const running = counted.on < counted.period.endsOn;
    const setting = { area: inSentence(unit.fullName), year: asked.year, asOf: running ? shortDate(counted.on) : null };
    const parts = (Object.keys(BINDINGS) as Part[]).filter((part) => fields.includes(FIELD_OF[part]));
    const write = <P extends Part>(part: P): { written: Written; measures: Measured[] } => {
      const measures = measurePart(counted, part);
      return { written: WRITE[part](measures, setting, counted), measures: Object.values(measures) as Measured[] };
    };
    const done = parts.map((part) => write(part));
    const coming = asked.year + 1;
    const { targets, used } = targetsOf(await listPlansOf(tx, [asked.areaUid], coming, asked.knownAt ?? "infinity"), fields, coming);
    const written = [...done.map((one) => one.written), targetsParagraph(targets, coming)];
    const measures = done.flatMap((one) => one.measures);
    return {
      title: `Báo cáo kết quả công tác đào tạo nghề, giải quyết việc làm và giảm nghèo năm ${asked.year}`,
      area: { uid: unit.uid, name: unit.fullName },
      year: asked.year,
      asOf: counted.on,
      fields,
      paragraphs: written.flatMap(({ paragraph }) => (paragraph ? [paragraph] : [])),
      figures: [
        ...listFigures(measures, asked.year),
        ...targets.map(({ name, unit: of, bound: { indicator, value, text, marks } }): ReportFigure => ({ label: `${name}: mục tiêu năm ${coming}`, indicator, year: coming, value, text, unit: of, marks })),
      ],
      plans: [...measures.flatMap(({ plan, term }) => [...(plan ? [planOf(plan)] : []), ...(term ? [planOf(term.plan)] : [])]), ...used.map(planOf)],
      missing: written.flatMap(({ gaps }) => gaps).map(({ label, ...gap }) => ({ label, ...readableGap(gap) })),
    };
  });
}
