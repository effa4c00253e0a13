import { useState } from "react";
import { Button } from "../../web/design/button.tsx";
import { Row } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { saveFile } from "../../web/data.ts";
import { useText } from "../../web/text/text.tsx";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { FileFormat, PrintFormat } from "../contract.ts";

interface Props {
  /** asks the server for the papers in this format; the server writes the log. `call` of platform/http/client with a route that answers "file" */
  readonly get: (format: PrintFormat) => Promise<FileAnswer>;
  /** without "print" where the papers are not drawn on the page */
  readonly formats?: readonly (FileFormat | "print")[];
  readonly disabled?: boolean;
}

const ALL = ["docx", "pdf", "xlsx", "print"] as const;

/** Tải Word, PDF, Excel; In: each asks the server, so each is in the log. Printing prints the page, on which the papers are drawn. */
export function PaperActions({ get, formats = ALL, disabled = false }: Props) {
  const t = useText();
  const [busy, setBusy] = useState<PrintFormat | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (format: FileFormat | "print") => {
    setBusy(format);
    setError(null);
    try {
      const file = await get(format);
      if (format === "print") window.print();
      else saveFile(file);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="no-print">
      <Row>
        {formats.map((format, i) => (
          <Button key={format} kind={i === 0 ? "primary" : "secondary"} busy={busy === format} disabled={disabled || busy !== null} onClick={() => void run(format)}>
            {t(`papers.get.${format}`)}
          </Button>
        ))}
      </Row>
      <ErrorNotice error={error} />
    </div>
  );
}
