import type { ReactNode } from "react";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Result } from "../../check/contract.ts";
import type { FigureInput } from "../../check/rules/model.ts";
import { ResultView } from "./result-view.tsx";

const shown = ({ printed, value, unit }: FigureInput): string =>
  [printed ?? value ?? "—", unit].filter((text) => text !== undefined).map((text) => (typeof text === "number" ? String(text).replace(".", ",") : text)).join(" ");

/** Numbers that a loaded document gave an id, and what it says of them: other lines may name them instead of a number. */
export function FigureTable({ figures, results }: { figures: readonly FigureInput[]; results: readonly Result[] }) {
  const t = useText();
  const verdictsOf = (figure: FigureInput): readonly Result[] => {
    const path = `figures[${figures.indexOf(figure)}]`;
    return results.filter((result) => result.path === path || result.path === `${path}.is`);
  };
  const resultsOf = (figure: FigureInput): ReactNode => verdictsOf(figure).map((result) => <ResultView key={result.path + result.type} result={result} changed={false} />);
  return (
    <Section title={t("indicators.checker.figures.title")}>
      <Hint>{t("indicators.checker.figures.text")}</Hint>
      <DataTable
        label={t("indicators.checker.figures.title")}
        name="figures"
        local
        pageSize={20}
        rows={figures}
        rowKey={(figure) => figure.id}
        columns={[
          { key: "id", label: t("indicators.checker.figures.id"), main: true, render: (figure) => figure.id },
          { key: "label", label: t("indicators.checker.figures.label"), render: (figure) => figure.label ?? "—" },
          { key: "value", label: t("indicators.checker.figures.value"), align: "end", render: shown },
          { key: "result", label: t("indicators.checker.figures.result"), text: (figure) => verdictsOf(figure).map(({ message }) => message).join("; "), render: resultsOf },
        ]}
      />
    </Section>
  );
}
