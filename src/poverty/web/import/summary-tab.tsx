import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Section, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ImportJob, Preview, SheetView } from "../../household-list/contract.ts";
import { CountList } from "./count-list.tsx";
import classes from "./import.module.css";
import type { Import } from "./use-import.ts";

/** What the file is, and what writing it would do. */
export function SummaryTab({ job, preview, work }: { job: ImportJob; preview: Preview; work: Import }) {
  const t = useText();
  const { households } = preview.counts;
  return (
    <Stack gap="wide">
      <Section title={t("poverty.import.what")}>
        <SheetList sheets={preview.sheets} />
      </Section>
      {households.accepted + households.acceptedWithWarnings > 0 && (
        <>
          <Section title={t("poverty.import.would")}>
            <p>{t("poverty.import.statusYear", { year: String(preview.statusYear), on: dayText(preview.changeover) })}</p>
            <CountList counts={preview.counts} />
          </Section>
          {preview.communes.length > 0 && <Communes communes={preview.communes} />}
          <Section title={t("poverty.import.completeTitle")}>
            <Checkbox
              label={t("poverty.import.complete", { area: job.areaName })}
              hint={t(preview.complete ? "poverty.import.completeOn" : "poverty.import.completeOff", { count: preview.counts.statuses.notOnList, on: dayText(preview.changeover) })}
              value={preview.complete}
              disabled={work.busy}
              onChange={(complete) => work.choose({ ...job.choices, complete })}
            />
          </Section>
        </>
      )}
    </Stack>
  );
}

/** Of a list of several communes: what it holds of each. */
function Communes({ communes }: Pick<Preview, "communes">) {
  const t = useText();
  const number = (key: "households" | "rejected" | "poor" | "nearPoor" | "notOnList"): Column<Preview["communes"][number]> => ({
    key, label: t(`poverty.import.communes.${key}`), align: "end", sort: true, sortValue: (row) => row[key], render: (row) => figureText(row[key]),
  });
  return (
    <Section title={t("poverty.import.communes.title")}>
      <DataTable
        label={t("poverty.import.communes.title")} name="communes" local rows={communes} rowKey={({ uid }) => uid}
        columns={[{ key: "name", label: t("poverty.import.communes.name"), main: true, render: ({ name }) => name }, number("households"), number("rejected"), number("poor"), number("nearPoor"), number("notOnList")]}
      />
    </Section>
  );
}

/** Each sheet in a sentence: what it was taken for, and how much is in it. */
export function SheetList({ sheets, table = false }: { sheets: readonly SheetView[]; /** what is no list of households was checked as a table */ table?: boolean }) {
  const t = useText();
  const how = (sheet: SheetView): string => (sheet.layout === null ? t("poverty.import.byHeading") : t(`poverty.import.layout.${sheet.layout}`));
  return (
    <ul className={classes["sheets"]}>
      {sheets.map((sheet) => (
        <li key={sheet.index}>
          <strong>{sheet.name}</strong>
          {": "}
          {sheet.used
            ? t("poverty.import.sheetUsed", { kind: t(`poverty.import.kind.${sheet.kind}`), how: how(sheet), lines: sheet.lines.data, households: sheet.households, first: sheet.firstRow })
            : t(table ? "poverty.import.sheetTable" : "poverty.import.sheetUnused", { rows: sheet.rows })}
          {sheet.used && sheet.lines.totals > 0 && ` ${t("poverty.import.sheetTotals", { count: sheet.lines.totals })}`}
          {sheet.used && sheet.lines.afterEnd > 0 && ` ${t("poverty.import.sheetAfterEnd", { count: sheet.lines.afterEnd })}`}
        </li>
      ))}
    </ul>
  );
}
