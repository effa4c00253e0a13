import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Columns, Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { useParam } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { outcomesRoutes, type FollowedLearner, type FollowUpPage as Answer, type OutcomeView } from "../../outcomes/contract.ts";
import { className } from "../../rules/class-name.ts";
import { MILESTONES } from "../../outcomes/rules/kinds.ts";
import { OutcomeEntry } from "./outcome-entry.tsx";

/** One class: both rates, a row per learner to be asked, every mark on file. */
export default function FollowUpPage() {
  const t = useText();
  const id = useParam("id");
  const { on } = useAreaPeriod();
  const { role } = useSession();
  const { data, error, refetch } = useAnswer(outcomesRoutes.followUp, { params: { id }, query: { on } }, { keep: true });
  const crumbs = [{ label: t("training.followUps.title"), to: "/training/follow-ups" }];
  if (!data) return <Page title={t("training.followUpClass.title")} crumbs={crumbs}><ErrorNotice error={error} retry={() => void refetch()} /></Page>;
  const { class: own, result, codes, due } = data;
  return (
    <Page title={className(own)} subtitle={t("training.follow.ofClass", { trade: own.trade, provider: own.provider, on: dayText(own.endedOn) })} crumbs={crumbs} print actions={role !== "surveyor" && <LinkButton to="/training/classes/$id" params={{ id }}>{t("training.follow.toClass")}</LinkButton>}>
      <Stack>
        <Columns least={260}>
          <Tile label={t("training.follow.overGraduates")} value={result.overGraduates} compare={t("training.follow.overGraduatesOf", { inWork: result.inWork, graduates: result.graduates })} />
          <Tile label={t("training.follow.overEnrolled")} value={result.overEnrolled} compare={t("training.follow.overEnrolledOf", { inWork: result.inWork, enrolled: result.enrolled })} />
          <Tile label={t("training.follow.followedCount")} value={result.followed} compare={t("training.follow.followedOf", { graduates: result.graduates, lost: result.lost })} />
        </Columns>
        {result.graduates > 0 && !result.enough && <Notice kind="warn" title={t("training.follow.notEnough")}>{t("training.follow.notEnoughWhy", { percent: codes.enoughPercent, followed: result.followed, graduates: result.graduates })}</Notice>}
        {due && due.missing > 0 && <Notice kind={due.late ? "warn" : "info"} title={t("training.follow.mark", { months: due.milestone, on: dayText(due.dueOn) })}>{t("training.follow.missingOf", { missing: due.missing })}</Notice>}
        <Tabs
          label={t("training.followUpClass.title")}
          tabs={[
            ...(data.may.record ? [{ key: "enter", label: t("training.follow.enter"), content: () => <OutcomeEntry page={data} on={on} /> }] : []),
            { key: "learners", label: t("training.follow.learners"), content: () => <Learners page={data} id={id} /> },
          ]}
        />
      </Stack>
    </Page>
  );
}

function Learners({ page, id }: { page: Answer; id: string }) {
  const t = useText();
  const { on } = useAreaPeriod();
  const names = new Map([...page.codes.kinds, ...page.codes.effects].map(({ code, name }) => [code, name]));
  const [wrong, setWrong] = useState<{ readonly name: string; readonly outcome: OutcomeView } | null>(null);
  const voiding = useCommand(outcomesRoutes.voidOutcome);
  const closing = useCommand(outcomesRoutes.closeFollowUp);
  const [asked, ask] = useState(false);
  const words = (found: OutcomeView | undefined): string => (found === undefined ? "—" : `${names.get(found.kind) ?? found.kind} · ${dayText(found.onDate)} · ${t(`training.follow.outcome.${found.state}`)}`);
  const at = ({ outcomes }: FollowedLearner, months: number) => outcomes.find(({ milestone }) => milestone === months);
  return (
    <Stack>
      <DataTable<FollowedLearner>
        label={t("training.follow.learners")} name="learners" local exports={false} rows={page.learners} rowKey={({ enrolmentId }) => enrolmentId}
        columns={[
          { key: "name", label: t("training.person.name"), main: true, sort: true, sortValue: (row) => row.fullName.split(" ").at(-1)!, render: (row) => row.fullName },
          { key: "hamlet", label: t("training.person.hamlet"), sort: true, sortValue: (row) => row.hamlet, render: (row) => capital(row.hamlet) },
          { key: "graduated", label: t("training.follow.graduated"), render: (row) => t(row.graduated ? "training.follow.yes" : "training.follow.no") },
          ...MILESTONES.map((months) => ({
            key: `m${months}`, label: t("training.follow.after", { months }), text: (row: FollowedLearner) => words(at(row, months)),
            render: (row: FollowedLearner) => {
              const found = at(row, months);
              return (
                <>
                  {words(found)}{" "}
                  {found && page.may.verify && found.state !== "closed" && <Button kind="quiet" size="small" onClick={() => setWrong({ name: row.fullName, outcome: found })}>{t("training.follow.void")}</Button>}
                </>
              );
            },
          })),
          { key: "effects", label: t("training.follow.effects"), render: (row) => [...new Set(row.outcomes.flatMap(({ effects }) => effects))].map((code) => names.get(code) ?? code).join("; ") || "—" },
        ]}
        empty={<EmptyState title={t("training.follow.noLearners")}>{t("training.follow.noLearnersHint")}</EmptyState>}
        tools={<ExportList route={outcomesRoutes.exportFollowUp} input={(purpose) => ({ params: { id }, body: { on, purpose } })} total={page.learners.length} />}
      />
      {page.may.verify && <Row><Button onClick={() => ask(true)}>{t("training.follow.close")}</Button></Row>}
      <ConfirmDialog
        open={wrong !== null} title={t("training.follow.voidTitle", { name: wrong?.name ?? "" })} action={t("training.follow.void")} danger reason busy={voiding.isPending} error={<ErrorNotice error={voiding.error} />} onClose={() => setWrong(null)}
        onConfirm={(reason) => voiding.mutate({ params: { id: wrong!.outcome.id }, body: { reason } }, { onSuccess: () => setWrong(null) })}
      />
      <ConfirmDialog open={asked} title={t("training.follow.closeTitle")} action={t("training.follow.close")} busy={closing.isPending} error={<ErrorNotice error={closing.error} />} onClose={() => ask(false)} onConfirm={() => closing.mutate({ params: { id }, body: { on } }, { onSuccess: () => ask(false) })}>
        <p>{t("training.follow.closeWhy")}</p>
      </ConfirmDialog>
    </Stack>
  );
}
