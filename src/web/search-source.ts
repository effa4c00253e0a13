import type { Translate } from "./text/text.tsx";

export interface SearchResult {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly to: string;
  readonly params?: Record<string, string>;
  readonly search?: Record<string, string>;
}

/** What a feature adds to the one search (Ctrl K). `src/<feature>/web/screens.tsx` may export `searchSources: readonly SearchSource[]`. */
export interface SearchSource {
  readonly id: string;
  readonly labelKey: string;
  readonly load: (
    query: string,
    context: { readonly signal: AbortSignal; readonly language: string; readonly t: Translate },
  ) => Promise<readonly SearchResult[]>;
}
