import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { seekerRoutes, type MatchView } from "../../seekers/contract.ts";

/** Vacancies beside a seeker: points with their reasons, what speaks against them; the adviser chooses. */
export function MatchList({ seekerId, mayRefer }: { seekerId: string; mayRefer: boolean }) {
  const t = useText();
  const say = useToast();
  const { on } = useAreaPeriod();
  const [asked, setAsked] = useState<MatchView | null>(null);
  const { data, error, refetch } = useAnswer(seekerRoutes.matches, { params: { id: seekerId }, query: { on: today() } });
  const refer = useCommand(seekerRoutes.refer);
  const send = (match: MatchView, reason: string | null) =>
    refer.mutate({ body: { seekerId, vacancyId: match.vacancy.id, on: today() as PlainDate, reason } }, { onSuccess: () => (setAsked(null), say(t("jobs.match.referred", { title: match.vacancy.title }))) });
  const reasons = ({ points }: MatchView): string => points.map((one) => `${t(`jobs.match.${one.reason}`)} ${figureText(one.points)}/${figureText(one.of)}`).join("; ");
  const against = ({ obstacles, notes }: MatchView): string => [...obstacles.map((one) => t(`jobs.match.obstacle.${one}`)), ...notes.map((one) => t(`jobs.match.note.${one}`))].join("; ");
  const columns: Column<MatchView>[] = [
    { key: "title", label: t("jobs.match.vacancy"), main: true, render: ({ vacancy }) => vacancy.title },
    { key: "firm", label: t("jobs.match.firm"), render: ({ vacancy }) => vacancy.organisation },
    { key: "score", label: t("jobs.match.score"), align: "end", text: ({ score }) => score, render: ({ score }) => figureText(score) },
    { key: "why", label: t("jobs.match.why"), render: reasons },
    { key: "against", label: t("jobs.match.against"), render: (match) => against(match) || "—" },
    { key: "apply", label: t("jobs.match.applyBy"), nowrap: true, render: ({ vacancy }) => dayText(vacancy.applyBy) },
    ...(mayRefer ? [{
      key: "do", label: t("jobs.months.do"), text: null,
      render: (match: MatchView) => (match.referred ? t("jobs.match.already") : <Button size="small" busy={refer.isPending && refer.variables?.body.vacancyId === match.vacancy.id} onClick={() => (match.obstacles.length > 0 ? setAsked(match) : send(match, null))}>{t("jobs.match.refer")}</Button>),
    }] : []),
  ];
  const lines = [t("jobs.match.lines", { on: dayText(on) })];
  return (
    <Stack>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {asked === null && <ErrorNotice error={refer.error} />}
      {data && <Hint>{t("jobs.match.looked", { looked: data.looked })}</Hint>}
      <DataTable label={t("jobs.match.title")} columns={columns} rows={data?.matches} local pageSize={20} rowKey={({ vacancy }) => vacancy.id} exports={lines} empty={<EmptyState title={t("jobs.match.none")}>{t("jobs.match.noneText")}</EmptyState>} />
      {data && data.blockedCount > 0 && (
        <Section title={t("jobs.match.blocked", { blocked: data.blockedCount })}>
          <DataTable label={t("jobs.match.blockedTitle")} columns={columns} rows={data.blocked} local pageSize={20} name="blocked" rowKey={({ vacancy }) => vacancy.id} exports={lines} />
        </Section>
      )}
      <ConfirmDialog open={asked !== null} title={t("jobs.match.askReason")} action={t("jobs.match.refer")} reason busy={refer.isPending} error={<ErrorNotice error={refer.error} />} onClose={() => setAsked(null)} onConfirm={(reason) => send(asked!, reason)}>
        {asked && <p>{against(asked)}</p>}
      </ConfirmDialog>
    </Stack>
  );
}
