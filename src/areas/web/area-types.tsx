import { useState } from "react";
import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Filters } from "../../web/design/data/filters.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { capital, dayText } from "../../web/design/format.ts";
import { Notice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { StatusBadge } from "../../web/design/status-badge.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";
import { type Translate, useText } from "../../web/text/text.tsx";
import { areasRoutes, type TypedUnit } from "../contract.ts";
import { TypeForm } from "./type-form.tsx";
import { candidateText, type TypeRow } from "./type-row.ts";

const rowsOf = (units: readonly TypedUnit[], withHamlets: boolean): TypeRow[] =>
  units.flatMap((unit) => [
    { key: unit.uid, name: unit.fullName, unit, hamletId: null, own: unit.own },
    ...(withHamlets ? unit.hamlets.map((hamlet): TypeRow => ({ key: hamlet.id, name: `${capital(hamlet.name)}, ${unit.fullName}`, unit, hamletId: hamlet.id, own: hamlet.own })) : []),
  ]);

/** Rural or urban, for communes and, where they differ inside, for hamlets: by document and dates, on this one screen. */
export default function AreaTypes() {
  const t = useText();
  const { on } = useAreaPeriod();
  const { role } = useSession();
  const { values, set } = useUrl();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch } = useAnswer(areasRoutes.types, { query: { on } }, { keep: true });
  const rows = data && rowsOf(data.units, values["show"] === "hamlets").filter(({ unit }) => values["state"] !== "missing" || unit.missing);
  const mayKeep = role === "commune" || role === "province";
  const close = () => set({ do: null }, "replace");
  const chosen = rows?.filter(({ key }) => selected.has(key)) ?? [];
  return (
    <Page title={t("areas.types.title")} subtitle={t("areas.types.subtitle", { on: dayText(on) })} print>
      {data && data.missing > 0 && (
        <Notice kind="warn" title={t("areas.types.missing", { count: data.missing })}>
          <p>{t("areas.types.missingText")}</p>
        </Notice>
      )}
      <Filters
        filters={[
          { key: "state", label: t("areas.types.state"), all: t("areas.types.everything"), options: [{ value: "missing", label: t("areas.types.onlyMissing") }] },
          { key: "show", label: t("areas.types.show"), all: t("areas.types.communes"), options: [{ value: "hamlets", label: t("areas.types.withHamlets") }] },
        ]}
      />
      <DataTable<TypeRow>
        label={t("areas.types.title")}
        local
        pageSize={200}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: "name", label: t("areas.unit"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name },
          { key: "type", label: t("areas.types.type"), sort: true, sortValue: (row) => typeText(row, t), text: (row) => typeText(row, t), render: (row) => <TypeCell row={row} /> },
          { key: "document", label: t("areas.document"), sort: true, sortValue: (row) => row.own?.document ?? null, render: (row) => row.own?.document ?? "—" },
          { key: "from", label: t("areas.types.from"), nowrap: true, sort: true, sortValue: (row) => row.own?.validFrom ?? null, render: (row) => dayText(row.own?.validFrom) },
          { key: "to", label: t("areas.types.to"), nowrap: true, hidden: true, render: (row) => dayText(row.own?.validTo) },
          { key: "candidate", label: t("areas.types.candidate"), render: (row) => (row.hamletId === null && row.own === null ? candidateText(t, row.unit) : "—") },
        ]}
        error={error}
        onRetry={() => void refetch()}
        {...(mayKeep && { selection: { selected, onChange: setSelected, actions: <Button size="small" kind="primary" onClick={() => set({ do: "set" }, "replace")}>{t("areas.types.set")}</Button> } })}
        empty={<EmptyState title={t("areas.types.empty")}>{t("areas.types.howToBegin")}</EmptyState>}
      />
      <Drawer open={values["do"] === "set" && chosen.length > 0} title={t("areas.types.set")} onClose={close}>
        <TypeForm
          rows={chosen}
          onDone={() => {
            setSelected(new Set());
            close();
          }}
        />
      </Drawer>
    </Page>
  );
}

function typeText(row: TypeRow, t: Translate): string {
  if (row.own) return t(`areas.type.${row.own.type}`);
  if (row.hamletId !== null) return row.unit.own ? t("areas.types.asCommune", { type: t(`areas.type.${row.unit.own.type}`) }) : "—";
  return row.unit.missing ? t("areas.types.notSet") : row.unit.hamlets.length > 0 ? t("areas.types.byHamlet") : "—";
}

function TypeCell({ row }: { row: TypeRow }) {
  const text = typeText(row, useText());
  return !row.own && row.hamletId === null && row.unit.missing ? <StatusBadge pattern="late">{text}</StatusBadge> : text;
}
