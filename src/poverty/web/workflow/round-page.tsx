import { useAnswer } from "../../../web/data.ts";
import { dayText } from "../../../web/design/format.ts";
import { Select } from "../../../web/design/form/select.tsx";
import { Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useParam, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes } from "../../workflow/contract.ts";
import { DecisionTab } from "./decision-tab.tsx";
import { HouseholdsTab } from "./households-tab.tsx";
import { MeetingsTab } from "./meetings-tab.tsx";
import { PostingsTab } from "./postings-tab.tsx";
import { ProgressTab } from "./progress-tab.tsx";
import { SetupTab } from "./setup-tab.tsx";

/** One round: how far each hamlet is, its households, meetings, postings, the decision, and how it is organised. */
export default function RoundPage() {
  const t = useText();
  const id = useParam("id");
  const { values, set } = useUrl();
  const { data: page, error, refetch } = useAnswer(workflowRoutes.roundPage, { params: { id } });
  const title = page ? page.round.name : t("poverty.work.round");
  const sets = page?.round.resultSets ?? [];
  const chosen = sets.find((one) => one.id === values["set"]) ?? sets[0];
  return (
    <Page
      title={title} print crumbs={[{ label: t("poverty.review.title"), to: "/review" }, { label: t("poverty.rounds.title"), to: "/review" }]}
      subtitle={page && t(page.round.closedOn ? "poverty.work.closed" : "poverty.work.opened", { unit: page.round.unitName, on: dayText(page.round.closedOn ?? page.round.openedOn) })}
    >
      <ErrorNotice error={error} retry={() => void refetch()} />
      {page && chosen && (
        <Stack>
          {sets.length > 1 && (
            <Select
              label={t("poverty.rounds.sets")} value={chosen.id} onChange={(value) => set({ set: value, page: null }, "replace")}
              options={sets.map((one) => ({ value: one.id, label: t("poverty.rounds.set", { ruleset: one.ruleset, year: String(one.statusYear), count: one.results }) }))}
            />
          )}
          {!page.covered && <Notice kind="warn" title={t("poverty.work.notCovered", { process: page.processName })} />}
          <Tabs
            label={title}
            tabs={[
              { key: "progress", label: t("poverty.work.progress"), content: () => <ProgressTab page={page} setId={chosen.id} /> },
              { key: "households", label: t("poverty.work.households"), content: () => <HouseholdsTab page={page} setId={chosen.id} /> },
              { key: "meetings", label: t("poverty.work.meetings"), content: () => <MeetingsTab page={page} setId={chosen.id} /> },
              { key: "postings", label: t("poverty.work.postings"), content: () => <PostingsTab page={page} setId={chosen.id} /> },
              { key: "decision", label: t("poverty.work.decision"), content: () => <DecisionTab page={page} setId={chosen.id} /> },
              { key: "setup", label: t("poverty.work.setup"), content: () => <SetupTab page={page} /> },
            ]}
          />
        </Stack>
      )}
    </Page>
  );
}
