// What screens of features above may use: a worker as a form names him.
export { useHamletChoices } from "./hamlet-choices.ts";
export { NO_WORKER, workerBody, WorkerFields, workerErrors, type WorkerDraft } from "./worker-fields.tsx";
