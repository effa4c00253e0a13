import type { PoolClient as Client } from "pg";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { Account, NewAccount } from "./contract.ts";
import { mustManageAccounts } from "./policy.ts";
import { hashPassword, newToken, tokenHash } from "./sign-in.ts";
import { asSignIn } from "./store.ts";

const INVITATION_DAYS = 7;

/** Accounts with an assignment in the actor's province. */
export async function listAccounts(services: Services, actor: Actor): Promise<Account[]> {
  mustManageAccounts(actor);
  return asSignIn(services.pool, async (client) => {
    const { rows } = await client.query<Account>(
      `select c.id, c.username, c.display_name as "displayName", c.closed_at is not null as closed,
         json_agg(json_build_object('id', a.id, 'role', a.role, 'unitUid', a.unit_uid, 'unitName', u.full_name, 'fields', a.fields,
           'validFrom', a.valid_from, 'validTo', a.valid_to) order by a.valid_from) as assignments
       from ref.account c join ref.assignment a on a.account_id = c.id join ref.unit u on u.uid = a.unit_uid
       where a.tenant_id = $1 group by c.id order by c.username`,
      [actor.tenant.id],
    );
    return rows;
  });
}

/**
 * Makes an account with its first assignment and a one-time link to set the password (7 days).
 * Errors: conflict "accounts.usernameTaken"; invalid "accounts.unknownUnit".
 */
export async function createAccount(services: Services, actor: Actor, commandId: string, input: NewAccount): Promise<{ id: string; invitation: string }> {
  mustManageAccounts(actor);
  if ((input.role === "surveyor") !== (input.hamletIds !== undefined && input.hamletIds.length > 0)) {
    throw new AppError("invalid", "accounts.surveyorNeedsHamlets");
  }
  if (input.role === "training_centre" && input.organisationId === undefined) throw new AppError("invalid", "accounts.centreNeedsOrganisation");
  if (input.organisationId !== undefined && !(await listOrganisations(services, actor)).some(({ id }) => id === input.organisationId)) throw new AppError("invalid", "accounts.unknownOrganisation");
  const made = await addAccount(services, { ...input, tenantId: actor.tenant.id });
  await services.door.write(actor, { commandId, name: "accounts.create", input }, async () => ({
    answer: null, subject: made.id, meta: { username: input.username, role: input.role, unitUid: input.unitUid },
  }));
  return made;
}

/** Organisations that an account may be given: those that train or place. */
export function listOrganisations(services: Services, actor: Actor): Promise<{ id: string; name: string; kinds: string[] }[]> {
  mustManageAccounts(actor);
  return services.door.read(actor, async ({ client }) =>
    (await client.query<{ id: string; name: string; kinds: string[] }>(
      "select id, name, kinds from organisation where voided_at is null and kinds && array['training_provider', 'job_service_centre'] order by name_folded",
    )).rows);
}

export interface AccountToAdd extends NewAccount {
  readonly tenantId: string;
  readonly password?: string;
}

/** Without audit: for the door above, the first administrator and the demo. */
export async function addAccount(services: Pick<Services, "pool" | "today">, input: AccountToAdd): Promise<{ id: string; invitation: string }> {
  const id = newId<"account">();
  const invitation = newToken();
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
  await asSignIn(services.pool, async (client) => {
    const added = await client.query(
      "insert into ref.account (id, username, display_name, password_hash) values ($1, $2, $3, $4) on conflict (username) do nothing",
      [id, input.username, input.displayName, passwordHash],
    );
    if (added.rowCount === 0) throw new AppError("conflict", "accounts.usernameTaken", { username: input.username });
    const unit = await client.query("select from ref.unit where uid = $1", [input.unitUid]);
    if (unit.rowCount === 0) throw new AppError("invalid", "accounts.unknownUnit", { unitUid: input.unitUid });
    await client.query(
      "insert into ref.assignment (id, account_id, tenant_id, role, unit_uid, hamlet_ids, fields, valid_from, organisation_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      [newId(), id, input.tenantId, input.role, input.unitUid, input.role === "surveyor" ? input.hamletIds : null, input.fields, services.today(), input.organisationId ?? null],
    );
    await addInvitation(client, id, invitation);
  });
  return { id, invitation };
}

const addInvitation = (client: Client, accountId: string, token: string): Promise<unknown> =>
  client.query("insert into ref.invitation (token_hash, account_id, expires_at) values ($1, $2, now() + make_interval(days => $3))", [tokenHash(token), accountId, INVITATION_DAYS]);

async function mustBeOfTenant(client: Client, actor: Actor, id: string): Promise<void> {
  const held = await client.query("select from ref.assignment where account_id = $1 and tenant_id = $2", [id, actor.tenant.id]);
  if (held.rowCount === 0) throw new AppError("not_found", "accounts.unknown", { id });
}

/** A new one-time link, for a lost password or a link that ran out; earlier links end. Errors: not_found "accounts.unknown"; refused "accounts.isClosed". */
export async function inviteAgain(services: Services, actor: Actor, commandId: string, id: string): Promise<{ invitation: string }> {
  mustManageAccounts(actor);
  const invitation = newToken();
  await asSignIn(services.pool, async (client) => {
    await mustBeOfTenant(client, actor, id);
    const open = await client.query("select from ref.account where id = $1 and closed_at is null", [id]);
    if (open.rowCount === 0) throw new AppError("refused", "accounts.isClosed");
    await client.query("update ref.invitation set expires_at = now() where account_id = $1 and used_at is null and expires_at > now()", [id]);
    await addInvitation(client, id, invitation);
  });
  await services.door.write(actor, { commandId, name: "accounts.invite", input: { id } }, async () => ({ answer: null, subject: id }));
  return { invitation };
}

/** Sets the password of an invited account, once. Errors: refused "accounts.invitationUsed". */
export async function acceptInvitation(services: Services, token: string, password: string): Promise<{ username: string }> {
  const passwordHash = await hashPassword(password);
  return asSignIn(services.pool, async (client) => {
    const used = await client.query<{ account_id: string }>(
      "update ref.invitation set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() returning account_id",
      [tokenHash(token)],
    );
    if (!used.rows[0]) throw new AppError("refused", "accounts.invitationUsed");
    const { rows } = await client.query<{ username: string }>(
      "update ref.account set password_hash = $2, failed_logins = 0, locked_until = null where id = $1 returning username",
      [used.rows[0].account_id, passwordHash],
    );
    return { username: rows[0]!.username };
  });
}

/** Closes an account and ends its sessions. */
export async function closeAccount(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<void> {
  mustManageAccounts(actor);
  if (id === actor.accountId) throw new AppError("refused", "accounts.notYourself");
  await asSignIn(services.pool, async (client) => {
    await mustBeOfTenant(client, actor, id);
    await client.query("update ref.account set closed_at = now() where id = $1 and closed_at is null", [id]);
    await client.query("delete from ref.session where account_id = $1", [id]);
  });
  await services.door.write(actor, { commandId, name: "accounts.close", input: { id, reason }, purpose: reason }, async () => ({ answer: null, subject: id }));
}
