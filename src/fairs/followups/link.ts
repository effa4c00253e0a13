import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { addOverseasWish } from "../../migration/public.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { addNeed } from "../../training/public.ts";
import { mustKeepFairs } from "../policy.ts";
import type { FollowupResult } from "../rules/steps.ts";

interface Open {
  readonly fairId: string;
  readonly kind: "overseas" | "training";
  readonly state: string;
  readonly version: number;
  readonly hamletId: string | null;
  readonly name: string | null;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly sex: 0 | 1 | 2;
  readonly phone: string | null;
  readonly topic: string | null;
  readonly on: PlainDate;
}

type Named = Open & { readonly hamletId: string; readonly name: string };

async function getOpen({ client }: Tx, id: string, baseVersion: number, kind: Open["kind"]): Promise<Named> {
  const { rows } = await client.query<Open>(
    `select u.fair_id as "fairId", u.kind, u.state, u.version, u.hamlet_id as "hamletId", v.full_name as name, v.birth_date::text as "birthDate", v.birth_year as "birthYear", v.sex, v.phone, a.topic, a.on_date::text as "on"
     from fair_followup u join fair_visit v on v.id = u.visit_id join fair_action a on a.id = u.action_id where u.id = $1 and u.voided_at is null for update of u`, [id]);
  const [row] = rows;
  if (!row || row.kind !== kind) throw new AppError("not_found", "fairs.followupUnknown", { id });
  if (row.version !== baseVersion) throw new AppError("conflict", "fairs.changed", { name: row.name ?? "" });
  if (row.state !== "open") throw new AppError("refused", "fairs.followupDone", { name: row.name ?? "" });
  if (row.name === null || row.hamletId === null) throw new AppError("refused", "fairs.placeMissing", { name: row.name ?? "" });
  return { ...row, name: row.name, hamletId: row.hamletId };
}

interface Opened {
  readonly entity: "overseas_case" | "training_need";
  readonly id: string;
  readonly result: FollowupResult;
  readonly changes: readonly Change[];
}

function link(services: Services, actor: Actor, commandId: string, name: string, kind: Open["kind"], input: { id: string; baseVersion: number }, open: (tx: Tx, row: Named) => Promise<Opened>): Promise<{ version: number; linkedId: string }> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name, input }, async (tx) => {
    const row = await getOpen(tx, input.id, input.baseVersion, kind);
    const made = await open(tx, row);
    await tx.client.query("update fair_followup set state = 'done', result = $2, closed_on = $3, linked_entity = $4, linked_id = $5, version = version + 1 where id = $1", [input.id, made.result, services.today(), made.entity, made.id]);
    return { answer: { version: row.version + 1, linkedId: made.id }, changes: [...made.changes, { entity: "fair_followup", entityId: input.id, kind: "changed" }], subject: row.fairId };
  });
}

/** The registration abroad becomes an overseas case, begun with the wish told at the fair. Errors: refused "fairs.placeMissing" | "fairs.followupDone"; those of `addOverseasWish`. */
export const openCase = (services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number }): Promise<{ version: number; linkedId: string }> =>
  link(services, actor, commandId, "fairs.openCase", "overseas", input, async (tx, row) => {
    const worker = { hamletId: row.hamletId, fullName: row.name, birthDate: row.birthDate, birthYear: row.birthYear, sex: row.sex };
    const { id, changes } = await addOverseasWish(tx, services, { worker, wishedOn: row.on, source: "fair", fairId: row.fairId, phone: row.phone, market: row.topic });
    return { entity: "overseas_case", id, result: "case_opened", changes };
  });

/** The registration for training becomes a need for a trade, asked on the day of the fair. Errors: refused "fairs.placeMissing" | "fairs.followupDone"; those of `addNeed`. */
export const registerNeed = (services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number; tradeCode: string; year?: number | null | undefined }): Promise<{ version: number; linkedId: string }> =>
  link(services, actor, commandId, "fairs.registerNeed", "training", input, async (tx, row) => {
    const { id, changes } = await addNeed(tx, services, {
      hamletId: row.hamletId, fullName: row.name, birthDate: row.birthDate, birthYear: row.birthYear, sex: row.sex, tradeCode: input.tradeCode, year: input.year ?? yearOf(services.today()), groups: [], collectedOn: row.on,
      wantedFor: null, wantedWhen: null, wantedPlace: null, note: row.topic,
    });
    return { entity: "training_need", id, result: "need_registered", changes };
  });
