import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Columns, Hint, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { funnelRoutes, type LineView } from "../../funnel/contract.ts";
import { FUNNEL_STEPS, type FunnelStep } from "../../rules/steps.ts";
import { FunnelPicture } from "./funnel-picture.tsx";
import { StepRows } from "./step-rows.tsx";

const EVERY_MS = 10_000;

/** Persons and touches of each step while the fair runs; each number opens to its rows. */
export function FunnelTab({ id }: { id: string }) {
  const t = useText();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(funnelRoutes.funnel, { params: { id } }, { every: EVERY_MS });
  const open = (step: FunnelStep) => set({ step }, "replace");
  const chosen = FUNNEL_STEPS.find((step) => step === values["step"]);
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!data) return <output>{t("web.loading")}</output>;
  if (data.lines === null) return <EmptyState title={t("fairs.funnel.notWhole")}>{t("fairs.funnel.notWholeText")}</EmptyState>;
  return (
    <Stack gap="wide">
      {data.warnings.length > 0 && (
        <Notice kind="warn" title={t("fairs.funnel.warnings", { count: data.warnings.length })}>
          <ul>{data.warnings.map(({ code, message }) => <li key={code}>{message}</li>)}</ul>
        </Notice>
      )}
      <Columns least={180}>
        <Tile label={t("fairs.funnel.conversion")} value={data.conversion.rate} note={t("fairs.funnel.conversionNote", { part: data.conversion.part, whole: data.conversion.whole })} />
        <Tile label={t("fairs.funnel.active")} value={data.active} note={t("fairs.funnel.activeNote")} />
        <Tile label={t("fairs.funnel.hiredLater")} value={data.hiredLater} note={t("fairs.funnel.hiredLaterNote")} />
      </Columns>
      <FunnelPicture lines={data.lines} />
      <Section title={t("fairs.funnel.numbers")}>
        <Hint>{t("fairs.funnel.neverAdd")}</Hint>
        <DataTable<LineView>
          label={t("fairs.funnel.numbers")} name="funnel" local rows={data.lines} rowKey={(row) => row.step}
          columns={[
            { key: "step", label: t("fairs.funnel.step"), main: true, render: (row) => t(`fairs.funnel.step.${row.step}`) },
            { key: "value", label: t("fairs.funnel.value"), align: "end", text: (row) => row.value, render: (row) => <Figure value={row.value} unit={t(`fairs.funnel.unit.${row.unit}`)} label={t(`fairs.funnel.step.${row.step}`)} onOpen={() => open(row.step)} /> },
            { key: "persons", label: t("fairs.funnel.persons"), align: "end", text: (row) => (row.step === "f2" ? null : row.persons), render: (row) => (row.step === "f2" ? "—" : figureText(row.persons)) },
            { key: "touches", label: t("fairs.funnel.touches"), align: "end", text: (row) => row.touches, render: (row) => figureText(row.touches) },
            { key: "tally", label: t("fairs.funnel.tally"), align: "end", text: (row) => row.tally, render: (row) => figureText(row.tally) },
          ]}
        />
      </Section>
      <Drawer open={chosen !== undefined} title={chosen ? t(`fairs.funnel.step.${chosen}`) : ""} onClose={() => set({ step: null }, "replace")}>
        {chosen && <StepRows id={id} step={chosen} />}
      </Drawer>
    </Stack>
  );
}
