import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Id, maybe, MaybeString, Reason, Text, Version } from "../fields.ts";
import { MARKS, PARTS, SESSION_KINDS } from "../rules/codes.ts";

/** hours of a session: at most 12, in halves or tenths */
const SessionHours = z.string().check(z.regex(/^(?!0(\.0)?$)(\d|1[01])(\.\d)?$|^12(\.0)?$/));
const SessionFields = { part: z.enum(PARTS), kind: z.enum(SESSION_KINDS), hours: SessionHours };
const WeeklyLine = z.object({ weekday: z.int().check(z.gte(1), z.lte(7)), ...SessionFields });

export const TimetableBody = z.object({
  lines: z.array(WeeklyLine).check(z.minLength(1), z.maxLength(21)), from: Day, to: maybe(Day), count: maybe(z.int().check(z.gte(1), z.lte(400))), without: z._default(z.array(Day).check(z.maxLength(100)), []), teacher: maybe(Text), topic: maybe(Text),
});
export type TimetableBody = z.infer<typeof TimetableBody>;

/** `reason`: to move a session that was marked, or onto a day that has another one */
export const ChangeSessionBody = z.object({ baseVersion: Version, on: Day, ...SessionFields, topic: maybe(Text), teacher: maybe(Text), reason: maybe(Reason) });
export type ChangeSessionBody = z.infer<typeof ChangeSessionBody>;

/** `marked`, `present`: of learners in the actor's reach; `locked`: its day lies in a signed sheet. */
export const SessionView = z.object({
  id: z.string(), on: z.string(), part: z.enum(PARTS), kind: z.enum(SESSION_KINDS), hours: z.string(), topic: MaybeString, teacher: MaybeString, cancelledOn: MaybeString, cancelReason: MaybeString, version: z.number(), marked: z.number(),
  present: z.number(), locked: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const SheetView = z.object({ id: z.string(), fromOn: z.string(), toOn: z.string(), signer: z.string(), recordedAt: z.string(), scans: z.array(z.object({ id: z.string(), sha256: z.string(), recordedAt: z.string() })) });
export type SheetView = z.infer<typeof SheetView>;

export const MarkView = z.object({ enrolmentId: z.string(), fullName: z.string(), birthYear: z.nullable(z.number()), state: z.nullable(z.enum(MARKS)) });
export const AttendanceView = z.object({
  session: SessionView, classId: z.string(), className: z.string(), classCode: z.string(), learners: z.array(MarkView), previous: MaybeString, next: MaybeString, may: z.boolean(),
});
export type AttendanceView = z.infer<typeof AttendanceView>;

export const timetableRoutes = {
  sessions: route({ method: "GET", path: "/training/classes/:id/sessions", summary: "Lịch học của lớp", params: ById, query: z.object({}), answer: z.object({ rows: z.array(SessionView), sheets: z.array(SheetView), may: z.object({ run: z.boolean(), decide: z.boolean() }) }) }),
  makeTimetable: route({
    method: "POST", path: "/training/classes/:id/sessions", summary: "Lập lịch học theo mẫu tuần; buổi đã có giữ nguyên", params: ById, body: TimetableBody, answer: z.object({ added: z.number(), kept: z.number() }),
  }),
  changeSession: route({
    method: "POST", path: "/training/sessions/:id", summary: "Sửa một buổi học: ngày, buổi, nội dung, giáo viên", params: ById, body: ChangeSessionBody, answer: z.object({ version: z.number() }),
  }),
  cancelSession: route({ method: "POST", path: "/training/sessions/:id/cancel", summary: "Hủy một buổi học", params: ById, body: z.object({ baseVersion: Version, on: Day, reason: Reason }), answer: z.object({ version: z.number() }) }),
  attendance: route({ method: "GET", path: "/training/sessions/:id/attendance", summary: "Điểm danh một buổi học", params: ById, query: z.object({}), answer: AttendanceView }),
  markAttendance: route({
    method: "POST", path: "/training/sessions/:id/attendance", summary: "Ghi điểm danh", params: ById, body: z.object({ marks: z.array(z.object({ enrolmentId: Id, state: z.enum(MARKS) })).check(z.minLength(1), z.maxLength(1000)) }),
    answer: z.object({ changed: z.number() }),
  }),
  lockSheet: route({ method: "POST", path: "/training/classes/:id/sheets", summary: "Khóa sổ điểm danh đã ký của một khoảng ngày", params: ById, body: z.object({ from: Day, to: Day, signer: Text }), answer: z.object({ id: z.string() }) }),
  openSheet: route({ method: "POST", path: "/training/sheets/:id/open", summary: "Mở lại sổ điểm danh đã khóa", params: ById, body: z.object({ reason: Reason }), answer: z.object({ id: z.string() }) }),
  addScan: route({ method: "POST", path: "/training/sheets/:id/scans", summary: "Đính kèm ảnh, bản quét của sổ điểm danh đã ký", params: ById, body: "bytes", answer: z.object({ id: z.string(), sha256: z.string() }) }),
  scan: route({ method: "GET", path: "/training/scans/:id", summary: "Ảnh, bản quét của sổ điểm danh", params: ById, answer: "file" }),
  voidScan: route({ method: "POST", path: "/training/scans/:id/void", summary: "Bỏ ảnh đính kèm nhầm", params: ById, body: z.object({ reason: Reason }), answer: z.object({ id: z.string() }) }),
};
