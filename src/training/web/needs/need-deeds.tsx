import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Dialog } from "../../../web/design/dialog.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { catalogueRoutes } from "../../catalogue/contract.ts";
import { classRoutes } from "../../classes/contract.ts";
import { needsRoutes, type NeedRow } from "../../needs/contract.ts";
import { isRegistered, needsReason, type NeedDeed } from "../../needs/rules/need-process.ts";
import { TAKES_LEARNERS } from "../../rules/class-state.ts";

interface DeedsProps {
  readonly ids: readonly string[];
  /** those of the marked ones that are shown */
  readonly needs: readonly NeedRow[];
  readonly year: number;
  readonly may: { readonly collect: boolean; readonly decide: boolean };
  readonly onDone: () => void;
}

/** What may be done with the needs marked; a deed that asks for a reason, a plan or a class opens a window. */
export function NeedDeeds({ ids, needs, year, may, onDone }: DeedsProps) {
  const t = useText();
  const say = useToast();
  const { on } = useAreaPeriod();
  const [asking, ask] = useState<NeedDeed | "enrol" | null>(null);
  const command = useCommand(needsRoutes.moveNeeds);
  const done = () => (ask(null), onDone());
  const run = (deed: NeedDeed, reason?: string) => command.mutate({ body: { ids: [...ids], deed, on, ...(reason && { reason }) } }, { onSuccess: ({ moved }) => (say(t("training.needs.moved", { count: moved })), done()) });
  const deeds: readonly NeedDeed[] = [...(may.collect ? (["confirm"] as const) : []), ...(may.decide ? (["sum", "plan", "decline", "back"] as const) : [])];
  return (
    <>
      {deeds.map((deed) => <Button key={deed} size="small" busy={command.isPending} onClick={() => (deed === "plan" || needsReason(deed) ? ask(deed) : run(deed))}>{t(`training.needs.deed.${deed}`)}</Button>)}
      {may.decide && <Button size="small" onClick={() => ask("enrol")}>{t("training.needs.enrol")}</Button>}
      {asking === null && <ErrorNotice error={command.error} />}
      {asking !== null && asking !== "plan" && asking !== "enrol" && (
        <ConfirmDialog
          open title={t("training.needs.askReason", { count: ids.length })} action={t(`training.needs.deed.${asking}`)} reason busy={command.isPending} error={<ErrorNotice error={command.error} />} onClose={() => ask(null)} onConfirm={(reason) => run(asking, reason)}
        />
      )}
      {asking === "plan" && <Dialog open title={t("training.needs.planOf", { count: ids.length })} onClose={() => ask(null)}><PlanForm ids={ids} year={year} onDone={done} /></Dialog>}
      {asking === "enrol" && <Dialog open title={t("training.needs.enrolOf", { count: ids.length })} onClose={() => ask(null)}><EnrolForm ids={ids} needs={needs} onDone={done} /></Dialog>}
    </>
  );
}

/** Into which line of the year's plan; none where the plan is not on file yet. */
export function PlanForm({ ids, year, onDone }: { ids: readonly string[]; year: number; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { area, on } = useAreaPeriod();
  const { data, error } = useAnswer(catalogueRoutes.plans, { query: { area, year } });
  const command = useCommand(needsRoutes.moveNeeds);
  const form = useForm<{ plan: string | null }>({ draft: "training:need:plan", initial: { plan: null } });
  const plans = data?.rows ?? [];
  const submit = ({ plan }: typeof form.values) => {
    const chosen = plans.find(({ id }) => id === plan);
    command.mutate({ body: { ids: [...ids], deed: "plan", on, ...(chosen && { planId: chosen.id }) } }, { onSuccess: ({ moved }) => (form.clear(), say(t("training.needs.moved", { count: moved })), onDone()) });
  };
  return (
    <FormPage form={form} action={t("training.needs.deed.plan")} onSubmit={submit} busy={command.isPending} error={command.error ?? error}>
      <Select
        label={t("training.needs.plan")} none={t("training.needs.noPlan")} {...form.field("plan")}
        options={plans.map(({ id, unit, trade, learners, document }) => ({ value: id, label: `${trade ?? t("training.needs.allTrades")} · ${unit} · ${t("training.needs.planLearners", { count: learners })} · ${document}` }))}
      />
      {data && plans.length === 0 && <Hint>{t("training.needs.plansNone", { year: String(year) })}</Hint>}
    </FormPage>
  );
}

/** Into which class that still takes learners. */
function EnrolForm({ ids, needs, onDone }: { ids: readonly string[]; needs: readonly NeedRow[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const { area, on } = useAreaPeriod();
  const { data, error } = useAnswer(classRoutes.classes, { query: { area, on, sort: "-opened", state: "taking", page: 1, perPage: 200 } });
  const command = useCommand(needsRoutes.enrolNeeds);
  const form = useForm<{ class: string | null; enrolledOn: string | null; reason: string }>({
    draft: "training:need:enrol", initial: { class: null, enrolledOn: on, reason: "" },
    validate: (draft) => ({ ...(draft.class === null && { class: t("training.needs.classMissing") }), ...(draft.enrolledOn === null && { enrolledOn: t("training.needs.dayMissing") }) }),
  });
  const trades = new Set(needs.map(({ tradeCode }) => tradeCode));
  // classes of the trade that was asked for first
  const classes = (data?.rows ?? []).filter(({ state }) => TAKES_LEARNERS.includes(state)).toSorted((a, b) => Number(trades.has(b.tradeCode)) - Number(trades.has(a.tradeCode)));
  const held = needs.filter(({ state, classOf }) => !isRegistered(state) || classOf !== null);
  const submit = (draft: typeof form.values) =>
    command.mutate(
      { body: { ids: [...ids], classId: draft.class!, enrolledOn: draft.enrolledOn as PlainDate, reason: draft.reason.trim().length >= 3 ? draft.reason.trim() : null } }, { onSuccess: ({ enrolled }) => (form.clear(), say(t("training.needs.enrolled", { count: enrolled })), onDone()) },
    );
  return (
    <FormPage form={form} action={t("training.needs.enrol")} onSubmit={submit} busy={command.isPending} error={command.error ?? error}>
      <Hint>{t("training.needs.enrolHint")}</Hint>
      {held.length > 0 && <Hint>{t("training.needs.enrolHeld", { names: held.slice(0, 5).map(({ fullName }) => fullName).join(", ") })}</Hint>}
      <Select
        label={t("training.needs.class")} required {...form.field("class")}
        options={classes.map(({ id, code, name, trade, learners, learnersPlanned, openedOn }) => ({ value: id, label: `${code} ${name} · ${trade} · ${figureText(learners)}/${figureText(learnersPlanned)}${openedOn ? ` · ${dayText(openedOn)}` : ""}` }))}
      />
      <DateInput label={t("training.needs.enrolledOn")} required {...form.field("enrolledOn")} />
      <TextArea label={t("training.needs.enrolReason")} rows={2} {...form.field("reason")} />
    </FormPage>
  );
}
