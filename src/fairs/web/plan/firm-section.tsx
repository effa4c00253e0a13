import { useState } from "react";
import type { OrganisationRow } from "../../../enterprises/contract.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { figureText } from "../../../web/design/format.ts";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText, type Translate } from "../../../web/text/text.tsx";
import { FirmLookup } from "./firm-lookup.tsx";
import { fairRoutes, type EmployerView, type FairPage, type VacancyView } from "../../plan/contract.ts";

/** "6.000.000 – 9.000.000 đồng" */
export const wageText = ({ wageFrom, wageTo }: Pick<VacancyView, "wageFrom" | "wageTo">, t: Translate): string =>
  wageFrom === null && wageTo === null ? "" : t("fairs.plan.wage", { wage: [wageFrom, wageTo].filter((one) => one !== null).map((one) => figureText(one)).join(" – ") });

/** Firms of the fair; a firm opens to its vacancies. */
export function FirmSection({ fair }: { fair: FairPage }) {
  const t = useText();
  const { values, set } = useUrl();
  const chosen = fair.employers.find(({ id }) => id === values["firm"]);
  const close = () => set({ do: null, firm: null }, "replace");
  const posts = (one: EmployerView): number => one.vacancies.reduce((sum, vacancy) => sum + vacancy.posts, 0);
  const add = fair.may.work && <Button size="small" kind="primary" onClick={() => set({ do: "firm", firm: null }, "replace")}>{t("fairs.plan.addFirm")}</Button>;
  return (
    <Section title={t("fairs.plan.firms")}>
      <DataTable<EmployerView>
        label={t("fairs.plan.firms")} name="firms" local rows={fair.employers} rowKey={(row) => row.id} onOpen={(row) => set({ do: "firm", firm: row.id }, "replace")} tools={add} exports={[fair.name]}
        columns={[
          { key: "name", label: t("fairs.plan.firm"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name },
          { key: "booth", label: t("fairs.plan.booth"), sort: true, sortValue: (row) => row.booth, render: (row) => row.booth ?? "—" },
          { key: "industry", label: t("fairs.plan.industry"), render: (row) => row.industry ?? "—" },
          { key: "vacancies", label: t("fairs.plan.vacancies"), render: (row) => row.vacancies.map(({ job }) => job).join("; ") || "—" },
          { key: "posts", label: t("fairs.plan.posts"), align: "end", sort: true, sortValue: posts, text: posts, render: (row) => figureText(posts(row)) },
          { key: "contact", label: t("fairs.plan.contact"), hidden: true, render: (row) => [row.contactName, row.phone].filter(Boolean).join(", ") || "—" },
          { key: "attended", label: t("fairs.plan.attended"), render: (row) => t(row.attended ? "fairs.plan.came" : "fairs.plan.cameNot") },
        ]}
        empty={<EmptyState title={t("fairs.plan.noFirms")} actions={add}>{t("fairs.plan.noFirmsText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "firm" && (chosen !== undefined || (fair.may.work && !values["firm"]))} title={chosen?.name ?? t("fairs.plan.addFirm")} onClose={close}>
        <Stack gap="wide">
          {chosen && <Vacancies fair={fair} firm={chosen} />}
          {fair.may.work && <FirmForm key={chosen?.id ?? "new"} fair={fair} firm={chosen} onDone={(id) => (chosen ? close() : set({ firm: id }, "replace"))} />}
          {fair.may.work && chosen && <TakeAway firm={chosen} onDone={close} />}
        </Stack>
      </Drawer>
    </Section>
  );
}

interface FirmDraft {
  readonly organisationId: string | null;
  /** name of the organisation chosen, as the list has it */
  readonly onFile: string | null;
  readonly name: string;
  readonly booth: string;
  readonly industry: string;
  readonly contactName: string;
  readonly phone: string;
  readonly email: string;
  readonly note: string;
  readonly attended: boolean;
}

function FirmForm({ fair, firm, onDone }: { fair: FairPage; firm: EmployerView | undefined; onDone: (id: string) => void }) {
  const t = useText();
  const say = useToast();
  const add = useCommand(fairRoutes.addEmployer);
  const change = useCommand(fairRoutes.changeEmployer);
  const form = useForm<FirmDraft>({
    draft: `fairs:firm:${fair.id}:${firm?.id ?? "new"}`,
    initial: { organisationId: firm?.organisationId ?? null, onFile: firm?.organisationId ? firm.name : null, name: firm?.name ?? "", booth: firm?.booth ?? "", industry: firm?.industry ?? "", contactName: firm?.contactName ?? "", phone: firm?.phone ?? "", email: firm?.email ?? "", note: firm?.note ?? "", attended: firm?.attended ?? true },
    validate: ({ name }) => (name.trim() === "" ? { name: t("fairs.plan.firmMissing") } : {}),
  });
  // what the office typed already about this fair stays; what is on file fills the rest
  const choose = (row: OrganisationRow | null) =>
    form.set(row === null ? { organisationId: null, onFile: null } : {
      organisationId: row.id, onFile: row.name, name: row.name, industry: form.values.industry || (row.industry ?? ""), contactName: form.values.contactName || (row.contactName ?? ""), phone: form.values.phone || (row.phone ?? ""), email: form.values.email || (row.email ?? ""),
    });
  return (
    <FormPage form={form} action={t(firm ? "fairs.plan.save" : "fairs.plan.addFirm")} busy={add.isPending || change.isPending} error={add.error ?? change.error} onSubmit={({ onFile: _onFile, ...body }) => {
      const done = (id: string) => (form.clear(), say(t("fairs.plan.saved")), onDone(id));
      if (firm) change.mutate({ params: { id: firm.id }, body: { ...body, baseVersion: firm.version } }, { onSuccess: () => done(firm.id) });
      else add.mutate({ params: { id: fair.id }, body }, { onSuccess: ({ id }) => done(id) });
    }}>
      <FirmLookup id={`${form.id}-onFile`} chosen={form.values.onFile} onChoose={choose} />
      <TextInput label={t("fairs.plan.firm")} required {...form.field("name")} />
      <TextInput label={t("fairs.plan.booth")} {...form.field("booth")} />
      <TextInput label={t("fairs.plan.industry")} {...form.field("industry")} />
      <TextInput label={t("fairs.plan.contactName")} {...form.field("contactName")} />
      <TextInput label={t("fairs.plan.phone")} type="tel" {...form.field("phone")} />
      <TextInput label={t("fairs.plan.email")} type="email" {...form.field("email")} />
      <TextInput label={t("fairs.plan.note")} {...form.field("note")} />
      <Checkbox label={t("fairs.plan.attendedBox")} {...form.field("attended")} />
    </FormPage>
  );
}

function Vacancies({ fair, firm }: { fair: FairPage; firm: EmployerView }) {
  const t = useText();
  const [voiding, setVoiding] = useState<VacancyView | null>(null);
  const add = useCommand(fairRoutes.addVacancy);
  const drop = useCommand(fairRoutes.voidVacancy);
  const form = useForm({
    draft: `fairs:vacancy:${firm.id}`, initial: { job: "", posts: null as number | null, wageFrom: null as number | null, wageTo: null as number | null, place: "", requirement: "" },
    validate: ({ job, posts }) => ({ ...(job.trim() === "" && { job: t("fairs.plan.jobMissing") }), ...((posts === null || posts < 1) && { posts: t("fairs.plan.postsMissing") }) }),
  });
  return (
    <Section title={t("fairs.plan.vacancies")}>
      {firm.vacancies.length === 0 && <Hint>{t("fairs.plan.noVacancies")}</Hint>}
      <Stack>
        {firm.vacancies.map((one) => (
          <Row key={one.id} spread>
            <span>{[t("fairs.plan.vacancyLine", { job: one.job, posts: one.posts }), wageText(one, t), one.place, one.requirement].filter(Boolean).join(" · ")}</span>
            {fair.may.work && <Button size="small" kind="quiet" onClick={() => setVoiding(one)}>{t("fairs.plan.takeAway")}</Button>}
          </Row>
        ))}
      </Stack>
      {fair.may.work && (
        <FormPage form={form} action={t("fairs.plan.addVacancy")} busy={add.isPending} error={add.error} onSubmit={({ posts, ...rest }) => add.mutate({ params: { id: firm.id }, body: { ...rest, posts: posts! } }, { onSuccess: () => form.clear() })}>
          <TextInput label={t("fairs.plan.job")} required {...form.field("job")} />
          <NumberInput label={t("fairs.plan.posts")} required {...form.field("posts")} />
          <NumberInput label={t("fairs.plan.wageFrom")} {...form.field("wageFrom")} />
          <NumberInput label={t("fairs.plan.wageTo")} {...form.field("wageTo")} />
          <TextInput label={t("fairs.plan.workPlace")} {...form.field("place")} />
          <TextInput label={t("fairs.plan.requirement")} {...form.field("requirement")} />
        </FormPage>
      )}
      {voiding && (
        <ConfirmDialog open title={t("fairs.plan.takeAwayAsk", { name: voiding.job })} action={t("fairs.plan.takeAway")} reason busy={drop.isPending} error={<ErrorNotice error={drop.error} />} onClose={() => setVoiding(null)}
          onConfirm={(reason) => drop.mutate({ params: { id: voiding.id }, body: { reason } }, { onSuccess: () => setVoiding(null) })}
        />
      )}
    </Section>
  );
}

function TakeAway({ firm, onDone }: { firm: EmployerView; onDone: () => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const drop = useCommand(fairRoutes.voidEmployer);
  return (
    <Row>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t("fairs.plan.takeFirm")}</Button>
      {open && (
        <ConfirmDialog open title={t("fairs.plan.takeAwayAsk", { name: firm.name })} action={t("fairs.plan.takeAway")} danger reason busy={drop.isPending} error={<ErrorNotice error={drop.error} />} onClose={() => setOpen(false)}
          onConfirm={(reason) => drop.mutate({ params: { id: firm.id }, body: { reason } }, { onSuccess: onDone })}
        />
      )}
    </Row>
  );
}
