import { getUnit } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import { api, type Api, type Services } from "../platform/feature.ts";
import type { Language, Wording } from "../platform/http/messages.ts";
import { readBoard } from "./board.ts";
import { indicatorsRoutes } from "./contract.ts";
import { exportSource } from "./export-source.ts";
import { freezeFigure } from "./freeze.ts";
import { definitions } from "./load.ts";
import { addPeriod, listPeriods } from "./period.ts";
import { addPlan, listPlans, voidPlan } from "./plans.ts";
import { readSource } from "./source.ts";
import { addTypedFigure, listTypedFigures, voidTypedFigure } from "./typed-figures.ts";
import { Presenter } from "./views.ts";

interface Where {
  readonly area: string;
  readonly year: number;
  readonly period?: string | undefined;
  readonly on?: PlainDate | undefined;
  readonly knownAt?: string | undefined;
}

const asked = ({ area, year, period, on, knownAt }: Where) => ({ areaUid: area, year, periodCode: period, asOf: on, knownAt });

export function indicatorsApi(services: Services, wording: Wording): Api {
  const { door } = services;
  const present = (language: Language): Presenter => new Presenter(wording, language);
  return api(indicatorsRoutes, {
    definitions: async ({ language }) => ({
      indicators: [...definitions().values()].map(({ id, unit, nature, direction, formula }) => ({ id, name: present(language).name(id), unit, nature, direction, countable: formula.kind === "count" })),
    }),
    board: ({ actor, query, language }) => readBoard(services, actor, asked(query), present(language)),
    source: ({ actor, query, language }) =>
      readSource(services, actor, { ...asked(query), indicator: query.indicator, count: query.records, side: query.side ?? "now", page: query.page ?? 1, perPage: query.perPage ?? 50 }, present(language)),
    exportSource: ({ actor, body: { query, purpose }, commandId, language }) =>
      exportSource(services, actor, { ...asked(query), indicator: query.indicator, count: query.records, side: query.side ?? "now" }, present(language), { commandId, purpose }),
    freeze: ({ actor, body, commandId }) => freezeFigure(services, actor, commandId, body),
    listPlans: ({ actor, query, language }) =>
      door.read(actor, async (tx) => ({ plans: (await listPlans(tx, getUnit(query.unit).uid, query.year)).map((plan) => present(language).plan(plan)) })),
    addPlan: ({ actor, body, commandId }) => addPlan(services, actor, commandId, body),
    async voidPlan({ actor, params, body, commandId }) {
      await voidPlan(services, actor, commandId, params.id, body.reason);
      return {};
    },
    listTypedFigures: ({ actor, query, language }) =>
      door.read(actor, async (tx) => ({ figures: (await listTypedFigures(tx, getUnit(query.unit).uid)).map((figure) => present(language).typedFigure(figure)) })),
    addTypedFigure: ({ actor, body, commandId }) => addTypedFigure(services, actor, commandId, body),
    async voidTypedFigure({ actor, params, body, commandId }) {
      await voidTypedFigure(services, actor, commandId, params.id, body.reason);
      return {};
    },
    listPeriods: ({ actor }) => door.read(actor, async (tx) => ({ periods: await listPeriods(tx) })),
    addPeriod: ({ actor, body, commandId }) => addPeriod(services, actor, commandId, body),
  });
}
