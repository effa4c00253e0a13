import type { PlainDate } from "../kernel/date.ts";
import type pg from "pg";
import type { Actor } from "./actor.ts";
import type { Config } from "./config.ts";
import type { Door } from "./door.ts";
import type { Route } from "./http/contract.ts";
import type { Handlers } from "./http/server.ts";

export interface Views {
  /** notes a sensitive view; written to the audit trail in a batch outside the read */
  note(actor: Actor, action: string, subject: string | null, rows?: number): void;
  flush(systemOf: (tenant: Actor["tenant"]) => Actor): Promise<void>;
}

/** What every use case may need from outside; made once in main.ts. */
export interface Services {
  readonly door: Door;
  readonly pool: pg.Pool;
  readonly config: Config;
  readonly views: Views;
  /** milliseconds since 1970; a test brings its own */
  readonly now: () => number;
  /** today in Viet Nam */
  readonly today: () => PlainDate;
}

/** A feature's route table with its handlers, as main.ts mounts it. */
export interface Api {
  readonly routes: Record<string, Route>;
  readonly handlers: Handlers<Record<string, Route>>;
}

/** Ties handlers to their routes with the types checked. */
export const api = <Routes extends Record<string, Route>>(routes: Routes, handlers: Handlers<Routes>): Api => ({
  routes,
  handlers: handlers as unknown as Handlers<Record<string, Route>>,
});
