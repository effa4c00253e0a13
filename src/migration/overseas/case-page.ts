import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { mayOf, mayReadIncidents } from "../policy.ts";
import type { CasePageView } from "./contract.ts";
import { caseRow } from "./list.ts";
import { requestsOfCase } from "./list-requests.ts";
import { overseasStandards } from "./load.ts";
import { STEP_KINDS, stepsFrom } from "./rules/case-state.ts";
import { milestonesOf } from "./rules/milestones.ts";
import { getCase } from "./store.ts";

const FACTS = `c.phone, c.market, c.programme, c.job, c.vsco, c.contract_no as "contractNo", c.contract_on::text as "contractOn", c.term_months as "termMonths", c.wage, c.currency, c.cost_declared_dong as "costDeclaredDong",
  c.cost_own_dong as "costOwnDong", c.cost_loan_dong as "costLoanDong", c.cost_support_dong as "costSupportDong", c.groups, c.language, c.language_level as "languageLevel", c.orientation_no as "orientationNo", c.medical_on::text as "medicalOn",
  c.address_abroad as "addressAbroad", c.home_contact as "homeContact"`;

interface Step {
  readonly seq: number;
  readonly kind: string;
  readonly on: PlainDate;
  readonly data: Record<string, unknown>;
  readonly recordedAt: Date;
}

/** Steps that a later one took back; the deeds beside them stay. */
function takenBack(steps: readonly Step[]): Set<number> {
  const standing: number[] = [];
  const gone = new Set<number>();
  for (const { seq, kind } of steps.filter((step) => (STEP_KINDS as readonly string[]).includes(step.kind))) {
    if (kind !== "takeBack") standing.push(seq);
    else gone.add(standing.pop()!).add(seq);
  }
  return gone;
}

/** To whom incidents are closed, a follow-up tells that there was something, not what. */
const withoutPrivate = (one: CasePageView["followUps"][number]): CasePageView["followUps"][number] => ({ ...one, outcome: one.outcome === "hurt" ? "private" : one.outcome, note: null });

/** One case with all that belongs to it, the incidents apart. Errors: not_found "migration.overseas.unknown". */
export async function casePage(tx: Tx, services: Services, wording: Wording, actor: Actor, id: string, language: Language): Promise<CasePageView> {
  const today = services.today();
  const found = await getCase(tx, id);
  const row = await caseRow(tx, id, today);
  const { markets, forms, supports: standards } = overseasStandards(services);
  const { rows: [more] } = await tx.client.query<{ facts: CasePageView["facts"]; passport: string | null; checkedOn: string | null; reportedOn: string | null }>(
    `select row_to_json(f) as facts, c.passport_masked as passport, c.licence_checked_on::text as "checkedOn", c.departed_recorded_on::text as "reportedOn" from overseas_case c cross join lateral (select ${FACTS}) f where c.id = $1`, [id]);
  const { rows: steps } = await tx.client.query<Step>(`select seq, kind, on_date::text as "on", data, recorded_at as "recordedAt" from overseas_action where case_id = $1 order by seq`, [id]);
  const { rows: supports } = await tx.client.query<Omit<CasePageView["supports"][number], "kindName">>(
    `select id, phase, kind, on_date::text as "on", amount_dong as "amountDong", policy, certainty, reason, note, document, voided_at is not null as voided from overseas_support where case_id = $1 order by on_date, recorded_at`, [id]);
  const { rows: followUps } = await tx.client.query<CasePageView["followUps"][number]>(
    `select id, phase, milestone, on_date::text as "on", outcome, note from overseas_follow_up where case_id = $1 and voided_at is null order by phase, milestone`, [id]);
  const { rows: [returned] } = await tx.client.query<NonNullable<CasePageView["returned"]>>(
    `select returned_on::text as "returnedOn", returned_precision as precision, kind = 'early' as early, reason, savings_band as "savingsBand", skills, language, job_wish as "jobWish" from return_record where case_id = $1 and voided_at is null`, [id]);
  const gone = takenBack(steps);
  const incidents = mayReadIncidents(actor, found.keeper);
  const kindName = (policy: string | null, kind: string): string => standards.find((one) => one.id === policy)?.items.find(({ code }) => code === kind)?.name[language] ?? wording.text(`migration.homeSupport.${kind}`, {}, language);
  return {
    row: { ...row, marketName: markets.find(({ code }) => code === row.market)?.name[language] ?? row.market }, facts: more!.facts, passport: more!.passport, licence: row.licenceResult === null ? null : { result: row.licenceResult, checkedOn: more!.checkedOn! },
    formName: forms.find(({ code }) => code === row.form)?.name[language] ?? null, previousId: found.previousId, departureReportedOn: more!.reportedOn, jobEventId: found.jobEventId,
    steps: steps.map(({ data: { precision, ...data }, ...step }) => ({ ...step, precision: String(precision ?? "day"), data, takenBack: gone.has(step.seq), recordedAt: step.recordedAt.toISOString() })),
    open: stepsFrom(found.actions), supports: supports.map((one) => ({ ...one, kindName: kindName(one.policy, one.kind) })), supportTotalDong: supports.reduce((sum, { amountDong, voided }) => sum + (voided ? 0 : (amountDong ?? 0)), 0),
    followUps: incidents ? followUps : followUps.map(withoutPrivate), milestones: milestonesOf(found.state, new Set(followUps.map(({ phase, milestone }) => `${phase}-${milestone}`)), today), returned: returned ?? null, requests: await requestsOfCase(tx, id, today),
    incidents, reaches: actor.scope.writesAll || actor.scope.writeHamlets.includes(found.hamletId), may: mayOf(actor),
  };
}
