import { afterDeed, type NeedDeed, type NeedState } from "../src/training/needs/rules/need-process.ts";
import { day, dayText } from "./days.ts";
import { TRADES, weekday, workerColumns, type Worker } from "./labour.ts";
import { actorOf, householdOf, later, peopleNow, rankNow, THIS_YEAR } from "./now.ts";
import type { DemoSource, MakeRows } from "./source.ts";

interface Deed {
  readonly kind: NeedDeed;
  readonly after: number;
  readonly reason?: string;
}

const CONFIRM: Deed = { kind: "confirm", after: 7 };
const SUM: Deed = { kind: "sum", after: 21 };
/** What came of a need for the year after the reported one: taken into the plan, or not. */
const SETTLED: readonly (readonly Deed[])[] = [[CONFIRM, SUM, { kind: "plan", after: 60 }], [CONFIRM, SUM, { kind: "plan", after: 60 }], [CONFIRM, SUM, { kind: "decline", after: 60, reason: "Không đủ người để mở lớp (minh họa)" }]];
/** For next year: as far as each has come. */
const OPEN: readonly (readonly Deed[])[] = [
  [], [CONFIRM], [CONFIRM, SUM], [], [CONFIRM, SUM, { kind: "plan", after: 35 }], [CONFIRM], [CONFIRM, { kind: "decline", after: 20, reason: "Đã được hỗ trợ học nghề này (minh họa)" }], [CONFIRM, { kind: "back", after: 14, reason: "Chưa rõ thời gian học được (minh họa)" }],
];
const WANTED = ["find_job", "own_trade", "self_employed"] as const;
const HAMLETS = 5;

interface Need {
  readonly id: string;
  readonly at: readonly [number, number];
  readonly worker: Worker;
  readonly trade: string;
  readonly year: number;
  readonly collectedOn: string;
  readonly groups: readonly string[];
  readonly wantedFor: string;
  readonly deeds: readonly (Deed & { readonly on: string })[];
  readonly state: NeedState;
}

/** One in every hamlet for the year after the reported one; two in the first hamlets of each commune of today for next year. */
function* needs(source: DemoSource): Iterable<Need> {
  const labour = source.labour();
  for (const place of labour.places) {
    const past = dayText(weekday(day(`${source.scenario.year}-11-06`) + (place.index % 20)));
    const [other] = labour.of(place).others;
    yield needOf(source, { at: [place.index, 0], worker: other!, year: source.scenario.year + 1, collectedOn: past, deeds: SETTLED[place.index % SETTLED.length]!, groups: [], wantedFor: "find_job" });
    if (rankNow(place) >= HAMLETS) continue;
    for (const [i, worker] of peopleNow(source, place, "needs").entries()) {
      const turn = place.index * 2 + i;
      const collectedOn = dayText(weekday(day(turn % 3 === 0 ? "2026-11-09" : "2026-09-07") + (turn % 9)));
      const deeds = OPEN[turn % OPEN.length]!;
      // what was collected this month has not come far
      yield needOf(source, { at: [place.index, 1 + i], worker, year: THIS_YEAR + 1, collectedOn, deeds: collectedOn > "2026-11" ? deeds.slice(0, 1) : deeds, groups: groupsOf(source, worker), wantedFor: WANTED[turn % WANTED.length]! });
    }
  }
}

function groupsOf(source: DemoSource, worker: Worker): string[] {
  const { after } = householdOf(source, worker).cell;
  return [...(after === "poor" || after === "near_poor" ? [after] : []), ...(worker.person.ethnicity === "01" ? [] : ["minority"])];
}

function needOf(source: DemoSource, { deeds, ...asked }: Omit<Need, "id" | "trade" | "state" | "deeds"> & { readonly deeds: readonly Deed[] }): Need {
  const dated = deeds.map((deed) => ({ ...deed, on: later(asked.collectedOn, deed.after) }));
  const state = deeds.reduce<NeedState>((before, { kind }) => afterDeed(before, kind)!, "draft");
  return { ...asked, id: source.ids("training_need").of(...asked.at), trade: TRADES[(asked.at[0] + asked.at[1] * 3) % TRADES.length]!.code, deeds: dated, state };
}

export const needRows: MakeRows = function* (source) {
  for (const { id, worker, trade, year, collectedOn, groups, wantedFor, deeds, state } of needs(source)) {
    yield {
      id, ...workerColumns(worker), trade_code: trade, year, groups, state, state_on: deeds.at(-1)?.on ?? collectedOn, collected_on: collectedOn, wanted_for: wantedFor, wanted_when: year > THIS_YEAR ? `Quý ${1 + (worker.place.index % 2)} năm ${year}` : null,
      note: "Minh họa", decline_reason: state === "declined" ? deeds.at(-1)!.reason! : null, version: 1 + deeds.length,
    };
  }
};

export const needActionRows: MakeRows = function* (source) {
  const ids = source.ids("training_need_action");
  const actor = actorOf(source);
  for (const { id: need_id, at, worker, collectedOn, deeds } of needs(source)) {
    const common = { need_id, hamlet_id: worker.place.id, actor };
    yield { id: ids.of(at[0], at[1] * 8), ...common, seq: 1, kind: "collect", on_date: collectedOn, data: "{}" };
    for (const [i, { kind, on, reason }] of deeds.entries()) yield { id: ids.of(at[0], at[1] * 8 + i + 1), ...common, seq: i + 2, kind, on_date: on, data: JSON.stringify(reason === undefined ? {} : { reason }) };
  }
};
