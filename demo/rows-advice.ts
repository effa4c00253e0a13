import { day, dayText } from "./days.ts";
import { nameSortKey } from "../src/kernel/text/name.ts";
import { weekday, workerColumns } from "./labour.ts";
import { actorOf, OFFICER, officeOf, peopleNow, rankNow } from "./now.ts";
import type { DemoSource, MakeRows } from "./source.ts";
import type { Place } from "./block.ts";

interface Session {
  readonly on: string;
  readonly kind: "single" | "group" | "online";
  readonly topics: readonly [string, ...string[]];
  readonly unnamed: number;
  readonly visitors: number;
  readonly note: string | null;
}

/** What the first hamlets of each commune of today held, by their rank. */
const SESSIONS: readonly Session[] = [
  { on: "2026-04-09", kind: "group", topics: ["job", "training"], unnamed: 34, visitors: 4, note: "Lồng ghép họp ấp, khóm" },
  { on: "2026-07-16", kind: "group", topics: ["overseas", "labour_law"], unnamed: 21, visitors: 3, note: "Có công ty dự tuyển (minh họa)" },
  { on: "2026-10-22", kind: "online", topics: ["unemployment_insurance"], unnamed: 0, visitors: 2, note: null },
  { on: "2026-11-12", kind: "single", topics: ["job"], unnamed: 0, visitors: 3, note: null },
];
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  job: ["informed", "seeker", "referred"], training: ["training_need", "informed"], overseas: ["informed", "overseas_case"], unemployment_insurance: ["informed", "returns"], labour_law: ["informed"],
};

function* sessions(source: DemoSource): Iterable<{ readonly place: Place; readonly id: string; readonly held: Session; readonly on: string }> {
  for (const place of source.labour().places) {
    const held = SESSIONS[rankNow(place)];
    if (held) yield { place, id: source.ids("advice_session").of(place.index, 0), held, on: dayText(Math.min(weekday(day(held.on) + (place.index % 5)), day("2026-11-20"))) };
  }
}

export const adviceSessionRows: MakeRows = function* (source) {
  for (const { place, id, held, on } of sessions(source)) {
    yield { id, unit_uid: place.hamlet.successor, on_date: on, kind: held.kind, topics: held.topics, place: held.kind === "online" ? "Trực tuyến" : officeOf(place), adviser: OFFICER, unnamed: held.unnamed, note: held.note };
  }
};

/** A visitor is one lượt for each matter: the first of each session asks about all of its topics. */
export const adviceVisitRows: MakeRows = function* (source) {
  const ids = source.ids("advice_visit");
  for (const { place, id: session_id, held, on } of sessions(source)) {
    let nth = 0;
    for (const [i, worker] of peopleNow(source, place, "advice").slice(0, held.visitors).entries()) {
      for (const topic of i === 0 ? held.topics : [held.topics[i % held.topics.length]!]) {
        const results = RESULTS[topic]!;
        const result = results[i % results.length]!;
        yield { id: ids.of(place.index, nth++), session_id, ...workerColumns(worker), topic, result, next_on: result === "returns" ? dayText(weekday(day(on) + 14)) : null, note: null };
      }
    }
  }
};

const CHANNELS = ["vneid", "portal", "paper", "employer"] as const;
const HELPED = ["registered", "registered", "adjusted", "sent", "failed", "advised"] as const;
const WITH_HELP = 4;

/** Help with registering as a worker, in the first hamlets of each commune of today. */
export const assistRows: MakeRows = function* (source) {
  const ids = source.ids("registration_assist");
  const recorded_by = actorOf(source);
  for (const place of source.labour().places) {
    if (rankNow(place) >= WITH_HELP) continue;
    for (const [i, worker] of peopleNow(source, place, "assists").entries()) {
      const turn = place.index * 2 + i;
      const result = HELPED[turn % HELPED.length]!;
      yield {
        id: ids.of(place.index, i), ...workerColumns(worker), sort_key: nameSortKey(worker.person.name), helped_on: dayText(weekday(day("2026-02-02") + ((turn * 37) % 290))), channel: CHANNELS[turn % CHANNELS.length]!, result,
        note: result === "failed" ? "Không nhận được mã xác thực trên điện thoại" : result === "adjusted" ? "Sửa nơi làm việc" : null, recorded_by,
      };
    }
  }
};
