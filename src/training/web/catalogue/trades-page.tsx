import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { fold } from "../../../kernel/text/fold.ts";
import { catalogueRoutes, type TradeView } from "../../catalogue/contract.ts";
import { LEVELS, SECTORS } from "../../rules/codes.ts";
import { NormForm } from "./norm-form.tsx";
import { TradeForm } from "./trade-form.tsx";

/** The catalogue of trades with the province's norm of the day. */
export default function TradesPage() {
  const t = useText();
  const { on } = useAreaPeriod();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(catalogueRoutes.trades, { query: { on } }, { keep: true });
  const { q, sector, level } = values;
  const asked = q ? fold(q) : "";
  const rows = data?.rows.filter((row) => (!sector || row.sector === sector) && (!level || row.level === level) && (asked === "" || fold(`${row.code} ${row.name}`).includes(asked)));
  const close = () => set({ do: null, trade: null }, "replace");
  const one = data?.rows.find(({ code }) => code === values["trade"]);
  const tools = data?.may && <Button size="small" kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("training.catalogue.addTrade")}</Button>;
  return (
    <Page title={t("training.trades.title")} subtitle={t("training.catalogue.normsOn", { on: dayText(on) })} print>
      <Filters search={t("training.catalogue.search")} filters={[
        { key: "sector", label: t("training.classes.sector"), all: t("training.classes.allSectors"), options: SECTORS.map((value) => ({ value, label: t(`training.classes.sector.${value}`) })) },
        { key: "level", label: t("training.catalogue.level"), all: t("training.catalogue.allLevels"), options: LEVELS.map((value) => ({ value, label: t(`training.classes.level.${value}`) })) },
      ]} />
      <DataTable<TradeView>
        label={t("training.trades.title")} local rows={rows} rowKey={(row) => row.code} error={error} onRetry={() => void refetch()} tools={tools} onOpen={(row) => set({ trade: row.code }, "replace")} exports={[t("training.catalogue.normsOn", { on: dayText(on) })]}
        columns={[
          { key: "code", label: t("training.catalogue.code"), nowrap: true, sort: true, sortValue: (row) => row.code, render: (row) => row.code },
          { key: "name", label: t("training.classes.trade"), main: true, sort: true, sortValue: (row) => row.name, render: (row) => row.name },
          { key: "sector", label: t("training.classes.sector"), render: (row) => t(`training.classes.sector.${row.sector}`) },
          { key: "level", label: t("training.catalogue.level"), render: (row) => t(`training.classes.level.${row.level}`) },
          { key: "hours", label: t("training.catalogue.hours"), align: "end", render: (row) => (row.hoursTheory === null && row.hoursPractice === null ? "—" : `${figureText(row.hoursTheory ?? 0)} + ${figureText(row.hoursPractice ?? 0)}`) },
          { key: "months", label: t("training.catalogue.months"), align: "end", render: (row) => row.months?.replace(".", ",") ?? "—" },
          { key: "norm", label: t("training.catalogue.norm"), align: "end", sort: true, sortValue: (row) => row.normOn, text: (row) => row.normOn, render: (row) => (row.normOn === null ? "—" : figureText(row.normOn)) },
          { key: "vsco", label: t("training.catalogue.vsco"), hidden: true, render: (row) => row.vscoCode ?? "—" },
          { key: "remarks", label: t("training.catalogue.remarks"), text: (row) => row.remarks.map(({ text }) => text).join(" "), render: (row) => (row.remarks.length === 0 ? "—" : row.remarks.map(({ code, text }) => <div key={code}>{text}</div>)) },
        ]}
        empty={q || sector || level ? <EmptyState title={t("training.catalogue.noneFound")}>{t("training.classes.noneFoundText")}</EmptyState> : <EmptyState title={t("training.catalogue.none")} actions={tools}>{t(data?.may ? "training.catalogue.noneText" : "training.catalogue.noneOfProvince")}</EmptyState>}
      />
      {data?.may && values["do"] === "add" && <Drawer open title={t("training.catalogue.addTrade")} onClose={close}><TradeForm onDone={close} /></Drawer>}
      {one && values["do"] === "change" && data?.may && <Drawer open title={one.name} onClose={close}><TradeForm trade={one} onDone={close} /></Drawer>}
      {one && values["do"] === "norm" && data?.may && <Drawer open title={t("training.catalogue.setNormOf", { name: one.name })} onClose={close}><NormForm trade={one} onDone={close} /></Drawer>}
      {one && !values["do"] && <Drawer open title={one.name} onClose={close}><TradeFacts trade={one} may={data!.may} onDo={(what) => set({ do: what }, "replace")} /></Drawer>}
    </Page>
  );
}

function TradeFacts({ trade, may, onDo }: { trade: TradeView; may: boolean; onDo: (what: "change" | "norm") => void }) {
  const t = useText();
  return (
    <Stack>
      {trade.remarks.length > 0 && <Notice kind="warn" title={t("training.catalogue.remarks")}>{trade.remarks.map(({ code, text }) => <p key={code}>{text}</p>)}</Notice>}
      <KeyValue pairs={[
        { label: t("training.catalogue.code"), value: trade.code },
        { label: t("training.classes.sector"), value: t(`training.classes.sector.${trade.sector}`) },
        { label: t("training.catalogue.level"), value: t(`training.classes.level.${trade.level}`) },
        { label: t("training.catalogue.hoursTheory"), value: trade.hoursTheory === null ? "—" : figureText(trade.hoursTheory) },
        { label: t("training.catalogue.hoursPractice"), value: trade.hoursPractice === null ? "—" : figureText(trade.hoursPractice) },
        { label: t("training.catalogue.managing"), value: trade.managing ?? "—" },
        { label: t("training.catalogue.document"), value: trade.document ?? "—" },
        { label: t("training.catalogue.validity"), value: trade.validTo ? `${dayText(trade.validFrom)} – ${dayText(trade.validTo)}` : t("training.catalogue.since", { on: dayText(trade.validFrom) }) },
      ]} />
      <Section title={t("training.catalogue.norms")}>
        {trade.norms.length === 0 ? <p>{t("training.catalogue.noNorms")}</p> : (
          <ul>{trade.norms.map((norm) => <li key={norm.id}>{t(norm.validTo ? "training.catalogue.normUntil" : "training.catalogue.normSince", { amount: figureText(norm.amountDong), from: dayText(norm.validFrom), to: norm.validTo ? dayText(norm.validTo) : "", document: norm.document })}</li>)}</ul>
        )}
      </Section>
      {may && <Row><Button kind="primary" onClick={() => onDo("norm")}>{t("training.catalogue.setNorm")}</Button><Button onClick={() => onDo("change")}>{t("training.catalogue.changeTrade")}</Button></Row>}
    </Stack>
  );
}
