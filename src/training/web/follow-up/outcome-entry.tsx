import { useState } from "react";
import { isPlainDate, type PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Columns, Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { outcomesRoutes, type FollowUpPage, type OutcomeRow } from "../../outcomes/contract.ts";
import { MILESTONES, type Milestone } from "../../outcomes/rules/kinds.ts";
import { OutcomeFields, type Said } from "./outcome-fields.tsx";

interface Typed {
  readonly onDate: string | null;
  readonly source: string;
  readonly rows: Readonly<Record<string, Said>>;
}

const usualMark = ({ due, next }: FollowUpPage): Milestone => MILESTONES.find((one) => one === (due ?? next)?.milestone) ?? 1;

/** A mark of a class on one page: a row per graduate; the commune verifies what was recorded. */
export function OutcomeEntry({ page, on }: { page: FollowUpPage; on: PlainDate }) {
  const t = useText();
  const say = useToast();
  const { values, set } = useUrl();
  const milestone = MILESTONES.find((one) => String(one) === values["mark"]) ?? usualMark(page);
  const verifying = useCommand(outcomesRoutes.verifyOutcomes);
  const open = page.learners.filter(({ graduated, outcomes }) => graduated && outcomes.some((one) => one.milestone === milestone && one.state === "recorded"));
  return (
    <Stack>
      <Row>
        <Select label={t("training.follow.markLabel")} value={String(milestone)} onChange={(next) => set({ mark: next }, "replace")} options={MILESTONES.map((months) => ({ value: String(months), label: t("training.follow.after", { months }) }))} />
        {page.may.verify && open.length > 0 && (
          <Button busy={verifying.isPending} onClick={() => verifying.mutate({ params: { id: page.class.id }, body: { milestone, on } }, { onSuccess: ({ verified }) => say(t("training.follow.verified", { count: verified })) })}>
            {t("training.follow.verify", { count: open.length })}
          </Button>
        )}
      </Row>
      <ErrorNotice error={verifying.error} />
      <MarkForm key={milestone} page={page} milestone={milestone} on={on} />
    </Stack>
  );
}

const EMPTY: Said = { kind: null, placeKind: null, workplace: "", vsco: "", incomeBeforeDong: null, incomeAfterDong: null, offtake: "", cooperative: "", effects: [], note: "" };

function MarkForm({ page, milestone, on }: { page: FollowUpPage; milestone: Milestone; on: PlainDate }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(outcomesRoutes.recordOutcomes);
  const [shown, show] = useState<ReadonlySet<string>>(new Set());
  const graduates = page.learners.filter(({ graduated }) => graduated);
  const standing = new Map(graduates.map((learner) => [learner.enrolmentId, learner.outcomes.find((one) => one.milestone === milestone)]));
  const before = (id: string): Said => {
    const found = standing.get(id);
    if (!found) return EMPTY;
    const { kind, placeKind, workplace, vsco, incomeBeforeDong, incomeAfterDong, offtake, cooperative, effects, note } = found;
    return { kind, placeKind, workplace: workplace ?? "", vsco: vsco ?? "", incomeBeforeDong, incomeAfterDong, offtake: offtake ?? "", cooperative: cooperative ?? "", effects, note: note ?? "" };
  };
  const form = useForm<Typed>({
    draft: `training:outcomes:${page.class.id}:${milestone}`, initial: { onDate: on, source: "", rows: {} },
    validate: ({ onDate, rows }) => ({ ...((onDate === null || !isPlainDate(onDate)) && { onDate: t("training.person.dayMissing") }), ...(Object.values(rows).every(({ kind }) => kind === null) && { source: t("training.follow.nothingTyped") }) }),
  });
  const words = (text: string): string | null => text.trim() || null;
  const submit = ({ onDate, source, rows }: Typed) => {
    const said = Object.entries(rows).filter(([, { kind }]) => kind !== null).map(([enrolmentId, one]): OutcomeRow => ({
      enrolmentId, kind: one.kind!, placeKind: one.placeKind, workplace: words(one.workplace), vsco: words(one.vsco), incomeBeforeDong: one.incomeBeforeDong, incomeAfterDong: one.incomeAfterDong, offtake: words(one.offtake),
      cooperative: words(one.cooperative), effects: [...one.effects], note: words(one.note),
    }));
    command.mutate({ params: { id: page.class.id }, body: { milestone, onDate: onDate as PlainDate, source: words(source), rows: said } }, { onSuccess: ({ added, replaced }) => (form.clear(), say(t("training.follow.saved", { added, replaced }))) });
  };
  if (graduates.length === 0) return <Hint>{t("training.follow.noGraduates")}</Hint>;
  const toggle = (id: string) => show(shown.has(id) ? new Set([...shown].filter((one) => one !== id)) : new Set([...shown, id]));
  return (
    <FormPage form={form} action={t("training.follow.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Columns least={260}>
        <DateInput label={t("training.follow.askedOn")} required {...form.field("onDate")} />
        <TextInput label={t("training.follow.source")} hint={t("training.follow.sourceHint")} {...form.field("source")} />
      </Columns>
      {graduates.map(({ enrolmentId, fullName, birthYear }) => {
        const found = standing.get(enrolmentId);
        const value = form.values.rows[enrolmentId] ?? before(enrolmentId);
        return (
          <OutcomeFields
            key={enrolmentId} who={birthYear === null ? fullName : `${fullName} (${birthYear})`} codes={page.codes} value={value} detailed={shown.has(enrolmentId)} onDetailed={() => toggle(enrolmentId)}
            standing={found ? t(`training.follow.outcome.${found.state}`) : null} fixed={found !== undefined && found.state !== "recorded"}
            onChange={(next) => form.set({ rows: { ...form.values.rows, [enrolmentId]: next } })}
          />
        );
      })}
    </FormPage>
  );
}
