import { standing } from "../../areas/public.ts";
import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workingCalendar } from "../../platform/holidays.ts";
import { placeOfHousehold } from "../papers/households.ts";
import { mayReview, must, mustWriteHamlet } from "../policy.ts";
import { processOf } from "../workflow/processes.ts";
import { getKind } from "./kinds.ts";
import { dueOf, type ProcedureKind } from "./rules/kind.ts";
import { recognisedOn } from "./standing.ts";
import { addProcedure } from "./store.ts";

export interface ReceiveInput {
  readonly kind: string;
  readonly householdId: string;
  readonly personId?: string | null | undefined;
  readonly applicant: string;
  readonly receivedOn: PlainDate;
  readonly channel: "in_person" | "post" | "online";
  /** the request form of the kind is among the papers */
  readonly hasForm: boolean;
  readonly papers: readonly string[];
}

/**
 * Receives a request: a number in the commune's book of the year, the last day for the decision.
 * Errors: refused "poverty.procedure.receivedToCome" | "onListAlready" | "notOnList" | "onPoorList" | "notMember"; invalid "personMissing"; conflict "openAlready"; not_found "poverty.householdUnknown".
 */
export function receiveRequest(services: Services, actor: Actor, commandId: string, input: ReceiveInput): Promise<{ id: string; number: number; dueOn: PlainDate | null }> {
  must(mayReview, actor);
  const kind = getKind(services, input.kind);
  const { receivedOn: on } = input;
  if (on > services.today()) throw new AppError("refused", "poverty.procedure.receivedToCome", { on });
  return services.door.write(actor, { commandId, name: "poverty.receiveRequest", input }, async (tx) => {
    const home = await placeOfHousehold(tx, input.householdId, on);
    mustWriteHamlet(actor, home.hamletId);
    await mustFit(tx, kind, input, home.headName);
    const personId = kind.subject === "person" ? input.personId! : null;
    const due = dueOf(kind, processOf(services, on).process, on, workingCalendar(services.config));
    const formNeeded = kind.form.certainty === "text";
    const needs = kind.steps.certainty === "unknown" ? [] : kind.steps.needs;
    const { id, number, changes } = await addProcedure(tx, {
      hamletId: home.hamletId, unitUid: home.unitUid, year: yearOf(on), kind: kind.id, householdId: input.householdId, personId, applicant: input.applicant, dueOn: due.on, dueCertainty: due.certainty,
      first: { kind: "receive", on, hasForm: input.hasForm, papers: input.papers, channel: input.channel, formNeeded, needs },
    });
    return { answer: { id, number, dueOn: due.on }, changes, subject: input.householdId, unitUid: home.unitUid, meta: { kind: kind.id, number, on } };
  });
}

async function mustFit(tx: Tx, kind: ProcedureKind, { householdId, personId, receivedOn, applicant }: ReceiveInput, headName: string): Promise<void> {
  const list = (await recognisedOn(tx, householdId, receivedOn))?.class ?? null;
  const refuse = (code: string): never => {
    throw new AppError("refused", code, { name: headName, on: receivedOn });
  };
  if (kind.effect === "enter" && list === "poor") refuse("poverty.procedure.onListAlready");
  if (kind.effect === "leave" && list === null) refuse("poverty.procedure.notOnList");
  if (kind.effect === "none" && list !== null) refuse("poverty.procedure.onPoorList");
  if (kind.subject !== "person") return;
  if (personId == null) throw new AppError("invalid", "poverty.procedure.personMissing", { kind: kind.name.vi });
  const { rows } = await tx.client.query(`select from membership m where m.household_id = $1 and m.person_id = $2 and ${standing("m", 3, 4)}`, [householdId, personId, receivedOn, "infinity"]);
  if (rows.length === 0) throw new AppError("refused", "poverty.procedure.notMember", { name: applicant, head: headName, on: receivedOn });
}
