import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { mayDecide, mayKeep, must } from "../policy.ts";
import type { FactsBody, SenderBody } from "./contract.ts";
import { overseasStandards } from "./load.ts";
import { checkSender, type Licence } from "./rules/licence.ts";
import { addAction, changed, getCaseForChange } from "./store.ts";

const COLUMN: Readonly<Record<keyof FactsBody, string>> = {
  phone: "phone", market: "market", programme: "programme", job: "job", vsco: "vsco", contractNo: "contract_no", contractOn: "contract_on", termMonths: "term_months", wage: "wage", currency: "currency",
  costDeclaredDong: "cost_declared_dong", costOwnDong: "cost_own_dong", costLoanDong: "cost_loan_dong", costSupportDong: "cost_support_dong", groups: "groups", language: "language", languageLevel: "language_level",
  orientationNo: "orientation_no", medicalOn: "medical_on", addressAbroad: "address_abroad", homeContact: "home_contact",
};

/**
 * Contract, wage, costs, groups and the like. The market of a case that departed stays: it was counted there; the step is taken back first.
 * Errors: refused "migration.overseas.marketCounted"; invalid "migration.overseas.wageWithoutCurrency"; conflict "migration.overseas.changed".
 */
export function amendCase(services: Services, actor: Actor, commandId: string, id: string, input: { baseVersion: number; on: PlainDate; facts: FactsBody }): Promise<{ state: string; version: number }> {
  must(mayKeep, actor);
  return services.door.write(actor, { commandId, name: "migration.amendOverseas", input: { id, ...input } }, async (tx) => {
    const before = await getCaseForChange(tx, id, input.baseVersion);
    must(mayKeep, actor, before.hamletId);
    const { facts } = input;
    if (before.state.departure !== null && facts.market !== undefined && facts.market !== before.market) throw new AppError("refused", "migration.overseas.marketCounted", { name: before.fullName });
    const [wage, currency] = [facts.wage === undefined ? before.wage : facts.wage, facts.currency === undefined ? before.currency : facts.currency];
    if ((wage === null) !== (currency === null)) throw new AppError("invalid", "migration.overseas.wageWithoutCurrency", { name: before.fullName });
    const given = (Object.keys(facts) as (keyof FactsBody)[]).filter((key) => facts[key] !== undefined);
    const sets = given.map((key, i) => `${COLUMN[key]} = $${i + 2}`);
    await tx.client.query(`update overseas_case set ${[...sets, "version = version + 1"].join(", ")} where id = $1`, [id, ...given.map((key) => facts[key])]);
    await addAction(tx, before, "amend", input.on, { fields: given });
    return { answer: { state: before.state.name, version: before.version + 1 }, changes: [changed(id, before.hamletId)], subject: id, unitUid: before.unitUid, meta: { fields: given } };
  });
}

export interface SenderAnswer {
  readonly version: number;
  readonly result: string;
  readonly number: string | null;
  /** code of the warning that the officer went on against */
  readonly warning: string | null;
}

/**
 * Who sends, by which legal form, with its licence as the register says on the day. Without a licence the rule refuses where it was read in a text,
 * else it warns and asks for a reason. Errors: refused "migration.sender.<none|expired|unknown>" (text), invalid "migration.sender.reasonMissing" (warning), "migration.sender.missing".
 */
export function chooseSender(services: Services, actor: Actor, commandId: string, id: string, input: SenderBody): Promise<SenderAnswer> {
  must(mayKeep, actor);
  const form = overseasStandards(services).forms.find(({ code }) => code === input.form)!;
  return services.door.write(actor, { commandId, name: "migration.chooseSender", input: { id, ...input } }, async (tx) => {
    const before = await getCaseForChange(tx, id, input.baseVersion);
    must(mayKeep, actor, before.hamletId);
    const known = input.organisationId ? (await tx.client.query<{ name: string }>("select name from organisation where id = $1 and voided_at is null", [input.organisationId])).rows[0] : undefined;
    if (input.organisationId && !known) throw new AppError("not_found", "migration.sender.unknownOrganisation", {});
    const name = known?.name ?? input.senderName ?? null;
    if (name === null && input.form !== "ca_nhan") throw new AppError("invalid", "migration.sender.missing", {});
    const licences = known ? (await tx.client.query<Licence>(
      `select number, valid_from::text as "validFrom", valid_to::text as "validTo" from organisation_licence where organisation_id = $1 and kind = 'overseas' and voided_at is null`, [input.organisationId])).rows : null;
    const check = checkSender(form, licences, input.on);
    const reason = input.reason ?? null;
    const data = { name, form: form.name.vi, number: check.number ?? "", on: input.on };
    if (check.level === "error") throw new AppError("refused", `migration.sender.${check.result}`, data);
    if (check.level === "warning" && reason === null) throw new AppError("invalid", "migration.sender.reasonMissing", { ...data, result: check.result });
    await tx.client.query(
      "update overseas_case set form = $2, organisation_id = $3, sender_name = $4, licence_checked_on = $5, licence_result = $6, version = version + 1 where id = $1", [id, input.form, input.organisationId ?? null, name, input.on, check.result]);
    await addAction(tx, before, "sender", input.on, { form: input.form, name, licence: check.result, number: check.number, certainty: check.certainty, reason });
    return {
      answer: { version: before.version + 1, result: check.result, number: check.number, warning: check.level === "warning" ? `migration.sender.${check.result}` : null }, changes: [changed(id, before.hamletId)],
      subject: id, unitUid: before.unitUid, meta: { form: input.form, licence: check.result },
    };
  });
}

/**
 * A commune officer takes a case that nobody keeps; the keeper or the province lets it go. Only the keeper and the province read its incidents.
 * Errors: conflict "migration.overseas.keptAlready"; forbidden "migration.overseas.notKeeper".
 */
export function keepCase(services: Services, actor: Actor, commandId: string, id: string, input: { baseVersion: number; deed: "take" | "release"; reason: string }): Promise<{ state: string; version: number }> {
  must(mayKeep, actor);
  return services.door.write(actor, { commandId, name: "migration.keepOverseas", input: { id, ...input } }, async (tx) => {
    const before = await getCaseForChange(tx, id, input.baseVersion);
    must(mayKeep, actor, before.hamletId);
    if (input.deed === "take" && actor.role !== "commune") throw new AppError("forbidden", "migration.overseas.keeperIsCommune", {});
    if (input.deed === "take" && before.keeper !== null) throw new AppError("conflict", "migration.overseas.keptAlready", { name: before.fullName });
    if (input.deed === "release" && before.keeper !== actor.accountId && !mayDecide(actor)) throw new AppError("forbidden", "migration.overseas.notKeeper", { name: before.fullName });
    await tx.client.query("update overseas_case set keeper = $2, version = version + 1 where id = $1", [id, input.deed === "take" ? actor.accountId : null]);
    await addAction(tx, before, input.deed, services.today(), { reason: input.reason });
    return { answer: { state: before.state.name, version: before.version + 1 }, changes: [changed(id, before.hamletId)], subject: id, unitUid: before.unitUid };
  });
}
