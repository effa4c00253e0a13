import { addDays, type PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { Language } from "../platform/http/messages.ts";
import type { QueueField, QueueState } from "./contract.ts";

type Words = Readonly<Record<string, string | number>>;

/** One thing to do. Words: message `code` filled with `data`, `count` and `unit`; days and numbers are worded at the edge. */
export interface QueueItem {
  readonly field: QueueField;
  readonly code: string;
  readonly data?: Words;
  readonly count: number;
  /** why it cannot be done now, or who waits for it: a message with the same data */
  readonly why?: string | null;
  readonly unitUid: string | null;
  /** its label; null: of the whole unit */
  readonly hamlet?: string | null;
  readonly dueOn: PlainDate | null;
  readonly state: QueueState;
  readonly certainty?: string | null;
  /** address of the page where it is done */
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

export interface QueueAsked {
  readonly area: string;
  readonly today: PlainDate;
  readonly language: Language;
  /** units and hamlets of the area; null: all that the actor reads, as for the own province and for a centre */
  readonly reach: { readonly units: readonly string[]; readonly hamlets: readonly string[] } | null;
}

/** What one feature has to do in an area, as far as the actor's role and scope go; the most pressing first. */
export type QueueSource = (tx: Tx, asked: QueueAsked) => Promise<readonly QueueItem[]>;

/** Lines of one kind that are named; the rest is one line that leads to the feature's own list. */
export const MOST_LINES = 100;

const SOON_DAYS = 7;

/** What comes within these days is in the queue. */
export const soonAfter = (today: PlainDate): PlainDate => addDays(today, SOON_DAYS);

export const stateOf = (dueOn: PlainDate | null, today: PlainDate): QueueState => (dueOn === null ? "open" : dueOn < today ? "late" : dueOn <= soonAfter(today) ? "due" : "open");

/** Adds the line for what is not named. `left`: how many records that is. */
export const withRest = (items: readonly QueueItem[], left: number, list: Pick<QueueItem, "field" | "to" | "search">): QueueItem[] =>
  left > 0 ? [...items, { ...list, code: "queue.rest", count: left, unitUid: null, dueOn: null, state: items.at(-1)?.state ?? "open" }] : [...items];

/** The commune of a hamlet on the day `$n`. */
export const unitOfHamlet = (hamletId: string, on: number): string =>
  `(select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = ${hamletId} and hu.voided_at is null and hu.valid_from <= $${on}::date and (hu.valid_to is null or hu.valid_to > $${on}::date) limit 1)`;
