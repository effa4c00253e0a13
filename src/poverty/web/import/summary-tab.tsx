import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { dayText } from "../../../web/design/format.ts";
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

/** Each sheet in a sentence: what it was taken for, and how much is in it. */
export function SheetList({ sheets }: { sheets: readonly SheetView[] }) {
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
            : t("poverty.import.sheetUnused", { rows: sheet.rows })}
          {sheet.used && sheet.lines.totals > 0 && ` ${t("poverty.import.sheetTotals", { count: sheet.lines.totals })}`}
          {sheet.used && sheet.lines.afterEnd > 0 && ` ${t("poverty.import.sheetAfterEnd", { count: sheet.lines.afterEnd })}`}
        </li>
      ))}
    </ul>
  );
}
