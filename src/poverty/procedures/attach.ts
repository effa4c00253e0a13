import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import { mayReview, must, mustWriteHamlet } from "../policy.ts";
import { keepPhoto, keptPhoto } from "../workflow/evidence.ts";
import { appendStep, getProcedure, getProcedureForChange } from "./store.ts";

/** A photo or scan of a paper of the request. Errors: too_large "poverty.photoTooLarge"; invalid "poverty.photoUnknown"; conflict "poverty.procedure.changed". */
export function attachToProcedure(services: Services, actor: Actor, commandId: string, id: string, input: { what: string; baseVersion: number }, bytes: Uint8Array): Promise<{ sha256: string; version: number }> {
  must(mayReview, actor);
  return keepPhoto(services, actor, { commandId, name: "poverty.attachToProcedure", subject: id }, bytes, async (tx, sha256, mime) => {
    const before = await getProcedureForChange(tx, id, input.baseVersion);
    mustWriteHamlet(actor, before.hamletId);
    const file = sha256.toString("hex");
    const { version } = await appendStep(tx, before, { kind: "attach", on: actor.on, what: input.what, file, mime });
    return { answer: { sha256: file, version }, unitUid: before.unitUid, hamletId: before.hamletId, entity: "procedure_case", entityId: id };
  });
}

/** For whoever may read the request that names it. Errors: not_found "poverty.procedure.unknown" | "poverty.photoGone". */
export async function procedureFile(services: Services, actor: Actor, id: string, sha256: string): Promise<FileAnswer> {
  const { actions, householdId } = await services.door.read(actor, (tx) => getProcedure(tx, id));
  if (!actions.some((action) => action.kind === "attach" && action.file === sha256)) throw new AppError("not_found", "poverty.photoGone");
  services.views.note(actor, "poverty.viewProcedureFile", householdId);
  return keptPhoto(services, sha256);
}
