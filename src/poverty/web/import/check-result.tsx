import { type ReactNode, useEffect, useRef } from "react";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import type { importRoutes } from "../../household-list/contract.ts";
import { NO_DRAFT } from "./choices.ts";
import { ColumnTable } from "./column-table.tsx";
import classes from "./import.module.css";
import { ProblemKinds } from "./problem-kinds.tsx";
import { ProblemList } from "./problem-list.tsx";
import { SheetList } from "./summary-tab.tsx";

type Checked = AnswerOf<typeof importRoutes.check>;

/** What checking a list found; the keyboard goes on from its title. */
export function CheckResult({ file, found, actions, children }: { file: string; found: Checked; actions: ReactNode; children: ReactNode }) {
  const t = useText();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [found]);
  const { problems, sheets, households, members } = found;
  const lists = sheets.filter(({ used }) => used);
  const all = problems.error + problems.warning + problems.note;
  return (
    <Stack gap="wide">
      <Stack gap="tight">
        <h2 ref={title} tabIndex={-1} className={classes["stage"]}>
          {t(all === 0 ? "poverty.import.check.clean" : "poverty.import.check.found", { file, count: all })}
        </h2>
        {all > 0 && <p>{t("poverty.import.check.totals", { error: problems.error, warning: problems.warning, note: problems.note })}</p>}
        {lists.length > 0 && (
          <p>
            {t("poverty.import.check.counts", {
              households: households.accepted + households.acceptedWithWarnings + households.rejected, taken: households.accepted + households.acceptedWithWarnings, rejected: households.rejected,
              people: members.accepted + members.acceptedWithWarnings + members.rejected,
            })}
          </p>
        )}
        <Row>{actions}</Row>
        {children}
      </Stack>
      <Section title={t("poverty.import.what")}>
        <SheetList sheets={sheets} />
        {lists.length > 0 && (
          <details className={classes["mended"]}>
            <summary>{t("poverty.import.check.columns")}</summary>
            {lists.map((sheet) => (
              <ColumnTable key={sheet.index} sheet={sheet} fields={found.fields} draft={NO_DRAFT} />
            ))}
          </details>
        )}
      </Section>
      {all === 0 ? <EmptyState title={t("poverty.import.check.cleanTitle")}>{t("poverty.import.check.cleanText")}</EmptyState> : <Found found={found} />}
    </Stack>
  );
}

function Found({ found: { problems, rows } }: { found: Checked }) {
  const t = useText();
  const { values } = useUrl();
  const { severity, code } = values;
  const shown = rows.filter((problem) => (!severity || problem.severity === severity) && (!code || problem.code === code));
  const all = problems.error + problems.warning + problems.note;
  return (
    <>
      <Section title={t("poverty.import.kinds")}>
        <ProblemKinds kinds={problems.byCode} />
      </Section>
      <Section title={t("poverty.import.problems")}>
        {rows.length < all && <Hint>{t("poverty.import.check.first", { shown: rows.length, all })}</Hint>}
        <ProblemList kinds={problems.byCode} rows={shown} local />
      </Section>
    </>
  );
}
