import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { figureText } from "../../../web/design/format.ts";
import { Hint, Row } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { movementRoutes, type DifferenceView, type MovementView } from "../../movement/contract.ts";

interface Draft {
  readonly text: string;
  readonly householdIds: readonly string[];
  readonly signer: string;
  readonly signedOn: string | null;
}

/** Why a line does not balance, with the households concerned, who signs and when. */
export function ExplainForm({ data, difference, onDone }: { data: MovementView; difference: DifferenceView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(movementRoutes.explainMovement);
  const { hamletId, list, line, kind, amount, explanation, suspects } = difference;
  const listed = (column: number) => ({ query: { area: data.area.uid, year: data.year, list, line: "households" as const, column, perPage: 500, page: 1, row: data.level === "hamlet" ? hamletId : undefined } });
  const opening = useAnswer(movementRoutes.movementCell, listed(1));
  const closing = useAnswer(movementRoutes.movementCell, listed(9));
  const found = new Map([...suspects.map((one) => [one.id, one.headName] as const), ...[...(opening.data?.rows ?? []), ...(closing.data?.rows ?? [])].map((one) => [one.householdId, `${one.headName} (${one.place})`] as const)]);
  const form = useForm<Draft>({
    draft: `poverty:explain:${data.year}:${hamletId}:${list}:${line}:${kind}`,
    initial: { text: explanation?.text ?? "", householdIds: explanation?.households.map(({ id }) => id) ?? suspects.map(({ id }) => id), signer: explanation?.signer ?? "", signedOn: null },
    validate: ({ text, householdIds, signer, signedOn }) => ({
      ...(text.trim().length < 10 && { text: t("poverty.movementPage.textMissing") }), ...(householdIds.length === 0 && { householdIds: t("poverty.movementPage.householdsMissing") }),
      ...(signer.trim() === "" && { signer: t("poverty.decision.signerMissing") }), ...(signedOn === null && { signedOn: t("poverty.decision.dateMissing") }),
    }),
  });
  const { householdIds } = form.values;
  const submit = ({ text, signer, signedOn, householdIds: ids }: Draft) =>
    command.mutate({ body: { year: data.year, hamletId, list, line, kind, amount, text, householdIds: [...ids], signer, signedOn: signedOn as PlainDate } }, { onSuccess: () => (form.clear(), say(t("poverty.movementPage.explainDone")), onDone()) });
  return (
    <FormPage form={form} action={t("poverty.movementPage.explain")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("poverty.movementPage.explainHint", { line: t(`poverty.movementPage.${line}`), amount: figureText(amount) })}</Hint>
      <TextArea label={t("poverty.movementPage.explanation")} required rows={4} {...form.field("text")} />
      <FieldSet label={t("poverty.movementPage.households")} error={form.field("householdIds").error}>
        <Select label={t("poverty.movementPage.addHousehold")} none={t("poverty.movementPage.choose")} value={null} onChange={(id) => id && !householdIds.includes(id) && form.set({ householdIds: [...householdIds, id] })}
          options={[...found].filter(([id]) => !householdIds.includes(id)).map(([value, label]) => ({ value, label }))} />
        <Row>
          {householdIds.map((id) => (
            <Button key={id} size="small" kind="secondary" onClick={() => form.set({ householdIds: householdIds.filter((one) => one !== id) })}>{t("poverty.movementPage.remove", { name: found.get(id) ?? "…" })}</Button>
          ))}
        </Row>
      </FieldSet>
      <TextInput label={t("poverty.decision.signer")} required {...form.field("signer")} />
      <DateInput label={t("poverty.movementPage.signedOn")} required {...form.field("signedOn")} />
    </FormPage>
  );
}
