import { useQueries } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { fold } from "../../../kernel/text/fold.ts";
import type { Screen } from "../../screen.ts";
import type { SearchSource } from "../../search-source.ts";
import { isOffered, screens, searchSourcesOf } from "../../screens.ts";
import { useSession } from "../../session.ts";
import { useLanguage, useText } from "../../text/text.tsx";
import { today } from "../../today.ts";

const LEAST_LETTERS = 2;
const MOST_SCREENS = 8;

/** A page one can go to without saying of whom or of what. */
const isPlace = (screen: Screen): boolean => !screen.path.includes("$") && screen.path !== "/login";

/** Results by source, in the order of the sources; screens first. */
export function useSearchResults(text: string) {
  const t = useText();
  const session = useSession();
  const [language] = useLanguage();
  const asked = useDeferredValue(text.trim());
  const ownScreens: SearchSource = {
    id: "screens",
    labelKey: "web.search.screens",
    load: async () =>
      screens
        .filter((screen) => isPlace(screen) && isOffered(screen, session) && fold(t(screen.titleKey)).includes(fold(asked)))
        .slice(0, MOST_SCREENS)
        .map((screen) => ({ id: screen.path, title: t(screen.titleKey), ...(screen.nav && { detail: t(`web.nav.${screen.nav.group}`) }), to: screen.path })),
  };
  const sources = asked.length >= LEAST_LETTERS ? [ownScreens, ...searchSourcesOf(session)] : [ownScreens];
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: ["search", source.id, asked, language],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.load(asked, { signal, language, t, area: session.unit.uid, on: today() }),
    })),
  });
  return {
    groups: sources
      .map((source, at) => ({ id: source.id, labelKey: source.labelKey, results: answers[at]!.data ?? [] }))
      .filter((group) => group.results.length > 0),
    loading: answers.some((answer) => answer.isLoading),
    error: answers.find((answer) => answer.error)?.error,
  };
}
