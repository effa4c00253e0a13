import { type ReactNode, useState } from "react";
import { dateInVietnam } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { dayText } from "../../../web/design/format.ts";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import type { indicatorsRoutes } from "../../contract.ts";

/** Something entered from a document. It can be withdrawn with a reason, and then stays listed, struck. */
export interface Entry {
  readonly id: string;
  readonly recordedAt: string;
  readonly voided: boolean;
  readonly voidReason: string | null;
}

export const struck = ({ voided }: Entry, content: ReactNode): ReactNode => (voided ? <s>{content}</s> : content);

export const recordedDay = ({ recordedAt }: Entry): string => dayText(dateInVietnam(Date.parse(recordedAt)));

export const stateText = ({ voided, voidReason }: Entry, t: Translate): string =>
  [t(voided ? "indicators.plans.state.voided" : "indicators.plans.state.stands"), ...(voidReason ? [t("indicators.plans.state.reason", { reason: voidReason })] : [])].join(". ");

export function EntryState({ entry: { voided, voidReason } }: { entry: Entry }) {
  const t = useText();
  return (
    <>
      <StatusBadge pattern={voided ? "striped" : "plain"}>{t(voided ? "indicators.plans.state.voided" : "indicators.plans.state.stands")}</StatusBadge>
      {voidReason && <div>{t("indicators.plans.state.reason", { reason: voidReason })}</div>}
    </>
  );
}

interface VoidProps {
  readonly entry: Entry;
  readonly route: typeof indicatorsRoutes.voidPlan | typeof indicatorsRoutes.voidTypedFigure;
  /** names the entry: "Tỷ lệ hộ nghèo, 2023: 6,50%" */
  readonly what: string;
}

export function VoidButton({ entry, route, what }: VoidProps) {
  const t = useText();
  const say = useToast();
  const command = useCommand(route);
  const [asked, setAsked] = useState(false);
  if (entry.voided) return "—";
  const confirm = (reason: string) => command.mutate({ params: { id: entry.id }, body: { reason } }, { onSuccess: () => (setAsked(false), say(t("indicators.plans.voided", { what }))) });
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)}>
        {t("indicators.plans.void")}
        <span className="visually-hidden">{`: ${what}`}</span>
      </Button>
      {asked && (
        <ConfirmDialog open reason title={t("indicators.plans.voidAsk", { what })} action={t("indicators.plans.void")} busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={confirm} onClose={() => setAsked(false)}>
          <p>{t("indicators.plans.voidText")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
