import { useState } from "react";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, PaperPreview, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { Timeline } from "../../../web/design/timeline.tsx";
import { Link, useParam, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { CLASS_PAPERS, classRoutes, type ClassPageView } from "../../classes/contract.ts";
import { ChangeClass } from "./change-class.tsx";
import { ClassStepForm } from "./class-step-form.tsx";
import { ExamTab } from "./exam-tab.tsx";
import { LearnersTab } from "./learners-tab.tsx";
import { TimetableTab } from "./timetable-tab.tsx";
import { CLASS_PATTERN } from "./words.ts";

/** One class: where it stands and why, what can be done now, its learners, timetable, exam, papers, history. */
export default function ClassPage() {
  const t = useText();
  const id = useParam("id");
  const { values, set } = useUrl();
  const { data: page, error, refetch } = useAnswer(classRoutes.trainingClass, { params: { id }, query: {} }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const step = page?.steps.find(({ kind }) => `step:${kind}` === values["do"]);
  return (
    <Page
      title={page ? page.row.name : t("training.classes.one")} crumbs={[{ label: t("training.classes.title"), to: "/training/classes" }]} print subtitle={page && `${page.row.code} · ${page.row.trade} · ${page.row.provider}`}
      actions={page?.may.decide && !["closed", "settled", "cancelled"].includes(page.row.state) && <Button onClick={() => set({ do: "change" }, "replace")}>{t("training.classes.change")}</Button>}
    >
      <ErrorNotice error={error} retry={() => void refetch()} />
      {page && (
        <Stack gap="wide">
          <Row gap="tight">
            <StatusBadge pattern={CLASS_PATTERN[page.row.state]}>{t(`training.classes.state.${page.row.state}`)}</StatusBadge>
            <span>{t("training.classes.since", { on: dayText(page.row.stateOn) })}</span>
          </Row>
          <Steps page={page} onStep={(kind) => set({ do: `step:${kind}` }, "replace")} />
          <Tabs label={t("training.classes.one")} tabs={[
            { key: "facts", label: t("training.classes.tab.facts"), content: () => <Facts page={page} /> },
            { key: "learners", label: t("training.classes.tab.learners"), content: () => <LearnersTab page={page} /> },
            { key: "timetable", label: t("training.classes.tab.timetable"), content: () => <TimetableTab page={page} /> },
            { key: "exam", label: t("training.classes.tab.exam"), content: () => <ExamTab page={page} /> },
            { key: "history", label: t("training.classes.tab.history"), content: () => <History page={page} /> },
          ]} />
          {step && <Drawer open title={t(`training.classes.step.${step.kind}`)} onClose={close}><ClassStepForm page={page} step={step} onDone={close} /></Drawer>}
          {values["do"] === "change" && page.may.decide && <Drawer open title={t("training.classes.change")} onClose={close}><ChangeClass page={page} onDone={close} /></Drawer>}
        </Stack>
      )}
    </Page>
  );
}

/** What can be done next; what stands in the way of the first of it, with its mark. */
function Steps({ page, onStep }: { page: ClassPageView; onStep: (kind: string) => void }) {
  const t = useText();
  const [next] = page.steps;
  if (next === undefined) return null;
  return (
    <Stack gap="tight">
      <Row gap="tight">{page.steps.map(({ kind }, i) => <Button key={kind} {...(i === 0 && kind !== "takeBack" && kind !== "cancel" ? { kind: "primary" as const } : {})} onClick={() => onStep(kind)}>{t(`training.classes.step.${kind}`)}</Button>)}</Row>
      {next.reasons.length > 0 && (
        <Notice kind="warn" title={t("training.classes.inTheWay", { step: t(`training.classes.step.${next.kind}`) })}>
          <ul>{next.reasons.map(({ code, text }) => <li key={code + text}>{text}</li>)}</ul>
        </Notice>
      )}
      {(page.row.state === "planned" || page.row.state === "approved") && page.unknownRules.map((rule) => <Hint key={rule}>{t("training.classes.unknownRule", { rule })}</Hint>)}
    </Stack>
  );
}

function Facts({ page }: { page: ClassPageView }) {
  const t = useText();
  const { row } = page;
  const [papers, show] = useState<readonly Paper[]>([]);
  return (
    <Stack gap="wide">
      <Section title={t("training.classes.tab.facts")}>
        <KeyValue columns={2} pairs={[
          { label: t("training.classes.trade"), value: `${row.trade} (${t(`training.classes.level.${row.level}`)}, ${t(`training.classes.sector.${row.sector}`)})` },
          { label: t("training.classes.provider"), value: row.provider },
          { label: t("training.classes.opener"), value: row.unit },
          { label: t("training.classes.hamlet"), value: [row.hamlet, page.venue].filter(Boolean).join(", ") || "—" },
          { label: t("training.classes.plannedDays"), value: row.plannedFrom ? `${dayText(row.plannedFrom)} – ${row.plannedTo ? dayText(row.plannedTo) : "…"}` : "—" },
          { label: t("training.classes.opened"), value: row.openedOn ? dayText(row.openedOn) : "—" },
          { label: t("training.classes.ended"), value: row.endedOn ? dayText(row.endedOn) : "—" },
          { label: t("training.classes.learners"), value: t("training.classes.learnersOf", { count: row.learners, planned: row.learnersPlanned, dropped: row.dropped }) },
          { label: t("training.classes.passed"), value: t("training.classes.passedOf", { passed: row.passed, certified: row.certified }) },
          { label: t("training.classes.decision"), value: page.decisionNo ? `${page.decisionNo}${page.decidedOn ? `, ${dayText(page.decidedOn)}` : ""}` : "—" },
          { label: t("training.classes.contract"), value: page.contract ?? "—" },
          { label: t("training.classes.funding"), value: page.funding ?? "—" },
          { label: t("training.classes.cost"), value: row.costDong === null ? "—" : figureText(row.costDong) },
          { label: t("training.classes.teacher"), value: page.teacher ?? "—" },
          { label: t("training.classes.offtaker"), value: page.offtaker ?? "—" },
          ...(row.openedOn ? [{ label: t("training.classes.lists"), value: <Lists page={page} /> }] : []),
          ...(row.state === "closed" || row.state === "settled" ? [{ label: t("training.classes.followUp"), value: <Link to="/training/follow-ups/$id" params={{ id: row.id }}>{t("training.classes.passedOf", { passed: row.passed, certified: row.certified })}</Link> }] : []),
          ...(page.splits.length > 0 ? [{ label: t("training.classes.splits"), value: <Row gap="tight">{page.splits.map(({ id, code, name }) => <Link key={id} to="/training/classes/$id" params={{ id }}>{`${code} ${name}`}</Link>)}</Row> }] : []),
        ]} />
      </Section>
      {page.may.run && (
        <Section title={t("training.classes.papers")}>
          {CLASS_PAPERS.map((paper) => <PaperRow key={paper} id={row.id} paper={paper} show={show} />)}
          <Hint>{t("training.classes.paperHint")}</Hint>
          <PaperPreview papers={papers} />
        </Section>
      )}
    </Stack>
  );
}

function Lists({ page }: { page: ClassPageView }) {
  const t = useText();
  if (page.lists.length === 0) return <Link to="/training/allowance-lists" search={{ q: page.row.code }}>{t("training.classes.noLists")}</Link>;
  return (
    <Row gap="tight">
      {page.lists.map(({ id, number, state, standing }) => (
        <Link key={id} to="/training/allowance-lists/$id" params={{ id }}>{t("training.classes.listOf", { number: String(number), state: t(standing ? `training.classes.listState.${state}` : "training.classes.listVoided") })}</Link>
      ))}
    </Row>
  );
}

function PaperRow({ id, paper, show }: { id: string; paper: (typeof CLASS_PAPERS)[number]; show: (papers: readonly Paper[]) => void }) {
  const t = useText();
  const get = useHandOut(classRoutes.printClass, (format) => ({ params: { id }, body: { paper, format } }));
  return (
    <Stack gap="tight">
      <strong>{t(`training.classes.paper.${paper}`)}</strong>
      <PaperActions get={get} show={show} formats={["docx", "pdf", "xlsx"]} />
    </Stack>
  );
}

function History({ page }: { page: ClassPageView }) {
  const t = useText();
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  if (page.history.length === 0) return <Hint>{t("training.classes.noHistory")}</Hint>;
  return (
    <Timeline events={page.history.map(({ seq, kind, on, data }) => ({
      id: String(seq), on, title: t(`training.classes.did.${kind}`), detail: [kind === "split" && t("training.classes.splitWith", { count: Number(data["learners"]), name: text(data["name"]) }), text(data["decisionNo"]), text(data["document"]), text(data["reason"]) && t("training.classes.withReason", { reason: text(data["reason"]) })].filter(Boolean).join(" · "),
    })).reverse()} />
  );
}
