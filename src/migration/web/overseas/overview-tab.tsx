import { useState } from "react";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Columns, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { overseasRoutes, type CasePageView } from "../../overseas/contract.ts";
import { knownDayText, OverseasStateBadge, sinceText } from "./badges.tsx";

/** What is known of the case, and everything that happened. */
export function OverviewTab({ page }: { page: CasePageView }) {
  const t = useText();
  return (
    <Columns least={360}>
      <Stack gap="wide">
        <Section title={t("migration.abroad.standing")}><Standing page={page} /></Section>
        <Section title={t("migration.abroad.contract")}><Contract page={page} /></Section>
        <Section title={t("migration.abroad.costs")}><Costs page={page} /></Section>
      </Stack>
      <Section title={t("migration.abroad.happened")}>
        <Timeline events={page.steps.map((step) => ({
          id: String(step.seq), on: step.on, title: t(`migration.abroad.done.${step.kind}`), voided: step.takenBack,
          detail: [step.precision === "month" && t("migration.abroad.monthOnly", { month: knownDayText(step.on, "month") }), detailOf(step.data, t)].filter(Boolean).join(" · "),
        })).reverse()} />
      </Section>
    </Columns>
  );
}

function Standing({ page }: { page: CasePageView }) {
  const t = useText();
  const { row, facts, returned } = page;
  return (
    <KeyValue pairs={[
      { label: t("migration.abroad.step"), value: <OverseasStateBadge state={row.state} /> },
      { label: t("migration.abroad.since"), value: sinceText(row) },
      { label: t("migration.abroad.birthYear"), value: row.birthYear === null ? "—" : String(row.birthYear) },
      { label: t("migration.abroad.inRegister"), value: t(row.personId ? "migration.abroad.identified" : "migration.abroad.unidentified") },
      { label: t("migration.abroad.phone"), value: facts.phone ?? "—" },
      { label: t("migration.abroad.wishedOn"), value: `${dayText(row.wishedOn)} (${t(`migration.abroad.source.${row.source}`)})` },
      { label: t("migration.abroad.keeper"), value: t(`migration.abroad.kept.${row.kept}`) },
      { label: t("migration.abroad.groups"), value: facts.groups.map((group) => t(`migration.abroad.group.${group}`)).join(", ") || "—" },
      ...(row.departedOn ? [{ label: t("migration.abroad.departed"), value: `${knownDayText(row.departedOn, row.departedPrecision)}${page.departureReportedOn ? ` (${t("migration.abroad.toldOn", { day: dayText(page.departureReportedOn) })})` : ""}` }] : []),
      ...(row.dueBackOn ? [{ label: t("migration.abroad.dueBack"), value: dayText(row.dueBackOn) }] : []),
      ...(returned ? [
        { label: t("migration.abroad.returned"), value: `${knownDayText(returned.returnedOn, returned.precision)}, ${returned.reason}` },
        { label: t("migration.abroad.skills"), value: [returned.skills, returned.language].filter(Boolean).join("; ") || "—" },
        { label: t("migration.abroad.savings"), value: returned.savingsBand ?? "—" },
        { label: t("migration.abroad.jobWish"), value: returned.jobWish ?? "—" },
      ] : []),
    ]} />
  );
}

