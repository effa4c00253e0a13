import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { getClass } from "../classes/store.ts";
import { decidesClass, runsClass } from "../policy.ts";
import { attendanceOf, lockSheet, markAttendance, openSheet } from "./attendance.ts";
import { changeSession } from "./change-session.ts";
import { timetableRoutes } from "./contract.ts";
import { addScan, getScan, scansOf, voidScan } from "./scans.ts";
import { cancelSession, listSessions, makeTimetable } from "./sessions.ts";

/** Timetable, attendance, signed sheets. */
export function timetableApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(timetableRoutes, {
    sessions: ({ actor, params }) => door.read(actor, async (tx) => {
      const found = await getClass(tx, params.id);
      const { rows: sheets } = await tx.client.query<{ id: string; fromOn: string; toOn: string; signer: string; recordedAt: string }>(
        `select id, from_on::text as "fromOn", to_on::text as "toOn", signer, to_json(recorded_at) #>> '{}' as "recordedAt" from attendance_sheet where class_id = $1 and voided_at is null order by from_on`, [params.id]);
      const scans = await scansOf(tx, params.id);
      const rows = (await listSessions(tx, params.id)).map(({ classId: _class, unitUid: _unit, providerId: _provider, ...row }) => row);
      return { rows, sheets: sheets.map((sheet) => ({ ...sheet, scans: scans.get(sheet.id) ?? [] })), may: { run: runsClass(actor, found), decide: decidesClass(actor, found) } };
    }),
    makeTimetable: ({ actor, params, body, commandId }) => makeTimetable(services, actor, commandId, params.id, body),
    changeSession: ({ actor, params, body, commandId, language }) => changeSession(services, wording, actor, commandId, params.id, body, language),
    cancelSession: ({ actor, params, body, commandId }) => cancelSession(services, actor, commandId, params.id, body),
    attendance: ({ actor, params }) => door.read(actor, async (tx) => {
      const answer = await attendanceOf(tx, params.id);
      services.views.note(actor, "training.viewLearners", answer.classId, answer.learners.length);
      return answer;
    }),
    markAttendance: ({ actor, params, body, commandId }) => markAttendance(services, actor, commandId, params.id, body.marks),
    lockSheet: ({ actor, params, body, commandId }) => lockSheet(services, actor, commandId, params.id, body),
    openSheet: ({ actor, params, body, commandId }) => openSheet(services, actor, commandId, params.id, body.reason),
    addScan: ({ actor, params, body, commandId }) => addScan(services, actor, commandId, params.id, body),
    scan: ({ actor, params }) => getScan(services, actor, params.id),
    voidScan: ({ actor, params, body, commandId }) => voidScan(services, actor, commandId, params.id, body.reason),
  });
}
