import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, useHandOut } from "../../../papers/web/public.tsx";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type PaperOverview, paperRoutes } from "../../papers/contract.ts";
import type { ChosenPart } from "./list-choice.tsx";

interface Issue {
  readonly on: string | null;
  readonly startAt: number | null;
}

/** Numbers certificates of the chosen hamlets, then prints them. */
export function CertificateBatch({ chosen, template, show }: { chosen: ChosenPart; template: PaperOverview["template"]; show: (papers: readonly Paper[]) => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const get = useHandOut(paperRoutes.printCertificates, (format) => ({ body: { ...chosen, format } }));
  if (template === null)
    return (
      <Section title={t("poverty.papers.certificatesTitle")}>
        <Notice kind="warn" title={t("poverty.papers.noForm", { on: dayText(chosen.on) })}>{t("poverty.papers.noFormHint")}</Notice>
      </Section>
    );
  return (
    <Section title={t("poverty.papers.certificatesTitle")} actions={<Button onClick={() => setOpen(true)}>{t("poverty.papers.issue")}</Button>}>
      <Hint>{t("poverty.papers.form", { title: template.title, source: template.source })}</Hint>
      {template.mark && <Hint>{template.mark}</Hint>}
      <PaperActions get={get} show={show} formats={["docx", "pdf"]} />
      <Drawer open={open} title={t("poverty.papers.issue")} onClose={() => setOpen(false)}>
        <IssueForm chosen={chosen} onDone={() => setOpen(false)} />
      </Drawer>
    </Section>
  );
}

/** Day of issue and, once a year, the first number after those written by hand. `householdIds` for one household. */
export function IssueForm({ chosen, householdIds, onDone }: { chosen: ChosenPart; householdIds?: string[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(paperRoutes.issueCertificates);
  const form = useForm<Issue>({
    draft: `poverty:issue:${chosen.areaUid}`, initial: { on: chosen.on, startAt: null },
    validate: ({ on }) => (on === null ? { on: t("poverty.papers.issueDayMissing") } : {}),
  });
  const submit = ({ on, startAt }: Issue) =>
    command.mutate(
      { body: { ...chosen, on: on as PlainDate, ...(householdIds && { householdIds }), ...(startAt !== null && { startAt }) } },
      { onSuccess: ({ issued, held }) => (form.clear(), say(t("poverty.papers.issued", { issued, held })), onDone()) },
    );
  return (
    <FormPage form={form} action={t("poverty.papers.issue")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("poverty.papers.issueHint")}</Hint>
      <DateInput label={t("poverty.papers.issueDay")} {...form.field("on")} />
      <NumberInput label={t("poverty.papers.startAt")} hint={t("poverty.papers.startAtHint")} {...form.field("startAt")} />
    </FormPage>
  );
}
