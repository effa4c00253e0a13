import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type PostingView } from "../../workflow/contract.ts";
import { isOpen, type OfRound } from "./of-round.ts";
import { SignedPage } from "./signed-page.tsx";

/** Where and how long results were posted; again after complaints. */
export function PostingsTab({ page, setId }: OfRound) {
  const t = useText();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(workflowRoutes.postings, { params: { id: page.round.id }, query: { set: setId } }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const begin = isOpen(page) && <Button kind="primary" onClick={() => set({ do: "posting" }, "replace")}>{t("poverty.work.recordPosting")}</Button>;
  return (
    <Stack>
      <DataTable<PostingView>
        label={t("poverty.work.postings")} name="postings" local rows={data?.postings} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={begin}
        columns={[
          { key: "hamlet", label: t("poverty.review.hamlet"), main: true, sort: true, sortValue: (row) => row.hamlet, render: (row) => row.hamlet },
          { key: "kind", label: t("poverty.work.postingKind"), render: (row) => t(`poverty.work.posting.${row.kind}`) },
          { key: "from", label: t("poverty.work.from"), nowrap: true, sort: true, sortValue: (row) => row.fromOn, render: (row) => dayText(row.fromOn) },
          { key: "to", label: t("poverty.work.to"), nowrap: true, sort: true, sortValue: (row) => row.toOn, render: (row) => dayText(row.toOn) },
          { key: "places", label: t("poverty.work.places"), render: (row) => row.places },
          { key: "note", label: t("poverty.work.note"), render: (row) => [row.reason, row.file ? t("poverty.work.signed") : t("poverty.work.unsigned")].filter(Boolean).join("; ") },
          { key: "do", label: t("poverty.rounds.do"), text: null, render: (row) => <SignedPage route={workflowRoutes.signPosting} id={row.id} file={row.file} open={isOpen(page)} /> },
        ]}
        empty={<EmptyState title={t("poverty.work.noPostings")} actions={begin}>{t("poverty.work.noPostingsText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "posting" && isOpen(page)} title={t("poverty.work.recordPosting")} onClose={close}>
        <PostingForm page={page} setId={setId} onDone={close} />
      </Drawer>
    </Stack>
  );
}

interface Draft {
  readonly kind: string | null;
  readonly hamletIds: readonly string[];
  readonly places: string;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly reason: string;
}

function PostingForm({ page, setId, onDone }: OfRound & { onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(workflowRoutes.recordPosting);
  const { data: progress } = useAnswer(workflowRoutes.progress, { params: { id: page.round.id }, query: { set: setId } });
  const form = useForm<Draft>({
    draft: `poverty:posting:${page.round.id}`, initial: { kind: "first", hamletIds: [], places: "", fromOn: null, toOn: null, reason: "" },
    validate: ({ hamletIds, places, fromOn, toOn }) => ({
      ...(hamletIds.length === 0 && { hamletIds: t("poverty.work.hamletMissing") }), ...(places.trim() === "" && { places: t("poverty.work.textMissing") }), ...(fromOn === null && { fromOn: t("poverty.work.dayMissing") }), ...(toOn === null && { toOn: t("poverty.work.dayMissing") }),
    }),
  });
  const { kind, hamletIds, fromOn } = form.values;
  const again = kind === "again";
  const waiting = (progress?.hamlets ?? []).filter((one) => (one.states[again ? "rechecked" : "met"] ?? 0) > 0);
  const { data: end } = useAnswer(workflowRoutes.postingEnd, { query: { from: fromOn as PlainDate, term: again ? "reposting" : "posting" } }, { enabled: fromOn !== null });
  const toggle = (id: string, on: boolean) => form.set({ hamletIds: on ? [...hamletIds, id] : hamletIds.filter((one) => one !== id) });
  const submit = ({ fromOn: from, toOn: to, reason, places }: Draft) =>
    command.mutate(
      { params: { id: page.round.id }, body: { resultSetId: setId, hamletIds: [...hamletIds], kind: again ? "again" : "first", places, fromOn: from as PlainDate, toOn: to as PlainDate, reason: reason.trim() || null } },
      { onSuccess: ({ posted }) => (form.clear(), say(t("poverty.work.postingDone", { posted })), onDone()) },
    );
  return (
    <FormPage form={form} action={t("poverty.work.recordPosting")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Choice label={t("poverty.work.postingKind")} options={(["first", "again"] as const).map((value) => ({ value, label: t(`poverty.work.posting.${value}`) }))} {...form.field("kind")} />
      <FieldSet label={t("poverty.work.hamletsWaiting")}>
        {waiting.length === 0 && <Hint>{t("poverty.work.nobodyWaits")}</Hint>}
        {waiting.length > 1 && <Button size="small" onClick={() => form.set({ hamletIds: waiting.map(({ hamletId }) => hamletId) })}>{t("poverty.work.allWaiting")}</Button>}
        {waiting.map((one) => <Checkbox key={one.hamletId} label={one.hamlet} value={hamletIds.includes(one.hamletId)} onChange={(on) => toggle(one.hamletId, on)} />)}
      </FieldSet>
      <TextInput label={t("poverty.work.places")} hint={t("poverty.work.placesHint")} required {...form.field("places")} />
      <DateInput label={t("poverty.work.from")} required {...form.field("fromOn")} />
      <DateInput label={t("poverty.work.to")} required {...(end?.endsOn && { hint: t(end.certainty === "text" ? "poverty.work.atLeast" : "poverty.work.atLeastUnchecked", { days: end.value ?? 0, until: dayText(end.endsOn) }) })} {...form.field("toOn")} />
      {end && !end.calendarKnown && <Hint>{t("poverty.work.calendarUnknown")}</Hint>}
      <TextInput label={t("poverty.work.shortReason")} hint={t("poverty.work.shortReasonHint")} {...form.field("reason")} />
    </FormPage>
  );
}
