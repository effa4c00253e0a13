import { useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { dayText } from "../../web/design/format.ts";
import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useToast } from "../../web/design/toast.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { dateInVietnam } from "../../kernel/date.ts";
import { indicatorsRoutes, type Frozen, type SourceView } from "../contract.ts";

const KEEPERS = ["commune", "province"];

/** What was frozen of this number, and what is different now. */
export function FrozenFigures({ view }: { view: SourceView }) {
  const t = useText();
  const say = useToast();
  const { role } = useSession();
  const command = useCommand(indicatorsRoutes.freeze);
  const freeze = () =>
    command.mutate(
      { body: { indicator: view.indicator, area: view.area.uid, year: view.period.year, period: view.period.code } },
      { onSuccess: () => say(t("indicators.frozen.done", { text: view.figure.text ?? "" })) },
    );
  return (
    <Section
      title={t("indicators.frozen.title")}
      actions={KEEPERS.includes(role) && view.figure.value !== null && <Button size="small" busy={command.isPending} onClick={freeze}>{t("indicators.frozen.freeze")}</Button>}
    >
      <ErrorNotice error={command.error} />
      {view.frozen.length === 0 && <Hint>{t("indicators.frozen.none")}</Hint>}
      <Stack gap="tight">
        {view.frozen.map((one) => (
          <FrozenFigure key={one.id} one={one} />
        ))}
      </Stack>
    </Section>
  );
}

function FrozenFigure({ one }: { one: Frozen }) {
  const t = useText();
  return (
    <div>
      <div>{t(one.same ? "indicators.frozen.same" : "indicators.frozen.changed", { text: one.text, day: dayText(dateInVietnam(Date.parse(one.frozenAt))) })}</div>
      {one.changes.map((change) => (
        <Hint key={change.label + change.on}>{t("indicators.frozen.change", { label: change.label, on: dayText(change.on), frozen: change.frozen, now: change.now })}</Hint>
      ))}
    </div>
  );
}
