import { AppError } from "../../kernel/error.ts";
import { api, type Api } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { checkFiguresCommand } from "./check-figures.ts";
import { checkRoutes } from "./http-contract.ts";
import type { Problem } from "./read-input.ts";
import { problemText } from "./words.ts";

export const checkApi = (): Api => api(checkRoutes, { checkFigures: async ({ body, language }) => inWords(language, () => checkFiguresCommand(body, language)) });

/** Whoever mends a pasted document wants all its problems at once, each in words. */
function inWords<T>(language: Language, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError) || !error.data["problems"]) throw error;
    const problems = (error.data["problems"] as readonly Problem[]).map((problem) => ({ ...problem, message: problemText(problem, language) }));
    throw new AppError(error.kind, error.code, { ...error.data, problems });
  }
}
