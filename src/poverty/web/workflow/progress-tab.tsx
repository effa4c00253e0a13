import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { Link } from "../../../web/navigation.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type HamletProgressView } from "../../workflow/contract.ts";
import type { OfRound } from "./of-round.ts";

const SCORED = ["scored", "not_found", "met", "posted", "complaint", "rechecked", "reposted", "reported", "opinion", "recognised", "certified"] as const;
const MET = SCORED.slice(2);
const POSTED = SCORED.slice(3);
const sum = (row: HamletProgressView, states: readonly string[]): number => states.reduce((found, state) => found + (row.states[state] ?? 0), 0);

/** Hamlet by hamlet: households listed, scored, met, posted, what is missing; forms finished by each surveyor. */
export function ProgressTab({ page, setId }: OfRound) {
  const t = useText();
  const { data, error, refetch } = useAnswer(workflowRoutes.progress, { params: { id: page.round.id }, query: { set: setId } }, { keep: true });
  const rows = data?.hamlets;
  const total = (pick: (row: HamletProgressView) => number): string => figureText((rows ?? []).reduce((found, row) => found + pick(row), 0));
  const columns = columnsOf(t, page.round.id, setId);
  return (
    <Stack gap="wide">
      <DataTable<HamletProgressView>
        label={t("poverty.work.progress")} name="hamlets" local rows={rows} rowKey={(row) => row.hamletId} error={error} onRetry={() => void refetch()} columns={columns}
        footer={(column) => (column.key === "hamlet" ? t("poverty.work.total") : "value" in column ? total(column.value as never) : null)}
        empty={<EmptyState title={t("poverty.work.noHamlets")}>{t("poverty.work.noHamletsText")}</EmptyState>}
      />
      {data && data.surveyors.length > 0 && (
        <Section title={t("poverty.work.pay")}>
          <DataTable
            label={t("poverty.work.pay")} name="pay" local rows={data.surveyors} rowKey={(row) => row.id}
            columns={[
              { key: "name", label: t("poverty.work.surveyor"), main: true, render: (row) => row.fullName },
              { key: "forms", label: t("poverty.work.finished"), align: "end", render: (row) => figureText(row.forms) },
              { key: "amount", label: t("poverty.work.amount"), align: "end", render: (row) => figureText(row.amount) },
            ]}
          />
          {page.setup.formRate === null && <Hint>{t("poverty.work.noRate")}</Hint>}
        </Section>
      )}
    </Stack>
  );
}

function columnsOf(t: Translate, roundId: string, setId: string) {
  const count = (key: string, value: (row: HamletProgressView) => number) => ({ key, label: t(`poverty.work.col.${key}`), align: "end" as const, sort: true, sortValue: value, render: (row: HamletProgressView) => figureText(value(row)), value });
  return [
    { key: "hamlet", label: t("poverty.review.hamlet"), main: true, text: (row: HamletProgressView) => row.hamlet, render: (row: HamletProgressView) => <Link to="/review/rounds/$id" params={{ id: roundId }} search={{ set: setId, tab: "households", hamlet: row.hamletId }}>{row.hamlet}</Link> },
    count("forms", (row) => row.formsGiven), count("back", (row) => row.formsBack), count("total", (row) => row.total), count("scored", (row) => sum(row, SCORED)), count("revisit", (row) => row.revisit), count("incomplete", (row) => row.incomplete),
    count("met", (row) => sum(row, MET)), count("posted", (row) => sum(row, POSTED)), count("complaint", (row) => row.states["complaint"] ?? 0),
    { key: "meeting", label: t("poverty.work.col.meeting"), nowrap: true, text: (row: HamletProgressView) => row.meetingOn && dayText(row.meetingOn), render: (row: HamletProgressView) => dayText(row.meetingOn) },
    { key: "minutes", label: t("poverty.work.col.minutes"), text: (row: HamletProgressView) => minutesOf(row, t), render: (row: HamletProgressView) => minutesOf(row, t) ?? "—" },
    { key: "until", label: t("poverty.work.col.until"), nowrap: true, text: (row: HamletProgressView) => row.postedTo && dayText(row.postedTo), render: (row: HamletProgressView) => dayText(row.postedTo) },
  ];
}

const minutesOf = ({ meetingOn, meetingSigned }: HamletProgressView, t: Translate): string | null => (meetingOn === null ? null : t(meetingSigned ? "poverty.work.signed" : "poverty.work.unsigned"));
