import { createHash, randomBytes } from "node:crypto";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { AppError } from "../kernel/error.ts";
import { isUuid, uuidV7, type Id } from "../kernel/id.ts";
import type { Actor } from "./actor.ts";
import "./pg-types.ts";
import { toDirtyLog } from "./dirty.ts";
import type { Schema } from "./schema.ts";

export const newId = <Kind extends string>(): Id<Kind> => uuidV7<Kind>(Date.now(), randomBytes(10));

const names = new Map<string, string>();

/**
 * A statement that is run over and over and finds few rows by a key given outright: each connection reads and plans it once. Not for what reads
 * much or finds rows by a list: its plan must be made for what is asked, and anew when the table has grown.
 */
export function kept(text: string, values: unknown[]): { name: string; text: string; values: unknown[] } {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = createHash("sha256").update(text).digest("base64url").slice(0, 32)));
  return { name, text, values };
}

/** One transaction of one actor. `db` builds queries; `client` is for COPY and plain SQL. */
export interface Tx {
  readonly db: Kysely<Schema>;
  readonly client: pg.PoolClient;
  readonly actor: Actor;
}

export interface Change {
  readonly entity: string;
  readonly entityId: string;
  readonly kind: "added" | "ended" | "voided" | "changed";
  readonly hamletId?: string | null;
}

export interface Command<Input> {
  /** made by the sender (phone, page, import): the same id with the same input is answered again, not done again */
  readonly commandId: string;
  /** feature.verb, for the audit trail and the log */
  readonly name: string;
  readonly input: Input;
  readonly purpose?: string;
}

export interface Outcome<Answer> {
  readonly answer: Answer;
  /** one row each; a bulk command writes its own set-based rows through `client` and gives `rows` */
  readonly changes?: readonly Change[];
  readonly rows?: number;
  readonly subject?: string;
  /** the unit the deed is filed under; the actor's own where not given */
  readonly unitUid?: string;
  readonly meta?: Record<string, unknown>;
  /** hamlets whose rolled-up cells are now stale, by topic */
  readonly dirty?: { readonly topic: string; readonly hamletIds: readonly string[] };
}

