import type { Language, Messages } from "../../platform/http/messages.ts";

const vietnameseFiles = import.meta.glob<Messages>(["../../*/messages.vi.json", "../../*/web/messages.vi.json", "!../../cli/*"], {
  eager: true,
  import: "default",
});
const englishFiles = import.meta.glob<Messages>(["../../*/messages.en.json", "../../*/web/messages.en.json", "!../../cli/*"], { import: "default" });

const joined = (parts: readonly Messages[]): Messages => Object.assign({}, ...parts) as Messages;

export const vietnamese: Messages = joined(Object.values(vietnameseFiles));

/** English is fetched when it is asked for; what it lacks stays Vietnamese. */
export async function loadCatalog(language: Language): Promise<Messages> {
  if (language === "vi") return vietnamese;
  return joined([vietnamese, ...(await Promise.all(Object.values(englishFiles).map((load) => load())))]);
}
