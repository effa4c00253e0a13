import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Filters } from "../../web/design/data/filters.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { dayText } from "../../web/design/format.ts";
import { Stack } from "../../web/design/layout.tsx";
import { Page } from "../../web/design/page.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { fold } from "../../kernel/text/fold.ts";
import { areasRoutes, type VisibleUnit } from "../contract.ts";
import { UnitName, unitNameText } from "./unit-name.tsx";
import { UnplacedHamlets } from "./unplaced-hamlets.tsx";

const LEVELS = ["province", "district", "commune"] as const;

/** The units of the day in the head; those that have ended since are marked. */
export default function AreaList() {
  const t = useText();
  const { on } = useAreaPeriod();
  const { values } = useUrl();
  const { data, error, refetch } = useAnswer(areasRoutes.visible, { query: { on } }, { keep: true });
  const names = new Map(data?.units.map((unit) => [unit.uid, unit.fullName]));
  const asked = fold(values["q"] ?? "");
  const rows = data?.units.filter((unit) => (!values["level"] || unit.level === values["level"]) && fold(unit.fullName).includes(asked));
  const above = (unit: VisibleUnit): string => (unit.parentUid === null ? "" : (names.get(unit.parentUid) ?? ""));
  return (
    <Page title={t("areas.list.title")} subtitle={t("areas.list.subtitle", { on: dayText(on) })}>
      <Stack gap="wide">
        <UnplacedHamlets on={on} />
        <div>
          <Filters search={t("areas.list.search")} filters={[{ key: "level", label: t("areas.level"), all: t("areas.level.all"), options: LEVELS.map((level) => ({ value: level, label: t(`areas.level.${level}`) })) }]} />
          <DataTable
            label={t("areas.list.title")}
            local
            rows={rows}
            rowKey={(unit) => unit.uid}
            rowTarget={(unit) => ({ to: "/areas/$uid", params: { uid: unit.uid } })}
            columns={[
              { key: "name", label: t("areas.unit"), main: true, sort: true, sortValue: (unit) => unit.name, text: (unit) => unitNameText(unit, t), render: (unit) => <UnitName unit={unit} /> },
              { key: "level", label: t("areas.level"), sort: true, sortValue: (unit) => LEVELS.indexOf(unit.level as never), render: (unit) => t(`areas.level.${unit.level}`) },
              { key: "above", label: t("areas.above"), sort: true, sortValue: above, render: (unit) => above(unit) || "—" },
              { key: "code", label: t("areas.code"), nowrap: true, sort: true, sortValue: (unit) => unit.uid, render: (unit) => unit.uid.split("@")[0]! },
            ]}
            error={error}
            onRetry={() => void refetch()}
            empty={<EmptyState title={t("areas.list.empty", { on: dayText(on) })}>{t("areas.list.howToBegin")}</EmptyState>}
          />
        </div>
      </Stack>
    </Page>
  );
}
