import { Button } from "../../../web/design/button.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Choices, ImportJob, SheetView } from "../../household-list/contract.ts";
import { withAccepted, withLeftOut, withoutMend } from "./choices.ts";
import classes from "./import.module.css";
import type { Import } from "./use-import.ts";

interface Mended {
  readonly key: string;
  readonly text: string;
  readonly without: Choices;
}

function useMended({ choices, preview }: ImportJob, sheets: readonly SheetView[]): readonly Mended[] {
  const t = useText();
  const placeOf = (key: string): { cell: string; sheet: string } => {
    const [sheet, cell] = key.split("!");
    return { cell: cell ?? "", sheet: sheets.find(({ index }) => String(index) === sheet)?.name ?? "" };
  };
  const exampleOf = (code: string): string => preview?.problems.byCode.find((kind) => kind.code === code)?.text ?? t("poverty.import.allOfKind");
  return [
    ...Object.entries(choices.mends).map(([key, value]) => ({
      key, text: value === null ? t("poverty.import.mendedEmpty", placeOf(key)) : t("poverty.import.mended", { ...placeOf(key), value }), without: withoutMend(choices, key),
    })),
    ...choices.leaveOut.map((key) => ({ key, text: t("poverty.import.leftOut", placeOf(key)), without: withLeftOut(choices, key, false) })),
    ...choices.accept.map((code) => ({ key: code, text: t("poverty.import.accepted", { text: exampleOf(code) }), without: withAccepted(choices, code, false) })),
  ];
}

/** What the officer mended so far, each with a way back. */
export function MendList({ job, sheets, work }: { job: ImportJob; sheets: readonly SheetView[]; work: Import }) {
  const t = useText();
  const mended = useMended(job, sheets);
  if (mended.length === 0) return null;
  return (
    <details className={classes["mended"]}>
      <summary>{t("poverty.import.mendedCount", { count: mended.length })}</summary>
      <ul>
        {mended.map(({ key, text, without }) => (
          <li key={key}>
            <span>{text}</span>
            <Button kind="quiet" size="small" disabled={work.busy} onClick={() => work.choose(without)}>
              {t("poverty.import.takeBack")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
