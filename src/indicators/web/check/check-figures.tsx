import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "../../../web/design/button.tsx";
import { ExportTable } from "../../../web/design/data/export-table.tsx";
import { Pager } from "../../../web/design/data/pager.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { ErrorSummary } from "../../../web/design/form/error-summary.tsx";
import { useEnterGoesOn } from "../../../web/design/form/fields-of.ts";
import { Row as Beside, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { CheckReport } from "../../check/contract.ts";
import classes from "./check-figures.module.css";
import { documentOf, type Row, rowOf, withNewRow } from "./draft.ts";
import { EXAMPLES } from "./examples.ts";
import { FigureTable } from "./figure-table.tsx";
import { JsonDrawer } from "./json-drawer.tsx";
import { checkedTable, PrintList } from "./print-list.tsx";
import { VerdictBadge } from "./result-view.tsx";
import { RowEditor } from "./row-editor.tsx";
import { cellId, type Checker, useChecker } from "./use-checker.ts";
import { usePrinting } from "./use-printing.ts";

const LINES = 20;
const VERDICTS = ["inconsistent", "misworded", "unknown", "rounding", "consistent"] as const;
const FINE: ReadonlySet<string> = new Set(["consistent", "rounding"]);

export default function CheckFigures() {
  const t = useText();
  const checker = useChecker();
  const printing = usePrinting();
  const { values, set } = useUrl();
  const { rows, figures } = checker.form.values;
  const filled = rows.length > 0 || figures.length > 0;
  const actions = (
    <>
      <Button onClick={() => set({ json: "1" })}>{t("indicators.checker.json.open")}</Button>
      {rows.length > 0 && checker.report && <ExportTable table={() => checkedTable(rows, checker.findResult, t)} />}
      {filled && <Button onClick={checker.empty}>{t("indicators.checker.empty")}</Button>}
    </>
  );
  return (
    <Page title={t("indicators.checker.title")} subtitle={t("indicators.checker.text")} print={filled} actions={actions}>
      {filled ? <Table checker={checker} /> : <Begin checker={checker} />}
      {figures.length > 0 && <FigureTable figures={figures} results={checker.ofFigures} />}
      {printing && <PrintList rows={rows} findResult={checker.findResult} />}
      {values["json"] && (
        <JsonDrawer
          document={documentOf(checker.form.values)}
          onAccept={(document, report) => {
            checker.accept(document, report);
            set({ json: null, page: null, show: null });
          }}
          onClose={() => set({ json: null })}
        />
      )}
    </Page>
  );
}

function Begin({ checker: { setRows } }: { checker: Checker }) {
  const t = useText();
  const actions = (
    <>
      <Button kind="primary" onClick={() => setRows(withNewRow([]))}>
        {t("indicators.checker.add")}
      </Button>
      {EXAMPLES.map(({ key, claims }) => (
        <Button key={key} onClick={() => setRows(claims.map(rowOf))}>
          {t(`indicators.checker.example.${key}`)}
        </Button>
      ))}
    </>
  );
  return (
    <EmptyState title={t("indicators.checker.begin.title")} actions={actions}>
      {t("indicators.checker.begin.text")}
    </EmptyState>
  );
}

function Table({ checker }: { checker: Checker }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const added = useRef(false);
  const table = useTable();
  const { values, set } = useUrl();
  const { rows } = checker.form.values;
  useEnterGoesOn(form);
  const onlyWrong = values["show"] === "wrong" && checker.report !== undefined;
  const listed = onlyWrong ? rows.filter((row) => !FINE.has(checker.findResult(row)?.result.verdict ?? "")) : rows;
  const page = Math.min(table.page, Math.max(1, Math.ceil(listed.length / LINES)));
  const shown = listed.slice((page - 1) * LINES, page * LINES);

  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    form.current?.querySelector<HTMLElement>("li:last-child select")?.focus();
  }, [rows.length, page]);

  const add = () => {
    added.current = true;
    checker.setRows(withNewRow(rows));
    const last = Math.ceil((rows.length + 1) / LINES);
    if (last !== page || onlyWrong) set({ page: last === 1 ? null : String(last), show: null }, "replace");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    checker.check();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="no-print">
      <Stack>
        <ErrorSummary form={checker.form} unreadable={checker.wrongFields} sent={checker.asked} />
        <ErrorNotice error={checker.error} />
        <Summary report={checker.report} />
        {checker.report && <Checkbox label={t("indicators.checker.onlyWrong")} value={onlyWrong} onChange={(on) => set({ show: on ? "wrong" : null, page: null }, "replace")} />}
        <Lines rows={shown} checker={checker} />
        <Pager table={{ ...table, page }} total={listed.length} pageSize={LINES} />
        <Beside>
          <Button onClick={add}>{t("indicators.checker.add")}</Button>
          <Button type="submit" kind="primary" busy={checker.busy}>
            {t("indicators.checker.check")}
          </Button>
        </Beside>
      </Stack>
    </form>
  );
}

function Lines({ rows, checker }: { rows: readonly Row[]; checker: Checker }) {
  const { form, setRows } = checker;
  const all = form.values.rows;
  return (
    <ol className={classes["lines"]}>
      {rows.map((row) => (
        <RowEditor
          key={row.key}
          row={row}
          line={all.indexOf(row) + 1}
          found={checker.findResult(row)}
          idOf={(cell) => cellId(form, row, cell)}
          errorOf={(cell) => checker.errorOf(row, cell)}
          onChange={(changed) => setRows(all.map((one) => (one === row ? changed : one)))}
          onRemove={() => checker.remove(row)}
        />
      ))}
    </ol>
  );
}

/** Read out when the verdicts arrive. */
function Summary({ report }: { report: CheckReport | undefined }) {
  const t = useText();
  return (
    <output>
      {report && (
        <Beside>
          <span>{t("indicators.checker.checked", { count: report.summary.checked })}</span>
          {VERDICTS.filter((verdict) => report.summary[verdict] > 0).map((verdict) => (
            <VerdictBadge key={verdict} verdict={verdict} count={report.summary[verdict]} />
          ))}
        </Beside>
      )}
    </output>
  );
}
