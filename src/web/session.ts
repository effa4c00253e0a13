import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { accountsRoutes, type Session } from "../accounts/contract.ts";
import { call, ProblemError } from "../platform/http/client.ts";

/** The session of this browser; null when nobody is signed in. */
export const sessionQuery = queryOptions<Session | null>({
  queryKey: ["session"],
  staleTime: Infinity,
  queryFn: async ({ signal }) => {
    try {
      return await call(accountsRoutes.session, {}, { signal });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) return null;
      throw error;
    }
  },
});

export const useFindSession = (): Session | null => useQuery(sessionQuery).data ?? null;

/** On pages that are not open there is always one. */
export function useSession(): Session {
  const session = useFindSession();
  if (!session) throw new Error("useSession on a page without a session");
  return session;
}

/** The next account must see nothing that the last one had loaded. */
export function enterSession(client: QueryClient, session: Session | null): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
  client.setQueryData(sessionQuery.queryKey, session);
}

export function useEnterSession(): (session: Session | null) => void {
  const client = useQueryClient();
  return (session) => enterSession(client, session);
}
