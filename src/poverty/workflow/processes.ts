import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { issuesText } from "../schema-words.ts";
import { pickProcess, ProcessFile, type ReviewProcess } from "./rules/process.ts";

const BUILT_IN = "src/poverty/workflow/process";
const loaded = new Map<string, readonly ReviewProcess[]>();

const filesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => join(folder, name)) : []);

function readProcess(path: string): ReviewProcess {
  const result = ProcessFile.safeParse(JSON.parse(readFileSync(path, "utf8")), { reportInput: true });
  if (result.success) return result.data;
  throw new AppError("invalid", "poverty.standardInvalid", { file: basename(path), problems: issuesText(result.error.issues, "vi") });
}

/** Processes in use; a file of `process` in the data folder replaces the built-in one of its id or adds one. */
export function processesOf({ config }: Pick<Services, "config">): readonly ReviewProcess[] {
  const known = loaded.get(config.data);
  if (known) return known;
  const byId = new Map([...filesOf(folderOf(BUILT_IN)), ...filesOf(join(config.data, "process"))].map(readProcess).map((process) => [process.id, process]));
  const processes = [...byId.values()];
  loaded.set(config.data, processes);
  return processes;
}

/** The process that a round of that day is carried out by, or the one named in the round. */
export function processOf(services: Pick<Services, "config">, on: PlainDate, named?: string | null): { process: ReviewProcess; covered: boolean } {
  const processes = processesOf(services);
  const picked = pickProcess(processes, on);
  const own = named == null ? undefined : processes.find(({ id }) => id === named);
  return own ? { process: own, covered: own.validity.some(({ from, to }) => from <= on && on <= to) } : picked;
}