const textArray = (values: readonly string[]): string => `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

async function enter(client: pg.PoolClient, actor: Actor): Promise<void> {
  const { scope, tenant } = actor;
  await client.query(kept(
    `select set_config('role', $1, true), set_config('search_path', $2, true), set_config('app.actor', $3, true),
       set_config('app.reads_all', $4, true), set_config('app.writes_all', $5, true), set_config('app.read_hamlets', $6, true),
       set_config('app.write_hamlets', $7, true), set_config('app.read_units', $8, true), set_config('app.write_units', $9, true),
       set_config('app.fields', $10, true), set_config('app.system', $11, true), set_config('app.organisations', $12, true)`,
    [
      tenant.role, `"${tenant.schema}", ref, ext, pg_temp`, actor.accountId,
      scope.readsAll ? "on" : "", scope.writesAll ? "on" : "", textArray(scope.readHamlets),
      textArray(scope.writeHamlets), textArray(scope.readUnits), textArray(scope.writeUnits),
      textArray(scope.fields), actor.role === "system" ? "on" : "", textArray(scope.organisations),
    ],
  ));
}

/** A Kysely over one connection that is already inside a transaction. */
function queryBuilder(client: pg.PoolClient): Kysely<Schema> {
  const lent = { connect: async () => ({ query: client.query.bind(client), release: () => undefined }), end: async () => undefined };
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: lent as never }) });
}

const digestOf = (value: unknown): Buffer => createHash("sha256").update(JSON.stringify(value) ?? "null").digest();

export class Door {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async #transaction<T>(actor: Actor, begin: string, work: (tx: Tx) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    const cancel = (): void => void this.#cancel(client);
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      await client.query(begin);
      await enter(client, actor);
      const result = await work({ db: queryBuilder(client), client, actor });
      signal?.throwIfAborted();
      await client.query("commit");
      return result;
    } catch (cause) {
      await client.query("rollback").catch((error: Error) => (broken = error));
      throw cause;
    } finally {
      signal?.removeEventListener("abort", cancel);
      client.release(broken);
    }
  }

  async #cancel(client: pg.PoolClient): Promise<void> {
    const pid = (client as unknown as { processID: number }).processID;
    await this.#pool.query("select pg_cancel_backend($1)", [pid]).catch(() => undefined);
  }

  /** A consistent view of the tenant as the actor may see it; nothing can be written. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#transaction(actor, "begin isolation level repeatable read read only", work);
  }

  /** Upkeep by the program's own workers (rolled-up cells, seals, batched view logs): no command, no audit row of its own. */
  maintain<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (actor.role !== "system") throw new AppError("forbidden", "command.onlySystem");
    return this.#transaction(actor, "begin isolation level repeatable read", work);
  }

  /**
   * Upkeep that one worker of a tenant does at a time; undefined when another is at it. The lock is taken before the
   * transaction begins: a snapshot from before the other's commit would do its work again.
   */
  async maintainAlone<T>(actor: Actor, lock: number, work: (tx: Tx) => Promise<T>): Promise<T | undefined> {
    const client = await this.#pool.connect();
    try {
      const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock(hashtext($1), $2) as got", [actor.tenant.schema, lock]);
      if (!rows[0]!.got) return undefined;
      try {
        return await this.maintain(actor, work);
      } finally {
        await client.query("select pg_advisory_unlock(hashtext($1), $2)", [actor.tenant.schema, lock]);
      }
    } finally {
      client.release();
    }
  }

  /**
   * The one door for writes: the work, the audit row, the change feed and the idempotency key stand or fall together.
   * Errors: conflict "command.reused" when the id came before with other input; whatever `work` throws.
   */
  async write<Input, Answer>(
    actor: Actor,
    command: Command<Input>,
    work: (tx: Tx) => Promise<Outcome<Answer>>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    if (!isUuid(command.commandId)) throw new AppError("invalid", "command.badId", { commandId: command.commandId });
    const digest = digestOf({ name: command.name, input: command.input });
    return this.#transaction(actor, "begin", async (tx) => {
      const { client } = tx;
      // the id is taken first, so two senders of one command wait for each other
      const taken = await client.query(kept(
        `insert into command_log (command_id, name, actor, digest, answer) values ($1, $2, $3, $4, 'null') on conflict do nothing`,
        [command.commandId, command.name, actor.accountId, digest],
      ));
      if (taken.rowCount === 0) return (await this.#answerAgain(tx, command.commandId, digest)) as Answer;
      const outcome = await work(tx);
      await client.query(kept("update command_log set answer = $2 where command_id = $1", [command.commandId, JSON.stringify(outcome.answer ?? null)]));
      await this.#record(tx, command, digest, outcome);
      return outcome.answer;
    }, signal);
  }

  async #answerAgain(tx: Tx, commandId: string, digest: Buffer): Promise<unknown> {
    const { rows } = await tx.client.query<{ digest: Buffer; answer: unknown }>("select digest, answer from command_log where command_id = $1", [commandId]);
    if (!rows[0] || !rows[0].digest.equals(digest)) throw new AppError("conflict", "command.reused", { commandId });
    return rows[0].answer;
  }

  async #record(tx: Tx, command: Command<unknown>, digest: Buffer, outcome: Outcome<unknown>): Promise<void> {
    const { client, actor } = tx;
    const eventId = command.commandId;
    const changes = outcome.changes ?? [];
    await client.query(kept(
      `insert into audit_event (id, actor, assignment, action, purpose, unit_uid, subject, rows, digest, meta)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [eventId, actor.accountId, actor.assignmentId, command.name, command.purpose ?? null, outcome.unitUid ?? actor.unitUid,
        outcome.subject ?? null, outcome.rows ?? changes.length, digest, JSON.stringify(outcome.meta ?? {})],
    ));
    if (changes.length > 0) {
      await client.query(kept(
        `insert into change_row (event_id, entity, entity_id, kind, hamlet_id)
         select $1, * from unnest($2::text[], $3::uuid[], $4::text[], $5::uuid[])`,
        [eventId, changes.map((c) => c.entity), changes.map((c) => c.entityId), changes.map((c) => c.kind), changes.map((c) => c.hamletId ?? null)],
      ));
    }
    if (outcome.dirty) await toDirtyLog(client, outcome.dirty.topic, outcome.dirty.hamletIds);
  }
}
