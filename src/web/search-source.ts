import type { PlainDate } from "../kernel/date.ts";
import type { Translate } from "./text/text.tsx";

export interface SearchResult {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  readonly to: string;
  readonly params?: Record<string, string>;
  readonly search?: Record<string, string>;
}

export interface SearchContext {
  readonly signal: AbortSignal;
  readonly language: string;
  readonly t: Translate;
  /** uid of the unit of the person who asks, and today: the whole reach, whatever area and day the page shows */
  readonly area: string;
  readonly on: PlainDate;
}

/** What a feature adds to the one search (Ctrl K). `src/<feature>/web/screens.tsx` may export `searchSources: readonly SearchSource[]`. */
export interface SearchSource {
  readonly id: string;
  readonly labelKey: string;
  /** the list that is searched: who has it in the rail is asked, nobody else */
  readonly path?: string;
  /** shown before the sources that are not: what most people look for */
  readonly first?: true;
  readonly load: (query: string, context: SearchContext) => Promise<readonly SearchResult[]>;
}

export const MOST_FOUND = 8;
