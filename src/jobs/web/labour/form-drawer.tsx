import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { labourRoutes, type FormBody, type StatusRow } from "../../labour-status/contract.ts";
import type { FormKey } from "../../labour-status/rules/labour-form.ts";

const CODED: ReadonlySet<string> = new Set(["education", "qualification", "state", "position", "insurance", "contract", "workplaceKind", "unemployedFor", "inactiveReason", "jobWant"]);
const ORDER: readonly FormKey[] = [
  "state", "position", "job", "vsco", "insurance", "contract", "contractOn", "workplace", "workplaceKind", "vsic", "workplaceAddress", "industrialZone", "everWorked", "unemployedFor", "previousJob", "inactiveReason", "education", "qualification",
  "major", "priority", "jobWant", "jobWanted", "wageWantedDong", "trainingWant", "tradeWanted", "levelWanted", "trainingWhen", "note",
];

function shown(key: FormKey, value: FormBody[FormKey], t: Translate): string | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.map((code) => t(`labour.priority.${code}`)).join("; ");
  if (typeof value === "boolean") return t(value ? "labour.yes" : "labour.no");
  if (typeof value === "number") return figureText(value);
  if (key === "contractOn") return dayText(value as PlainDate);
  return CODED.has(key) ? t(`labour.${key}.${value as string}`) : (value as string);
}

/** One form with its answers, and the other forms of the person, those told anew among them. */
export function FormDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const { on } = useAreaPeriod();
  const [voiding, setVoiding] = useState(false);
  const { data, error } = useAnswer(labourRoutes.one, { params: { id }, query: { on } });
  const remove = useCommand(labourRoutes.remove);
  const answers = (row: StatusRow) => ORDER.flatMap((key) => {
    const value = shown(key, row.form[key], t);
    return value === null ? [] : [{ label: t(`labour.field.${key}`), value }];
  });
  return (
    <Drawer open title={data?.row.fullName ?? t("jobs.labour.one")} onClose={onClose}>
      {error && <ErrorNotice error={error} />}
      {data && (
        <Stack gap="wide">
          <KeyValue
            pairs={[
              { label: t("jobs.labour.birth"), value: data.row.birthDate === null ? (data.row.birthYear === null ? null : String(data.row.birthYear)) : dayText(data.row.birthDate) }, { label: t("jobs.labour.hamlet"), value: `${capital(data.row.hamlet)}, ${data.row.unit}` },
              { label: t("jobs.labour.identified"), value: t(data.row.personId === null ? "jobs.labour.identified.no" : "jobs.labour.identified.yes") }, { label: t("labour.period"), value: data.row.period }, { label: t("jobs.labour.surveyedOn"), value: dayText(data.row.surveyedOn) },
              ...answers(data.row),
            ]}
          />
          {data.row.voidedAt === null && (
            <Row>
              {data.may.enter && <LinkButton to="/jobs/labour/new" search={{ edit: id }}>{t("jobs.labour.correctIt")}</LinkButton>}
              {data.may.keep && <Button kind="danger" onClick={() => setVoiding(true)}>{t("jobs.labour.void")}</Button>}
            </Row>
          )}
          {data.others.length > 0 && (
            <Section title={t("jobs.labour.others")}>
              <ul>
                {data.others.map((row) => (
                  <li key={row.id}>{t(row.voidedAt === null ? "jobs.labour.other" : row.voidReason === "replaced" ? "jobs.labour.otherReplaced" : "jobs.labour.otherVoided", { period: row.period, on: dayText(row.surveyedOn), state: t(`labour.state.${row.form.state}`) })}</li>
                ))}
              </ul>
            </Section>
          )}
        </Stack>
      )}
      <ConfirmDialog
        open={voiding} title={t("jobs.labour.voidTitle")} action={t("jobs.labour.void")} danger reason busy={remove.isPending} error={<ErrorNotice error={remove.error} />} onClose={() => setVoiding(false)}
        onConfirm={(reason) => remove.mutate({ params: { id }, body: { reason } }, { onSuccess: onClose })}
      />
    </Drawer>
  );
}
