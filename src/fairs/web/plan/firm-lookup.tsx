import { useState } from "react";
import { enterprisesRoutes, type OrganisationRow } from "../../../enterprises/contract.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";

const SHOWN = 8;
const LEAST = 2;

/** Finds the firm in the list of organisations by name or tax code; what is on file fills the form. `chosen`: the name of the one taken. */
export function FirmLookup({ id, chosen, onChoose }: { id: string; chosen: string | null; onChoose: (row: OrganisationRow | null) => void }) {
  const t = useText();
  const [text, setText] = useState("");
  const q = text.trim();
  const { data } = useAnswer(enterprisesRoutes.organisations, { query: { on: today(), q } }, { keep: true, enabled: q.length >= LEAST && chosen === null });
  const found = q.length >= LEAST ? (data?.rows ?? []) : [];
  if (chosen !== null) {
    return <FieldSet label={t("fairs.plan.onFile")} id={id}><Row><span>{chosen}</span><Button size="small" kind="quiet" onClick={() => onChoose(null)}>{t("fairs.plan.unlink")}</Button></Row></FieldSet>;
  }
  return (
    <FieldSet label={t("fairs.plan.onFile")} id={id}>
      <TextInput label={t("fairs.plan.findFirm")} hint={t("fairs.plan.findFirmHint")} value={text} onChange={setText} />
      <Stack gap="tight">
        {found.slice(0, SHOWN).map((row) => (
          <Button key={row.id} size="small" onClick={() => (setText(""), onChoose(row))}>{[row.name, row.taxCode, row.unit].filter(Boolean).join(" · ")}</Button>
        ))}
      </Stack>
      {found.length > SHOWN && <Hint>{t("fairs.plan.moreFirms", { more: found.length - SHOWN })}</Hint>}
      {q.length >= LEAST && data && found.length === 0 && <Hint>{t("fairs.plan.noFirmFound")}</Hint>}
    </FieldSet>
  );
}
