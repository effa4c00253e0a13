import { listHamlets } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayReview, must } from "../policy.ts";
import { openRound, type Round } from "../review/rounds.ts";

export interface RoundSetup {
  readonly planNo?: string | null | undefined;
  readonly planDate?: PlainDate | null | undefined;
  readonly committeeNo?: string | null | undefined;
  readonly committeeDate?: PlainDate | null | undefined;
  /** đồng for a finished form; a document must set it */
  readonly formRate?: number | null | undefined;
  readonly formRateDocument?: string | null | undefined;
  readonly opinionLevel?: "district" | "province" | null | undefined;
  readonly opinionMode?: "opinion" | "approve" | "inform" | "none" | null | undefined;
  readonly opinionDocument?: string | null | undefined;
}

const SETUP = `plan_no as "planNo", plan_date::text as "planDate", committee_no as "committeeNo", committee_date::text as "committeeDate", form_rate as "formRate",
  form_rate_document as "formRateDocument", opinion_level as "opinionLevel", opinion_mode as "opinionMode", opinion_document as "opinionDocument", process, version`;

export type StoredSetup = { readonly [K in keyof RoundSetup]-?: NonNullable<RoundSetup[K]> | null } & { readonly process: string | null; readonly version: number };

export async function setupOf({ client }: Tx, roundId: string): Promise<StoredSetup> {
  return (await client.query<StoredSetup>(`select ${SETUP} from review_round where id = $1`, [roundId])).rows[0]!;
}

/** A round that is open and the actor may organise. Errors: refused "poverty.roundClosed"; forbidden "poverty.outsideArea". */
export async function organise(tx: Tx, roundId: string): Promise<Round> {
  const round = await openRound(tx, roundId, "for update");
  const { scope } = tx.actor;
  if (!scope.writesAll && !scope.writeUnits.includes(round.unitUid)) throw new AppError("forbidden", "poverty.outsideArea", { areaUid: round.unitUid });
  return round;
}

/** Runs one organising deed of a round through the door. */
export function organising<Answer>(
  services: Services, actor: Actor, commandId: string, name: string, roundId: string, input: object, work: (tx: Tx, round: Round) => Promise<{ answer: Answer; changes?: readonly Change[]; meta?: Record<string, unknown> }>,
): Promise<Answer> {
  must(mayReview, actor);
  return services.door.write(actor, { commandId, name, input: { roundId, ...input } }, async (tx) => {
    const round = await organise(tx, roundId);
    const { answer, changes = [], meta = {} } = await work(tx, round);
    return { answer, changes, rows: Math.max(1, changes.length), subject: roundId, unitUid: round.unitUid, meta };
  });
}

/** Plan, steering committee, rate for a form, who is asked before recognition. Errors: invalid "poverty.rateDocument" | "poverty.opinionDocument"; conflict "poverty.roundChanged". */
export function saveSetup(services: Services, actor: Actor, commandId: string, roundId: string, baseVersion: number, input: RoundSetup): Promise<{ version: number }> {
  if (input.formRate != null && !input.formRateDocument) throw new AppError("invalid", "poverty.rateDocument");
  if (input.opinionMode != null && !input.opinionDocument) throw new AppError("invalid", "poverty.opinionDocument");
  return organising(services, actor, commandId, "poverty.saveRoundSetup", roundId, { baseVersion, ...input }, async ({ client }) => {
    const { planNo, planDate, committeeNo, committeeDate, formRate, formRateDocument, opinionLevel, opinionMode, opinionDocument } = input;
    const { rows } = await client.query<{ version: number }>(
      `update review_round set plan_no = $3, plan_date = $4, committee_no = $5, committee_date = $6, form_rate = $7, form_rate_document = $8, opinion_level = $9, opinion_mode = $10,
         opinion_document = $11, version = version + 1 where id = $1 and version = $2 returning version`,
      [roundId, baseVersion, planNo ?? null, planDate ?? null, committeeNo ?? null, committeeDate ?? null, formRate ?? null, formRate == null ? null : formRateDocument, opinionMode == null ? null : (opinionLevel ?? null),
        opinionMode ?? null, opinionMode == null ? null : opinionDocument],
    );
    if (!rows[0]) throw new AppError("conflict", "poverty.roundChanged");
    return { answer: rows[0] };
  });
}

export interface NewStaff {
  readonly kind: "committee" | "surveyor";
  readonly fullName: string;
  readonly position?: string | null | undefined;
  readonly task?: string | null | undefined;
}

export const addStaff = (services: Services, actor: Actor, commandId: string, roundId: string, input: NewStaff): Promise<{ id: string }> =>
  organising(services, actor, commandId, "poverty.addReviewStaff", roundId, input, async ({ client }, { unitUid }) => {
    const id = newId<"review_staff">();
    await client.query("insert into review_staff (id, round_id, unit_uid, kind, full_name, position, task) values ($1, $2, $3, $4, $5, $6, $7)", [id, roundId, unitUid, input.kind, input.fullName, input.position ?? null, input.task ?? null]);
    return { answer: { id }, changes: [{ entity: "review_staff", entityId: id, kind: "added" }] };
  });

