import type { PlainDate } from "../../kernel/date.ts";
import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Change, Tx } from "../../platform/door.ts";
import { coded, field, importers, listKind, type PlacedRow, sharedFields } from "../../registry/public.ts";
import { getClass } from "../classes/store.ts";
import { enrolmentsOfClass, type Enrolment } from "../learners/store.ts";
import { mustRunClass } from "../policy.ts";
import { MARK_WORDS, readAttendanceRow, type AttendanceRow } from "../rules/attendance-row.ts";
import { TAKES_MARKS } from "../rules/class-state.ts";
import { attends, writeMarks } from "../timetable/attendance.ts";
import { listSessions, type Session } from "../timetable/sessions.ts";
import { classOptions } from "./class-choice.ts";

/** "12", "12/3", "Ngày 12", "12/3 S" */
const DAY_HEADING = /^(?:ngày\s*)?(?:0?[1-9]|[12]\d|3[01])(?:\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?)?\s*[sct]?$/iu;

/** "3/2024" as "2024-03"; the month of the list's day where it says nothing. */
function monthOf(text: string | undefined, asOf: PlainDate): string {
  const read = text === undefined ? undefined : parseLooseDate(text);
  return read?.month === undefined && read?.date === undefined ? asOf.slice(0, 7) : (read.date?.slice(0, 7) ?? `${read.year}-${String(read.month).padStart(2, "0")}`);
}

/** A mark belongs to the session of its part of the day, or to every session held that day. */
const sessionsFor = (sessions: readonly Session[], { on, part }: AttendanceRow["marks"][number]): Session[] => sessions.filter((one) => one.on === on && (part === null || one.part === part));

/** Learners by name and, where the sheet tells it, year of birth. */
const learnersFor = (learners: readonly Enrolment[], { nameKey, birthYear }: AttendanceRow): Enrolment[] =>
  learners.filter((one) => fold(one.fullName) === nameKey && (birthYear === null || one.birthYear === null || one.birthYear === birthYear));

function problemsOf(row: AttendanceRow, learners: readonly Enrolment[], held: readonly Session[], openedOn: PlainDate | null): { code: string; field?: string; data?: Record<string, string | number> }[] {
  const [one, other] = learnersFor(learners, row);
  if (one === undefined) return [{ code: "learnerUnknown", field: "member_name", data: { name: row.fullName } }];
  if (other !== undefined) return [{ code: "learnerAmbiguous", field: "member_name", data: { name: row.fullName } }];
  return row.marks.flatMap((mark) => {
    const sessions = sessionsFor(held, mark);
    if (sessions.length === 0) return [{ code: "sessionMissing", data: { on: mark.on } }];
    if (sessions.some(({ locked }) => locked)) return [{ code: "sheetLocked", data: { on: mark.on } }];
    if (openedOn !== null && mark.on < openedOn) return [{ code: "beforeOpening", data: { on: mark.on } }];
    return attends(one, mark.on) ? [] : [{ code: "notThere", data: { on: mark.on, name: row.fullName } }];
  });
}

async function readClass(tx: Tx, parameters: Readonly<Record<string, string>>) {
  const found = await getClass(tx, parameters["class"] ?? "");
  mustRunClass(tx.actor, found);
  const held = (await listSessions(tx, found.id)).filter(({ cancelledOn }) => cancelledOn === null);
  return { found, held, learners: await enrolmentsOfClass(tx, found.id) };
}

async function takeRow(tx: Tx, { value }: PlacedRow<AttendanceRow>, held: readonly Session[], learners: readonly Enrolment[]): Promise<{ id: string; changes: Change[] }> {
  const [one] = learnersFor(learners, value);
  const byId = new Map(learners.map((each) => [each.id, each]));
  const changes: Change[] = [];
  for (const mark of value.marks) for (const session of sessionsFor(held, mark)) changes.push(...(await writeMarks(tx, session, byId, [{ enrolmentId: one!.id, state: mark.mark }])));
  return { id: one!.id, changes };
}

/** The attendance sheet of a month, as kept on paper or in a workbook: a column a day. */
export const attendanceList = listKind<AttendanceRow>({
  kind: "training-attendance",
  titleKey: "training.attendanceList.title",
  format: {
    id: "training-attendance", layouts: [],
    fields: [...sharedFields("line_no", "member_name", "birth"), { ...field("day", "Ngày học", coded(MARK_WORDS), "", { repeated: true }), telling: 0.9, pattern: DAY_HEADING }],
  },
  mustHave: [["member_name"], ["day"]],
  about: "none",
  parameters: [{ key: "class", labelKey: "training.list.class", type: "choice", required: true, options: classOptions }, { key: "month", labelKey: "training.list.month", type: "text" }],
  mayTake: importers(["commune", "province", "training_centre"], ["training"]),
  readRow: (texts, { repeated, asOf, parameters }) => readAttendanceRow(texts["member_name"]!, texts["birth"]!, repeated("day"), monthOf(parameters["month"], asOf), asOf),
  rowKey: ({ value }, { parameters, asOf }) => `${parameters["class"]}|${monthOf(parameters["month"], asOf)}|${value.nameKey}|${value.birthYear ?? ""}`,
  check: async (tx, rows, { parameters }) => {
    const { found, held, learners } = await readClass(tx, parameters);
    if (!TAKES_MARKS.includes(found.stateName)) return rows.map((_, index) => ({ index, severity: "error" as const, code: "training.attendanceRow.classNotRunning", data: { name: found.name } }));
    return rows.flatMap((row, index) => (row.state === "unchanged" ? [] : problemsOf(row.value, learners, held, found.openedOn).map((problem) => ({ ...problem, index, severity: "error" as const, code: `training.attendanceRow.${problem.code}` }))));
  },
  commit: async (tx, rows, { parameters }) => {
    const { held, learners } = await readClass(tx, parameters);
    const ids: string[] = [];
    const changes: Change[] = [];
    for (const row of rows) {
      const taken = await takeRow(tx, row, held, learners);
      ids.push(taken.id);
      changes.push(...taken.changes);
    }
    return { ids, changes };
  },
  example: [{ line_no: 1, member_name: "Nguyễn Văn Ví Dụ", birth: "1990", day: "x" }, { line_no: 2, member_name: "Trần Thị Minh Họa", birth: "1988", day: "P" }],
});
