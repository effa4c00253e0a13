import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import { folderOf } from "../../platform/resources.ts";
import { issuesText } from "../schema-words.ts";
import { PaperTemplate, templateOn, type PaperKind } from "./rules/template.ts";

const BUILT_IN = "src/poverty/papers/templates";

function readTemplates(folder: string): PaperTemplate[] {
  return readdirSync(folder).filter((name) => name.endsWith(".json")).toSorted().flatMap((name) => {
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(join(folder, name), "utf8"));
    } catch (error) {
      throw new AppError("invalid", "poverty.standardNotJson", { file: name, reason: (error as Error).message });
    }
    const result = z.array(PaperTemplate).safeParse(json, { reportInput: true });
    if (result.success) return result.data;
    throw new AppError("invalid", "poverty.standardInvalid", { file: name, problems: issuesText(result.error.issues, "vi") });
  });
}

const loaded = new Map<string, readonly PaperTemplate[]>();

/** The forms in use: those of the program, and those of an authority in `papers` of the data folder, which replace one of the same id. */
export function templatesOf({ config }: Pick<Services, "config">): readonly PaperTemplate[] {
  const own = join(config.data, "papers");
  const known = loaded.get(own);
  if (known) return known;
  const byId = new Map([...readTemplates(folderOf(BUILT_IN)), ...(existsSync(own) ? readTemplates(own) : [])].map((one) => [one.id, one]));
  const templates = [...byId.values()];
  loaded.set(own, templates);
  return templates;
}

/** Errors: refused "poverty.papers.noTemplate". */
export function getTemplate(services: Pick<Services, "config">, kind: PaperKind, on: PlainDate): PaperTemplate {
  const template = templateOn(templatesOf(services), kind, on);
  if (!template) throw new AppError("refused", "poverty.papers.noTemplate", { kind, on });
  return template;
}

/** The form a certificate was issued on, also when it is no longer in use. Errors: refused "poverty.papers.templateGone". */
export function getTemplateById(services: Pick<Services, "config">, id: string): PaperTemplate {
  const template = templatesOf(services).find((one) => one.id === id);
  if (!template) throw new AppError("refused", "poverty.papers.templateGone", { id });
  return template;
}
