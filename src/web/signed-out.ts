import type { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "../platform/http/client.ts";
import type { makeRouter } from "./router.tsx";
import { enterSession } from "./session.ts";

/** A session that ended meanwhile (401 on any request) leads to the sign-in page and from there back to this address. */
export function sendToSignIn(client: QueryClient, router: ReturnType<typeof makeRouter>): void {
  const watch = (error: unknown) => {
    if (!(error instanceof ProblemError) || error.problem.status !== 401) return;
    const { pathname, href } = router.state.location;
    if (pathname === "/login") return;
    enterSession(client, null);
    void router.navigate({ to: "/login" as string, search: { back: href } as never });
  };
  client.getQueryCache().config.onError = watch;
  client.getMutationCache().config.onError = watch;
}
