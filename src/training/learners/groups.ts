import type { Language } from "../../platform/http/messages.ts";
import file from "../allowance/policies/groups.json" with { type: "json" };

const names = new Map(file.entries.map(({ code, name }) => [code, name]));

/** Policy groups of learners, as the policies of support name them. */
export const groupsIn = (language: Language): { code: string; name: string }[] => file.entries.map(({ code, name }) => ({ code, name: name[language] }));

/** A code that no policy names shows itself. */
export const groupName = (code: string, language: Language): string => names.get(code)?.[language] ?? code;
