import { CHANNELS, type Channel, type Nature, type PlaceKind } from "./event.ts";

/** What is counted of an event. */
export interface CountedEvent {
  readonly subjectKey: string;
  readonly identified: boolean;
  readonly channel: Channel;
  readonly nature: Nature;
  readonly placeKind: PlaceKind;
}

/** Lượt and người are never one number (J3). `ofWhich` are parts of the new ones, not to be added up (J6). */
export interface EventCounts {
  /** lượt: new events */
  readonly events: number;
  /** người: distinct people among the new events */
  readonly people: number;
  /** people without a person on file among them */
  readonly unidentified: number;
  readonly kept: number;
  readonly keptPeople: number;
  readonly byChannel: Readonly<Record<Channel, number>>;
  readonly ofWhich: { readonly overseas: number; readonly loan: number; readonly outsideProvince: number };
}

const isOverseas = ({ channel, placeKind }: CountedEvent): boolean => channel === "nuoc_ngoai" || placeKind === "nuoc_ngoai";

/** Work that was kept is counted apart and is in no total. */
export function countEvents(events: readonly CountedEvent[]): EventCounts {
  const fresh = events.filter(({ nature }) => nature === "new");
  const kept = events.filter(({ nature }) => nature === "kept");
  const distinct = (rows: readonly CountedEvent[]): number => new Set(rows.map(({ subjectKey }) => subjectKey)).size;
  const count = (holds: (event: CountedEvent) => boolean): number => fresh.filter(holds).length;
  return {
    events: fresh.length, people: distinct(fresh), unidentified: distinct(fresh.filter(({ identified }) => !identified)), kept: kept.length, keptPeople: distinct(kept),
    byChannel: Object.fromEntries(CHANNELS.map((channel) => [channel, count((event) => event.channel === channel)])) as Record<Channel, number>,
    ofWhich: { overseas: count(isOverseas), loan: count(({ channel }) => channel === "vay_von"), outsideProvince: count(({ placeKind }) => placeKind === "ngoai_tinh") },
  };
}
