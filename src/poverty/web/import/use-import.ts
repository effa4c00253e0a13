import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { call, ProblemError } from "../../../platform/http/client.ts";
import { newCommandId, saveFile, useAnswer } from "../../../web/data.ts";
import { useLanguage } from "../../../web/text/text.tsx";
import { type Choices, type ImportJob, importRoutes, type Preview } from "../../household-list/contract.ts";

const ASKED_EVERY_MS = 700;
const WORKING: ReadonlySet<ImportJob["state"]> = new Set(["reading", "committing"]);

export interface Import {
  /** as last seen; undefined until it is known */
  readonly job: ImportJob | undefined;
  readonly stage: Stage | undefined;
  /** of the last reading; it stays in view while the list is read again */
  readonly preview: Preview | null;
  readonly secondsLeft: number | undefined;
  /** why it failed, or why nothing is known of it */
  readonly failure: Error | null;
  readonly ask: () => void;
  /** of what the officer asked for */
  readonly error: Error | null;
  /** nothing else can be asked for meanwhile */
  readonly busy: boolean;
  readonly choose: (choices: Choices, onDone?: () => void) => void;
  readonly commit: (onDone: () => void) => void;
  readonly cancel: (onDone?: () => void) => void;
  readonly saveMarked: () => void;
}

/** Where an import is. What was read once stays "ready" in view while it is read again. */
export type Stage = ImportJob["state"] | "failed";

interface Since {
  readonly done: number;
  readonly at: number;
}

function secondsLeft({ done, total }: ImportJob, at: number, since: Since): number | undefined {
  const [gone, seconds] = [done - since.done, (at - since.at) / 1000];
  return gone > 0 && seconds >= 2 && total > done ? ((total - done) * seconds) / gone : undefined;
}

/** The server told it for good; a cut connection passes. */
export const isFinal = (error: Error | null): boolean => error instanceof ProblemError && error.problem.status < 500;

/** One import: asked again while the server works on it. */
export function useImport(id: string): Import {
  const params = { params: { id } };
  const client = useQueryClient();
  const [language] = useLanguage();
  const [asking, setAsking] = useState(true);
  // not `useCommand`: it asks for everything again at once, while the server is still at work
  const by = () => ({ commandId: newCommandId(), language });
  const cancel = useMutation({ mutationFn: () => call(importRoutes.cancel, params, by()) });
  const cancelled = cancel.data?.state === "cancelled";
  const { data, error, dataUpdatedAt, refetch } = useAnswer(importRoutes.job, params, { every: asking && ASKED_EVERY_MS, enabled: !cancelled });
  const refresh = useCallback(() => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[0] !== importRoutes.job.path }), [client]);
  /** A small file is read again before anybody can see that it was being read. */
  const afterAsking = async (): Promise<void> => {
    const now = (await refetch()).data;
    if (now && !WORKING.has(now.state)) await refresh();
  };
  const choose = useMutation({
    mutationFn: (choices: Choices) => call(importRoutes.choose, { ...params, body: { ...choices, revision: data?.revision } }, by()),
    onSuccess: afterAsking,
    // a colleague was quicker: what they changed comes into view, what was typed here stays
    onError: () => void refetch(),
  });
  const commit = useMutation({ mutationFn: () => call(importRoutes.commit, params, by()), onSuccess: afterAsking });
  const marked = useMutation({ mutationFn: () => call(importRoutes.marked, params, { language }), onSuccess: saveFile });

  const job = cancelled ? cancel.data : data;
  const failure = cancelled || (job && !isFinal(error)) ? null : error;
  const works = job ? !failure && WORKING.has(job.state) : !failure;
  if (works !== asking) setAsking(works);
  useEffect(() => {
    if (!works) void refresh();
  }, [works, refresh]);
  const [preview, setPreview] = useState<Preview | null>(null);
  if (job?.preview && job.preview !== preview) setPreview(job.preview);
  const [since, setSince] = useState<Since | null>(null);
  const started = job && works ? (since ?? { done: job.done, at: dataUpdatedAt }) : null;
  if (started !== since) setSince(started);

  return {
    job,
    stage: failure ? "failed" : job?.state === "reading" && preview ? "ready" : job?.state,
    preview,
    secondsLeft: job && started ? secondsLeft(job, dataUpdatedAt, started) : undefined,
    failure,
    ask: () => void refetch(),
    error: choose.error ?? commit.error ?? cancel.error ?? marked.error,
    busy: works || choose.isPending || commit.isPending || cancel.isPending || marked.isPending,
    choose: (choices, onDone) => choose.mutate(choices, { onSuccess: () => onDone?.() }),
    commit: (onDone) => commit.mutate(undefined, { onSuccess: onDone }),
    cancel: (onDone) => cancel.mutate(undefined, { onSuccess: () => onDone?.() }),
    saveMarked: () => marked.mutate(),
  };
}
