import { getUnit } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Paper } from "../../papers/paper.ts";
import { handOut } from "../../papers/print-log.ts";
import type { Tx } from "../../platform/door.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { fairFunnel } from "../funnel/fair-funnel.ts";
import { seesWhole } from "../policy.ts";
import { milestoneTotals } from "../results/results.ts";
import { fairReport, type ReportFacts, type ReportFirm } from "../rules/report-paper.ts";
import { getFair, type Fair } from "../store.ts";
import { reportRoutes } from "./contract.ts";

async function firmsOf({ client }: Tx, fairId: string): Promise<ReportFirm[]> {
  const { rows } = await client.query<ReportFirm>(
    `select e.name, (select coalesce(sum(w.posts), 0)::int from fair_vacancy w where w.employer_id = e.id and w.voided_at is null) as posts,
       count(*) filter (where a.step in ('f4a', 'f4b'))::int as registered, count(distinct v.subject_key) filter (where a.step in ('f5a', 'f5b'))::int as interviewed, count(distinct v.subject_key) filter (where a.step = 'f6')::int as hired
     from fair_employer e left join fair_action a on a.employer_id = e.id and a.voided_at is null left join fair_visit v on v.id = a.visit_id and v.voided_at is null
     where e.fair_id = $1 and e.voided_at is null and e.attended group by e.id order by e.name collate "vi-x-icu"`, [fairId]);
  return rows;
}

async function followupsOf({ client }: Tx, fairId: string, today: string): Promise<ReportFacts["followups"]> {
  const { rows } = await client.query<ReportFacts["followups"][number]>(
    `select k.kind, count(*) filter (where u.state = 'open')::int as open, count(*) filter (where u.state = 'open' and u.due_on < $2::date)::int as late, count(*) filter (where u.state = 'done')::int as done, count(*) filter (where u.state = 'dropped')::int as dropped
     from (values ('overseas'), ('training')) k (kind) left join fair_followup u on u.kind = k.kind and u.fair_id = $1 and u.voided_at is null group by k.kind order by k.kind`, [fairId, today]);
  return rows;
}

/** Errors: forbidden "fairs.notWhole": a part of a fair must not look like the whole. */
async function reportOf(tx: Tx, services: Services, wording: Wording, fair: Fair): Promise<Paper> {
  if (!seesWhole(tx.actor, fair)) throw new AppError("forbidden", "fairs.notWhole", { name: fair.name });
  const { lines, facts, warnings } = await fairFunnel(tx, fair.id);
  return fairReport({ ...fair, unitName: getUnit(fair.unitUid).fullName }, {
    lines, firms: await firmsOf(tx, fair.id), milestones: await milestoneTotals(tx, fair.id), followups: await followupsOf(tx, fair.id, services.today()), hiredLater: facts.hiredLater,
    warnings: warnings.map(({ code, data }) => wording.text(code, data, "vi")),
  });
}

/** The report of one fair, counted when it is asked for. */
export function reportApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(reportRoutes, {
    fairReport: ({ actor, params }) => door.read(actor, async (tx) => ({ paper: await reportOf(tx, services, wording, await getFair(tx, params.id)) })),
    async printFairReport({ actor, params, body, commandId }) {
      const { fair, paper } = await door.read(actor, async (tx) => {
        const found = await getFair(tx, params.id);
        return { fair: found, paper: await reportOf(tx, services, wording, found) };
      });
      return handOut(services, { actor, commandId }, { name: "fairs.printFairReport", input: { ...params, ...body }, format: body.format }, {
        papers: [paper], subject: fair.id, count: 1, meta: { title: `Báo cáo ${fair.name}`, fileName: `bao cao phien ${fair.code}`, frozenAt: new Date(services.now()) },
      });
    },
  });
}
