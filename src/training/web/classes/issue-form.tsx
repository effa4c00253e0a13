import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { certificateRoutes } from "../../certificates/contract.ts";
import type { ClassPageView } from "../../classes/contract.ts";
import type { LearnerView } from "../../learners/contract.ts";
import { CERTIFICATE_KINDS, type CertificateKind } from "../../rules/codes.ts";
import { serialAfter } from "../../rules/serials.ts";

interface Draft {
  readonly kind: string | null;
  readonly issuedOn: string | null;
  readonly signer: string;
  readonly firstSerial: string;
  readonly firstBook: string;
}

const USUAL: Readonly<Record<string, CertificateKind>> = { so_cap: "so_cap", under_3_months: "dao_tao" };

/** Certificates for all who passed, numbered on from the first; the list is shown before it is made. */
export function IssueForm({ page, learners, onDone }: { page: ClassPageView; learners: readonly LearnerView[]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(certificateRoutes.issueCertificates);
  const form = useForm<Draft>({
    draft: `training:issue:${page.row.id}`, initial: { kind: USUAL[page.row.level] ?? null, issuedOn: null, signer: "", firstSerial: "", firstBook: "" },
    validate: (draft) => ({
      ...(draft.kind === null && { kind: t("training.classes.textMissing") }), ...(draft.issuedOn === null && { issuedOn: t("training.classes.dayMissing") }), ...(draft.signer.trim() === "" && { signer: t("training.classes.textMissing") }),
      ...(serialAfter(draft.firstSerial.trim(), 0) === undefined && { firstSerial: t("training.classes.serialWrong") }), ...(serialAfter(draft.firstBook.trim(), 0) === undefined && { firstBook: t("training.classes.serialWrong") }),
    }),
  });
  const lines = ({ firstSerial, firstBook }: Draft) => learners.map((one, i) => ({ ...one, serialNo: serialAfter(firstSerial.trim(), i), bookNo: serialAfter(firstBook.trim(), i) }));
  const shown = lines(form.values);
  const submit = (draft: Draft) =>
    command.mutate(
      { params: { id: page.row.id }, body: { kind: draft.kind as CertificateKind, issuedOn: draft.issuedOn as PlainDate, signer: draft.signer.trim(), lines: lines(draft).map(({ id, serialNo, bookNo }) => ({ enrolmentId: id, serialNo: serialNo!, bookNo: bookNo! })) } },
      { onSuccess: ({ count }) => (form.clear(), say(t("training.classes.issued", { count })), onDone()) },
    );
  return (
    <FormPage form={form} action={t("training.classes.issueAction")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("training.classes.issueHint", { count: learners.length })}</Hint>
      <Select label={t("training.classes.certificateKind")} hint={t("training.classes.kindUnchecked")} required options={CERTIFICATE_KINDS.map((value) => ({ value, label: t(`training.classes.certificateKind.${value}`) }))} {...form.field("kind")} />
      <DateInput label={t("training.classes.issuedOn")} required {...form.field("issuedOn")} />
      <TextInput label={t("training.classes.signer")} required {...form.field("signer")} />
      <TextInput label={t("training.classes.firstSerial")} required {...form.field("firstSerial")} />
      <TextInput label={t("training.classes.firstBook")} required {...form.field("firstBook")} />
      {shown[0]?.serialNo !== undefined && shown[0].bookNo !== undefined && <ol>{shown.map(({ id, fullName, serialNo, bookNo }) => <li key={id}>{fullName}: {serialNo} · {bookNo}</li>)}</ol>}
    </FormPage>
  );
}
