import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Columns, Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes } from "../../workflow/contract.ts";
import type { OfRound } from "./of-round.ts";

interface Single {
  readonly caseId: string;
  readonly name: string;
  readonly agree: number | null;
  readonly disagree: number | null;
}

interface Draft {
  readonly hamletId: string | null;
  readonly heldOn: string | null;
  readonly place: string;
  readonly chair: string;
  readonly secretary: string;
  readonly invited: number | null;
  readonly present: number | null;
  readonly reviewedPresent: number | null;
  readonly agree: number | null;
  readonly disagree: number | null;
  readonly opinions: string;
  readonly singles: readonly Single[];
}

const EMPTY: Draft = { hamletId: null, heldOn: null, place: "", chair: "", secretary: "", invited: null, present: null, reviewedPresent: null, agree: null, disagree: null, opinions: "", singles: [] };

/** The minutes in the order of the paper: when and where, who, votes on the list, households voted on singly. */
export function MeetingForm({ page, setId, onDone }: OfRound & { onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(workflowRoutes.recordMeeting);
  const { data: progress } = useAnswer(workflowRoutes.progress, { params: { id: page.round.id }, query: { set: setId } });
  const form = useForm<Draft>({ draft: `poverty:meeting:${page.round.id}`, initial: EMPTY, validate: (draft) => problems(draft, t) });
  const { hamletId, singles, present } = form.values;
  const waiting = (progress?.hamlets ?? []).filter((one) => (one.states["scored"] ?? 0) + (one.states["not_found"] ?? 0) > 0);
  const submit = ({ hamletId: hamlet, heldOn, present: there, agree, disagree, opinions, singles: taken, ...rest }: Draft) =>
    command.mutate(
      {
        params: { id: page.round.id },
        body: { ...rest, resultSetId: setId, hamletId: hamlet!, heldOn: heldOn as PlainDate, present: there!, agree: agree!, disagree: disagree!, opinions: opinions || null, singles: taken.map(({ caseId, agree: yes, disagree: no }) => ({ caseId, agree: yes!, disagree: no! })) },
      },
      { onSuccess: ({ met, sentBack }) => (form.clear(), say(t("poverty.work.meetingDone", { met, sentBack })), onDone()) },
    );
  return (
    <FormPage form={form} action={t("poverty.work.recordMeeting")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Select label={t("poverty.review.hamlet")} required options={waiting.map((one) => ({ value: one.hamletId, label: one.hamlet }))} {...form.field("hamletId")} />
      <DateInput label={t("poverty.work.heldOn")} required {...form.field("heldOn")} />
      <TextInput label={t("poverty.work.place")} required {...form.field("place")} />
      <TextInput label={t("poverty.work.chair")} required {...form.field("chair")} />
      <TextInput label={t("poverty.work.secretary")} required {...form.field("secretary")} />
      <Columns least={180}>
        <NumberInput label={t("poverty.work.invited")} {...form.field("invited")} />
        <NumberInput label={t("poverty.work.present")} required {...form.field("present")} />
        <NumberInput label={t("poverty.work.reviewedPresent")} {...form.field("reviewedPresent")} />
        <NumberInput label={t("poverty.work.agreeList")} required {...form.field("agree")} />
        <NumberInput label={t("poverty.work.disagreeList")} required {...form.field("disagree")} />
      </Columns>
      <Hint>{t("poverty.work.halfRule", { percent: page.agreePercent ?? 50 })}</Hint>
      {hamletId && <Singles roundId={page.round.id} setId={setId} hamletId={hamletId} singles={singles} present={present} onChange={(next) => form.set({ singles: next })} />}
      <TextArea label={t("poverty.work.meetingOpinions")} rows={3} {...form.field("opinions")} />
    </FormPage>
  );
}

function problems(draft: Draft, t: ReturnType<typeof useText>): Partial<Record<keyof Draft, string>> {
  const text = (name: "place" | "chair" | "secretary") => (draft[name].trim() === "" ? { [name]: t("poverty.work.textMissing") } : {});
  const number = (name: "present" | "agree" | "disagree") => (draft[name] === null ? { [name]: t("poverty.work.numberMissing") } : {});
  const over = draft.present !== null && (draft.agree ?? 0) + (draft.disagree ?? 0) > draft.present;
  return {
    ...(draft.hamletId === null && { hamletId: t("poverty.work.hamletMissing") }), ...(draft.heldOn === null && { heldOn: t("poverty.work.dayMissing") }), ...text("place"), ...text("chair"), ...text("secretary"),
    ...number("present"), ...number("agree"), ...number("disagree"), ...(over && { disagree: t("poverty.work.votesOver", { present: draft.present! }) }),
    ...(draft.singles.some(({ agree, disagree }) => agree === null || disagree === null) && { singles: t("poverty.work.singlesMissing") }),
  };
}

interface SinglesProps {
  readonly roundId: string;
  readonly setId: string;
  readonly hamletId: string;
  readonly singles: readonly Single[];
  readonly present: number | null;
  readonly onChange: (singles: readonly Single[]) => void;
}

/** Households taken out of the list and voted on by themselves. */
function Singles({ roundId, setId, hamletId, singles, onChange }: SinglesProps) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useAnswer(workflowRoutes.cases, { params: { id: roundId }, query: { set: setId, hamlet: hamletId, page: 1, perPage: 500 } });
  const open = (data?.rows ?? []).filter((row) => (row.state === "scored" || row.state === "not_found") && !singles.some(({ caseId }) => caseId === row.id));
  const change = (caseId: string, more: Partial<Single>) => onChange(singles.map((one) => (one.caseId === caseId ? { ...one, ...more } : one)));
  const add = () => {
    const row = open.find(({ id }) => id === chosen);
    if (row) onChange([...singles, { caseId: row.id, name: row.headName, agree: null, disagree: null }]);
    setChosen(null);
  };
  return (
    <FieldSet label={t("poverty.work.singles")}>
      {singles.map((one) => (
        <Columns key={one.caseId} least={180}>
          <NumberInput label={t("poverty.work.agreeFor", { name: one.name })} value={one.agree} onChange={(agree) => change(one.caseId, { agree })} />
          <NumberInput label={t("poverty.work.disagreeFor", { name: one.name })} value={one.disagree} onChange={(disagree) => change(one.caseId, { disagree })} />
          <Button size="small" onClick={() => onChange(singles.filter(({ caseId }) => caseId !== one.caseId))}>{t("poverty.work.backToList", { name: one.name })}</Button>
        </Columns>
      ))}
      <Select label={t("poverty.work.takeOut")} options={open.map((row) => ({ value: row.id, label: row.headName }))} none={t("poverty.work.nobody")} value={chosen} onChange={setChosen} />
      <Button size="small" disabled={chosen === null} onClick={add}>{t("poverty.work.takeOutDo")}</Button>
    </FieldSet>
  );
}