export const TAKEN_BACK = { staff: "review_staff", milestone: "review_milestone", training: "review_training" } as const;

/** Takes back somebody, a date or a training that was entered by mistake. Errors: not_found "poverty.entryUnknown". */
export const takeBack = (services: Services, actor: Actor, commandId: string, roundId: string, what: keyof typeof TAKEN_BACK, id: string, reason: string): Promise<{ id: string }> =>
  organising(services, actor, commandId, "poverty.takeBackEntry", roundId, { what, id, reason }, async ({ client }) => {
    const { rowCount } = await client.query(`update ${TAKEN_BACK[what]} set voided_at = now(), void_reason = $3 where id = $1 and round_id = $2 and voided_at is null`, [id, roundId, reason]);
    if (rowCount === 0) throw new AppError("not_found", "poverty.entryUnknown", { id });
    return { answer: { id }, changes: [{ entity: TAKEN_BACK[what], entityId: id, kind: "voided" }] };
  });

export interface NewTraining {
  readonly heldOn: PlainDate;
  readonly place: string;
  readonly content: string;
  readonly staffIds: readonly string[];
}

export const addTraining = (services: Services, actor: Actor, commandId: string, roundId: string, input: NewTraining): Promise<{ id: string }> =>
  organising(services, actor, commandId, "poverty.addReviewTraining", roundId, input, async ({ client }, { unitUid }) => {
    const id = newId<"review_training">();
    await client.query("insert into review_training (id, round_id, unit_uid, held_on, place, content, staff_ids) values ($1, $2, $3, $4, $5, $6, $7)", [id, roundId, unitUid, input.heldOn, input.place, input.content, input.staffIds]);
    return { answer: { id }, changes: [{ entity: "review_training", entityId: id, kind: "added" }] };
  });

export interface NewMilestone {
  readonly code: string;
  readonly dueOn: PlainDate;
  /** the plan that sets it */
  readonly document: string;
}

/** A date of the plan; one set before for the same step is voided. */
export const setMilestone = (services: Services, actor: Actor, commandId: string, roundId: string, input: NewMilestone): Promise<{ id: string }> =>
  organising(services, actor, commandId, "poverty.setMilestone", roundId, input, async ({ client }, { unitUid }) => {
    const id = newId<"review_milestone">();
    await client.query("update review_milestone set voided_at = now(), void_reason = 'replaced' where round_id = $1 and code = $2 and voided_at is null", [roundId, input.code]);
    await client.query("insert into review_milestone (id, round_id, unit_uid, code, due_on, document) values ($1, $2, $3, $4, $5, $6)", [id, roundId, unitUid, input.code, input.dueOn, input.document]);
    return { answer: { id }, changes: [{ entity: "review_milestone", entityId: id, kind: "added" }] };
  });

export interface HamletSetup {
  readonly hamletId: string;
  readonly headName?: string | null | undefined;
  readonly surveyorIds: readonly string[];
  readonly formsGiven: number;
  readonly formsGivenOn?: PlainDate | null | undefined;
  readonly formsBack: number;
}

/** Who visits a hamlet and how many forms went out and came back. Errors: not_found "poverty.hamletNotOfRound"; invalid "poverty.formsBack". */
export const saveHamlet = (services: Services, actor: Actor, commandId: string, roundId: string, input: HamletSetup): Promise<{ id: string }> =>
  organising(services, actor, commandId, "poverty.saveReviewHamlet", roundId, input, async (tx, round) => {
    if (input.formsBack > input.formsGiven) throw new AppError("invalid", "poverty.formsBack", { given: input.formsGiven, back: input.formsBack });
    const hamlets = await listHamlets(tx, round.unitUid, tx.actor.on);
    if (!hamlets.some(({ id }) => id === input.hamletId)) throw new AppError("not_found", "poverty.hamletNotOfRound", { unit: round.unitName });
    await tx.client.query(
      `insert into review_hamlet (round_id, hamlet_id, head_name, surveyor_ids, forms_given, forms_given_on, forms_back) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (round_id, hamlet_id) do update set head_name = $3, surveyor_ids = $4, forms_given = $5, forms_given_on = $6, forms_back = $7, version = review_hamlet.version + 1`,
      [roundId, input.hamletId, input.headName ?? null, input.surveyorIds, input.formsGiven, input.formsGivenOn ?? null, input.formsBack],
    );
    return { answer: { id: input.hamletId }, changes: [{ entity: "review_hamlet", entityId: input.hamletId, kind: "changed", hamletId: input.hamletId }] };
  });
