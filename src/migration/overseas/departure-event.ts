import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { addJobEvent, findEventOfCase, findOverseasEvent, linkOverseas, unlinkOverseas, voidJobEvent, type NewJobEvent } from "../../jobs/public.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { KnownDay } from "../rules/known-day.ts";
import { addAction, type OverseasCase } from "./store.ts";

/** Why it counts beside work of the same person within a year: the stay is another, told apart by its case. */
const DISTINCT = "xuất cảnh đi làm việc ở nước ngoài theo hồ sơ";

/**
 * The departure as a job event (channel nuoc_ngoai), once a case. An event abroad that a list put on file before is taken as this one and not counted again.
 * Errors: refused with the code of `addJobEvent` ("jobs.tooYoung" …).
 */
export async function countDeparture(tx: Tx, services: Pick<Services, "today">, before: OverseasCase, departure: KnownDay & { readonly reportedOn: PlainDate }): Promise<readonly Change[]> {
  const event: NewJobEvent = {
    worker: { personId: before.personId, hamletId: before.hamletId, fullName: before.fullName, birthDate: before.birthDate, birthYear: before.birthYear, sex: before.sex },
    startedOn: departure.on, reportedOn: departure.reportedOn, channel: "nuoc_ngoai", nature: "new", placeKind: "nuoc_ngoai", employerId: null, employerName: null, job: before.job, vsco: before.vsco, wage: null,
    evidence: [{ kind: "departure", note: before.contractNo }], distinctReason: null, overseasId: before.id,
  };
  const { id, linked, changes } = await addOnce(tx, services, event);
  await tx.client.query("update overseas_case set job_event_id = $2 where id = $1", [before.id, id]);
  await addAction(tx, before, linked ? "linkEvent" : "countEvent", services.today(), { jobEventId: id });
  return changes;
}

async function addOnce(tx: Tx, services: Pick<Services, "today">, event: NewJobEvent): Promise<{ id: string; linked: boolean; changes: readonly Change[] }> {
  try {
    const { id, kind, changes } = await addJobEvent(tx, event, services.today());
    return { id, linked: kind === "linked", changes };
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "jobs.maybeSameEvent") throw cause;
    const eventId = String(cause.data["eventId"]);
    const found = await findOverseasEvent(tx, eventId);
    if (found) return { id: eventId, linked: true, changes: await linkOverseas(tx, eventId, found.hamletId, event.overseasId!) };
    const { id, kind, changes } = await addJobEvent(tx, { ...event, distinctReason: DISTINCT }, services.today());
    return { id, linked: kind === "linked", changes };
  }
}

/** The departure was recorded wrongly: the event that it made is voided, one that was there before is let go. */
export async function uncountDeparture(tx: Tx, before: OverseasCase, reason: string): Promise<readonly Change[]> {
  const id = await findEventOfCase(tx, before.id);
  const { rows } = await tx.client.query<{ linked: boolean }>("select kind = 'linkEvent' as linked from overseas_action where case_id = $1 and kind in ('linkEvent', 'countEvent') order by seq desc limit 1", [before.id]);
  await tx.client.query("update overseas_case set job_event_id = null where id = $1", [before.id]);
  if (id === undefined) return [];
  return rows[0]?.linked ? unlinkOverseas(tx, id) : voidJobEvent(tx, id, reason);
}
