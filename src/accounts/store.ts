import type pg from "pg";
import type { Role } from "../platform/actor.ts";

/** Sign-in data is open to the sign-in role only; tenants' roles never see it. */
export async function asSignIn<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("set local role sinhke_auth");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (cause) {
    await client.query("rollback");
    throw cause;
  } finally {
    client.release();
  }
}

export interface AccountRow {
  id: string;
  username: string;
  display_name: string;
  password_hash: string | null;
  failed_logins: number;
  locked_until: Date | null;
  closed_at: Date | null;
}

export interface AssignmentRow {
  id: string;
  account_id: string;
  role: Role;
  unit_uid: string;
  hamlet_ids: string[] | null;
  organisation_id: string | null;
  fields: string[];
  valid_from: string;
  valid_to: string | null;
  tenant_id: string;
  tenant_name: string;
  schema_name: string;
  role_name: string;
  demo: boolean;
  unit_full_name: string;
  unit_level: string;
}

export async function findAccount(client: pg.PoolClient, username: string): Promise<AccountRow | undefined> {
  const { rows } = await client.query<AccountRow>("select * from ref.account where username = $1 for update", [username.trim().toLowerCase()]);
  return rows[0];
}

/** The assignments an account holds on a day, newest first. */
export async function listAssignments(client: pg.PoolClient, accountId: string, on: string): Promise<AssignmentRow[]> {
  const { rows } = await client.query<AssignmentRow>(
    `select a.*, t.name as tenant_name, t.schema_name, t.role_name, t.demo, u.full_name as unit_full_name, u.level as unit_level
     from ref.assignment a join ref.tenant t on t.id = a.tenant_id join ref.unit u on u.uid = a.unit_uid
     where a.account_id = $1 and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2)
     order by a.valid_from desc, a.id`,
    [accountId, on],
  );
  return rows;
}

export interface SessionRow extends AssignmentRow {
  display_name: string;
  username: string;
  last_seen_at: Date;
}

/** The live session of a token on a day: not expired, account open, assignment still held. */
export async function findSession(client: pg.PoolClient, tokenHash: Buffer, on: string): Promise<SessionRow | undefined> {
  const { rows } = await client.query<SessionRow>(
    `select a.*, t.name as tenant_name, t.schema_name, t.role_name, t.demo, u.full_name as unit_full_name, u.level as unit_level,
       c.display_name, c.username, s.last_seen_at
     from ref.session s join ref.account c on c.id = s.account_id join ref.assignment a on a.id = s.assignment_id
       join ref.tenant t on t.id = a.tenant_id join ref.unit u on u.uid = a.unit_uid
     where s.token_hash = $1 and s.expires_at > now() and c.closed_at is null
       and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2)`,
    [tokenHash, on],
  );
  return rows[0];
}
