import type { PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { Choice } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { Hint, Row, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import { useState } from "react";
import { ENDINGS, registryRoutes } from "../contract.ts";
import { useCodes } from "./codes.ts";
import { CommandForm } from "./command-form.tsx";
import { useHamletOptions } from "./hamlet-options.ts";
import type { ActionProps } from "./action-props.ts";

export function MoveForm({ household, on, onDone }: ActionProps) {
  const t = useText();
  const hamlets = useHamletOptions(household.hamlet.unitUid, on as PlainDate).filter(({ value }) => value !== household.hamlet.id);
  const initial: { readonly hamletId: string | null; readonly on: string | null; readonly address: string } = { hamletId: null, on: null, address: "" };
  return (
    <CommandForm
      route={registryRoutes.moveHousehold}
      draft={`household:${household.id}:move`}
      initial={initial}
      validate={(draft) => ({ ...(draft.hamletId === null && { hamletId: t("registry.new.hamletMissing") }), ...(draft.on === null && { on: t("registry.add.fromMissing") }) })}
      request={(draft) => ({ params: { id: household.id }, body: { baseVersion: household.version, hamletId: draft.hamletId!, on: draft.on as PlainDate, address: draft.address || null } })}
      action={t("registry.do.move")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <Hint>{t("registry.move.within", { unit: household.hamlet.unit })}</Hint>
          <Select label={t("registry.move.to")} required options={hamlets} {...form.field("hamletId")} />
          <DateInput label={t("registry.move.on")} required {...form.field("on")} />
          <TextInput label={t("registry.address")} {...form.field("address")} />
        </>
      )}
    </CommandForm>
  );
}

export function EndForm({ household, onDone }: ActionProps) {
  const t = useText();
  const initial: { readonly on: string | null; readonly why: string | null; readonly note: string } = { on: null, why: null, note: "" };
  return (
    <CommandForm
      route={registryRoutes.endHousehold}
      draft={`household:${household.id}:end`}
      initial={initial}
      validate={({ on, why }) => ({ ...(on === null && { on: t("registry.add.fromMissing") }), ...(why === null && { why: t("registry.leave.whyMissing") }) })}
      request={({ on, why, note }) => ({ params: { id: household.id }, body: { baseVersion: household.version, on: on as PlainDate, why: why as (typeof ENDINGS)[number], ...(note.trim() && { note }) } })}
      action={t("registry.do.end")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <Choice label={t("registry.leave.why")} required options={ENDINGS.map((value) => ({ value, label: t(`registry.ending.${value}`) }))} {...form.field("why")} />
          <DateInput label={t("registry.end.on")} hint={t("registry.end.onHint")} required {...form.field("on")} />
          <TextInput label={t("registry.note")} {...form.field("note")} />
        </>
      )}
    </CommandForm>
  );
}

export function DetailsForm({ household, onDone }: ActionProps) {
  const t = useText();
  return (
    <CommandForm
      route={registryRoutes.setDetails}
      draft={`household:${household.id}:details`}
      initial={{ localCode: household.localCode ?? "", address: household.address ?? "" }}
      request={({ localCode, address }) => ({ params: { id: household.id }, body: { baseVersion: household.version, localCode: localCode || null, address: address || null } })}
      action={t("registry.save")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <TextInput label={t("registry.localCode")} {...form.field("localCode")} />
          <TextInput label={t("registry.address")} {...form.field("address")} />
        </>
      )}
    </CommandForm>
  );
}

/** One at a time: each has its own day. */
export function CharacteristicsForm({ household, on }: ActionProps) {
  const t = useText();
  const { codes } = useCodes();
  const command = useCommand(registryRoutes.setCharacteristic);
  const [day, setDay] = useState<string | null>(on);
  const held = new Set(household.characteristics.map(({ code }) => code));
  const set = (code: string, holds: boolean) => command.mutate({ params: { id: household.id }, body: { baseVersion: household.version, code, holds, on: day as PlainDate } });
  return (
    <Stack>
      <DateInput label={t("registry.characteristics.from")} value={day} onChange={setDay} required />
      <ErrorNotice error={command.error} />
      {codes?.characteristics.map(({ code, name, certainty }) => (
        <Row key={code} spread>
          <span>
            {name}
            {certainty === "unchecked" && <Hint>{t("web.figure.unchecked")}</Hint>}
          </span>
          <Button size="small" disabled={day === null} busy={command.isPending && command.variables?.body.code === code} onClick={() => set(code, !held.has(code))}>
            {t(held.has(code) ? "registry.characteristics.end" : "registry.characteristics.set")}
          </Button>
        </Row>
      ))}
    </Stack>
  );
}
