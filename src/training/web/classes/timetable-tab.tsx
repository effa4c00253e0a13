import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import type { ClassPageView } from "../../classes/contract.ts";
import { timetableRoutes, type SessionView } from "../../timetable/contract.ts";
import { LockForm } from "./lock-form.tsx";
import { SessionForm } from "./session-form.tsx";
import { SheetRow } from "./sheet-row.tsx";
import { TimetableForm } from "./timetable-form.tsx";
import { decimalWords } from "./words.ts";

const stateOf = (row: SessionView, t: Translate): string =>
  row.cancelledOn ? t("training.classes.sessionCancelled") : row.locked ? t("training.classes.sessionLocked") : row.marked > 0 ? t("training.classes.present", { present: row.present, marked: row.marked }) : row.on <= today() ? t("training.classes.notMarked") : t("training.classes.toCome");

/** Sessions of a class, by the day; each opens its attendance. */
export function TimetableTab({ page }: { page: ClassPageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(timetableRoutes.sessions, { params: { id: page.row.id }, query: {} }, { keep: true });
  const close = () => set({ do: null, session: null }, "replace");
  const done = ["closed", "settled", "cancelled"].includes(page.row.state);
  const chosen = data?.rows.find(({ id }) => id === values["session"]);
  const sheet = data?.sheets.find(({ id }) => `open:${id}` === values["do"]);
  const tools = data?.may.run && !done && (
    <Row gap="tight">
      <Button size="small" kind="primary" onClick={() => set({ do: "timetable" }, "replace")}>{t("training.classes.makeTimetable")}</Button>
      {data.rows.length > 0 && <LinkButton size="small" to="/import/list/$kind" params={{ kind: "training-attendance" }} search={{ class: page.row.id }}>{t("training.classes.importSheet")}</LinkButton>}
      {data.rows.length > 0 && <Button size="small" onClick={() => set({ do: "lock" }, "replace")}>{t("training.classes.lock")}</Button>}
    </Row>
  );
  return (
    <Stack gap="wide">
      <DataTable<SessionView>
        label={t("training.classes.tab.timetable")} name="sessions" local rows={data?.rows} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/training/sessions/$id", params: { id: row.id } })} error={error} onRetry={() => void refetch()} tools={tools}
        exports={[`${page.row.code} · ${page.row.name}`]}
        columns={[
          { key: "day", label: t("training.classes.day"), main: true, nowrap: true, sort: true, sortValue: (row) => row.on, render: (row) => `${dayText(row.on)} · ${t(`training.classes.part.${row.part}`)}` },
          { key: "kind", label: t("training.classes.sessionKind"), render: (row) => t(`training.classes.sessionKind.${row.kind}`) },
          { key: "hours", label: t("training.classes.hours"), align: "end", render: (row) => decimalWords(row.hours) },
          { key: "topic", label: t("training.classes.topic"), render: (row) => row.topic ?? "—" },
          { key: "teacher", label: t("training.classes.teacher"), hidden: true, render: (row) => row.teacher ?? "—" },
          { key: "state", label: t("training.classes.attendance"), text: (row) => stateOf(row, t), render: (row) => <StatusBadge pattern={row.cancelledOn ? "refused" : row.locked ? "solid" : row.marked > 0 ? "striped" : "plain"}>{stateOf(row, t)}</StatusBadge> },
          ...(data?.may.run && !done ? [{
            key: "do", label: t("training.classes.action"), text: null,
            render: (row: SessionView) => !row.cancelledOn && !row.locked && (
              <Row gap="tight">
                <Button size="small" kind="quiet" onClick={() => set({ do: "session", session: row.id }, "replace")}>{t("training.classes.editSession")}</Button>
                <Button size="small" kind="quiet" onClick={() => set({ do: "cancel", session: row.id }, "replace")}>{t("training.classes.cancelSession")}</Button>
              </Row>
            ),
          }] : []),
        ]}
        empty={<EmptyState title={t("training.classes.noSessions")} actions={tools}>{t("training.classes.noSessionsText")}</EmptyState>}
      />
      {data && data.sheets.length > 0 && (
        <Section title={t("training.classes.sheets")}>
          {data.sheets.map((one) => <SheetRow key={one.id} sheet={one} may={data.may} onOpen={() => set({ do: `open:${one.id}` }, "replace")} />)}
        </Section>
      )}
      {data?.may.run && values["do"] === "timetable" && <Drawer open title={t("training.classes.makeTimetable")} onClose={close}><TimetableForm page={page} onDone={close} /></Drawer>}
      {data?.may.run && values["do"] === "lock" && <Drawer open title={t("training.classes.lock")} onClose={close}><LockForm page={page} rows={data.rows} onDone={close} /></Drawer>}
      {chosen && values["do"] === "cancel" && <CancelSession session={chosen} onClose={close} />}
      {data?.may.run && chosen && values["do"] === "session" && <Drawer open title={t("training.classes.editSessionOf", { on: dayText(chosen.on) })} onClose={close}><SessionForm session={chosen} rows={data.rows} onDone={close} /></Drawer>}
      {sheet && <OpenSheet id={sheet.id} text={t("training.classes.sheet", { from: dayText(sheet.fromOn), to: dayText(sheet.toOn), signer: sheet.signer })} onClose={close} />}
    </Stack>
  );
}

function CancelSession({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(timetableRoutes.cancelSession);
  const run = (reason: string) => command.mutate({ params: { id: session.id }, body: { baseVersion: session.version, on: today() as PlainDate, reason } }, { onSuccess: () => (say(t("training.classes.saved")), onClose()) });
  return (
    <ConfirmDialog open title={t("training.classes.cancelSessionOf", { on: dayText(session.on) })} action={t("training.classes.cancelSession")} danger reason busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={run} onClose={onClose}>
      {session.marked > 0 && <p>{t("training.classes.cancelMarked", { count: figureText(session.marked) })}</p>}
    </ConfirmDialog>
  );
}

function OpenSheet({ id, text, onClose }: { id: string; text: string; onClose: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(timetableRoutes.openSheet);
  const run = (reason: string) => command.mutate({ params: { id }, body: { reason } }, { onSuccess: () => (say(t("training.classes.saved")), onClose()) });
  return (
    <ConfirmDialog open title={t("training.classes.openSheet")} action={t("training.classes.openSheet")} reason busy={command.isPending} error={<ErrorNotice error={command.error} />} onConfirm={run} onClose={onClose}>
      <p>{text}</p>
    </ConfirmDialog>
  );
}
