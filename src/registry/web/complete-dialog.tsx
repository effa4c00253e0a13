import { useState } from "react";
import type { PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { Checkbox } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { Hint, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type PopulationRow } from "../contract.ts";

/** Somebody answers for it that every household of these hamlets is in the register: rates may then count on it. */
export function CompleteDialog({ rows, on, onClose }: { rows: readonly PopulationRow[]; on: string; onClose: () => void }) {
  const t = useText();
  const command = useCommand(registryRoutes.declareComplete);
  const open = rows.filter((row) => row.complete === null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [from, setFrom] = useState<string | null>(on);
  const [by, setBy] = useState("");
  const toggle = (id: string, holds: boolean) => {
    const next = new Set(chosen);
    if (holds) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const ready = chosen.size > 0 && from !== null && by.trim().length > 2;
  return (
    <Drawer open title={t("registry.population.declare")} onClose={onClose}>
      <Stack>
        <Hint>{t("registry.population.declareWhat")}</Hint>
        <ErrorNotice error={command.error} />
        <DateInput label={t("registry.population.declareFrom")} value={from} onChange={setFrom} required />
        <TextInput label={t("registry.population.declareBy")} value={by} onChange={setBy} required />
        {open.length === 0 && <Hint>{t("registry.population.allDeclared")}</Hint>}
        {open.map((row) => (
          <Checkbox key={row.hamletId} label={t("registry.population.declareLine", { hamlet: row.hamlet, households: row.registry.households })} value={chosen.has(row.hamletId)} onChange={(holds) => toggle(row.hamletId, holds)} />
        ))}
        <div>
          <Button kind="primary" disabled={!ready} busy={command.isPending} onClick={() => command.mutate({ body: { hamletIds: [...chosen], from: from as PlainDate, declaredBy: by.trim() } }, { onSuccess: onClose })}>
            {t("registry.population.declare")}
          </Button>
        </div>
      </Stack>
    </Drawer>
  );
}
