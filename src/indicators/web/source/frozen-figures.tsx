import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { indicatorsRoutes, type Frozen, type SourceView } from "../../contract.ts";
import { mayPlan } from "../plans/choices.ts";
import { momentOf } from "./moment.ts";
import { narrow } from "./shown.ts";
import classes from "./source.module.css";
import { useSource } from "./source-state.ts";

/** What is frozen is the figure at the end of its period, or of today while it runs. */
const isWholePeriod = ({ on, period }: SourceView): boolean => on === (period.endsOn < today() ? period.endsOn : today());

/** What was frozen of this number, and what is different now. */
export function FrozenFigures({ view }: { view: SourceView }) {
  const t = useText();
  const say = useToast();
  const session = useSession();
  const { knownAt } = useSource();
  const command = useCommand(indicatorsRoutes.freeze);
  const freeze = () =>
    command.mutate(
      { body: { indicator: view.indicator, area: view.area.uid, year: view.period.year, period: view.period.code } },
      { onSuccess: () => say(t("indicators.source.frozen.done", { text: narrow(view.figure.text ?? "", t) })) },
    );
  const may = mayPlan(session) && view.figure.value !== null && knownAt === undefined;
  const button = may && isWholePeriod(view) && (
    <Button size="small" busy={command.isPending} onClick={freeze}>
      {t("indicators.source.freeze")}
    </Button>
  );
  return (
    <Section title={t("indicators.source.frozen.title")} actions={button}>
      <ErrorNotice error={command.error} />
      <Hint>{t("indicators.source.frozen.what")}</Hint>
      {may && !isWholePeriod(view) && <Hint>{t("indicators.source.frozen.notWhole", { end: dayText(view.period.endsOn) })}</Hint>}
      {view.frozen.length === 0 && <Hint>{t("indicators.source.frozen.none")}</Hint>}
      {view.frozen.length > 0 && (
        <ul className={classes["frozen"]}>
          {view.frozen.map((one) => (
            <FrozenFigure key={one.id} one={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function FrozenFigure({ one }: { one: Frozen }) {
  const t = useText();
  const { knownAt, lookBack } = useSource();
  return (
    <li>
      <div>
        <b className="numbers">{narrow(one.text, t)}</b> {t("indicators.source.frozen.at", momentOf(one.frozenAt))}
      </div>
      <StatusBadge pattern={one.same ? "plain" : "striped"}>{t(one.same ? "indicators.source.frozen.same" : "indicators.source.frozen.changed")}</StatusBadge>
      {one.changes.map((change) => (
        <Hint key={`${change.label} ${change.on}`}>{t("indicators.source.frozen.change", { label: change.label, on: dayText(change.on), frozen: change.frozen, now: change.now })}</Hint>
      ))}
      {knownAt !== one.knownAt && (
        <Button kind="quiet" size="small" onClick={() => lookBack(one.knownAt)}>
          {t("indicators.source.frozen.lookBack")}
        </Button>
      )}
    </li>
  );
}
