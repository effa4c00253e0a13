import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes, type RoundView } from "../../contract.ts";
import { NewRoundForm, RecogniseForm, ResultSetForm } from "./round-forms.tsx";

/** Yearly reviews of the area and its communes, and the deeds on them. */
export function RoundsTab() {
  const t = useText();
  const { area, areaName, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(povertyRoutes.rounds, { query: { area, on } }, { keep: true });
  const open = (what: string, round: string | null = null) => set({ do: what, round }, "replace");
  const close = () => set({ do: null, round: null }, "replace");
  const may = data?.may;
  const chosen = data?.rounds.find(({ id }) => id === values["round"]);
  const begin = may?.review && <Button kind="primary" onClick={() => open("newRound")}>{t("poverty.rounds.new")}</Button>;
  return (
    <Stack>
      <DataTable<RoundView>
        label={t("poverty.rounds.title")}
        name="rounds"
        local
        rows={data?.rounds}
        rowKey={(round) => round.id}
        rowTarget={(round) => ({ to: "/review/rounds/$id", params: { id: round.id } })}
        columns={[
          { key: "unit", label: t("poverty.rounds.unit"), main: true, sort: true, sortValue: (round) => round.unitName, render: (round) => round.unitName },
          { key: "year", label: t("poverty.rounds.year"), sort: true, sortValue: (round) => round.year, render: (round) => String(round.year) },
          { key: "sets", label: t("poverty.rounds.sets"), render: (round) => round.resultSets.map((one) => t("poverty.rounds.set", { ruleset: one.ruleset, year: String(one.statusYear), count: one.results })).join("; ") },
          { key: "opened", label: t("poverty.rounds.opened"), nowrap: true, sort: true, sortValue: (round) => round.openedOn, render: (round) => dayText(round.openedOn) },
          { key: "closed", label: t("poverty.rounds.closed"), nowrap: true, sort: true, sortValue: (round) => round.closedOn, render: (round) => (round.closedOn ? dayText(round.closedOn) : t("poverty.rounds.isOpen")) },
          {
            key: "do", label: t("poverty.rounds.do"), text: null,
            render: (round) => round.closedOn === null && (
              <Row gap="tight">
                {may?.recognise && <Button size="small" onClick={() => open("recognise", round.id)}>{t("poverty.rounds.recognise")}</Button>}
                {may?.secondSet && <Button size="small" onClick={() => open("secondSet", round.id)}>{t("poverty.rounds.secondSet")}</Button>}
              </Row>
            ),
          },
        ]}
        error={error}
        onRetry={() => void refetch()}
        tools={begin}
        empty={<EmptyState title={t("poverty.rounds.empty", { area: areaName })} actions={begin}>{t("poverty.rounds.howToBegin")}</EmptyState>}
      />
      <Drawer open={values["do"] === "newRound" && may?.review === true} title={t("poverty.rounds.new")} onClose={close}>
        <NewRoundForm unitUid={area} unitName={areaName} on={on} onDone={close} />
      </Drawer>
      <Drawer open={values["do"] === "recognise" && chosen !== undefined} title={t("poverty.rounds.recognise")} onClose={close}>
        {chosen && <RecogniseForm round={chosen} onDone={close} />}
      </Drawer>
      <Drawer open={values["do"] === "secondSet" && chosen !== undefined} title={t("poverty.rounds.secondSet")} onClose={close}>
        {chosen && <ResultSetForm round={chosen} onDone={close} />}
      </Drawer>
    </Stack>
  );
}
