import type { PlainDate } from "../../../kernel/date.ts";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { DecimalInput, NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import type { Form } from "../../../web/design/form/use-form.ts";
import { useText } from "../../../web/text/text.tsx";
import type { ChangeLearnerBody, GroupView } from "../../learners/contract.ts";
import { AREA_CLASSES } from "../../rules/codes.ts";
import type * as z from "zod/mini";

export interface Proof {
  readonly group: string;
  readonly document: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What is typed about a learner's group, way and work before. */
export interface GroupDraft {
  readonly proofs: readonly Proof[];
  readonly chosenGroup: string | null;
  readonly distanceKm: string | null;
  readonly areaClass: string | null;
  readonly priorJob: string;
  readonly priorIncomeDong: number | null;
  readonly note: string;
}

export const EMPTY_GROUPS: GroupDraft = { proofs: [], chosenGroup: null, distanceKm: null, areaClass: null, priorJob: "", priorIncomeDong: null, note: "" };

export function groupBody(draft: GroupDraft): Omit<ChangeLearnerBody, "baseVersion"> {
  const groups = draft.proofs.map(({ group }) => group);
  const evidence = draft.proofs.flatMap(({ group, document, from, to }) => (document.trim() === "" ? [] : [{ group, document: document.trim(), from: from as PlainDate | null, to: to as PlainDate | null }]));
  const chosenGroup = draft.chosenGroup !== null && groups.includes(draft.chosenGroup) ? draft.chosenGroup : groups.length === 1 ? groups[0]! : null;
  return {
    groups, evidence, chosenGroup, distanceKm: draft.distanceKm, areaClass: draft.areaClass as (typeof AREA_CLASSES)[number] | null, priorJob: draft.priorJob.trim() || null, priorIncomeDong: draft.priorIncomeDong, note: draft.note.trim() || null,
  };
}

/** Groups ticked, each with the paper that proves it, then distance and work before. */
export function GroupFields<V extends GroupDraft>({ form: given, groups }: { form: Form<V>; groups: readonly z.infer<typeof GroupView>[] }) {
  const t = useText();
  const form = given as unknown as Form<GroupDraft>;
  const { proofs } = form.values;
  const tick = (code: string, on: boolean) => form.set({ proofs: on ? [...proofs, { group: code, document: "", from: null, to: null }] : proofs.filter(({ group }) => group !== code) });
  const change = (code: string, changes: Partial<Proof>) => form.set({ proofs: proofs.map((one) => (one.group === code ? { ...one, ...changes } : one)) });
  const nameOf = (code: string): string => groups.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <FieldSet label={t("training.classes.groups")}>
        {groups.map(({ code, name }) => <Checkbox key={code} label={name} value={proofs.some(({ group }) => group === code)} onChange={(on) => tick(code, on)} />)}
      </FieldSet>
      {proofs.map(({ group, document, from, to }) => (
        <FieldSet key={group} label={t("training.classes.proofOf", { group: nameOf(group) })}>
          <TextInput label={t("training.classes.proof")} hint={t("training.classes.proofHint")} value={document} onChange={(value) => change(group, { document: value })} />
          <DateInput label={t("training.classes.proofFrom")} value={from} onChange={(value) => change(group, { from: value })} />
          <DateInput label={t("training.classes.proofTo")} value={to} onChange={(value) => change(group, { to: value })} />
        </FieldSet>
      ))}
      {proofs.length > 1 && <Select label={t("training.classes.chosenGroup")} none={t("training.classes.notChosen")} options={proofs.map(({ group }) => ({ value: group, label: nameOf(group) }))} {...form.field("chosenGroup")} />}
      <DecimalInput label={t("training.classes.distance")} hint={t("training.classes.distanceHint")} {...form.field("distanceKm")} />
      <Select label={t("training.classes.areaClass")} none={t("training.classes.notKnown")} options={AREA_CLASSES.map((value) => ({ value, label: t(`training.classes.areaClass.${value}`) }))} {...form.field("areaClass")} />
      <TextInput label={t("training.classes.priorJob")} {...form.field("priorJob")} />
      <NumberInput label={t("training.classes.priorIncome")} {...form.field("priorIncomeDong")} />
      <TextInput label={t("training.classes.note")} {...form.field("note")} />
    </>
  );
}