function Contract({ page }: { page: CasePageView }) {
  const t = useText();
  const { row, facts, licence } = page;
  return (
    <>
      <KeyValue pairs={[
        { label: t("migration.abroad.market"), value: row.marketName ?? "—" },
        { label: t("migration.abroad.programme"), value: facts.programme ?? "—" },
        { label: t("migration.abroad.form"), value: page.formName ?? "—" },
        { label: t("migration.abroad.sender"), value: row.sender ?? "—" },
        { label: t("migration.abroad.licence"), value: licence ? `${t(`migration.abroad.licenceResult.${licence.result}`)} (${dayText(licence.checkedOn)})` : "—" },
        { label: t("migration.abroad.job"), value: [facts.job, facts.vsco].filter(Boolean).join(", ") || "—" },
        { label: t("migration.abroad.contractNo"), value: [facts.contractNo, facts.contractOn && dayText(facts.contractOn)].filter(Boolean).join(", ") || "—" },
        { label: t("migration.abroad.termMonths"), value: facts.termMonths === null ? "—" : figureText(facts.termMonths) },
        { label: t("migration.abroad.wage"), value: facts.wage === null ? "—" : `${figureText(facts.wage)} ${facts.currency}` },
        { label: t("migration.abroad.language"), value: [facts.language, facts.languageLevel].filter(Boolean).join(", ") || "—" },
        { label: t("migration.abroad.orientationNo"), value: facts.orientationNo ?? "—" },
        { label: t("migration.abroad.medicalOn"), value: facts.medicalOn ? dayText(facts.medicalOn) : "—" },
        { label: t("migration.abroad.addressAbroad"), value: facts.addressAbroad ?? "—" },
        { label: t("migration.abroad.homeContact"), value: facts.homeContact ?? "—" },
      ]} />
      <Passport page={page} />
    </>
  );
}

function Costs({ page }: { page: CasePageView }) {
  const t = useText();
  const { facts } = page;
  const dong = (value: number | null): string => (value === null ? "—" : figureText(value));
  return (
    <KeyValue pairs={[
      { label: t("migration.abroad.costDeclared"), value: dong(facts.costDeclaredDong) }, { label: t("migration.abroad.costOwn"), value: dong(facts.costOwnDong) },
      { label: t("migration.abroad.costLoan"), value: dong(facts.costLoanDong) }, { label: t("migration.abroad.costSupport"), value: dong(facts.costSupportDong) },
      { label: t("migration.abroad.supportTotal"), value: dong(page.supportTotalDong) },
    ]} />
  );
}

/** The mask; the whole number only after saying what for. */
function Passport({ page }: { page: CasePageView }) {
  const t = useText();
  const [asked, ask] = useState(false);
  const reveal = useCommand(overseasRoutes.revealPassport);
  return (
    <Row gap="tight">
      <span>{t("migration.abroad.passport", { number: reveal.data?.number ?? page.passport ?? "—" })}</span>
      {page.passport && page.may.reveal && !reveal.data && <Button size="small" onClick={() => ask(true)}>{t("migration.abroad.reveal")}</Button>}
      {asked && (
        <ConfirmDialog open title={t("migration.abroad.reveal")} action={t("migration.abroad.reveal")} reason busy={reveal.isPending} error={<ErrorNotice error={reveal.error} />} onClose={() => ask(false)}
          onConfirm={(purpose) => reveal.mutate({ params: { id: page.row.id }, body: { purpose } }, { onSuccess: () => ask(false) })}>
          <p>{t("migration.abroad.revealText")}</p>
        </ConfirmDialog>
      )}
    </Row>
  );
}

/** What was said at a step, in words. */
function detailOf(data: Readonly<Record<string, unknown>>, t: Translate): string {
  const { reason, content, by, place, course, contractNo, to, name, number, licence, early, fate, fields } = data;
  return [
    by, content, course && t(`migration.abroad.course.${String(course)}`), place, contractNo && t("migration.abroad.contractIs", { no: String(contractNo) }), typeof to === "string" && t("migration.abroad.until", { day: dayText(to) }),
    name, licence && t(`migration.abroad.licenceResult.${String(licence)}`), number, early !== undefined && t(early ? "migration.abroad.state.ve_truoc_han" : "migration.abroad.state.ve_dung_han"), fate && t(`migration.abroad.fate.${String(fate)}`), reason,
    Array.isArray(fields) && fields.map((field) => t(`migration.abroad.field.${String(field)}`)).join(", "),
  ].filter(Boolean).join(" · ");
}
