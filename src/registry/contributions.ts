import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { PlainDate } from "../kernel/date.ts";
import type { Change, Tx } from "../platform/door.ts";
import type { Language } from "../platform/http/messages.ts";
import type { AsOf } from "./as-of.ts";

/** A characteristic of a household that officers tick; the list is data of the feature that reads it. */
export interface CharacteristicCode {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly certainty: string;
}

/** A word beside a household's name, such as its class; the words lie in the messages of the feature that gives it. */
export interface Badge {
  readonly code: string;
  readonly labelKey: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** The page where the record of an entry lies, as its feature names it: `to` "/training/classes/$id". */
export interface RecordLink {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
}

/** Something that happened to a household, for its one timeline. `on`: the day it holds from. */
export interface TimelineEntry {
  readonly on: PlainDate;
  readonly recordedAt: string;
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly link?: RecordLink;
}

/** Something that happened to one person: a class, a job, a stay abroad. It stands in the timeline of the household of that day. */
export interface PersonEntry extends TimelineEntry {
  readonly personId: string;
}

/** What the registry did to a household; others carry their own facts along in the same transaction. */
export type HouseholdEvent =
  | { readonly kind: "moved"; readonly householdId: string; readonly on: PlainDate; readonly fromHamlet: string; readonly toHamlet: string }
  | { readonly kind: "ended"; readonly householdId: string; readonly on: PlainDate; readonly hamletId: string; readonly reason: string }
  | { readonly kind: "voided"; readonly householdId: string; readonly hamletId: string; readonly reason: string }
  /** `voidedAt`: facts voided at that very instant come back */
  | { readonly kind: "restored"; readonly householdId: string; readonly hamletId: string; readonly voidedAt: string };

/** What features above the registry add to its lists, pages and commands. main.ts brings them together. */
export interface RegistryContributions {
  readonly characteristics: readonly CharacteristicCode[];
  /** classes a list can be narrowed to */
  readonly classes: readonly { readonly code: string; readonly labelKey: string }[];
  /** condition on `h.id` of households that hold the class */
  withClass(code: string, at: AsOf, hamletIds: readonly string[]): RawBuilder<SqlBool>;
  badges(tx: Tx, householdIds: readonly string[], at: AsOf): Promise<ReadonlyMap<string, readonly Badge[]>>;
  timeline(tx: Tx, householdId: string): Promise<readonly TimelineEntry[]>;
  /** of what the actor may read about these people */
  personTimeline(tx: Tx, personIds: readonly string[]): Promise<readonly PersonEntry[]>;
  onEvent(tx: Tx, event: HouseholdEvent): Promise<readonly Change[]>;
  /** words of any feature's message, for files */
  words(key: string, data: Readonly<Record<string, unknown>>, language: Language): string;
}

export const NO_CONTRIBUTIONS: RegistryContributions = {
  characteristics: [],
  classes: [],
  withClass: () => sql<SqlBool>`false`,
  badges: async () => new Map(),
  timeline: async () => [],
  personTimeline: async () => [],
  onEvent: async () => [],
  words: (key) => key,
};
