import { figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Section, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Preview } from "../../list-import/contract.ts";

const COUNTS = ["lines", "taken", "new", "changed", "unchanged", "withWarnings", "rejected", "twice", "unidentified", "newHamlets"] as const;

/** What the file holds and what becomes of its rows; which sheets were taken for the list. */
export function SummaryTab({ preview: { counts, sheets } }: { preview: Preview }) {
  const t = useText();
  return (
    <Stack gap="wide">
      <KeyValue columns={2} pairs={COUNTS.map((key) => ({ label: t(`registry.lists.count.${key}`), value: figureText(counts[key]) }))} />
      <Section title={t("registry.lists.sheets")}>
        <ul>
          {sheets.map(({ index, name, used, lines, rows, firstRow }) => (
            <li key={index}>{t(used ? "registry.lists.sheetUsed" : "registry.lists.sheetUnused", { name, lines, rows, first: String(firstRow) })}</li>
          ))}
        </ul>
      </Section>
    </Stack>
  );
}
