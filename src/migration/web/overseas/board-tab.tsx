import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { BarList } from "../../../web/design/bar-list.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Columns, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { Link, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { overseasRoutes, type BoardView } from "../../overseas/contract.ts";

type Market = BoardView["markets"][number];
type Due = BoardView["followUps"][number];

/** What is due, and where the cases stand by market; each count opens its cases. */
export function BoardTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { set } = useUrl();
  const { data: board, error, refetch } = useAnswer(overseasRoutes.overseasBoard, { query: { area, on } }, { keep: true });
  const sum = (key: "before" | "abroad" | "left" | "departedYear" | "departedBefore" | "returnedYear"): number => (board?.markets ?? []).reduce((total, market) => total + market[key], 0);
  const open = (search: Record<string, string>) => () => set({ tab: "cases", state: null, market: null, year: null, kept: null, q: null, ...search }, "push");
  const counted = (key: "before" | "abroad" | "left" | "departedYear" | "departedBefore" | "returnedYear", search?: (row: Market) => Record<string, string>) => ({
    key, label: t(`migration.abroad.count.${key}`, { year: String(board?.year ?? "") }), align: "end" as const, text: (row: Market) => row[key], sortValue: (row: Market) => row[key], sort: true,
    render: (row: Market) => (search && row[key] > 0 ? <Link to="/migration/overseas" search={{ tab: "cases", market: row.market ?? "none", ...search(row) }}>{figureText(row[key])}</Link> : figureText(row[key])),
  });
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  return (
    <Stack gap="wide">
      {board && (
        <Columns least={180}>
          <Tile label={t("migration.abroad.count.departedYear", { year: String(board.year) })} value={sum("departedYear")} unit={t("migration.abroad.people")} onOpen={open({ year: String(board.year) })} compare={t("migration.abroad.samePeriod", { count: sum("departedBefore") })} />
          <Tile label={t("migration.abroad.count.abroad")} value={sum("abroad")} unit={t("migration.abroad.people")} onOpen={open({ state: "abroad" })} />
          <Tile label={t("migration.abroad.count.before")} value={sum("before")} unit={t("migration.abroad.people")} onOpen={open({ state: "before" })} />
          <Tile label={t("migration.abroad.requestsLate")} value={board.requests.late} unit={t("migration.abroad.files")} onOpen={() => set({ tab: "requests", due: "late" }, "push")} compare={t("migration.abroad.requestsOpen", { open: board.requests.open, soon: board.requests.soon })} />
          {board.may.handle && <Tile label={t("migration.abroad.unkept")} value={board.unkept} unit={t("migration.abroad.files")} onOpen={open({ kept: "nobody" })} />}
        </Columns>
      )}
      {board && sum("departedYear") > 0 && (
        <Section title={t("migration.abroad.picture", { year: String(board.year) })}>
          <BarList label={t("migration.abroad.picture", { year: String(board.year) })} bars={board.markets.filter(({ departedYear }) => departedYear > 0).map((row) => ({
            key: row.market ?? "none", label: row.name ?? t("migration.abroad.noMarket"), value: row.departedYear, onOpen: open({ year: String(board.year), market: row.market ?? "none" }),
          }))} />
        </Section>
      )}
      <Section title={t("migration.abroad.byMarket")}>
        <DataTable<Market>
          label={t("migration.abroad.byMarket")} name="markets" local rows={board?.markets} rowKey={(row) => row.market ?? ""}
          columns={[
            { key: "market", label: t("migration.abroad.market"), main: true, text: (row) => row.name ?? t("migration.abroad.noMarket"), render: (row) => row.name ?? t("migration.abroad.noMarket") },
            counted("before", () => ({ state: "before" })), counted("departedYear", () => ({ year: String(board?.year ?? "") })), counted("departedBefore"), counted("abroad", () => ({ state: "abroad" })), counted("left", () => ({ state: "bo_hd" })), counted("returnedYear"),
          ]}
          empty={<EmptyState title={t("migration.abroad.none")}>{t("migration.abroad.noneText")}</EmptyState>}
        />
      </Section>
      <Section title={t("migration.abroad.followDue")}>
        <DataTable<Due>
          label={t("migration.abroad.followDue")} name="due" local exports={false} rows={board?.followUps} rowKey={(row) => `${row.caseId}-${row.phase}-${row.milestone}`} rowTarget={(row) => ({ to: "/migration/overseas/$id", params: { id: row.caseId } })}
          columns={[
            { key: "name", label: t("migration.abroad.name"), main: true, render: (row) => row.fullName },
            { key: "hamlet", label: t("migration.abroad.hamlet"), render: (row) => capital(row.hamlet) },
            { key: "what", label: t("migration.abroad.milestone"), render: (row) => t(`migration.abroad.milestone.${row.phase}`, { months: row.milestone }) },
            { key: "due", label: t("migration.abroad.dueOn"), nowrap: true, sortValue: (row) => row.dueOn, sort: true, render: (row) => dayText(row.dueOn) },
          ]}
          empty={<EmptyState title={t("migration.abroad.noneDue")}>{t("migration.abroad.noneDueText")}</EmptyState>}
        />
      </Section>
    </Stack>
  );
}
