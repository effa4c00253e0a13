import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useHamlets } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { capital } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { deskRoutes, type Entered, type WalkInBody } from "../../desk/contract.ts";
import type { FairPage } from "../../plan/contract.ts";
import { WISHES, type Wish } from "../../rules/steps.ts";

interface Draft {
  readonly fullName: string;
  readonly birthYear: string;
  readonly commune: string | null;
  readonly hamletId: string | null;
  readonly residence: string;
  readonly wish: string | null;
  readonly register: boolean;
  readonly more: boolean;
  readonly phone: string;
  readonly consent: string | null;
}

const yearOf = (text: string): number | null | undefined => {
  if (text.trim() === "") return null;
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : undefined;
  return year !== undefined && year >= 1900 && year <= 2100 ? year : undefined;
};

/** "Xã Phú Hữu" of the place chosen; what was typed where no hamlet is known. */
const placeOf = (draft: Draft, communes: FairPage["communes"]): { hamletId: string | null; residence: string | null } => {
  if (draft.hamletId !== null) return { hamletId: draft.hamletId, residence: null };
  const commune = communes.find(({ uid }) => uid === draft.commune)?.name;
  return { hamletId: null, residence: [draft.residence.trim(), commune].filter(Boolean).join(", ") || null };
};

const KEPT_EMPTY = { fullName: "", birthYear: "", phone: "", consent: null } as const;

/**
 * Somebody without card or phone. What stays for the next one (commune, hamlet, wish) comes first, so that everybody is typed by name, Enter, year,
 * Enter; one Shift+Tab from the name goes back to the wish.
 */
export function WalkIn({ fair }: { fair: FairPage }) {
  const t = useText();
  const command = useCommand(deskRoutes.walkIn);
  const [done, setDone] = useState<{ entered: Entered; body: WalkInBody } | null>(null);
  const own = fair.communes.some(({ uid }) => uid === fair.unitUid) ? fair.unitUid : null;
  const form = useForm<Draft>({
    draft: `fairs:walk-in:${fair.id}`, initial: { ...KEPT_EMPTY, commune: own, hamletId: null, residence: "", wish: "job", register: false, more: false },
    validate: ({ fullName, birthYear, phone }) => ({
      ...(fullName.trim().length < 2 && { fullName: t("fairs.desk.nameMissing") }), ...(yearOf(birthYear) === undefined && { birthYear: t("fairs.desk.yearWrong") }),
      ...(phone.trim() !== "" && !/^\+?[\d .-]{8,20}$/.test(phone.trim()) && { phone: t("fairs.desk.phoneWrong") }),
    }),
  });
  const nameField = form.field("fullName");
  const { commune, more } = form.values;
  const hamlets = useHamlets(commune, fair.onDate as PlainDate);
  const send = (body: WalkInBody) =>
    command.mutate({ params: { id: fair.id }, body }, {
      onSuccess: (entered) => {
        setDone({ entered, body });
        form.set(KEPT_EMPTY);
        document.getElementById(nameField.id)?.focus();
      },
    });
  const submit = (draft: Draft) => send({
    fullName: draft.fullName.trim(), birthYear: yearOf(draft.birthYear) ?? null, sex: 0, ...placeOf(draft, fair.communes), wish: draft.wish as Wish, register: draft.register, another: false,
    phone: draft.phone.trim() || null, consent: draft.consent as "paper" | "spoken" | null,
  });
  return (
    <Section title={t("fairs.desk.walkIn")}>
      <Hint>{t("fairs.desk.walkInHint")}</Hint>
      <FormPage form={form} action={t("fairs.desk.enter")} onSubmit={submit} busy={command.isPending} error={command.error}>
        <Checkbox label={t("fairs.desk.register")} hint={t("fairs.desk.registerHint")} {...form.field("register")} />
        <Checkbox label={t("fairs.desk.more")} {...form.field("more")} />
        <Select label={t("fairs.desk.commune")} none={t("fairs.desk.elsewhere")} options={fair.communes.map(({ uid, name }) => ({ value: uid, label: name }))} value={commune} onChange={(uid) => form.set({ commune: uid, hamletId: null })} />
        {hamlets !== undefined && hamlets.length > 0 && (
          <Select label={t("fairs.desk.hamlet")} none={t("fairs.desk.hamletUnknown")} options={hamlets.map(({ id, label }) => ({ value: id, label: capital(label) }))} {...form.field("hamletId")} />
        )}
        {(commune === null || hamlets?.length === 0) && <TextInput label={t(commune === null ? "fairs.desk.residence" : "fairs.desk.hamletName")} {...form.field("residence")} />}
        <Choice label={t("fairs.desk.wish")} options={WISHES.map((value) => ({ value, label: t(`fairs.desk.wish.${value}`) }))} {...form.field("wish")} />
        <TextInput label={t("fairs.desk.fullName")} required {...nameField} />
        <TextInput label={t("fairs.desk.birthYear")} inputMode="numeric" hint={t("fairs.desk.birthYearHint")} {...form.field("birthYear")} />
        {more && (
          <>
            <TextInput label={t("fairs.desk.phone")} type="tel" {...form.field("phone")} />
            <Select label={t("fairs.desk.consent")} none={t("fairs.desk.consent.none")} options={(["paper", "spoken"] as const).map((value) => ({ value, label: t(`fairs.desk.consent.${value}`) }))} {...form.field("consent")} />
          </>
        )}
      </FormPage>
      {done && <Done entered={done.entered} name={done.body.fullName} onAnother={() => send({ ...done.body, another: true })} />}
    </Section>
  );
}

function Done({ entered, name, onAnother }: { entered: Entered; name: string; onAnother: () => void }) {
  const t = useText();
  const here = entered.was === "here";
  return (
    <Notice kind={here ? "warn" : "done"} title={t(`fairs.desk.was.${entered.was}`, { name, code: entered.shortCode })} actions={here && <Button size="small" onClick={onAnother}>{t("fairs.desk.another")}</Button>}>
      {t("fairs.desk.today", { count: entered.today })} {entered.identified ? t("fairs.desk.identified") : t("fairs.desk.notIdentified")}
    </Notice>
  );
}
