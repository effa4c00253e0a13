import type { PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { Choice } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { FormPage } from "../../web/design/form/form-page.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useForm } from "../../web/design/form/use-form.ts";
import { Hint } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import { AREA_TYPES, areasRoutes } from "../contract.ts";
import { candidateText, type TypeRow } from "./type-row.ts";

interface Draft {
  readonly type: string | null;
  readonly document: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** One document sets all the chosen units and hamlets. No type is filled in beforehand: the former one is only told. */
export function TypeForm({ rows, onDone }: { rows: readonly TypeRow[]; onDone: () => void }) {
  const t = useText();
  const command = useCommand(areasRoutes.setType);
  const form = useForm<Draft>({
    draft: "areas:type",
    initial: { type: null, document: "", from: null, to: null },
    validate: ({ type, document, from }) => ({
      ...(type === null && { type: t("areas.types.typeMissing") }),
      ...(document.trim().length < 3 && { document: t("areas.types.documentMissing") }),
      ...(from === null && { from: t("areas.types.fromMissing") }),
    }),
  });
  const submit = ({ type, document, from, to }: Draft) =>
    command.mutate(
      {
        body: {
          unitUids: rows.filter(({ hamletId }) => hamletId === null).map(({ key }) => key), hamletIds: rows.flatMap(({ hamletId }) => hamletId ?? []),
          type: type as (typeof AREA_TYPES)[number], document, from: from as PlainDate, to: to as PlainDate | null,
        },
      },
      { onSuccess: () => (form.clear(), onDone()) },
    );
  return (
    <FormPage form={form} action={t("areas.types.set")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            {row.name}
            {row.hamletId === null && row.unit.candidate && <Hint>{candidateText(t, row.unit)}</Hint>}
          </li>
        ))}
      </ul>
      <Choice label={t("areas.types.type")} required options={AREA_TYPES.map((type) => ({ value: type, label: t(`areas.type.${type}`) }))} {...form.field("type")} />
      <TextInput label={t("areas.document")} hint={t("areas.types.documentHint")} required {...form.field("document")} />
      <DateInput label={t("areas.types.from")} required {...form.field("from")} />
      <DateInput label={t("areas.types.to")} hint={t("areas.types.toHint")} {...form.field("to")} />
    </FormPage>
  );
}
