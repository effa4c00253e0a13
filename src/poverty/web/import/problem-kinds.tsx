import type { ReactNode } from "react";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { figureText } from "../../../web/design/format.ts";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ProblemCount } from "../../household-list/contract.ts";
import { SeverityBadge } from "./severity-badge.tsx";

interface KindsProps {
  readonly kinds: readonly ProblemCount[];
  /** what can be done with all of a kind at once */
  readonly action?: (kind: ProblemCount) => ReactNode;
}

/** Problems by kind, each with its number and an example; a kind opens its cells. */
export function ProblemKinds({ kinds, action }: KindsProps) {
  const t = useText();
  const { set } = useUrl();
  const columns: Column<ProblemCount>[] = [
    { key: "text", label: t("poverty.import.kindExample"), main: true, render: ({ text }) => text },
    { key: "severity", label: t("poverty.import.severity"), nowrap: true, text: ({ severity }) => t(`poverty.import.severity.${severity}`), render: ({ severity }) => <SeverityBadge severity={severity} /> },
    { key: "count", label: t("poverty.import.kindCount"), align: "end", render: ({ count }) => figureText(count) },
    ...(action ? [{ key: "action", label: t("poverty.import.kindAction"), nowrap: true, text: null, render: action }] : []),
  ];
  return (
    <DataTable
      label={t("poverty.import.kinds")}
      name="kinds"
      local
      exports={false}
      columns={columns}
      rows={kinds}
      rowKey={({ severity, code }) => `${severity} ${code}`}
      onOpen={({ severity, code }) => set({ code, severity, page: null }, "replace")}
    />
  );
}
