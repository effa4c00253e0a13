import { Button } from "../../../web/design/button.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import type { DataTableProps } from "../../../web/design/data/data-table-props.ts";
import { Select } from "../../../web/design/form/select.tsx";
import { Row } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { type ListProblem, type ProblemCount, PROBLEMS_PER_PAGE, SEVERITIES } from "../../household-list/contract.ts";
import classes from "./import.module.css";
import { SeverityBadge } from "./severity-badge.tsx";

type ListProps = Pick<DataTableProps<ListProblem>, "rows" | "total" | "local" | "onOpen" | "error" | "onRetry"> & { readonly kinds: readonly ProblemCount[] };

/** Problems cell by cell, in the order of the file; outside the page they are in the marked copy. */
export function ProblemList({ kinds, ...table }: ListProps) {
  const t = useText();
  const { values, set } = useUrl();
  const place = (problem: ListProblem): string => t(problem.cell === "" ? "poverty.import.placeSheet" : /^\d/.test(problem.cell) ? "poverty.import.placeRow" : "poverty.import.placeCell", { cell: problem.cell });
  const columns: Column<ListProblem>[] = [
    { key: "place", label: t("poverty.import.place"), main: true, nowrap: true, render: place },
    { key: "severity", label: t("poverty.import.severity"), nowrap: true, text: ({ severity }) => t(`poverty.import.severity.${severity}`), render: ({ severity }) => <SeverityBadge severity={severity} /> },
    { key: "text", label: t("poverty.import.problem"), render: ({ text }) => text },
    { key: "proposal", label: t("poverty.import.proposal"), render: ({ proposal }) => proposal ?? "—" },
    { key: "sheet", label: t("poverty.import.sheet"), nowrap: true, render: ({ sheet }) => sheet },
  ];
  const asked = kinds.find(({ code, severity }) => code === values["code"] && (!values["severity"] || severity === values["severity"]));
  return (
    <>
      <div className={`${classes["severity"]} no-print`}>
        <Select
          label={t("poverty.import.severity")}
          none={t("poverty.import.severity.all")}
          options={SEVERITIES.map((value) => ({ value, label: t(`poverty.import.severity.${value}`) }))}
          value={values["severity"] ?? null}
          onChange={(severity) => set({ severity, page: null }, "replace")}
        />
      </div>
      {asked && (
        <Row gap="tight">
          <span>{t("poverty.import.onlyKind", { text: asked.text })}</span>
          <Button size="small" onClick={() => set({ code: null, page: null }, "replace")}>
            {t("poverty.import.everyKind")}
          </Button>
        </Row>
      )}
      <DataTable label={t("poverty.import.problems")} pageSize={PROBLEMS_PER_PAGE} exports={false} columns={columns} rowKey={rowKeyOf} {...table} />
    </>
  );
}

const rowKeyOf = ({ sheetIndex, cell, row, code, text }: ListProblem): string => `${sheetIndex}!${cell || row} ${code} ${text}`;
