import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { openNumber, sealNumber, type SealedId } from "../../registry/public.ts";
import { mayKeep, mayReveal, must } from "../policy.ts";
import { addAction, changed, getCase, getCaseForChange } from "./store.ts";

const FORM = /^[A-Z]{1,2}\d{6,8}$/;

/** The number goes in sealed; lists and pages show its mask. Errors: invalid "migration.passportForm"; conflict "migration.overseas.changed". */
export function setPassport(services: Services, actor: Actor, commandId: string, id: string, input: { baseVersion: number; number: string }): Promise<{ masked: string; version: number }> {
  must(mayKeep, actor);
  const number = input.number.replaceAll(/[\s.-]/g, "").toUpperCase();
  if (!FORM.test(number)) throw new AppError("invalid", "migration.passportForm", {});
  const { sealed, lookup, masked } = sealNumber(services.config.keys, number);
  // the number itself stays out of what is kept of the command
  return services.door.write(actor, { commandId, name: "migration.setPassport", input: { id, baseVersion: input.baseVersion, lookup: lookup.toString("hex") } }, async (tx) => {
    const before = await getCaseForChange(tx, id, input.baseVersion);
    must(mayKeep, actor, before.hamletId);
    await tx.client.query("update overseas_case set passport_sealed = $2, passport_masked = $3, version = version + 1 where id = $1", [id, sealed, masked]);
    await addAction(tx, before, "passport", services.today(), {});
    return { answer: { masked, version: before.version + 1 }, changes: [changed(id, before.hamletId)], subject: id, unitUid: before.unitUid };
  });
}

/** The way out for a passport number: who saw whose and for what is written first. Errors: not_found "migration.noPassport". */
export async function revealPassport(services: Services, actor: Actor, commandId: string, id: string, purpose: string): Promise<{ number: string }> {
  must(mayReveal, actor);
  await services.door.write(actor, { commandId, name: "migration.revealPassport", input: { id }, purpose }, async (tx) => {
    const { unitUid } = await getCase(tx, id);
    return { answer: { id }, rows: 1, subject: id, unitUid };
  });
  const { rows } = await services.door.read(actor, ({ client }) => client.query<{ sealed: SealedId | null }>("select passport_sealed as sealed from overseas_case where id = $1", [id]));
  const sealed = rows[0]?.sealed;
  if (!sealed) throw new AppError("not_found", "migration.noPassport", {});
  return { number: openNumber(services.config.keys, sealed) };
}
