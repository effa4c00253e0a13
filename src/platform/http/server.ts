import { Hono, type Context } from "hono";
import { AppError, type ErrorKind } from "../../kernel/error.ts";
import type { Actor } from "../actor.ts";
import { newId } from "../door.ts";
import type { AnswerOf, BodyOf, FileAnswer, ParamsOf, Problem, QueryOf, Route } from "./contract.ts";
import type { Language, Wording } from "./messages.ts";

export interface Request<R extends Route> {
  readonly actor: Actor;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** of a write: from the Idempotency-Key header, else made here */
  readonly commandId: string;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly context: Context;
}

export type Handler<R extends Route> = (request: Request<R>) => Promise<AnswerOf<R>>;
export type Handlers<Routes extends Record<string, Route>> = { readonly [Name in keyof Routes]: Handler<Routes[Name]> };

export const STATUS: Readonly<Record<ErrorKind, 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503>> = {
  invalid: 400, unauthenticated: 401, forbidden: 403, not_found: 404, conflict: 409, too_large: 413, too_many: 429, refused: 422, unavailable: 503,
};

const languageOf = (context: Context): Language => ((context.req.header("Accept-Language") ?? "vi").startsWith("en") ? "en" : "vi");

const MAX_JSON = 4 << 20;
const MAX_BYTES = 120 << 20;

function parse(schema: Route["params"], value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new AppError("invalid", "http.badInput", { where: [where, ...issue.path.map(String)].join("."), what: issue.message });
}

async function bodyOf(route: Route, context: Context): Promise<unknown> {
  if (!route.body) return undefined;
  const length = Number(context.req.header("Content-Length") ?? 0);
  const most = route.body === "bytes" ? MAX_BYTES : MAX_JSON;
  if (length > most) throw new AppError("too_large", "http.tooLarge", { most: Math.floor(most / (1 << 20)) });
  if (route.body === "bytes") {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    if (bytes.length > most) throw new AppError("too_large", "http.tooLarge", { most: most >> 20 });
    return bytes;
  }
  const json: unknown = await context.req.json().catch(() => {
    throw new AppError("invalid", "http.badJson");
  });
  return parse(route.body, json, "body");
}

function queryOf(context: Context): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(context.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0]! : values]));
}

function fileResponse(context: Context, file: FileAnswer): Response {
  return context.body(file.bytes as Uint8Array<ArrayBuffer>, 200, {
    "Content-Type": file.mime,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}

/** Serves a feature's route table. `findActor` gives the actor of the session or undefined. */
export function mount<Routes extends Record<string, Route>>(
  app: Hono,
  routes: Routes,
  handlers: Handlers<Routes>,
  findActor: (context: Context) => Promise<Actor | undefined>,
): void {
  for (const [name, definition] of Object.entries(routes)) {
    app.on(definition.method, `/api${definition.path}`, async (context) => {
      if (definition.method !== "GET" && context.req.header("X-Requested-With") !== "sinhke") throw new AppError("forbidden", "http.foreignPage");
      const actor = await findActor(context);
      if (!actor && !definition.open) throw new AppError("unauthenticated", "accounts.signInFirst");
      const answer = await (handlers[name] as Handler<Route>)({
        actor: actor!,
        params: parse(definition.params, context.req.param(), "path") as never,
        query: parse(definition.query, queryOf(context), "query") as never,
        body: (await bodyOf(definition, context)) as never,
        commandId: context.req.header("Idempotency-Key") ?? newId<"command">(),
        language: languageOf(context),
        signal: context.req.raw.signal,
        context,
      });
      if (definition.answer === "file") return fileResponse(context, answer as unknown as FileAnswer);
      return context.json(answer as never);
    });
  }
}

/** problem+json for every error; what is not an AppError is a fault of the program and tells nothing to the caller. */
export function problemResponse(error: unknown, context: Context, wording: Wording, log: (error: unknown) => void): Response {
  const known = error instanceof AppError;
  if (!known) log(error);
  const code = known ? error.code : "http.fault";
  const data = known ? error.data : {};
  const status = known ? STATUS[error.kind] : 500;
  const problem: Problem = { type: "about:blank", title: wording.text(code, data, languageOf(context)), status, code, data };
  return context.body(JSON.stringify(problem), status, { "Content-Type": "application/problem+json" });
}
