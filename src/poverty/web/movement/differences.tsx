import { useState } from "react";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Section, Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { DifferenceView, MovementView } from "../../movement/contract.ts";
import { ExplainForm } from "./explain-form.tsx";

const keyOf = ({ hamletId, list, line, kind }: DifferenceView) => [hamletId, list, line, kind].join("|");

/** Lines that do not balance: each is explained in writing, naming its households, before the tables can be submitted. */
export function Differences({ data }: { data: MovementView }) {
  const t = useText();
  const [shown, setShown] = useState<string | null>(null);
  const { differences, may } = data;
  if (differences.length === 0) return null;
  const open = differences.filter(({ explanation }) => explanation === null).length;
  const one = differences.find((each) => keyOf(each) === shown);
  return (
    <Section title={t("poverty.movementPage.differences")}>
      <Stack>
        {open > 0 && <Notice kind="warn" title={t("poverty.movementPage.unexplained", { count: open })}>{t("poverty.movementPage.unexplainedHint")}</Notice>}
        <DataTable<DifferenceView>
          label={t("poverty.movementPage.differences")} name="diff" local rows={differences} rowKey={keyOf}
          columns={[
            { key: "place", label: t("poverty.tables.place"), main: true, render: (row) => row.place },
            { key: "list", label: t("poverty.movementPage.list"), render: (row) => `${t(`poverty.recognised.${row.list}`)}, ${t(`poverty.movementPage.${row.line}`)}` },
            { key: "kind", label: t("poverty.movementPage.what"), render: (row) => t(`poverty.movementPage.kind.${row.kind}`) },
            { key: "amount", label: t("poverty.movementPage.residual"), align: "end", render: (row) => figureText(row.amount) },
            { key: "suspects", label: t("poverty.movementPage.suspects"), render: (row) => row.suspects.map(({ headName }) => headName).join(", ") || "—" },
            {
              key: "explanation", label: t("poverty.movementPage.explanation"),
              render: (row) => (row.explanation ? t("poverty.movementPage.explained", { text: row.explanation.text, names: row.explanation.households.map(({ headName }) => headName).join(", "), signer: row.explanation.signer, on: dayText(row.explanation.signedOn) }) : t("poverty.movementPage.none")),
            },
            ...(may.explain ? [{ key: "do", label: t("poverty.movementPage.explain"), text: null, render: (row: DifferenceView) => <Button size="small" onClick={() => setShown(keyOf(row))}>{t("poverty.movementPage.explain")}</Button> }] : []),
          ]}
        />
        <Drawer open={one !== undefined} title={one ? t("poverty.movementPage.explainOf", { place: one.place }) : ""} onClose={() => setShown(null)}>
          {one && <ExplainForm data={data} difference={one} onDone={() => setShown(null)} />}
        </Drawer>
      </Stack>
    </Section>
  );
}
