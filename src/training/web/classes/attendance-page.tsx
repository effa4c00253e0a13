import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useParam } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { MARKS, type Mark } from "../../rules/codes.ts";
import { timetableRoutes, type AttendanceView } from "../../timetable/contract.ts";
import classes from "./attendance-page.module.css";

/** One session on a phone: everybody is there until tapped. */
export default function AttendancePage() {
  const t = useText();
  const id = useParam("id");
  const { data: view, error, refetch } = useAnswer(timetableRoutes.attendance, { params: { id }, query: {} }, { keep: true });
  const shown = view?.session.id === id ? view : undefined;
  return (
    <Page
      title={shown ? `${dayText(shown.session.on)} · ${t(`training.classes.part.${shown.session.part}`)}` : t("training.classes.attendance")} subtitle={shown && `${shown.className} (${shown.classCode})`} width="narrow"
      crumbs={[{ label: t("training.classes.title"), to: "/training/classes" }, ...(shown ? [{ label: shown.classCode, to: "/training/classes/$id", params: { id: shown.classId } }] : [])]}
    >
      <ErrorNotice error={error} retry={() => void refetch()} />
      {shown && (
        <Stack>
          <Row gap="tight" spread>
            {shown.previous ? <LinkButton size="small" to="/training/sessions/$id" params={{ id: shown.previous }}>{t("training.classes.previous")}</LinkButton> : <span />}
            {shown.next && <LinkButton size="small" to="/training/sessions/$id" params={{ id: shown.next }}>{t("training.classes.next")}</LinkButton>}
          </Row>
          <Why view={shown} />
          {shown.learners.length === 0
            ? <EmptyState title={t("training.classes.nobodyStudies")}>{t("training.classes.nobodyStudiesText")}</EmptyState>
            : <Marks key={`${id} ${shown.learners.map(({ state }) => state).join()}`} view={shown} />}
        </Stack>
      )}
    </Page>
  );
}

const closed = ({ session, may }: AttendanceView): boolean => !may || session.cancelledOn !== null || session.locked || session.on > today();

/** Why nothing can be marked. */
function Why({ view: { session } }: { view: AttendanceView }) {
  const t = useText();
  if (session.cancelledOn) return <Notice kind="warn" title={t("training.classes.sessionCancelled")}>{session.cancelReason}</Notice>;
  if (session.locked) return <Notice kind="info" title={t("training.classes.sessionLocked")}>{t("training.classes.lockedText")}</Notice>;
  return session.on > today() ? <Hint>{t("training.classes.toCome")}</Hint> : null;
}

function Marks({ view }: { view: AttendanceView }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(timetableRoutes.markAttendance);
  const fixed = closed(view);
  const initial = Object.fromEntries(view.learners.map(({ enrolmentId, state }) => [enrolmentId, state ?? (fixed ? null : "present")])) as Readonly<Record<string, Mark | null>>;
  const form = useForm<{ marks: Readonly<Record<string, Mark | null>> }>({ draft: `training:attendance:${view.session.id}`, initial: { marks: initial } });
  const marks = { ...initial, ...form.values.marks };
  const turn = (id: string) => form.set({ marks: { ...marks, [id]: MARKS[(MARKS.indexOf(marks[id] ?? "leave") + 1) % MARKS.length]! } });
  const count = (mark: Mark): number => Object.values(marks).filter((one) => one === mark).length;
  const save = () => command.mutate(
    { params: { id: view.session.id }, body: { marks: view.learners.map(({ enrolmentId }) => ({ enrolmentId, state: marks[enrolmentId] ?? "present" })) } },
    { onSuccess: () => (form.clear(), say(t("training.classes.marked"))) },
  );
  return (
    <Stack>
      {!fixed && <Hint>{t("training.classes.tapHint")}</Hint>}
      <ErrorNotice error={command.error} />
      <ul className={classes["list"]}>
        {view.learners.map(({ enrolmentId, fullName, birthYear }) => {
          const mark = marks[enrolmentId] ?? null;
          const words = mark === null ? t("training.classes.notMarked") : t(`training.classes.mark.${mark}`);
          return (
            <li key={enrolmentId}>
              <button type="button" className={`${classes["learner"]} ${mark === "absent" || mark === "leave" ? classes["away"] : ""}`} disabled={fixed} onClick={() => turn(enrolmentId)}>
                <span>{fullName}{birthYear === null ? "" : ` · ${birthYear}`}</span>
                <strong>{words}</strong>
              </button>
            </li>
          );
        })}
      </ul>
      {!fixed && (
        <div className={classes["save"]}>
          <span>{t("training.classes.counts", { present: count("present") + count("late"), absent: count("absent"), leave: count("leave") })}</span>
          <Button kind="primary" busy={command.isPending} onClick={save}>{t("training.classes.saveMarks")}</Button>
        </div>
      )}
    </Stack>
  );
}
