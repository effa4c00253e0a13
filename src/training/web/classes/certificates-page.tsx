import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Row } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { Link, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { certificateRoutes, type CertificateView } from "../../certificates/contract.ts";

const FIRST_YEAR = 2021;

/** The book of certificates: of the area, of a provider, of one class. */
export default function CertificatesPage() {
  const t = useText();
  const { area, areaName, on, year } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable("certificates");
  const { q, standing, class: classId } = values;
  const asked = { area, on, ...(q && { q }), ...(values["year"] && { year: Number(values["year"]) }), ...(standing && { standing: standing as "standing" }), ...(classId && { classId }) };
  const { data, error, refetch } = useAnswer(certificateRoutes.certificates, { query: { ...asked, page: table.page, perPage: 50 } as never }, { keep: true });
  const close = () => set({ do: null, certificate: null }, "replace");
  const one = data?.rows.find(({ id }) => id === values["certificate"]);
  const years = Array.from({ length: Math.max(1, year - FIRST_YEAR + 1) }, (_, i) => String(year - i));
  const filtered = Boolean(q ?? values["year"] ?? standing ?? classId);
  return (
    <Page title={t("training.certificates.title")} subtitle={classId && data?.rows[0] ? `${data.rows[0].className} (${data.rows[0].classCode})` : t("training.classes.bookOf", { area: areaName })} print>
      <Filters
        search={t("training.classes.certificateSearch")}
        filters={[
          { key: "year", label: t("training.classes.issuedIn"), all: t("training.classes.allYears"), options: years.map((value) => ({ value, label: value })) },
          { key: "standing", label: t("training.classes.standingNow"), all: t("training.classes.allCertificates"), options: ["standing", "revoked"].map((value) => ({ value, label: t(`training.classes.certificate.${value}`) })) },
          ...(classId ? [{ key: "class", label: t("training.classes.one"), all: t("training.classes.allClasses"), options: [{ value: classId, label: data?.rows[0]?.classCode ?? "…" }] }] : []),
        ]}
      />
      <DataTable<CertificateView>
        label={t("training.certificates.title")} name="certificates" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} exports={false}
        tools={data?.may && <ExportList route={certificateRoutes.exportCertificates} total={data.total} input={(purpose) => ({ body: { ...asked, purpose } as never })} />}
        columns={[
          { key: "book", label: t("training.classes.bookNo"), nowrap: true, render: (row) => row.bookNo },
          { key: "serial", label: t("training.classes.serial"), nowrap: true, render: (row) => row.serialNo },
          { key: "name", label: t("training.classes.learner"), main: true, render: (row) => row.fullName },
          { key: "birth", label: t("training.classes.birth"), nowrap: true, hidden: true, render: (row) => (row.birthDate ? dayText(row.birthDate) : String(row.birthYear ?? "—")) },
          { key: "class", label: t("training.classes.one"), text: (row) => row.classCode, render: (row) => <Link to="/training/classes/$id" params={{ id: row.classId }}>{row.classCode}</Link> },
          { key: "trade", label: t("training.classes.trade"), render: (row) => row.trade },
          { key: "kind", label: t("training.classes.certificateKind"), hidden: true, render: (row) => t(`training.classes.certificateKind.${row.kind}`) },
          { key: "grade", label: t("training.classes.grade"), render: (row) => row.grade ?? "—" },
          { key: "issued", label: t("training.classes.issuedOn"), nowrap: true, render: (row) => dayText(row.issuedOn) },
          { key: "signer", label: t("training.classes.signer"), hidden: true, render: (row) => row.signer },
          {
            key: "standing", label: t("training.classes.standingNow"),
            render: (row) => (row.revokedOn ? t("training.classes.revokedOn", { on: dayText(row.revokedOn), reason: row.revokeReason ?? "" }) : row.replaces ? t("training.classes.insteadOf", { serialNo: row.replaces }) : t("training.classes.certificate.standing")),
          },
          ...(data?.may ? [{
            key: "do", label: t("training.classes.action"), text: null,
            render: (row: CertificateView) => !row.revokedOn && (
              <Row gap="tight">
                <Button size="small" kind="quiet" onClick={() => set({ do: "reissue", certificate: row.id }, "replace")}>{t("training.classes.reissue")}</Button>
                <Button size="small" kind="quiet" onClick={() => set({ do: "revoke", certificate: row.id }, "replace")}>{t("training.classes.revoke")}</Button>
              </Row>
            ),
          }] : []),
        ]}
        empty={<EmptyState title={t(filtered ? "training.classes.noCertificateFound" : "training.classes.noCertificates")}>{t(filtered ? "training.classes.noneFoundText" : "training.classes.noCertificatesText")}</EmptyState>}
      />
      {one && values["do"] === "revoke" && <Revoke one={one} onClose={close} />}
      {one && values["do"] === "reissue" && <Drawer open title={t("training.classes.reissueOf", { serialNo: one.serialNo })} onClose={close}><Reissue one={one} onDone={close} /></Drawer>}
    </Page>
  );
}

function Revoke({ one, onClose }: { one: CertificateView; onClose: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(certificateRoutes.revokeCertificate);
  const run = (reason: string) => command.mutate({ params: { id: one.id }, body: { on: today() as PlainDate, reason } }, { onSuccess: () => (say(t("training.classes.saved")), onClose()) });
  return (
    <ConfirmDialog open title={t("training.classes.revokeOf", { serialNo: one.serialNo, name: one.fullName })} action={t("training.classes.revoke")} danger reason busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={run} onClose={onClose} />
  );
}

interface Draft {
  readonly serialNo: string;
  readonly bookNo: string;
  readonly issuedOn: string | null;
  readonly signer: string;
  readonly reason: string;
}

function Reissue({ one, onDone }: { one: CertificateView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(certificateRoutes.reissueCertificate);
  const form = useForm<Draft>({
    draft: `training:reissue:${one.id}`, initial: { serialNo: "", bookNo: "", issuedOn: null, signer: one.signer, reason: "" },
    validate: (draft) => ({
      ...Object.fromEntries((["serialNo", "bookNo", "signer"] as const).flatMap((key) => (draft[key].trim() === "" ? [[key, t("training.classes.textMissing")]] : []))),
      ...(draft.issuedOn === null && { issuedOn: t("training.classes.dayMissing") }), ...(draft.reason.trim().length < 3 && { reason: t("training.classes.reasonMissing") }),
    }),
  });
  const submit = ({ serialNo, bookNo, issuedOn, signer, reason }: Draft) =>
    command.mutate({ params: { id: one.id }, body: { serialNo: serialNo.trim(), bookNo: bookNo.trim(), issuedOn: issuedOn as PlainDate, signer: signer.trim(), reason: reason.trim() } }, { onSuccess: () => (form.clear(), say(t("training.classes.saved")), onDone()) });
  return (
    <FormPage form={form} action={t("training.classes.reissue")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <TextInput label={t("training.classes.serial")} required {...form.field("serialNo")} />
      <TextInput label={t("training.classes.bookNo")} required {...form.field("bookNo")} />
      <DateInput label={t("training.classes.issuedOn")} required {...form.field("issuedOn")} />
      <TextInput label={t("training.classes.signer")} required {...form.field("signer")} />
      <TextArea label={t("training.classes.reason")} required rows={2} {...form.field("reason")} />
    </FormPage>
  );
}
