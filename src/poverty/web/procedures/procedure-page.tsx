import { useState } from "react";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, PaperPreview, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Columns, Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { useParam, useUrl } from "../../../web/navigation.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { procedureRoutes, type CASE_PAPERS, type ProcedurePageView } from "../../procedures/contract.ts";
import { FilesSection } from "./files-section.tsx";
import { KindFacts } from "./kinds-tab.tsx";
import { RequestDue, RequestState } from "./state-badge.tsx";
import { StepForm, STEPS, type StepKind } from "./step-form.tsx";

/** One request: where it stands, what can be done now, its papers, what happened. */
export default function ProcedurePage() {
  const t = useText();
  const id = useParam("id");
  const { values, set } = useUrl();
  const { data: page, error, refetch } = useAnswer(procedureRoutes.procedure, { params: { id } });
  const [papers, show] = useState<readonly Paper[]>([]);
  const close = () => set({ do: null }, "replace");
  const what = STEPS.find((step) => step === values["do"]);
  return (
    <Page
      title={page ? `${page.row.applicant} — ${page.row.number}/${page.row.year}` : t("poverty.requests.one")} crumbs={[{ label: t("poverty.requests.title"), to: "/review/procedures" }]} print
      subtitle={page && `${page.kind.name} · ${page.row.hamlet}, ${page.row.unit}`}
      actions={page && <LinkButton to="/households/$id" params={{ id: page.row.householdId }}>{t("poverty.work.householdPage")}</LinkButton>}
    >
      <ErrorNotice error={error} retry={() => void refetch()} />
      {page && (
        <Stack gap="wide">
          {page.missing && <Notice kind="warn" title={t("poverty.requests.missing")}>{page.missing}</Notice>}
          {page.complaint && <Notice kind="warn" title={t("poverty.requests.complaintOf", { by: page.complaint.by })}>{page.complaint.content}</Notice>}
          <Steps page={page} onStep={(step) => set({ do: step }, "replace")} />
          <Columns least={360}>
            <Section title={t("poverty.requests.one")}><Facts page={page} /></Section>
            <Section title={t("poverty.work.steps")}><Timeline events={page.steps.map((step) => ({ id: String(step.seq), on: step.on, title: t(`poverty.requests.done.${step.kind}`), detail: detailOf(step.data, t) })).reverse()} /></Section>
          </Columns>
          <FilesSection page={page} />
          {page.may.review && (
            <Section title={t("poverty.requests.printed")}>
              {page.papers.map((paper) => <PaperRow key={paper} id={id} paper={paper as (typeof CASE_PAPERS)[number]} show={show} />)}
              <Hint>{t("poverty.requests.paperHint")}</Hint>
              <PaperPreview papers={papers} />
            </Section>
          )}
          <Section title={t("poverty.requests.rules")}><KindFacts kind={page.kind} /></Section>
          {what && page.open.includes(what) && (
            <Drawer open title={t(`poverty.requests.step.${what}`)} onClose={close}>
              <StepForm page={page} kind={what} onDone={close} />
            </Drawer>
          )}
        </Stack>
      )}
    </Page>
  );
}

/** Only what the guards let through now, and only what this person may do. */
function Steps({ page, onStep }: { page: ProcedurePageView; onStep: (step: StepKind) => void }) {
  const t = useText();
  const open = STEPS.filter((step) => page.open.includes(step) && (step === "recognise" || step === "refuse" ? page.may.recognise : page.may.review));
  return <Row gap="tight">{open.map((step, i) => <Button key={step} {...(i === 0 ? { kind: "primary" as const } : {})} onClick={() => onStep(step)}>{t(`poverty.requests.step.${step}`)}</Button>)}</Row>;
}

function PaperRow({ id, paper, show }: { id: string; paper: (typeof CASE_PAPERS)[number]; show: (papers: readonly Paper[]) => void }) {
  const t = useText();
  const get = useHandOut(procedureRoutes.printProcedure, (format) => ({ params: { id }, body: { paper, format } }));
  return (
    <Stack>
      <strong>{t(`poverty.requests.paper.${paper}`)}</strong>
      <PaperActions get={get} show={show} formats={["docx", "pdf"]} />
    </Stack>
  );
}

function Facts({ page }: { page: ProcedurePageView }) {
  const t = useText();
  const { row, facts, judged } = page;
  const judgedWords = judged && (judged.class === null ? t("poverty.requests.cannotTell") : `${t(judged.class === "none" && page.kind.effect === "none" ? "poverty.requests.doesNotHold" : `poverty.requests.result.${judged.class}`)}${judged.certainty === "text" ? "" : ` (${t("poverty.work.unchecked")})`}`);
  return (
    <KeyValue pairs={[
      { label: t("poverty.work.step"), value: <RequestState state={row.state} /> },
      { label: t("poverty.review.head"), value: row.headName },
      ...(page.personName ? [{ label: t("poverty.requests.person"), value: page.personName }] : []),
      { label: t("poverty.requests.receivedOn"), value: dayText(row.receivedOn) },
      { label: t("poverty.requests.dueOn"), value: row.dueOn ? `${dayText(row.dueOn)}${row.dueCertainty === "text" ? "" : ` (${t("poverty.requests.derived")})`}` : t("poverty.requests.noTerm") },
      { label: t("poverty.requests.pressing"), value: <RequestDue due={row.due} /> },
      ...(facts ? [
        ...(page.kind.effect === "none" ? [{ label: t("poverty.requests.income"), value: figureText(facts.incomeMonth) }] : [{ label: t("poverty.review.b1"), value: figureText(facts.scoreIncome) }, { label: t("poverty.review.b2"), value: figureText(facts.scoreDeprivation) },
          ...(facts.deprivations ? [{ label: t("poverty.work.lacking"), value: facts.deprivations.map((code) => page.form?.indicators.find((one) => one.code === code)?.name ?? code).join("; ") || t("poverty.work.lacksNothing") }] : [])]),
        { label: t("poverty.requests.judged"), value: judgedWords }, { label: t("poverty.work.evidence"), value: facts.evidence },
      ] : []),
      ...(page.postedTo ? [{ label: t("poverty.requests.postedTo"), value: dayText(page.postedTo) }] : []),
      ...(row.outcome ? [
        { label: t("poverty.requests.decision"), value: row.outcomeClass ? t(`poverty.requests.result.${row.outcomeClass}`) : t("poverty.requests.state.refused") },
        { label: t("poverty.requests.documentNo"), value: [row.documentNo, row.decidedOn && dayText(row.decidedOn), page.signer].filter(Boolean).join(", ") },
        ...(row.resultFrom ? [{ label: t("poverty.requests.from"), value: row.resultTo ? `${dayText(row.resultFrom)} – ${dayText(row.resultTo)}` : dayText(row.resultFrom) }] : []),
      ] : []),
    ]} />
  );
}

/** What was said or counted at a step, in words. */
function detailOf(data: Readonly<Record<string, unknown>>, t: Translate): string {
  const { reason, missing, by, content, what, papers, agree, present, to, documentNo, receiver, how, surveyor, passed } = data;
  return [
    reason, missing, by && `${String(by)}: ${String(content)}`, what, !by && content, Array.isArray(papers) && papers.join("; "), surveyor, agree !== undefined && t("poverty.work.votes", { agree: Number(agree), present: Number(present) }), passed === false && t("poverty.requests.notCarried"),
    typeof to === "string" && t("poverty.requests.until", { to: dayText(to) }), documentNo && t("poverty.work.decisionNo", { no: String(documentNo) }), receiver, how,
  ].filter(Boolean).join(" · ");
}
