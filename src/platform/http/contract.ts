import type * as z from "zod/mini";

type Schema = z.ZodMiniType;

/** One line of a feature's route table: all that server, client and the OpenAPI description need. */
export interface Route<
  Params extends Schema | undefined = Schema | undefined,
  Query extends Schema | undefined = Schema | undefined,
  Body extends Schema | "bytes" | undefined = Schema | "bytes" | undefined,
  Answer extends Schema | "file" = Schema | "file",
> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** below /api, parameters as :name */
  readonly path: string;
  readonly summary: string;
  /** open to callers without a session */
  readonly open?: true;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
}

export const route = <
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | "bytes" | undefined = undefined,
  Answer extends Schema | "file" = Schema,
>(
  definition: Route<Params, Query, Body, Answer>,
): Route<Params, Query, Body, Answer> => definition;

type Output<S> = S extends Schema ? z.output<S> : undefined;
export type ParamsOf<R> = R extends Route<infer P, infer _Q, infer _B, infer _A> ? Output<P> : never;
export type QueryOf<R> = R extends Route<infer _P, infer Q, infer _B, infer _A> ? Output<Q> : never;
export type BodyOf<R> = R extends Route<infer _P, infer _Q, infer B, infer _A> ? (B extends "bytes" ? Uint8Array : Output<B>) : never;
export type AnswerOf<R> = R extends Route<infer _P, infer _Q, infer _B, infer A> ? (A extends "file" ? FileAnswer : Output<A>) : never;

export interface FileAnswer {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** problem+json (RFC 9457): `code` and `data` for programs, `title` for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly data: Record<string, unknown>;
}
