import { useState } from "react";
import { ProblemError } from "../../../platform/http/client.ts";
import { saveFile, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { TextArea } from "../../../web/design/form/text-input.tsx";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { CheckReport } from "../../check/contract.ts";
import { checkRoutes } from "../../check/http-contract.ts";
import type { CheckDocument } from "./draft.ts";
import classes from "./check-figures.module.css";

interface JsonDrawerProps {
  /** what the table holds now */
  readonly document: CheckDocument;
  readonly onAccept: (document: CheckDocument, report: CheckReport) => void;
  readonly onClose: () => void;
}

const textOf = (document: CheckDocument): string => (document.claims?.length || document.figures?.length ? JSON.stringify(document, null, 2) : "");

function findObject(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The same document as programs give it: pasted, loaded, saved. The server reads it first, so the table only ever holds what it accepts. */
export function JsonDrawer({ document, onAccept, onClose }: JsonDrawerProps) {
  const t = useText();
  const [text, setText] = useState(() => textOf(document));
  const [noObject, setNoObject] = useState(false);
  const check = useCommand(checkRoutes.checkFigures);
  const accept = () => {
    const body = findObject(text);
    setNoObject(!body);
    if (body) check.mutate({ body }, { onSuccess: (report) => onAccept(body as CheckDocument, report) });
  };
  const save = () => saveFile({ name: "so-lieu.json", mime: "application/json", bytes: new TextEncoder().encode(text) });
  return (
    <Drawer open title={t("indicators.checker.json.title")} onClose={onClose}>
      <Stack>
        <p>{t("indicators.checker.json.text")}</p>
        <FileDrop label={t("indicators.checker.json.drop")} hint={t("indicators.checker.json.dropHint")} accept=".json,application/json" onFile={(file) => void file.text().then(setText)} />
        <Problems error={check.error} />
        <div className={classes["json"]}>
          <TextArea label={t("indicators.checker.json.document")} rows={14} value={text} onChange={setText} error={noObject ? t("indicators.checker.json.noObject") : undefined} />
        </div>
        <Row>
          <Button kind="primary" busy={check.isPending} onClick={accept}>
            {t("indicators.checker.json.accept")}
          </Button>
          <Button disabled={text.trim() === ""} onClick={save}>
            {t("indicators.checker.json.save")}
          </Button>
        </Row>
      </Stack>
    </Drawer>
  );
}

/** All problems of the document at once, where the server names them. */
function Problems({ error }: { error: unknown }) {
  const t = useText();
  const problems = error instanceof ProblemError ? (error.problem.data["problems"] as readonly { path: string; message: string }[] | undefined) : undefined;
  if (!problems) return <ErrorNotice error={error} />;
  return (
    <Notice kind="error" title={t("indicators.checker.json.problems", { count: problems.length })}>
      <ul className={classes["ways"]}>
        {problems.slice(0, 50).map((problem) => (
          <li key={problem.path + problem.message}>{problem.message}</li>
        ))}
      </ul>
    </Notice>
  );
}
