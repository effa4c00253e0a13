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
import { workflowRoutes, type CasePageView } from "../../workflow/contract.ts";
import { DeedForm, DEEDS, type DeedKind } from "./deed-form.tsx";
import { StateBadge } from "./state-badge.tsx";
import { SurveyForm } from "./survey-form.tsx";

const SURVEYOR_DEEDS: readonly string[] = ["quickCheck", "notVisited", "moveAway", "fileRequest"];

/** One household in the round: where it stands and why, what can be done now, what happened. */
export default function CasePage() {
  const t = useText();
  const id = useParam("id");
  const { values, set } = useUrl();
  const { data: page, error, refetch } = useAnswer(workflowRoutes.case, { params: { id } });
  const close = () => set({ do: null }, "replace");
  const what = values["do"];
  const crumbs = [{ label: t("poverty.review.title"), to: "/review" }, ...(page ? [{ label: page.roundName, to: "/review/rounds/$id", params: { id: page.roundId } }] : [])];
  return (
    <Page
      title={page?.row.headName ?? t("poverty.work.household")} crumbs={crumbs} print subtitle={page && `${page.row.hamlet} · ${t("poverty.work.since", { step: t(`poverty.work.state.${page.row.state}`), on: dayText(page.row.stateOn) })}`}
      actions={page && <LinkButton to="/households/$id" params={{ id: page.row.householdId }}>{t("poverty.work.householdPage")}</LinkButton>}
    >
      <ErrorNotice error={error} retry={() => void refetch()} />
      {page && (
        <Stack gap="wide">
          {page.row.flags.length > 0 && <Notice kind="warn" title={page.row.flags.map((flag) => t(`poverty.work.flag.${flag}`)).join("; ")}>{page.row.note}</Notice>}
          <Deeds page={page} onDeed={(deed) => set({ do: deed }, "replace")} />
          <Columns least={360}>
            <Section title={t("poverty.work.result")}><Result page={page} /></Section>
            <Section title={t("poverty.work.steps")}><Timeline events={page.steps.map((step) => ({ id: String(step.seq), on: step.on, title: t(`poverty.work.step.${step.kind}`), detail: detailOf(step.data, t) })).reverse()} /></Section>
          </Columns>
          <Drawer open={what === "survey" && page.open.includes("survey")} title={t("poverty.work.survey")} onClose={close}>
            <SurveyForm page={page} onDone={close} />
          </Drawer>
          <Drawer open={what === "recheck" && page.open.includes("recheck")} title={t("poverty.work.deed.recheck")} onClose={close}>
            <SurveyForm page={page} recheck onDone={close} />
          </Drawer>
          {what && DEEDS.includes(what as DeedKind) && page.open.includes(what) && (
            <Drawer open title={t(`poverty.work.deed.${what}`)} onClose={close}>
              <DeedForm page={page} kind={what as DeedKind} onDone={close} />
            </Drawer>
          )}
        </Stack>
      )}
    </Page>
  );
}

/** Only what the guards let through now, and only what this person may do. */
function Deeds({ page, onDeed }: { page: CasePageView; onDeed: (deed: string) => void }) {
  const t = useText();
  const { open, may } = page;
  const mine = DEEDS.filter((kind) => open.includes(kind) && (may.review || (may.survey && SURVEYOR_DEEDS.includes(kind))) && (kind !== "fileRequest" || page.row.flags.includes("without_request")));
  if (!may.review && !may.survey) return null;
  return (
    <Row gap="tight">
      {open.includes("survey") && may.survey && <Button kind="primary" onClick={() => onDeed("survey")}>{t("poverty.work.survey")}</Button>}
      {open.includes("recheck") && may.review && <Button kind="primary" onClick={() => onDeed("recheck")}>{t("poverty.work.deed.recheck")}</Button>}
      {mine.map((kind) => <Button key={kind} onClick={() => onDeed(kind)}>{t(`poverty.work.deed.${kind}`)}</Button>)}
    </Row>
  );
}

function Result({ page }: { page: CasePageView }) {
  const t = useText();
  const { row, entered, form } = page;
  const names = (entered?.deprivations ?? []).map((code) => form.indicators.find((one) => one.code === code)?.name ?? code);
  const causes = (entered?.causes ?? []).map((code) => form.causes.find((one) => one.code === code)?.name ?? code);
  return (
    <Stack>
      <KeyValue
        pairs={[
          { label: t("poverty.work.step"), value: <StateBadge state={row.state} /> },
          { label: t("poverty.work.before"), value: t(`poverty.work.list.${row.previousClass}`) },
          { label: t("poverty.work.result"), value: row.className },
          { label: t("poverty.review.b1"), value: figureText(row.scoreIncome) },
          { label: t("poverty.review.b2"), value: figureText(row.scoreDeprivation) },
          { label: t("poverty.work.lacking"), value: entered && (entered.deprivations === null ? t("poverty.work.notAnswered") : names.join("; ") || t("poverty.work.lacksNothing")) },
          ...(form.children.length > 0 || entered?.children ? [{ label: t("poverty.work.children.label"), value: entered && childrenText(page, t) }] : []),
          { label: t("poverty.work.causes"), value: causes.join("; ") },
          { label: t("poverty.work.visitedOn"), value: dayText(row.surveyedOn) },
          { label: t("poverty.work.evidence"), value: entered && [entered.evidence, entered.evidenceFile && t("poverty.work.hasPhoto")].filter(Boolean).join("; ") },
          ...(row.complaintDue ? [{ label: t("poverty.work.recheckDue"), value: dayText(row.complaintDue) }] : []),
        ]}
      />
      {entered && entered.reasons.length > 0 && <ul>{entered.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
      {!entered && <Hint>{t("poverty.work.notVisitedYet")}</Hint>}
    </Stack>
  );
}

/** Each child that lacks something, by name; members who are no children today are told by their number alone. */
function childrenText({ form, entered }: CasePageView, t: Translate): string {
  const answers = entered?.children ?? null;
  if (answers === null) return t("poverty.work.children.unasked");
  const nameOf = (code: string): string => form.indicators.find((one) => one.code === code)?.name ?? code;
  const lacking = answers.filter(({ lacks }) => lacks.length > 0).map(({ personId, lacks }) => `${form.children.find((one) => one.personId === personId)?.fullName ?? t("poverty.work.children.other")}: ${lacks.map(nameOf).join(", ")}`);
  return [t("poverty.work.children.count", { count: answers.length }), ...lacking].join("; ");
}

/** What was said or counted at a step, in words. */
function detailOf(data: Readonly<Record<string, unknown>>, t: Translate): string {
  const { reason, content, by, agree, present, from, to, decisionNo, formNo } = data;
  return [
    reason, content && (by ? `${String(by)}: ${String(content)}` : content), agree !== undefined && t("poverty.work.votes", { agree: Number(agree), present: Number(present) }),
    from !== undefined && t("poverty.work.fromTo", { from: dayText(String(from)), to: dayText(String(to)) }), decisionNo && t("poverty.work.decisionNo", { no: String(decisionNo) }), formNo && t("poverty.work.formOf", { no: String(formNo) }),
  ].filter(Boolean).join(" · ");
}
