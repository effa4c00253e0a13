import type { PlainDate } from "../../../kernel/date.ts";
import { NO_WORKER, workerBody, WorkerFields, workerErrors, type WorkerDraft } from "../../../jobs/web/public.tsx";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Page } from "../../../web/design/page.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { GROUP_CODES, overseasRoutes } from "../../overseas/contract.ts";

interface Draft extends WorkerDraft {
  readonly wishedOn: string | null;
  readonly market: string | null;
  readonly programme: string;
  readonly job: string;
  readonly phone: string;
  readonly groups: readonly string[];
}

/** A wish to go abroad as a hamlet's surveyor enters it on the phone. */
export default function WishPage() {
  const t = useText();
  const say = useToast();
  const go = useGo();
  const { area, on } = useAreaPeriod();
  const command = useCommand(overseasRoutes.addWish);
  const { data: standards } = useAnswer(overseasRoutes.overseasStandards, { query: { on } });
  const form = useForm<Draft>({
    draft: "migration:wish", initial: { ...NO_WORKER, wishedOn: today(), market: null, programme: "", job: "", phone: "", groups: [] },
    validate: (draft) => ({ ...workerErrors(draft, t), ...(draft.wishedOn === null && { wishedOn: t("migration.abroad.dayMissing") }) }),
  });
  const submit = (draft: Draft) =>
    command.mutate({
      body: { worker: workerBody(draft), wishedOn: draft.wishedOn as PlainDate, market: draft.market, programme: draft.programme.trim() || null, job: draft.job.trim() || null, phone: draft.phone.trim() || null, groups: draft.groups as never },
    }, { onSuccess: ({ id, identified }) => (form.clear(), say(t(`migration.abroad.wishSaved.${identified}`)), go({ to: "/migration/overseas/$id", params: { id } })) });
  const problem = command.error instanceof ProblemError ? command.error.problem : null;
  return (
    <Page title={t("migration.wish.title")} width="narrow" crumbs={[{ label: t("migration.overseas.title"), to: "/migration/overseas" }]}>
      <FormPage form={form} action={t("migration.abroad.saveWish")} onSubmit={submit} busy={command.isPending} error={command.error}>
        {problem?.code === "migration.overseas.openAlready" && <LinkButton size="small" to="/migration/overseas/$id" params={{ id: String(problem.data["id"]) }}>{t("migration.abroad.openCase")}</LinkButton>}
        <WorkerFields form={form} area={area} on={on} />
        <TextInput label={t("migration.abroad.phone")} type="tel" {...form.field("phone")} />
        <DateInput label={t("migration.abroad.wishedOn")} required {...form.field("wishedOn")} />
        <Select label={t("migration.abroad.market")} none={t("migration.abroad.noMarket")} options={(standards?.markets ?? []).map(({ code, name }) => ({ value: code, label: name }))} {...form.field("market")} />
        <TextInput label={t("migration.abroad.programme")} hint={t("migration.abroad.programmeHint")} {...form.field("programme")} />
        <TextInput label={t("migration.abroad.job")} {...form.field("job")} />
        <FieldSet label={t("migration.abroad.groups")}>
          {GROUP_CODES.map((code) => (
            <Checkbox key={code} label={t(`migration.abroad.group.${code}`)} value={form.values.groups.includes(code)} onChange={(on) => form.set({ groups: on ? [...form.values.groups, code] : form.values.groups.filter((one) => one !== code) })} />
          ))}
        </FieldSet>
      </FormPage>
    </Page>
  );
}
