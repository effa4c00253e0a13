import { yearOf } from "../../kernel/date.ts";
import { handOut } from "../../papers/print-log.ts";
import type { Actor } from "../../platform/actor.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { mayRecognise, mayReview } from "../policy.ts";
import { activeValue, type Source } from "../rules/certainty.ts";
import { getRuleset, rulesetsOf } from "../rulesets.ts";
import { processOf } from "../workflow/processes.ts";
import { surveyForm } from "../workflow/survey-form.ts";
import { attachToProcedure, procedureFile } from "./attach.ts";
import { procedurePage } from "./case-page.ts";
import { procedureRoutes, type KindView, type ProcedureRowView } from "./contract.ts";
import { exportProcedures } from "./export.ts";
import { handedReports, handInReport, takeBackReport } from "./hand-in-report.ts";
import { getKind, kindsOf } from "./kinds.ts";
import { listProcedures, type ProcedureRow } from "./list.ts";
import { monthReport } from "./month-report.ts";
import { procedureJob } from "./print.ts";
import { receiveRequest } from "./receive.ts";
import type { ProcedureKind } from "./rules/kind.ts";
import type { AssessedFacts } from "./rules/procedure-state.ts";
import { takeStep } from "./take-step.ts";

const mayOf = (actor: Actor) => ({ review: mayReview(actor), recognise: mayRecognise(actor) });

const sureOf = (legal: { certainty: string; source: Source | null; note?: { vi: string; en: string } | undefined }, language: Language) => ({
  certainty: legal.certainty, source: legal.source && [legal.source.article, legal.source.doc].filter(Boolean).join(" "), note: legal.note?.[language] ?? null,
});

const factsView = ({ visit, ...facts }: AssessedFacts) => ({
  ...facts, deprivations: visit?.deprivations ? [...visit.deprivations] : null, causes: [...(visit?.causes ?? [])], children: visit?.children ? visit.children.map(({ personId, lacks }) => ({ personId, lacks: [...lacks] })) : null,
});

/** Requests between two reviews: receipt, steps, decision, monthly counts. */
export function proceduresApi(services: Services, wording: Wording): Api {
  const { door } = services;
  const kindView = (kind: ProcedureKind, language: Language): KindView => {
    const { id, name, subject, effect, form, documents, deadline, steps } = kind;
    const { adhoc } = processOf(services, services.today()).process;
    const term = deadline.basis === "receipt" ? deadline.term : deadline.basis === "month_review" ? adhoc.decidedWithin : null;
    const known = deadline.certainty !== "unknown" && term !== null && term.value !== null;
    const text = known ? wording.text(`poverty.procedure.deadline.${deadline.basis}`, { value: term.value, unit: wording.text(`poverty.procedure.unit.${term.unit}`, {}, language), day: activeValue(adhoc.startsOnDay) ?? "" }, language)
      : wording.text("poverty.procedure.deadline.unknown", {}, language);
    return {
      id, name: name[language], subject, effect, form: { name: form.name?.[language] ?? null, ...sureOf(form, language) }, documents: { items: documents.items.map((one) => one[language]), ...sureOf(documents, language) },
      deadline: { known, text, ...sureOf(deadline, language) }, steps: { needs: [...steps.needs], ...sureOf(steps, language) },
    };
  };
  const rowView = ({ ...row }: ProcedureRow, language: Language): ProcedureRowView => ({ ...row, kindName: kindsOf(services).find(({ id }) => id === row.kind)?.name[language] ?? row.kind });
  return api(procedureRoutes, {
    procedureKinds: async ({ language }) => ({ kinds: kindsOf(services).map((kind) => kindView(kind, language)) }),
    procedureMonths: ({ actor, query }) => door.read(actor, async (tx) => {
      const handed = await handedReports(tx, query.area, query.year);
      const months = (await monthReport(tx, services, query.area, query.year)).map((row) => {
        const report = handed.find(({ month }) => month === row.month);
        if (!report) return { ...row, handed: null };
        const { month: _, ...counts } = report.counts;
        return { ...row, handed: { id: report.id, on: report.handedOn, receiver: report.receiver, documentNo: report.documentNo, counts, differs: Object.entries(counts).some(([key, count]) => row[key as keyof typeof counts] !== count) } };
      });
      return { year: query.year, months, mayHandIn: mayReview(actor) && (actor.scope.writesAll || actor.scope.writeUnits.includes(query.area)) };
    }),
    handInProcedureReport: ({ actor, body: { area, ...input }, commandId }) => handInReport(services, actor, commandId, area, input),
    takeBackProcedureReport: ({ actor, params, body, commandId }) => takeBackReport(services, actor, commandId, params.id, body.reason),
    procedures: ({ actor, query, language }) => door.read(actor, async (tx) => {
      const { total, rows } = await listProcedures(tx, query, services.today());
      services.views.note(actor, "poverty.viewProcedures", query.area, rows.length);
      return { total, page: query.page, perPage: query.perPage, rows: rows.map((row) => rowView(row, language)), may: mayOf(actor) };
    }),
    exportProcedures: ({ actor, body: { purpose, ...asked }, commandId, language }) => exportProcedures(services, wording, actor, { commandId, purpose, asked }, language),
    receiveRequest: ({ actor, body, commandId }) => receiveRequest(services, actor, commandId, body),
    procedure: ({ actor, params, language }) => door.read(actor, async (tx) => {
      const { found, row, personName, signer, steps, open, papers } = await procedurePage(tx, params.id, services.today());
      const { unitUid: _unit, ...shown } = row;
      services.views.note(actor, "poverty.viewProcedure", row.householdId);
      const { facts, judged, hasForm, missing, postedTo, complaint } = found.state;
      const kind = getKind(services, row.kind);
      const on = services.today();
      const form = kind.effect === "none" ? null : await surveyForm(tx, services, { ruleset: getRuleset(rulesetsOf(services), on).ruleset.id, statusYear: yearOf(on) }, found, language);
      return {
        row: rowView(shown, language), kind: kindView(kind, language), personName, signer, facts: facts && factsView(facts), form, judged, hasForm, missing, postedTo, complaint,
        steps: steps.map((step) => ({ ...step, data: { ...step.data } })), open: [...open], papers: [...papers], may: mayOf(actor),
      };
    }),
    takeProcedureStep: ({ actor, params, body, commandId, language }) => takeStep(services, actor, commandId, params.id, body, language),
    attachToProcedure: ({ actor, params, query, body, commandId }) => attachToProcedure(services, actor, commandId, params.id, query, body),
    procedureFile: ({ actor, params }) => procedureFile(services, actor, params.id, params.sha),
    async printProcedure({ actor, params, body, commandId }) {
      const job = await procedureJob(services, wording, actor, params.id, body.paper);
      return handOut(services, { actor, commandId }, { name: "poverty.printProcedure", input: { ...params, ...body }, format: body.format }, job);
    },
  });
}
