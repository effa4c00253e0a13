import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { awayRoutes, NEED_KINDS, NEED_RESULTS, type AwayPageView } from "../../away/contract.ts";

type Need = AwayPageView["needs"][number];

/** What is needed, who looks after it, what was done. */
export function Needs({ needs, may, onDeed }: { needs: readonly Need[]; may: boolean; onDeed: (id: string, deed: "follow" | "close") => void }) {
  const t = useText();
  if (needs.length === 0) return <EmptyState title={t("migration.awayList.noNeeds")}>{t("migration.awayList.noNeedsText")}</EmptyState>;
  return (
    <Stack gap="wide">
      {needs.map((need) => (
        <Stack key={need.id}>
          <Row gap="tight">
            <strong>{`${t(`migration.awayList.needKind.${need.kind}`)}: ${need.content}`}</strong>
            {need.late && <StatusBadge pattern="late">{t("migration.awayList.late")}</StatusBadge>}
            {need.result && <StatusBadge pattern="solid">{t(`migration.awayList.result.${need.result}`)}</StatusBadge>}
          </Row>
          <span>{[t("migration.awayList.ownerIs", { owner: need.owner }), need.dueOn && t("migration.awayList.dueOn", { day: dayText(need.dueOn) })].filter(Boolean).join(" · ")}</span>
          <Timeline events={[...need.steps.map((step, i) => ({ id: String(i), on: step.on, title: step.note })).reverse(), { id: "opened", on: need.openedOn, title: t("migration.awayList.opened") }]} />
          {may && need.closedOn === null && (
            <Row gap="tight">
              <Button size="small" onClick={() => onDeed(need.id, "follow")}>{t("migration.awayList.followNeed")}</Button>
              <Button size="small" onClick={() => onDeed(need.id, "close")}>{t("migration.awayList.closeNeed")}</Button>
            </Row>
          )}
        </Stack>
      ))}
    </Stack>
  );
}

export function NeedForm({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(awayRoutes.addNeed);
  const form = useForm<{ kind: string | null; content: string; owner: string; on: string | null; dueOn: string | null }>({
    draft: `migration:need:${id}`, initial: { kind: null, content: "", owner: "", on: today(), dueOn: null },
    validate: (draft) => ({
      ...(draft.kind === null && { kind: t("migration.awayList.textMissing") }), ...(draft.content.trim().length < 3 && { content: t("migration.awayList.textMissing") }), ...(draft.owner.trim() === "" && { owner: t("migration.awayList.textMissing") }),
      ...(draft.on === null && { on: t("migration.awayList.dayMissing") }),
    }),
  });
  return (
    <FormPage form={form} action={t("migration.awayList.addNeed")} busy={command.isPending} error={command.error}
      onSubmit={(draft) => command.mutate({ params: { id }, body: { kind: draft.kind as "papers", content: draft.content, owner: draft.owner, on: draft.on as PlainDate, dueOn: draft.dueOn as PlainDate | null } }, { onSuccess: () => (form.clear(), say(t("migration.awayList.saved")), onDone()) })}>
      <Select label={t("migration.awayList.needKind")} required options={NEED_KINDS.map((value) => ({ value, label: t(`migration.awayList.needKind.${value}`) }))} {...form.field("kind")} />
      <TextArea label={t("migration.awayList.content")} required rows={3} {...form.field("content")} />
      <TextInput label={t("migration.awayList.owner")} hint={t("migration.awayList.ownerHint")} required {...form.field("owner")} />
      <DateInput label={t("migration.awayList.day")} required {...form.field("on")} />
      <DateInput label={t("migration.awayList.due")} {...form.field("dueOn")} />
    </FormPage>
  );
}

/** What was done; with `closes` also how it ended. */
export function NeedStepForm({ id, need, closes, onDone }: { id: string; need: Need; closes: boolean; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const follow = useCommand(awayRoutes.followNeed);
  const close = useCommand(awayRoutes.closeNeed);
  const command = closes ? close : follow;
  const form = useForm<{ on: string | null; note: string; result: string | null }>({
    draft: `migration:need:${need.id}:${closes ? "close" : "follow"}`, initial: { on: today(), note: "", result: null },
    validate: (draft) => ({ ...(draft.on === null && { on: t("migration.awayList.dayMissing") }), ...(draft.note.trim().length < 3 && { note: t("migration.awayList.textMissing") }), ...(closes && draft.result === null && { result: t("migration.awayList.textMissing") }) }),
  });
  const saved = () => (form.clear(), say(t("migration.awayList.saved")), onDone());
  return (
    <FormPage form={form} action={t(closes ? "migration.awayList.closeNeed" : "migration.awayList.followNeed")} busy={command.isPending} error={command.error}
      onSubmit={({ on, note, result }) => {
        const params = { id, need: need.id };
        if (closes) close.mutate({ params, body: { on: on as PlainDate, note, result: result as "met" } }, { onSuccess: saved });
        else follow.mutate({ params, body: { on: on as PlainDate, note } }, { onSuccess: saved });
      }}>
      <DateInput label={t("migration.awayList.day")} required {...form.field("on")} />
      {closes && <Choice label={t("migration.awayList.result")} required options={NEED_RESULTS.map((value) => ({ value, label: t(`migration.awayList.result.${value}`) }))} {...form.field("result")} />}
      <TextArea label={t("migration.awayList.done")} required rows={3} {...form.field("note")} />
    </FormPage>
  );
}
