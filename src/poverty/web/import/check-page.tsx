import { useState } from "react";
import { saveFile, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Progress } from "../../../web/design/progress.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useFindSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { plainDate } from "../../../kernel/date.ts";
import { type CheckedList, type Choices, importRoutes } from "../../household-list/contract.ts";
import { ACCEPTED } from "./accepted.ts";
import { CheckResult } from "./check-result.tsx";
import { type Draft, NO_DRAFT, withDraft } from "../../../exchange/rules/list-draft.ts";
import classes from "./import.module.css";
import { useSending } from "../../../web/use-sending.ts";

const NO_CHOICES: Choices = { mappings: [], hamlets: {}, complete: null, mends: {}, accept: [], leaveOut: [] };

/** "Soát danh sách": any list, before any set-up and without an account; nothing is stored. */
export default function CheckList() {
  const t = useText();
  const session = useFindSession();
  const { set } = useUrl();
  const [asOf, setAsOf] = useState<string | null>(null);
  const [checked, setChecked] = useState<{ readonly file: string; readonly found: CheckedList; readonly mappings: Choices["mappings"] } | null>(null);
  const [draft, setDraft] = useState<Draft>(NO_DRAFT);
  const sending = useSending(importRoutes.check);
  const copy = useCommand(importRoutes.checkedCopy);
  const again = useCommand(importRoutes.checkAgain);
  const check = (file: File) => {
    set({ severity: null, code: null, page: null }, "replace");
    setChecked(null);
    setDraft(NO_DRAFT);
    copy.reset();
    again.reset();
    sending.send({ fileName: file.name, asOf: asOf === null ? undefined : plainDate(asOf) }, file, (found) => setChecked({ file: file.name, found, mappings: [] }));
  };
  const amiss = checked !== null && checked.found.problems.byCode.length > 0;
  const recheck = () => {
    if (checked === null) return;
    const { mappings } = withDraft({ ...NO_CHOICES, mappings: checked.mappings }, checked.found.sheets, draft);
    again.mutate({ params: { id: checked.found.token }, body: { mappings } }, {
      onSuccess: (found) => {
        set({ severity: null, code: null, page: null }, "replace");
        setChecked({ ...checked, found, mappings });
        setDraft(NO_DRAFT);
      },
    });
  };
  return (
    <Page title={t("poverty.import.check.title")} subtitle={t("poverty.import.check.text")} print={checked !== null}>
      <div className={`${classes["form"]} no-print`}>
        <Stack>
          <Notice title={t("poverty.import.check.nothingStored")}>{t("poverty.import.check.nothingStoredText")}</Notice>
          <DateInput label={t("poverty.import.check.asOf")} hint={t("poverty.import.check.asOfHint")} value={asOf} onChange={setAsOf} />
          <FileDrop label={t("poverty.import.check.drop")} hint={t("poverty.import.check.dropHint")} accept={ACCEPTED} busy={sending.busy} onFile={check} />
        </Stack>
      </div>
      {sending.busy && sending.file && (
        <Stack gap="tight">
          {sending.sent < sending.file.size ? (
            <Progress label={t("poverty.import.sending", { file: sending.file.name })} done={sending.sent} total={sending.file.size} onCancel={sending.stop} />
          ) : (
            <Progress label={t("poverty.import.check.checking", { file: sending.file.name })} done={sending.sent} onCancel={sending.stop} />
          )}
        </Stack>
      )}
      <ErrorNotice error={sending.error} />
      {checked && (
        <CheckResult
          file={checked.file}
          found={checked.found}
          draft={draft}
          onDraft={(changes) => setDraft({ ...draft, ...changes })}
          onRead={recheck}
          busy={again.isPending}
          actions={
            amiss && (
              <Button kind="primary" busy={copy.isPending} onClick={() => copy.mutate({ params: { id: checked.found.token } }, { onSuccess: saveFile })}>
                {t("poverty.import.marked")}
              </Button>
            )
          }
        >
          <ErrorNotice error={copy.error ?? again.error} />
        </CheckResult>
      )}
      <div className="no-print">
        <Section title={t("poverty.import.check.next")}>
          <Hint>{t(session ? "poverty.import.check.nextSignedIn" : "poverty.import.check.nextText")}</Hint>
          <Row>
            <LinkButton to={session ? "/import" : "/login"} {...(!session && { search: { back: "/import" } })}>
              {t(session ? "poverty.import.start.title" : "poverty.import.check.signIn")}
            </LinkButton>
          </Row>
        </Section>
      </div>
    </Page>
  );
}
