import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Dialog } from "../../../web/design/dialog.tsx";
import { capital } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { Link, useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { needsRoutes } from "../../needs/contract.ts";
import { className } from "../../rules/class-name.ts";
import { needsReason, type NeedDeed } from "../../needs/rules/need-process.ts";
import { PlanForm } from "./need-deeds.tsx";
import { NEED_PATTERN } from "./need-pattern.ts";

/** One need: who, what, where it stands, what was done, what may be done next. */
export function NeedDetail({ id }: { id: string }) {
  const t = useText();
  const { on } = useAreaPeriod();
  const { role } = useSession();
  const { set } = useUrl();
  const { data, error, refetch } = useAnswer(needsRoutes.need, { params: { id } });
  const move = useCommand(needsRoutes.moveNeeds);
  const voiding = useCommand(needsRoutes.voidNeed);
  const [asking, ask] = useState<NeedDeed | "void" | null>(null);
  if (!data) return <ErrorNotice error={error} retry={() => void refetch()} />;
  const { need, actions, mayDeeds } = data;
  const run = (deed: NeedDeed, reason?: string) => move.mutate({ body: { ids: [id], deed, on, ...(reason && { reason }) } }, { onSuccess: () => ask(null) });
  return (
    <Stack>
      <KeyValue
        pairs={[
          { label: t("training.person.name"), value: need.fullName },
          { label: t("training.person.birthYear"), value: need.birthYear === null ? null : String(need.birthYear) },
          { label: t("training.person.hamlet"), value: capital(need.hamlet) },
          { label: t("training.person.identified"), value: t(need.identified ? "training.person.onFile" : "training.person.notOnFile") },
          { label: t("training.needs.trade"), value: need.tradeName },
          { label: t("training.needs.year"), value: String(need.year) },
          { label: t("training.needs.groups"), value: need.groupNames.join("; ") },
          { label: t("training.needs.state"), value: <StatusBadge pattern={NEED_PATTERN[need.state]}>{t(`training.needs.state.${need.state}`)}</StatusBadge> },
          { label: t("training.needs.plan"), value: need.planDocument },
          { label: t("training.needs.classOf"), value: need.classOf && (role === "surveyor" ? className(need.classOf) : <Link to="/training/classes/$id" params={{ id: need.classOf.id }}>{className(need.classOf)}</Link>) },
          { label: t("training.needs.wantedFor"), value: need.wantedFor === null ? null : t(`training.needs.wantedFor.${need.wantedFor}`) },
          { label: t("training.needs.wantedWhen"), value: need.wantedWhen },
          { label: t("training.needs.wantedPlace"), value: need.wantedPlace },
          { label: t("training.person.note"), value: [need.declineReason, need.note].filter(Boolean).join("; ") },
        ]}
      />
      <Row>
        {mayDeeds.map((deed) => <Button key={deed} busy={move.isPending} onClick={() => (deed === "plan" || needsReason(deed) ? ask(deed) : run(deed))}>{t(`training.needs.deed.${deed}`)}</Button>)}
        {mayDeeds.includes("decline") || mayDeeds.includes("back") ? <Button kind="danger" onClick={() => ask("void")}>{t("training.person.void")}</Button> : null}
      </Row>
      {asking === null && <ErrorNotice error={move.error} />}
      <Section title={t("training.needs.timeline")}>
        <Timeline events={actions.toReversed().map(({ id: of, kind, on: at, reason }) => ({ id: of, on: at, title: t(`training.needs.done.${kind}`), ...(reason && { detail: reason }) }))} />
      </Section>
      {asking === "plan" && <Dialog open title={t("training.needs.planOf", { count: 1 })} onClose={() => ask(null)}><PlanForm ids={[id]} year={need.year} onDone={() => ask(null)} /></Dialog>}
      <ConfirmDialog
        open={asking !== null && asking !== "plan"} title={asking === "void" ? t("training.person.voidTitle", { name: need.fullName }) : t("training.needs.askReason", { count: 1 })} action={asking === "void" ? t("training.person.void") : t(`training.needs.deed.${asking ?? "back"}`)}
        danger={asking === "void"} reason busy={move.isPending || voiding.isPending} error={<ErrorNotice error={move.error ?? voiding.error} />} onClose={() => ask(null)}
        onConfirm={(reason) => (asking === "void" ? voiding.mutate({ params: { id }, body: { reason } }, { onSuccess: () => set({ need: null }, "replace") }) : run(asking!, reason))}
      />
    </Stack>
  );
}
