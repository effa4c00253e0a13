import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Select } from "../../../web/design/form/select.tsx";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Preview } from "../../list-import/contract.ts";
import type { Draft } from "../../../exchange/rules/list-draft.ts";
import classes from "./list-import.module.css";

type Written = Preview["hamlets"][number];

/** Hamlets of the list that are not on file: made, or taken for one that is. */
export function HamletsTab({ preview: { hamlets, hamletsOnFile }, draft, onChange }: { preview: Preview; draft: Draft; onChange: (changes: Partial<Draft>) => void }) {
  const t = useText();
  if (hamlets.length === 0) return <EmptyState title={t("registry.lists.hamletsKnown")}>{t("registry.lists.hamletsKnownText")}</EmptyState>;
  const columns: Column<Written>[] = [
    { key: "text", label: t("registry.lists.hamletWritten"), main: true, render: ({ text }) => text },
    { key: "commune", label: t("registry.lists.commune"), render: ({ commune }) => commune },
    { key: "rows", label: t("registry.lists.rows"), align: "end", render: ({ rows }) => figureText(rows || null) },
    {
      key: "chosen", label: t("registry.lists.hamletChosen"), text: null,
      render: ({ key, text, commune, unitUid, chosen }) => (
        <div className={classes["bare"]}>
          <Select
            label={t("registry.lists.hamletOf", { text: `${text} (${commune})` })} options={hamletsOnFile.filter((one) => one.unitUid === unitUid).map(({ id, name }) => ({ value: id, label: name }))}
            none={t("registry.lists.hamletNew")} value={(draft.hamlets[key] ?? chosen) || null} onChange={(id) => onChange({ hamlets: { ...draft.hamlets, [key]: id ?? "" } })}
          />
        </div>
      ),
    },
  ];
  return (
    <Stack>
      <Hint>{t("registry.lists.hamletsHint")}</Hint>
      <DataTable label={t("registry.lists.hamletsNotOnFile")} name="hamlets" local exports={false} columns={columns} rows={hamlets} rowKey={({ key }) => key} />
    </Stack>
  );
}
