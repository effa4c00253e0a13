import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Select } from "../../../web/design/form/select.tsx";
import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Tabs } from "../../../web/design/tabs.tsx";
import { useText } from "../../../web/text/text.tsx";
import { movementRoutes, type MovementView } from "../../movement/contract.ts";
import { CellDrawer } from "./cell-drawer.tsx";
import { Differences } from "./differences.tsx";
import { FlowPicture } from "./flow-picture.tsx";
import { MovementTable } from "./movement-table.tsx";
import { Submissions } from "./submissions.tsx";
import { useTableYear } from "./table-year.ts";

const LISTS = ["poor", "near_poor"] as const;

/** Both movement tables of an area and a year, the flow beside them; every number opens to its households. */
export default function MovementPage() {
  const t = useText();
  const { area, areaName } = useAreaPeriod();
  const { year, options, setYear } = useTableYear();
  const { data, error, refetch } = useAnswer(movementRoutes.movement, { query: { area, year } }, { keep: true });
  return (
    <Page title={t("poverty.movementPage.title")} subtitle={t("poverty.movementPage.subtitle", { area: areaName, year: String(year) })} crumbs={[{ label: t("poverty.review.title"), to: "/review" }]} print
      actions={<LinkButton to="/review/tables" search={{ year: String(year) }}>{t("poverty.tablesPage.title")}</LinkButton>}>
      <Stack>
        <Columns least={180}>
          <Select label={t("poverty.tablesPage.year")} options={options} value={String(year)} onChange={setYear} />
        </Columns>
        <ErrorNotice error={error} retry={() => void refetch()} />
        {data && <Standing data={data} />}
        {data && (
          <Tabs label={t("poverty.movementPage.title")} urlKey="list" tabs={LISTS.map((list) => ({ key: list, label: t(`poverty.recognised.${list}`), content: () => (
            <Stack>
              <FlowPicture data={data} list={list} />
              <MovementTable data={data} list={list} />
            </Stack>
          ) }))} />
        )}
        {data && <Differences data={data} />}
        {data && <Submissions data={data} />}
        {data && <CellDrawer data={data} />}
      </Stack>
    </Page>
  );
}

/** What is in the way of these tables, and how they were reckoned. */
function Standing({ data }: { data: MovementView }) {
  const t = useText();
  const { gaps, cross, moved, parameters } = data;
  return (
    <>
      <Hint>{t("poverty.movementPage.between", { from: dayText(data.opening), to: dayText(data.closing) })}</Hint>
      {gaps.length > 0 && (
        <Notice kind="warn" title={t("poverty.movementPage.missing")} actions={<LinkButton to="/import">{t("poverty.review.import")}</LinkButton>}>
          <ul>{gaps.map(({ code, text }) => <li key={code}>{text}</li>)}</ul>
        </Notice>
      )}
      {cross && (cross.poorToNearPoor !== 0 || cross.nearPoorToPoor !== 0) && (
        <Notice kind="warn" title={t("poverty.movementPage.cross", { toNear: figureText(cross.poorToNearPoor), toPoor: figureText(cross.nearPoorToPoor) })} />
      )}
      {moved.households > 0 && <Hint>{t("poverty.movementPage.moved", { households: moved.households, people: moved.people })}</Hint>}
      {parameters.map(({ text, mark }) => <Hint key={text}>{mark ? `${text} (${mark})` : text}</Hint>)}
    </>
  );
}
