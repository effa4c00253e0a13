import { useState } from "react";
import type { PlainDate } from "../../kernel/date.ts";
import { useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import { dayText, figureText } from "../../web/design/format.ts";
import { KeyValue } from "../../web/design/key-value.tsx";
import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type PopulationCount, type PopulationRow } from "../contract.ts";

/** Where the numbers of a hamlet come from, day by day; a wrong line is taken back with a reason. */
export function PopulationHistory({ row, on, mayKeep }: { row: PopulationRow; on: PlainDate; mayKeep: boolean }) {
  const t = useText();
  const withdraw = useCommand(registryRoutes.withdrawComplete);
  return (
    <Stack gap="wide">
      <KeyValue
        pairs={[
          { label: t("registry.population.inRegister"), value: t("registry.population.inRegisterText", { households: row.registry.households, persons: row.registry.persons ?? 0 }) },
          { label: t("registry.population.complete"), value: row.complete ? t("registry.population.declaredBy", { from: dayText(row.complete.from), by: row.complete.declaredBy }) : t("registry.population.notDeclared") },
        ]}
      />
      {row.complete && mayKeep && (
        <div>
          <Button size="small" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id: row.complete!.id }, body: { on } })}>
            {t("registry.population.withdraw")}
          </Button>
        </div>
      )}
      <ErrorNotice error={withdraw.error} />
      {row.counts.length === 0 && <Hint>{t("registry.population.none")}</Hint>}
      {row.counts.map((count) => (
        <CountEntry key={count.id} count={count} mayKeep={mayKeep} />
      ))}
    </Stack>
  );
}

function CountEntry({ count, mayKeep }: { count: PopulationCount; mayKeep: boolean }) {
  const t = useText();
  const command = useCommand(registryRoutes.voidPopulation);
  const [asked, setAsked] = useState(false);
  return (
    <Section title={dayText(count.onDate)} actions={mayKeep && <Button size="small" onClick={() => setAsked(true)}>{t("registry.population.void")}</Button>}>
      <KeyValue
        pairs={[
          { label: t("registry.population.households"), value: figureText(count.households) },
          { label: t("registry.population.persons"), value: figureText(count.persons) },
          { label: t("registry.population.minority"), value: figureText(count.minorityHouseholds) },
          { label: t("registry.population.areaType"), value: count.areaType === null ? null : t(`areas.type.${count.areaType}`) },
          { label: t("registry.population.kind"), value: t(`registry.figureKind.${count.figureKind}`) },
          { label: t("registry.population.source"), value: count.source },
          { label: t("registry.population.signer"), value: count.signer },
        ]}
      />
      <ConfirmDialog
        open={asked}
        title={t("registry.population.voidAsk", { on: dayText(count.onDate) })}
        action={t("registry.population.void")}
        reason
        busy={command.isPending}
        error={<ErrorNotice error={command.error} />}
        onConfirm={(reason) => command.mutate({ params: { id: count.id }, body: { reason } }, { onSuccess: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      />
    </Section>
  );
}
