import { useEffect, useRef, useState } from "react";
import { useCommand } from "../../../web/data.ts";
import { useToast } from "../../../web/design/toast.tsx";
import type { WrongField } from "../../../web/design/form/error-summary.tsx";
import { type Form, useForm } from "../../../web/design/form/use-form.ts";
import { useText } from "../../../web/text/text.tsx";
import type { CheckReport, Result } from "../../check/contract.ts";
import { checkRoutes } from "../../check/http-contract.ts";
import { type CheckDocument, documentOf, type Draft, draftOf, EMPTY_DRAFT, type Row } from "./draft.ts";
import { type Unreadable, unreadableCells } from "./unreadable.ts";

export interface Found {
  readonly result: Result;
  /** the line was changed after it was checked */
  readonly changed: boolean;
}

export interface Checker {
  readonly form: Form<Draft>;
  readonly report: CheckReport | undefined;
  readonly busy: boolean;
  readonly error: unknown;
  readonly unreadable: readonly Unreadable[];
  readonly wrongFields: readonly WrongField[];
  /** how often the lines were sent */
  readonly asked: number;
  readonly errorOf: (row: Row, cell: string) => string | undefined;
  readonly findResult: (row: Row) => Found | undefined;
  /** results that belong to no line of the table */
  readonly ofFigures: readonly Result[];
  readonly setRows: (rows: readonly Row[]) => void;
  readonly remove: (row: Row) => void;
  readonly check: () => void;
  /** takes over a document that the server has checked */
  readonly accept: (document: CheckDocument, report: CheckReport) => void;
  readonly empty: () => void;
}

export const cellId = (form: Form<Draft>, row: Row, cell: string): string => `${form.id}-${row.key}-${cell}`;

/** The table with its verdicts. The lines survive leaving the page; verdicts are asked again. */
export function useChecker(): Checker {
  const t = useText();
  const say = useToast();
  const form = useForm<Draft>({ draft: "check-figures", initial: EMPTY_DRAFT });
  const command = useCommand(checkRoutes.checkFigures);
  const [asked, setAsked] = useState(0);
  const [checked, setChecked] = useState<{ readonly rows: readonly Row[]; readonly report: CheckReport } | null>(null);
  const draft = form.values;
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const sayGone = (word: string, undo: () => void) => say(t(word), { label: t("indicators.checker.undo"), run: undo });
  const unreadable = asked > 0 ? unreadableCells(draft) : [];
  const errorText = ({ problem, text }: Unreadable): string => t(`indicators.checker.wrong.${problem}`, { text });
  return {
    form,
    report: checked?.report,
    busy: command.isPending,
    error: command.error,
    unreadable,
    asked,
    wrongFields: unreadable.map((one) => ({
      id: cellId(form, one.row, one.cell.name),
      text: t("indicators.checker.wrong.line", { line: draft.rows.indexOf(one.row) + 1, text: errorText(one) }),
    })),
    errorOf: (row, cell) => {
      const found = unreadable.find((one) => one.row === row && one.cell.name === cell);
      return found && errorText(found);
    },
    findResult: (row) => {
      const at = checked?.rows.findIndex(({ key }) => key === row.key) ?? -1;
      const result = checked?.report.results.find(({ path }) => path === `claims[${at}]`);
      return result && { result, changed: checked?.rows[at] !== row };
    },
    ofFigures: checked?.report.results.filter(({ origin }) => origin === "figure") ?? [],
    setRows: (rows) => form.set({ rows }),
    remove: (row) => {
      const at = draft.rows.indexOf(row);
      form.set({ rows: draft.rows.toSpliced(at, 1) });
      sayGone("indicators.checker.removed", () => form.set({ rows: latest.current.rows.toSpliced(at, 0, row) }));
    },
    check: () => {
      setAsked(asked + 1);
      if (unreadableCells(draft).length > 0) return;
      command.mutate({ body: documentOf(draft) as Record<string, unknown> }, { onSuccess: (report) => setChecked({ rows: draft.rows, report }) });
    },
    accept: (document, report) => {
      const accepted = draftOf(document);
      form.set({ ...EMPTY_DRAFT, ...accepted });
      setAsked(0);
      setChecked({ rows: accepted.rows, report });
    },
    empty: () => {
      form.clear();
      setAsked(0);
      setChecked(null);
      sayGone("indicators.checker.emptied", () => form.set({ ...draft, rows: [...draft.rows, ...latest.current.rows] }));
    },
  };
}
