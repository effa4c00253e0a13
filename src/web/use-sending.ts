import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { AnswerOf, ParamsOf, QueryOf, Route } from "../platform/http/contract.ts";
import { newCommandId } from "./data.ts";
import { useLanguage } from "./text/text.tsx";
import { sendFile } from "./send-file.ts";

export interface SendingState<R extends Route> {
  /** the file that is on its way, or that did not arrive */
  readonly file: File | null;
  readonly busy: boolean;
  /** bytes that left so far */
  readonly sent: number;
  /** stopping it oneself is none */
  readonly error: Error | null;
  readonly send: (query: QueryOf<R>, file: File, onDone: (answer: AnswerOf<R>) => void, params?: ParamsOf<R>) => void;
  readonly stop: () => void;
}

/** A file on its way to the server: how far, and a way out. */
export function useSending<R extends Route>(route: R): SendingState<R> {
  const [language] = useLanguage();
  const [sent, setSent] = useState(0);
  const running = useRef<AbortController | null>(null);
  const mutation = useMutation<AnswerOf<R>, Error, { query: QueryOf<R>; file: File; params: ParamsOf<R> | undefined }>({
    mutationFn: ({ query, file, params }) => {
      const controller = new AbortController();
      running.current = controller;
      setSent(0);
      return sendFile(route, query, params, file, { commandId: newCommandId(), language, signal: controller.signal, onSent: setSent });
    },
  });
  return {
    file: mutation.variables?.file ?? null,
    busy: mutation.isPending,
    sent,
    error: mutation.error?.name === "AbortError" ? null : mutation.error,
    send: (query, file, onDone, params) => mutation.mutate({ query, file, params }, { onSuccess: onDone }),
    stop: () => running.current?.abort(),
  };
}
