import type { AnswerOf, BodyOf, ParamsOf, Problem, QueryOf, Route } from "./contract.ts";

/** The one place of the pages that talks to the server. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** of a write: sent again with the same id it is not done twice */
  readonly commandId?: string;
  readonly language?: string;
}

type Part<Name extends string, T> = [T] extends [undefined] ? { readonly [K in Name]?: undefined } : { readonly [K in Name]: T };
export type CallInput<R> = Part<"params", ParamsOf<R>> & Part<"query", QueryOf<R>> & Part<"body", BodyOf<R>>;

export function pathOf(route: Route, params: unknown, query: unknown): string {
  let path = route.path;
  for (const [name, value] of Object.entries((params ?? {}) as Record<string, string>)) path = path.replace(`:${name}`, encodeURIComponent(value));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === "") continue;
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, String(item));
  }
  const text = search.toString();
  return `/api${path}${text ? `?${text}` : ""}`;
}

async function problemOf(response: Response): Promise<ProblemError> {
  try {
    return new ProblemError((await response.json()) as Problem);
  } catch {
    return new ProblemError({ type: "about:blank", title: response.statusText, status: response.status, code: "http.unreadable", data: {} });
  }
}

export async function call<R extends Route>(route: R, input: CallInput<R>, options: CallOptions = {}): Promise<AnswerOf<R>> {
  const { params, query, body } = input as { params?: unknown; query?: unknown; body?: unknown };
  const headers: Record<string, string> = { "X-Requested-With": "sinhke" };
  if (options.language) headers["Accept-Language"] = options.language;
  if (options.commandId) headers["Idempotency-Key"] = options.commandId;
  if (body !== undefined) headers["Content-Type"] = route.body === "bytes" ? "application/octet-stream" : "application/json";
  const response = await fetch(pathOf(route, params, query), {
    method: route.method,
    headers,
    body: body === undefined ? undefined : route.body === "bytes" ? (body as RequestInit["body"]) : JSON.stringify(body),
    signal: options.signal,
  });
  if (!response.ok) throw await problemOf(response);
  if (route.answer !== "file") return (await response.json()) as AnswerOf<R>;
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "file";
  const file = { name: decodeURIComponent(name), mime: response.headers.get("Content-Type") ?? "", bytes: new Uint8Array(await response.arrayBuffer()) };
  return file as AnswerOf<R>;
}
