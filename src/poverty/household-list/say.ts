import { wordProblem, type Problem } from "../../exchange/problem.ts";
import type { Language } from "../../platform/http/messages.ts";
import { sayListProblem } from "../../registry/public.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };

const OWN: Readonly<Record<Language, Readonly<Record<string, string>>>> = { vi, en };

/** A problem of a list in words, whether its reading or its comparison with the register found it. */
export const sayProblem = (problem: Problem, language: Language): string => (problem.code in OWN[language] ? wordProblem(problem, OWN[language]) : sayListProblem(problem, language));
