import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Filters } from "../../web/design/data/filters.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../web/design/format.ts";
import { Page } from "../../web/design/page.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes, type ListView } from "../contract.ts";
import { MakeListForm } from "./make-list-form.tsx";
import { OneList } from "./one-list.tsx";

/** Lists to receivers: made for a day, sent, compared with what comes back. One is opened by `list` in the address. */
export default function ListsPage() {
  const t = useText();
  const { areaName } = useAreaPeriod();
  const { values, set } = useUrl();
  const open = values["list"];
  return (
    <Page title={t("support.lists.title")} subtitle={t("support.lists.subtitle", { area: areaName })} print actions={open && <Button onClick={() => set({ list: null, kind: null, page: null }, "push")}>{t("support.lists.all")}</Button>}>
      {open ? <OneList id={open} /> : <Lists />}
    </Page>
  );
}

function Lists() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const catalogue = useAnswer(supportRoutes.catalogue, { query: { on, area } }, { keep: true });
  const { data, error, refetch } = useAnswer(supportRoutes.lists, { query: { area, on, ...(values["policy"] && { policy: values["policy"] }) } }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const make = data?.may.keep && <Button size="small" kind="primary" onClick={() => set({ do: "make" }, "replace")}>{t("support.lists.make")}</Button>;
  return (
    <>
      <Filters filters={[{ key: "policy", label: t("support.policy"), all: t("support.lists.allPolicies"), options: (catalogue.data?.policies ?? []).map(({ id, title }) => ({ value: id, label: title })) }]} />
      <DataTable<ListView>
        label={t("support.lists.title")} local rows={data?.lists} rowKey={({ id }) => id} error={error} onRetry={() => void refetch()} tools={make}
        onOpen={(row) => set({ list: row.id, page: null }, "push")}
        empty={<EmptyState title={t("support.lists.none")} actions={make}>{t("support.lists.howToBegin")}</EmptyState>}
        columns={[
          { key: "policy", label: t("support.policy"), main: true, render: (row) => row.policyTitle },
          { key: "receiver", label: t("support.receiver"), render: (row) => row.receiverName },
          { key: "unit", label: t("support.attribute.unit"), render: (row) => row.unit },
          { key: "on", label: t("support.lists.on"), nowrap: true, sort: true, sortValue: (row) => row.on, render: (row) => dayText(row.on) },
          { key: "period", label: t("support.period"), render: (row) => row.period },
          { key: "lines", label: t("support.lists.lines"), align: "end", render: (row) => figureText(row.counts.eligible) },
          { key: "missing", label: t("support.lists.missing"), align: "end", render: (row) => figureText(row.counts.missing) },
          { key: "sent", label: t("support.lists.sent"), nowrap: true, render: (row) => dayText(row.sentOn) },
          { key: "reply", label: t("support.lists.replied"), render: (row) => (row.replyCounts === null ? "—" : t("support.lists.replyShort", { matched: row.replyCounts.matched, open: row.replyCounts.notFound + row.replyCounts.differs + row.replyCounts.absent })) },
        ]}
      />
      <Drawer open={values["do"] === "make" && catalogue.data !== undefined} title={t("support.lists.make")} onClose={close}>
        {catalogue.data && <MakeListForm catalogue={catalogue.data} area={area} onDone={(id) => set({ do: null, list: id }, "push")} />}
      </Drawer>
    </>
  );
}
