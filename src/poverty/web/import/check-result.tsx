import { type ReactNode, useEffect, useRef } from "react";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Button } from "../../../web/design/button.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { CheckedList } from "../../household-list/contract.ts";
import { type Draft, isEmpty, isReadable, NO_DRAFT } from "../../../exchange/rules/list-draft.ts";
import classes from "./import.module.css";
import { ProblemKinds } from "./problem-kinds.tsx";
import { ProblemList } from "./problem-list.tsx";
import { SheetList } from "./summary-tab.tsx";
import { SheetsTab } from "./sheets-tab.tsx";

interface CheckResultProps {
  readonly file: string;
  readonly found: CheckedList;
  readonly actions: ReactNode;
  readonly children: ReactNode;
  /** columns named here and not yet read again */
  readonly draft: Draft;
  readonly onDraft: (changes: Partial<Draft>) => void;
  readonly onRead: () => void;
  readonly busy: boolean;
}

/** What checking a list found; the keyboard goes on from its title. */
export function CheckResult({ file, found, actions, children, ...columns }: CheckResultProps) {
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
        <SheetList sheets={sheets} table />
        <Columns found={found} {...columns} />
      </Section>
      {all === 0 ? <EmptyState title={t("poverty.import.check.cleanTitle")}>{t("poverty.import.check.cleanText")}</EmptyState> : <Found found={found} />}
    </Stack>
  );
}

/** Which column is what: named here, the file is checked again as a list of households. Folded away where the reader found its way. */
function Columns({ found, draft, onDraft, onRead, busy }: Pick<CheckResultProps, "found" | "draft" | "onDraft" | "onRead" | "busy">) {
  const t = useText();
  const { sheets, fields } = found;
  if (sheets.every(({ columns }) => columns.length === 0)) return null;
  const readable = sheets.every((sheet) => isReadable(sheet, draft));
  return (
    <details className={classes["mended"]} open={!isEmpty(draft) || undefined}>
      <summary>{t("poverty.import.check.columns")}</summary>
      <Stack>
        <Hint>{t("poverty.import.check.columnsHint")}</Hint>
        {!isEmpty(draft) && (
          <Notice
            kind="warn"
            title={t("poverty.import.check.draft")}
            actions={
              <>
                <Button kind="primary" size="small" busy={busy} disabled={!readable} onClick={onRead}>
                  {t("poverty.import.check.again")}
                </Button>
                <Button size="small" onClick={() => onDraft(NO_DRAFT)}>
                  {t("poverty.import.dropDraft")}
                </Button>
              </>
            }
          />
        )}
        <SheetsTab sheets={sheets} fields={fields} draft={draft} onChange={onDraft} check />
      </Stack>
    </details>
  );
}

function Found({ found: { problems, rows } }: { found: CheckedList }) {
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
