import type { Place } from "./block.ts";
import { day, dayText, type Day } from "./days.ts";
import { FIRMS, SENDING } from "./firms.ts";
import { weekday, workerColumns, type Worker } from "./labour.ts";
import { firmId } from "./rows-organisations.ts";
import type { DemoSource, MakeRows, Row } from "./source.ts";

const MARKETS = [["JP", "Thực phẩm"], ["TW", "Điện tử"], ["KR", "Nông nghiệp"], ["JP", "Xây dựng"]] as const;
const DOMESTIC = [["Bình Dương", "Giày da"], ["Thành phố Hồ Chí Minh", "Phục vụ"], ["Đồng Nai", "May mặc"], ["Long An", "Kho vận"]] as const;

export const overseasId = (source: DemoSource, place: Place, nth: number): string => source.ids("overseas_case").of(place.index, nth);
export const departedOn = (source: DemoSource, place: Place, nth: number): Day => weekday(day(`${source.scenario.year}-03-06`) + ((place.index * 23 + nth * 61) % 270));

interface Case {
  readonly id: string;
  readonly place: Place;
  readonly worker: Worker;
  readonly departed: Day | null;
  readonly wished: Day;
  readonly market: (typeof MARKETS)[number];
}

/** Who left in the year, and in every third hamlet one who only wishes to. */
function* cases(source: DemoSource): Iterable<Case> {
  const labour = source.labour();
  for (const place of labour.places) {
    const { workers, overseas, others } = labour.of(place);
    for (const [i, worker] of workers.slice(0, overseas).entries()) {
      const departed = departedOn(source, place, i);
      yield { id: overseasId(source, place, i), place, worker, departed, wished: weekday(departed - 220), market: MARKETS[(place.index + i) % MARKETS.length]! };
    }
    if (place.index % 3 === 0) {
      yield { id: overseasId(source, place, overseas), place, worker: others[2]!, departed: null, wished: weekday(day(`${source.scenario.year}-09-04`) + place.index), market: MARKETS[place.index % MARKETS.length]! };
    }
  }
}

export const overseasRows: MakeRows = function* (source) {
  for (const { id, place, worker, departed, wished, market } of cases(source)) {
    const left = departed === null ? null : dayText(departed);
    yield {
      id, unit_uid: unitOf(place), ...workerColumns(worker), state: departed === null ? "nguyen_vong" : "da_xc", state_on: left ?? dayText(wished), wished_on: dayText(wished), source: "commune",
      market: departed === null ? null : market[0], form: departed === null ? null : "dn_dich_vu", organisation_id: departed === null ? null : firmId(source, SENDING),
      sender_name: departed === null ? null : FIRMS[SENDING]!.name, job: departed === null ? null : market[1], term_months: departed === null ? null : 36, contract_no: departed === null ? null : `MH-${place.index + 1} (minh họa)`,
      departed_on: left, departed_precision: departed === null ? null : "day", departed_recorded_on: departed === null ? null : dayText(departed + 6), due_back_on: departed === null ? null : dayText(departed + 1096),
      returned_on: null, returned_precision: null,
    };
  }
};

/** The commune of the hamlet before the communes were joined. */
const unitOf = ({ commune }: Place): string => commune.units.at(-1)!.uid;

export const overseasActionRows: MakeRows = function* (source) {
  const ids = source.ids("overseas_action");
  const actor = source.ids("labour_actor").of(0, 0);
  let nth = 0;
  for (const { id, place, departed, wished, market } of cases(source)) {
    const steps: { readonly kind: string; readonly on: Day; readonly data: object }[] = [{ kind: "wish", on: wished, data: { source: "commune" } }];
    if (departed !== null) {
      steps.push({ kind: "advise", on: wished + 14, data: { by: "Cán bộ xã (minh họa)", content: "Chi phí, hợp đồng, thị trường" } });
      steps.push({ kind: "study", on: wished + 40, data: { course: "language", place: `Lớp tiếng (${market[0]}, minh họa)` } });
      steps.push({ kind: "await", on: departed - 30, data: { contractNo: `MH-${place.index + 1} (minh họa)` } });
      steps.push({ kind: "depart", on: departed, data: { reportedOn: dayText(departed + 6), dueBackOn: dayText(departed + 1096), reason: null, previousReturn: null } });
    }
    for (const [i, { kind, on, data }] of steps.entries()) yield { id: ids.of(nth, i), case_id: id, hamlet_id: place.id, seq: i + 1, kind, on_date: dayText(on), data: JSON.stringify(data), actor };
    nth++;
  }
};

/** Away in this country, some of them back. */
export const outMigrantRows: MakeRows = function* (source) {
  const ids = source.ids("out_migrant");
  const labour = source.labour();
  for (const place of labour.places) {
    for (const [i, worker] of labour.of(place).others.slice(3, 6).entries()) {
      const [destination, job] = DOMESTIC[(place.index + i) % DOMESTIC.length]!;
      const left = day(`${source.scenario.year}-01-31`) + ((place.index * 7 + i * 19) % 120);
      const back = i === 2;
      yield away({ id: ids.of(place.index, i), ...workerColumns(worker), kind: "domestic", destination, job, left_on: dayText(left), returned_on: back ? dayText(left + 210) : null, return_reason: back ? "Nhà máy giảm đơn hàng (minh họa)" : null, seen: left + 215 });
    }
  }
};

function away({ seen, ...row }: Record<string, string | number | null> & { readonly seen: number }): Row {
  return { ...row, left_precision: "day", returned_precision: row["returned_on"] === null ? null : "day", seasonal: false, source: "hamlet", seen_on: dayText(seen) };
}
