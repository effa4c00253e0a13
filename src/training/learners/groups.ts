import { fold } from "../../kernel/text/fold.ts";
import type { Language } from "../../platform/http/messages.ts";
import file from "../allowance/policies/groups.json" with { type: "json" };

const names = new Map(file.entries.map(({ code, name }) => [code, name]));

/** Policy groups of learners, as the policies of support name them. */
export const groupsIn = (language: Language): { code: string; name: string }[] => file.entries.map(({ code, name }) => ({ code, name: name[language] }));

/** A code that no policy names shows itself. */
export const groupName = (code: string, language: Language): string => names.get(code)?.[language] ?? code;

const byWord = new Map(file.entries.flatMap(({ code, name, words }) => [code, name.vi, name.en, ...words].map((word) => [fold(word), code] as const)));

/** The group that a list means by a word, folded. */
export const groupOfWord = (folded: string): string | undefined => byWord.get(folded);
