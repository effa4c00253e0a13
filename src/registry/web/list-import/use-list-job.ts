import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call, ProblemError } from "../../../platform/http/client.ts";
import { newCommandId, saveFile, useAnswer } from "../../../web/data.ts";
import { useLanguage } from "../../../web/text/text.tsx";
import { type Choices, type ListJob, listRoutes, type Preview } from "../../list-import/contract.ts";

const ASKED_EVERY_MS = 700;
const WORKING: ReadonlySet<ListJob["state"]> = new Set(["reading", "committing"]);

export interface ListWork {
  readonly job: ListJob | undefined;
  /** of the last reading; stays in view while the list is read again */
  readonly preview: Preview | null;
  /** why it failed, or why nothing is known of it */
  readonly failure: Error | null;
  readonly ask: () => void;
  /** of what the officer asked for */
  readonly error: Error | null;
  readonly busy: boolean;
  readonly choose: (choices: Choices, onDone?: () => void) => void;
  readonly commit: (onDone: () => void) => void;
  readonly cancel: (onDone: () => void) => void;
  readonly saveMarked: () => void;
}

/** One list on its way in: asked again while the server works on it. */
export function useListJob(kind: string, id: string): ListWork {
  const params = { params: { kind, id } };
  const [language] = useLanguage();
  const [asking, setAsking] = useState(true);
  const by = () => ({ commandId: newCommandId(), language });
  const cancel = useMutation({ mutationFn: () => call(listRoutes.cancel, params, by()) });
  const { data, error, refetch } = useAnswer(listRoutes.job, params, { every: asking && ASKED_EVERY_MS, enabled: !cancel.isSuccess });
  const again = () => void refetch();
  const choose = useMutation({ mutationFn: (choices: Choices) => call(listRoutes.choose, { ...params, body: { ...choices, revision: data?.revision } }, by()), onSettled: again });
  const commit = useMutation({ mutationFn: () => call(listRoutes.commit, params, by()), onSettled: again });
  const marked = useMutation({ mutationFn: () => call(listRoutes.marked, params, { language }), onSuccess: saveFile });
  const job = cancel.data ?? data;
  const failure = cancel.isSuccess || (data && !(error instanceof ProblemError && error.problem.status < 500)) ? null : error;
  const works = job ? failure === null && WORKING.has(job.state) : failure === null;
  if (works !== asking) setAsking(works);
  const [preview, setPreview] = useState<Preview | null>(null);
  if (job?.preview && job.preview !== preview) setPreview(job.preview);
  return {
    job, preview, failure, ask: again,
    error: choose.error ?? commit.error ?? cancel.error ?? marked.error,
    busy: works || choose.isPending || commit.isPending || cancel.isPending || marked.isPending,
    choose: (choices, onDone) => choose.mutate(choices, { onSuccess: () => onDone?.() }),
    commit: (onDone) => commit.mutate(undefined, { onSuccess: onDone }),
    cancel: (onDone) => cancel.mutate(undefined, { onSuccess: onDone }),
    saveMarked: () => marked.mutate(),
  };
}
