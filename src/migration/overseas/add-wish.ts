import { hamletUnitOn } from "../hamlet-unit.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workerColumns, type WorkerInput } from "../../registry/public.ts";
import { identify } from "../identify.ts";
import { mayEnter, must } from "../policy.ts";
import type { WishBody } from "./contract.ts";
import { addCase } from "./store.ts";

export interface OverseasWish {
  readonly worker: WorkerInput;
  /** only to find the person on file; kept nowhere */
  readonly identity?: string | null | undefined;
  readonly wishedOn: PlainDate;
  readonly source: "commune" | "hamlet" | "fair" | "job_centre" | "list";
  readonly fairId?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly market?: string | null | undefined;
  readonly programme?: string | null | undefined;
  readonly job?: string | null | undefined;
  readonly groups?: readonly string[] | undefined;
}

export interface AddedWish {
  readonly id: string;
  /** whether the person was found in the register; ambiguous: several of that name, year and hamlet, so none was taken */
  readonly identified: "found" | "ambiguous" | "none";
  readonly unitUid: string;
  readonly changes: readonly Change[];
}

/**
 * A case that begins with the wish, within the caller's transaction (a screen, a fair, a list). It is registered, not departed: no job event.
 * Errors: conflict "migration.overseas.openAlready"; refused "migration.wishToCome"; forbidden "migration.notYours" | "areas.hamletOutsideArea".
 */
export async function addOverseasWish(tx: Tx, services: Pick<Services, "config" | "today">, wish: OverseasWish): Promise<AddedWish> {
  const { actor } = tx;
  must(mayEnter, actor, wish.worker.hamletId);
  if (wish.wishedOn > services.today()) throw new AppError("refused", "migration.wishToCome", { on: wish.wishedOn });
  const { worker, identified } = await identify(tx, services, wish);
  const unitUid = await hamletUnitOn(tx, worker.hamletId, services.today());
  const { id, changes } = await addCase(tx, {
    worker: workerColumns(worker), unitUid, keeper: actor.role === "commune" ? actor.accountId : null, wishedOn: wish.wishedOn, source: wish.source, fairId: wish.fairId ?? null, phone: wish.phone ?? null,
    market: wish.market ?? null, programme: wish.programme ?? null, job: wish.job ?? null, groups: wish.groups ?? [],
  });
  return { id, identified, unitUid, changes };
}

/** The wish as a screen sends it. Errors: those of `addOverseasWish`. */
export function enterWish(services: Services, actor: Actor, commandId: string, body: WishBody): Promise<{ id: string; identified: AddedWish["identified"] }> {
  const { identity, ...input } = body;
  return services.door.write(actor, { commandId, name: "migration.addWish", input }, async (tx) => {
    const source = actor.role === "surveyor" ? "hamlet" : actor.role === "job_centre" ? "job_centre" : "commune";
    const { id, identified, unitUid, changes } = await addOverseasWish(tx, services, { ...body, identity, source });
    return { answer: { id, identified }, changes, subject: id, unitUid };
  });
}
