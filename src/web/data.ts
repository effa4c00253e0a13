import { keepPreviousData, QueryClient, useMutation, type UseMutationResult, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useRef } from "react";
import { uuidV7 } from "../kernel/id.ts";
import { call, type CallInput, ProblemError } from "../platform/http/client.ts";
import type { AnswerOf, FileAnswer, Route } from "../platform/http/contract.ts";
import { useLanguage } from "./text/text.tsx";

const lasting = (error: unknown): boolean => error instanceof ProblemError && error.problem.status < 500;

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, refetchOnWindowFocus: true, retry: (times, error) => times < 1 && !lasting(error) },
      mutations: { retry: false },
    },
  });

export interface AnswerOptions {
  readonly enabled?: boolean;
  /** show the previous answer while the next one loads: for paging and filtering */
  readonly keep?: boolean;
  /** ask again after so many milliseconds: for long work */
  readonly every?: number | false;
}

/** Reads a GET route; asked again when the input or the language changes. */
export function useAnswer<R extends Route>(route: R, input: CallInput<R>, options: AnswerOptions = {}): UseQueryResult<AnswerOf<R>, Error> {
  const [language] = useLanguage();
  return useQuery<AnswerOf<R>, Error>({
    queryKey: [route.path, input, language],
    queryFn: ({ signal }) => call(route, input, { signal, language }),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
  });
}

export const newCommandId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/**
 * Writes through a route. Sent again with the same input after a cut connection it keeps its command id, so nothing is done twice;
 * what is shown is asked again afterwards.
 */
export function useCommand<R extends Route>(route: R): UseMutationResult<AnswerOf<R>, Error, CallInput<R>> {
  const client = useQueryClient();
  const [language] = useLanguage();
  const pending = useRef<{ readonly input: CallInput<R>; readonly id: string } | null>(null);
  return useMutation<AnswerOf<R>, Error, CallInput<R>>({
    mutationFn: async (input) => {
      if (!pending.current || !sameInput(pending.current.input, input)) pending.current = { input, id: newCommandId() };
      const answer = await call(route, input, { commandId: pending.current.id, language }).catch((error: unknown) => {
        if (error instanceof ProblemError) pending.current = null;
        throw error;
      });
      pending.current = null;
      return answer;
    },
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" }),
  });
}

const sameInput = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Hands a file of the server to the person. */
export function saveFile(file: FileAnswer): void {
  const address = URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.mime }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
