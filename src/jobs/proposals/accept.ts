import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { addJobEvent, type EventLinks, type NewJobEvent } from "../events/add-event.ts";
import { identified } from "../events/enter.ts";
import { mustEnter } from "../policy.ts";
import type { Evidence, PlaceKind } from "../rules/event.ts";
import type { Hire, HireSource } from "../rules/hire.ts";
import type { Accepted } from "./contract.ts";
import { insertDecision, isDecided } from "./decisions.ts";
import type { Sources } from "./sources.ts";

type Item = Pick<Accepted, "source" | "recordId">;

/** The hirings as their records tell them now, in the order asked; undefined where the record stands no longer or is out of reach. */
export async function hiresOfRecords(tx: Tx, sources: Sources, items: readonly Item[]): Promise<(Hire | undefined)[]> {
  const found = new Map<string, Hire>();
  for (const source of new Set(items.map((item) => item.source))) {
    for (const { recordId, hire } of await sources[source].states(tx, items.filter((item) => item.source === source).map((item) => item.recordId))) if (hire !== null) found.set(`${source} ${recordId}`, hire);
  }
  return items.map(({ source, recordId }) => found.get(`${source} ${recordId}`));
}

export const linksOf = ({ source, recordId }: { readonly source: HireSource; readonly recordId: string }): EventLinks => (source === "outcome" ? { outcomeId: recordId } : source === "placement" ? { placementId: recordId } : {});

/** What the record shows; where the day is only the day somebody was asked, that is said with it. */
export function evidenceOf(wording: Wording, { source, about, dayKnown, startedOn }: Hire): Evidence {
  const kind = source === "outcome" ? "outcome" : source === "placement" ? "referral_slip" : "other";
  return { kind, note: wording.text(dayKnown ? `jobs.proposal.shown.${source}` : "jobs.proposal.shown.asked", { about, on: shortDate(startedOn) }, "vi") };
}

/** What the hire says, with what the officer says otherwise. */
function eventFor(hire: Hire, edits: Partial<Accepted>, place: PlaceKind | null, evidence: Evidence, today: PlainDate): Omit<NewJobEvent, "worker"> {
  const placeKind = edits.placeKind ?? hire.placeKind ?? place;
  if (placeKind === null) throw new AppError("refused", "jobs.proposalPlaceMissing", { name: hire.fullName });
  return {
    startedOn: edits.startedOn ?? hire.startedOn, reportedOn: today, channel: edits.channel ?? hire.channel, nature: edits.nature ?? hire.nature, placeKind, employerId: edits.employerName ? null : hire.employerId,
    employerName: edits.employerName ?? hire.employerName, job: edits.job ?? hire.job, vsco: hire.vsco, wage: null, evidence: [evidence], distinctReason: edits.distinctReason ?? null, ...linksOf(hire),
  };
}

export interface AcceptAnswer {
  readonly added: number;
  readonly linked: number;
  readonly refused: readonly { readonly recordId: string; readonly code: string; readonly data: Readonly<Record<string, unknown>> }[];
}

/** The same event on file takes on the hiring; a source that leaves no link in the event stands in the decision alone. */
async function putOnFile(tx: Tx, event: NewJobEvent, today: PlainDate): Promise<{ id: string; added: boolean; changes: readonly Change[] }> {
  try {
    const { id, kind, changes } = await addJobEvent(tx, event, today);
    return { id, added: kind === "added", changes };
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "jobs.sameEvent") return { id: String(cause.data["eventId"]), added: false, changes: [] };
    throw cause;
  }
}

/**
 * Takes hirings as job events, each for itself: a line that cannot be taken comes back with what is wrong, the others stand. Errors: forbidden "jobs.notEnterer".
 * Lines: "jobs.proposalGone" | "jobs.proposalDecided" | "jobs.proposalPlaceMissing", those of `addJobEvent` and `mustWriteHamlet`.
 */
export function acceptProposals(services: Services, wording: Wording, sources: Sources, actor: Actor, commandId: string, { items, placeKind }: { items: readonly Accepted[]; placeKind: PlaceKind | null }): Promise<AcceptAnswer> {
  mustEnter(actor);
  const today = services.today();
  return services.door.write<object, AcceptAnswer>(actor, { commandId, name: "jobs.acceptProposals", input: { items, placeKind } }, async (tx) => {
    const hires = await hiresOfRecords(tx, sources, items);
    const changes: Change[] = [];
    const refused: AcceptAnswer["refused"][number][] = [];
    let [added, linked] = [0, 0];
    for (const [i, item] of items.entries()) {
      try {
        const hire = hires[i];
        if (hire === undefined) throw new AppError("refused", "jobs.proposalGone", {});
        mustWriteHamlet(actor, hire.hamletId);
        if (await isDecided(tx, hire.source, hire.key)) throw new AppError("conflict", "jobs.proposalDecided", { name: hire.fullName });
        const told = eventFor(hire, item, placeKind, evidenceOf(wording, hire), today);
        const [worker] = await identified(tx, services, [{ personId: hire.personId, hamletId: hire.hamletId, fullName: hire.fullName, birthDate: hire.birthDate, birthYear: hire.birthYear, sex: hire.sex }]);
        const event = await putOnFile(tx, { ...told, worker: worker! }, today);
        if (!(await insertDecision(tx, today, { hire, eventId: event.id, reason: null }))) throw new AppError("conflict", "jobs.proposalDecided", { name: hire.fullName });
        changes.push(...event.changes);
        if (event.added) added++;
        else linked++;
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause;
        refused.push({ recordId: item.recordId, code: cause.code, data: cause.data });
      }
    }
    return { answer: { added, linked, refused }, rows: added + linked, meta: { added, linked, refused: refused.length }, changes };
  });
}

/** Errors: forbidden "jobs.notEnterer"; refused "jobs.proposalGone"; conflict "jobs.proposalDecided". */
export function declineProposals(services: Services, sources: Sources, actor: Actor, commandId: string, { items, reason }: { items: readonly Item[]; reason: string }): Promise<{ declined: number }> {
  mustEnter(actor);
  return services.door.write(actor, { commandId, name: "jobs.declineProposals", input: { items, reason }, purpose: reason }, async (tx) => {
    for (const hire of await hiresOfRecords(tx, sources, items)) {
      if (hire === undefined) throw new AppError("refused", "jobs.proposalGone", {});
      mustWriteHamlet(actor, hire.hamletId);
      if (!(await insertDecision(tx, services.today(), { hire, eventId: null, reason }))) throw new AppError("conflict", "jobs.proposalDecided", { name: hire.fullName });
    }
    return { answer: { declined: items.length }, rows: items.length };
  });
}

/** A declined hiring waits again. Errors: not_found "jobs.proposalUnknown". */
export function restoreProposal(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustEnter(actor);
  return services.door.write(actor, { commandId, name: "jobs.restoreProposal", input: { id, reason }, purpose: reason }, async ({ client }) => {
    const { rowCount } = await client.query("update job_proposal set voided_at = now(), void_reason = $2 where id = $1 and decision = 'declined' and voided_at is null", [id, reason]);
    if (rowCount === 0) throw new AppError("not_found", "jobs.proposalUnknown", {});
    return { answer: { id }, subject: id };
  });
}
