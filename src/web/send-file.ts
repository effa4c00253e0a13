import type { AnswerOf, ParamsOf, Problem, QueryOf, Route } from "../platform/http/contract.ts";
import { pathOf, ProblemError } from "../platform/http/client.ts";

export interface Sending {
  readonly commandId: string;
  readonly language: string;
  readonly signal: AbortSignal;
  /** bytes that left so far */
  readonly onSent: (bytes: number) => void;
}

function problemOf(request: XMLHttpRequest): ProblemError {
  try {
    return new ProblemError(JSON.parse(request.responseText) as Problem);
  } catch {
    return new ProblemError({ type: "about:blank", title: request.statusText, status: request.status, code: "http.unreadable", data: {} });
  }
}

/** Sends a file as the body of a route that takes bytes. Unlike `call` it tells how far it is, which fetch cannot. Errors: as `call`; "AbortError" when stopped. */
export function sendFile<R extends Route>(route: R, query: QueryOf<R>, params: ParamsOf<R> | undefined, file: Blob, { commandId, language, signal, onSent }: Sending): Promise<AnswerOf<R>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(route.method, pathOf(route, params, query));
    request.setRequestHeader("X-Requested-With", "sinhke");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Idempotency-Key", commandId);
    request.setRequestHeader("Accept-Language", language);
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.addEventListener("load", () => (request.status < 400 ? resolve(JSON.parse(request.responseText) as AnswerOf<R>) : reject(problemOf(request))));
    request.addEventListener("error", () => reject(new TypeError("no connection")));
    request.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
