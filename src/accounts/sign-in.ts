import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "../kernel/error.ts";
import type { Services } from "../platform/feature.ts";
import { asSignIn, findAccount, findSession, listAssignments, type AssignmentRow, type SessionRow } from "./store.ts";

const MAX_FAILURES = 5;
const LOCK_MINUTES = 15;
const SESSION_HOURS = 12;
const IDLE_MINUTES = 60;

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashPassword = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

// verified when there is no such account, so that both answers take the same time
let nobody: Promise<string> | undefined;

export interface SignedIn {
  readonly token: string;
  readonly assignment: AssignmentRow;
  readonly displayName: string;
  readonly username: string;
}

/**
 * Checks name and password and opens a session with the newest assignment held today.
 * Errors: unauthenticated "accounts.wrongPassword" (never says which of the two), refused "accounts.locked" {minutes},
 * refused "accounts.noAssignment".
 */
export async function signIn(services: Services, username: string, password: string): Promise<SignedIn> {
  const outcome = await asSignIn(services.pool, async (client): Promise<SignedIn | AppError> => {
    const account = await findAccount(client, username);
    if (account?.locked_until && account.locked_until.getTime() > services.now()) {
      const minutes = Math.ceil((account.locked_until.getTime() - services.now()) / 60_000);
      return new AppError("refused", "accounts.locked", { minutes });
    }
    const stored = account?.password_hash ?? (await (nobody ??= hashPassword(newToken())));
    const right = await verify(stored, password);
    if (!account?.password_hash || account.closed_at || !right) {
      // returned, not thrown: the count of failures must be committed
      if (account) await countFailure(client, account.id, services.now());
      return new AppError("unauthenticated", "accounts.wrongPassword");
    }
    const assignment = (await listAssignments(client, account.id, services.today()))[0];
    if (!assignment) return new AppError("refused", "accounts.noAssignment");
    const token = newToken();
    await client.query("update ref.account set failed_logins = 0, locked_until = null where id = $1", [account.id]);
    await client.query("delete from ref.session where account_id = $1 and expires_at < now()", [account.id]);
    await client.query(
      "insert into ref.session (token_hash, account_id, assignment_id, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4))",
      [tokenHash(token), account.id, assignment.id, SESSION_HOURS],
    );
    return { token, assignment, displayName: account.display_name, username: account.username };
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

async function countFailure(client: { query: (sql: string, values: unknown[]) => Promise<unknown> }, accountId: string, now: number): Promise<void> {
  await client.query(
    `update ref.account set failed_logins = case when failed_logins + 1 >= $2 then 0 else failed_logins + 1 end,
       locked_until = case when failed_logins + 1 >= $2 then $3::timestamptz else locked_until end
     where id = $1`,
    [accountId, MAX_FAILURES, new Date(now + LOCK_MINUTES * 60_000)],
  );
}

/** The session of a token, or undefined when it ended, idled out, or the office was left. */
export async function findLiveSession(services: Services, token: string): Promise<SessionRow | undefined> {
  return asSignIn(services.pool, async (client) => {
    const session = await findSession(client, tokenHash(token), services.today());
    if (!session) return undefined;
    const idle = services.now() - session.last_seen_at.getTime();
    if (idle > IDLE_MINUTES * 60_000) return undefined;
    if (idle > 60_000) await client.query("update ref.session set last_seen_at = now() where token_hash = $1", [tokenHash(token)]);
    return session;
  });
}

export async function signOut(services: Services, token: string): Promise<void> {
  await asSignIn(services.pool, (client) => client.query("delete from ref.session where token_hash = $1", [tokenHash(token)]));
}
