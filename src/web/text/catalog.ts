import type { Language, Messages } from "../../platform/http/messages.ts";

const vietnameseFiles = import.meta.glob<Messages>(["../../*/messages.vi.json", "../../*/web/messages.vi.json", "!../../cli/*"], {
  eager: true,
  import: "default",
});
const englishFiles = import.meta.glob<Messages>(["../../*/messages.en.json", "../../*/web/messages.en.json", "!../../cli/*"], { import: "default" });
/** Words of parts of a feature (`web/<part>/messages.vi.json`): fetched with the first page that is not among the first ones. */
const laterFiles: Readonly<Record<Language, Record<string, () => Promise<Messages>>>> = {
  vi: import.meta.glob<Messages>("../../*/web/*/messages.vi.json", { import: "default" }),
  en: import.meta.glob<Messages>("../../*/web/*/messages.en.json", { import: "default" }),
};

const joined = (parts: readonly Messages[]): Messages => Object.assign({}, ...parts) as Messages;
const fetched = async (files: Record<string, () => Promise<Messages>>): Promise<Messages> => joined(await Promise.all(Object.values(files).map((load) => load())));

export const vietnamese: Messages = joined(Object.values(vietnameseFiles));

let shown: { readonly language: Language; readonly catalog: Messages } = { language: "vi", catalog: vietnamese };
let later: Promise<void> | undefined;

/** English is fetched when it is asked for; what it lacks stays Vietnamese. */
export async function loadCatalog(language: Language): Promise<Messages> {
  const catalog = language === "vi" ? vietnamese : joined([vietnamese, await fetched(englishFiles)]);
  shown = { language, catalog };
  if (later) await (later = addLaterWords());
  return catalog;
}

/** Puts the later words into the catalogue that is shown. A page awaits it before it is drawn. */
export const loadLaterWords = (): Promise<void> => (later ??= addLaterWords());

async function addLaterWords(): Promise<void> {
  const { language, catalog } = shown;
  Object.assign(catalog, await fetched(laterFiles.vi), language === "vi" ? {} : await fetched(laterFiles[language]));
}
