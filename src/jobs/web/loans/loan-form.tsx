import type { PlainDate } from "../../../kernel/date.ts";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useCommand } from "../../../web/data.ts";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { loanRoutes, RATES, type LoanBody } from "../../loans/contract.ts";
import { BORROWERS } from "../../rules/loan.ts";
import { NO_WORKER, workerBody, WorkerFields, workerErrors, type WorkerDraft } from "../worker-fields.tsx";

const TEXTS = ["establishmentName", "contractNo", "project", "projectPlace", "fund", "association", "savingsGroup", "overReason"] as const;
type Draft = WorkerDraft & Readonly<Record<(typeof TEXTS)[number], string>> & { readonly borrowerKind: string | null; readonly amountDong: number | null; readonly lentOn: string | null; readonly termMonths: number | null; readonly rateKind: string | null };

const EMPTY: Draft = { ...NO_WORKER, borrowerKind: "worker", amountDong: null, lentOn: null, termMonths: null, rateKind: "usual", establishmentName: "", contractNo: "", project: "", projectPlace: "", fund: "", association: "", savingsGroup: "", overReason: "" };
const OVER = ["jobs.loan.overAmount", "jobs.loan.overTerm"];

/** A loan as the commune knows it; the bank keeps the credit file. */
export function LoanForm({ onDone }: { onDone: (id: string) => void }) {
  const t = useText();
  const say = useToast();
  const { area, on } = useAreaPeriod();
  const command = useCommand(loanRoutes.addLoan);
  const over = command.error instanceof ProblemError && OVER.includes(command.error.problem.code);
  const form = useForm<Draft>({
    draft: "jobs:loan:new", initial: EMPTY,
    validate: (draft) => ({
      ...workerErrors(draft, t), ...(draft.amountDong === null && { amountDong: t("jobs.loan.amountMissing") }), ...(draft.lentOn === null && { lentOn: t("jobs.event.dayMissing") }), ...(draft.termMonths === null && { termMonths: t("jobs.loan.termMissing") }),
      ...(draft.contractNo.trim() === "" && { contractNo: t("jobs.loan.contractMissing") }), ...(draft.project.trim() === "" && { project: t("jobs.loan.projectMissing") }),
      ...(draft.borrowerKind === "establishment" && draft.establishmentName.trim() === "" && { establishmentName: t("jobs.loan.establishmentMissing") }),
    }),
  });
  const submit = (draft: Draft) => {
    const text = (key: (typeof TEXTS)[number]): string | null => draft[key].trim() || null;
    command.mutate(
      {
        body: {
          worker: workerBody(draft), borrowerKind: draft.borrowerKind as LoanBody["borrowerKind"], establishmentName: draft.borrowerKind === "establishment" ? text("establishmentName") : null, organisationId: null, amountDong: draft.amountDong!,
          lentOn: draft.lentOn as PlainDate, termMonths: draft.termMonths!, rateKind: draft.rateKind as LoanBody["rateKind"], contractNo: draft.contractNo, project: draft.project, projectPlace: text("projectPlace"), fund: text("fund"),
          association: text("association"), savingsGroup: text("savingsGroup"), overReason: text("overReason"),
        },
      },
      { onSuccess: ({ id }) => (form.clear(), say(t("jobs.loan.saved")), onDone(id)) },
    );
  };
  return (
    <FormPage form={form} action={t("jobs.event.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {(over || form.values.overReason !== "") && <TextInput label={t("jobs.loan.overReason")} {...form.field("overReason")} />}
      <Choice label={t("jobs.loan.borrower")} options={BORROWERS.map((value) => ({ value, label: t(`jobs.loan.borrower.${value}`) }))} {...form.field("borrowerKind")} />
      {form.values.borrowerKind === "establishment" && <TextInput label={t("jobs.loan.establishment")} required {...form.field("establishmentName")} />}
      <WorkerFields form={form} area={area} on={on} />
      <TextInput label={t("jobs.loan.contract")} required {...form.field("contractNo")} />
      <NumberInput label={t("jobs.loan.amount")} required {...form.field("amountDong")} />
      <DateInput label={t("jobs.loan.lent")} required {...form.field("lentOn")} />
      <NumberInput label={t("jobs.loan.term")} required {...form.field("termMonths")} />
      <Select label={t("jobs.loan.rate")} options={RATES.map((value) => ({ value, label: t(`jobs.loan.rate.${value}`) }))} {...form.field("rateKind")} />
      <TextInput label={t("jobs.loan.project")} required {...form.field("project")} />
      <TextInput label={t("jobs.loan.projectPlace")} {...form.field("projectPlace")} />
      <TextInput label={t("jobs.loan.fund")} {...form.field("fund")} />
      <TextInput label={t("jobs.loan.association")} {...form.field("association")} />
      <TextInput label={t("jobs.loan.group")} {...form.field("savingsGroup")} />
    </FormPage>
  );
}
