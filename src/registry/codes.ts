import type { Language } from "../platform/http/messages.ts";
import { codeLists } from "./code-lists.ts";
import type { Codes } from "./contract.ts";
import type { RegistryServices } from "./use-case.ts";

/** What the forms offer. Names of relations and peoples are the official Vietnamese ones in both languages. */
export function codesOf({ contributions }: RegistryServices, language: Language): Codes {
  const { relations, ethnicGroups } = codeLists();
  return {
    relations: relations.map((code) => ({ ...code })),
    ethnicGroups: ethnicGroups.map((code) => ({ ...code })),
    characteristics: contributions.characteristics.map(({ code, name, certainty }) => ({ code, name: name[language], certainty })),
    classes: contributions.classes.map((one) => ({ ...one })),
  };
}
