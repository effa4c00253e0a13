import { mustWriteHamlet } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { Language } from "../platform/http/messages.ts";
import { answersFor } from "./answer.ts";
import type { AnswerFact, HouseholdEligibility } from "./contract.ts";
import { SupportWords } from "./describe.ts";
import { policiesOf } from "./load.ts";
import { mayEnter, mustEnter } from "./policy.ts";
import { readRecords, type HouseholdRecord } from "./records.ts";
import { standingFor } from "./rules/standing.ts";

/** Errors: not_found "support.householdUnknown". */
export async function getRecord(tx: Tx, services: Services, householdId: string, on: PlainDate): Promise<HouseholdRecord> {
  const [record] = await readRecords(tx, policiesOf(services), { on, householdIds: [householdId] });
  if (!record) throw new AppError("not_found", "support.householdUnknown", { on });
  return record;
}

/** What one household of the register and each of its members may have on a day. */
export async function getHouseholdEligibility(tx: Tx, services: Services, asked: { householdId: string; on: PlainDate; language: Language; only?: string | undefined }): Promise<HouseholdEligibility> {
  const { householdId, on, language, only } = asked;
  const policies = policiesOf(services);
  const record = await getRecord(tx, services, householdId, on);
  const members = record.members.map(({ facts }) => facts);
  const standing = standingFor(record.facts, "status_end").class;
  const view = new SupportWords(policies, language).view({ on, subject: "household", standing, unused: [] }, answersFor(policies, record.facts, members, only), members);
  const writable = tx.actor.scope.writesAll || tx.actor.scope.writeHamlets.includes(record.hamletId);
  return { ...view, householdId, headName: record.headName, hamlet: record.hamlet, personIds: record.members.map(({ personId }) => personId), may: { answer: writable && mayEnter(tx.actor) } };
}

/**
 * Keeps an officer's answer to a policy's question from a day on; what was said before ends there.
 * Errors: forbidden "support.notEnterer" | "areas.hamletOutsideArea"; invalid "support.factUnknown"; refused "support.notAMember".
 */
export function answerFact(services: Services, actor: Actor, commandId: string, householdId: string, input: AnswerFact): Promise<{ id: string }> {
  mustEnter(actor);
  const { code, personId, from } = input;
  const fact = policiesOf(services).facts.find((one) => one.code === code && (personId === null ? one.of === "household" || one.of === "number" : one.of === "person"));
  if (!fact || (fact.of === "number") !== (input.amount !== null) || (input.holds === null) === (input.amount === null)) throw new AppError("invalid", "support.factUnknown", { code });
  return services.door.write(actor, { commandId, name: "support.answerFact", input: { householdId, ...input } }, async (tx) => {
    const record = await getRecord(tx, services, householdId, from);
    mustWriteHamlet(actor, record.hamletId);
    if (personId !== null && !record.members.some((member) => member.personId === personId)) throw new AppError("refused", "support.notAMember", { on: from });
    const { client } = tx;
    await client.query("select 1 from household where id = $1 for update", [householdId]);
    const { rows: ended } = await client.query<{ id: string; holds: boolean | null; amount: number | null; source: string; valid_from: string; hamlet_id: string }>(
      `update support_fact set voided_at = now(), void_reason = 'replaced' where household_id = $1 and person_id is not distinct from $2 and code = $3 and voided_at is null and (valid_to is null or valid_to > $4)
       returning id, holds, amount, source, valid_from::text as valid_from, hamlet_id`, [householdId, personId, code, from]);
    const add = (row: { holds: boolean | null; amount: number | null; source: string; from: string; to: string | null; hamletId: string }): Promise<string> => addFact(tx, { householdId, personId, code, ...row });
    for (const one of ended) if (one.valid_from < from) await add({ holds: one.holds, amount: one.amount, source: one.source, from: one.valid_from, to: from, hamletId: one.hamlet_id });
    const id = await add({ holds: input.holds, amount: input.amount, source: input.source, from, to: null, hamletId: record.hamletId });
    return {
      answer: { id }, subject: householdId, meta: { code, from },
      changes: [...ended.map((one) => ({ entity: "support_fact", entityId: one.id, kind: "voided" as const, hamletId: one.hamlet_id })), { entity: "support_fact", entityId: id, kind: "added" as const, hamletId: record.hamletId }],
    };
  });
}

async function addFact(
  { client }: Tx,
  row: { householdId: string; personId: string | null; code: string; holds: boolean | null; amount: number | null; source: string; from: string; to: string | null; hamletId: string },
): Promise<string> {
  const id = newId<"support_fact">();
  await client.query(
    "insert into support_fact (id, household_id, person_id, hamlet_id, code, holds, amount, source, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [id, row.householdId, row.personId, row.hamletId, row.code, row.holds, row.amount, row.source, row.from, row.to],
  );
  return id;
}
