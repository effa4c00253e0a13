import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Preview } from "../../household-list/contract.ts";
import type { Draft } from "../../../exchange/rules/list-draft.ts";
import classes from "./import.module.css";

type Written = Preview["hamlets"][number];

/** Hamlets of the list that are not on file: made, or taken for one that is. */
export function HamletsTab({ preview, draft, onChange }: { preview: Preview; draft: Draft; onChange: (changes: Partial<Draft>) => void }) {
  const t = useText();
  const { hamlets, hamletsOnFile } = preview;
  if (hamlets.length === 0) return <EmptyState title={t("poverty.import.hamletsKnown")}>{t("poverty.import.hamletsKnownText")}</EmptyState>;
  const optionsOf = ({ like, unitUid }: Written) => [...like, ...hamletsOnFile.filter((one) => one.unitUid === unitUid && !like.some(({ id }) => one.id === id))].map(({ id, name }) => ({ value: id, label: name }));
  const chosenOf = ({ key, chosen }: Written): string | null => (draft.hamlets[key] ?? chosen) || null;
  const columns: Column<Written>[] = [
    { key: "text", label: t("poverty.import.hamletWritten"), main: true, render: ({ text }) => text },
    ...(hamlets.some(({ commune }) => commune !== null) ? [{ key: "commune", label: t("poverty.import.communes.name"), render: ({ commune }: Written) => commune ?? "—" }] : []),
    { key: "households", label: t("poverty.import.hamletHouseholds"), align: "end", render: ({ households }) => figureText(households || null) },
    { key: "like", label: t("poverty.import.hamletLike"), render: ({ like }) => like.map(({ name }) => name).join(", ") || "—" },
    {
      key: "chosen", label: t("poverty.import.hamletChosen"), text: null,
      render: (hamlet) => (
        <div className={classes["bare"]}>
          <Select
            label={t("poverty.import.hamletOf", { text: hamlet.commune === null ? hamlet.text : `${hamlet.text} (${hamlet.commune})` })}
            options={optionsOf(hamlet)}
            none={t("poverty.import.hamletNew")}
            value={chosenOf(hamlet)}
            onChange={(id) => onChange({ hamlets: { ...draft.hamlets, [hamlet.key]: id ?? "" } })}
          />
        </div>
      ),
    },
  ];
  return (
    <Stack>
      <Hint>{t("poverty.import.hamletsHint")}</Hint>
      <DataTable label={t("poverty.import.hamletsNotOnFile")} name="hamlets" local exports={false} columns={columns} rows={hamlets} rowKey={({ key }) => key} />
    </Stack>
  );
}
