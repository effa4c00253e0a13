import { useState } from "react";
import { flushSync } from "react-dom";
import type { FileAnswer } from "../../platform/http/contract.ts";
import { saveFile } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { Row } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import type { FileFormat, PrintFormat } from "../contract.ts";
import type { Paper } from "../paper.ts";
import { MOST_DRAWN } from "./paper-preview.tsx";

interface Props {
  /** asks the server for the papers in this format; the server writes the log. `useHandOut` makes one */
  readonly get: (format: PrintFormat) => Promise<FileAnswer>;
  /** draws the papers on the page (`PaperView`), for "Xem" and "In"; without it both are left out */
  readonly show?: (papers: readonly Paper[]) => void;
  readonly formats?: readonly FileFormat[];
  readonly disabled?: boolean;
}

const FILES = ["docx", "pdf", "xlsx"] as const;

const papersOf = (file: FileAnswer): readonly Paper[] => JSON.parse(new TextDecoder().decode(file.bytes)) as readonly Paper[];

/** Xem, In, Tải Word, PDF, Excel: each asks the server, so each is in the log. Printing prints the papers drawn on the page. */
export function PaperActions({ get, show, formats = FILES, disabled = false }: Props) {
  const t = useText();
  const [busy, setBusy] = useState<PrintFormat | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (format: PrintFormat) => {
    setBusy(format);
    setError(null);
    try {
      const file = await get(format);
      if (format !== "screen" && format !== "print") return saveFile(file);
      const papers = papersOf(file);
      flushSync(() => show?.(papers));
      if (format === "print" && papers.length <= MOST_DRAWN) {
        // pictures of codes are loaded with the first paper that has one
        await new Promise((resolve) => setTimeout(resolve, 150));
        window.print();
      }
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(null);
    }
  };
  const all: readonly PrintFormat[] = show ? ["screen", "print", ...formats] : formats;
  return (
    <div className="no-print">
      <Row gap="tight">
        {all.map((format) => (
          <Button key={format} busy={busy === format} disabled={disabled || busy !== null} onClick={() => void run(format)}>
            {t(`papers.get.${format}`)}
          </Button>
        ))}
      </Row>
      <ErrorNotice error={error} />
    </div>
  );
}
