import type { PlainDate } from "../src/kernel/date.ts";
import { foldOverseas, type OverseasAction, type OverseasState } from "../src/migration/overseas/rules/case-state.ts";
import { foldRequest, type RequestAction } from "../src/migration/overseas/rules/request-state.ts";
import type { Place } from "./block.ts";
import { FIRMS, SENDING } from "./firms.ts";
import { workerColumns, type Worker } from "./labour.ts";
import { firmId } from "./rows-organisations.ts";
import type { DemoSource, MakeRows, Row } from "./source.ts";

interface Story {
  readonly market: string;
  readonly job: string;
  readonly actions: readonly OverseasAction[];
  readonly home?: { readonly reason: string; readonly savingsBand: string; readonly skills: string; readonly jobWish: string; readonly supports: readonly (readonly [kind: string, on: string])[] };
  readonly followUps?: readonly (readonly [phase: "abroad" | "home", milestone: 3 | 6 | 12, on: string, outcome: string])[];
  readonly incident?: { readonly kind: string; readonly on: string; readonly content: string; readonly wanted: string; readonly resolved: readonly [on: string, how: string] | null };
  /** request 2.002820, with the last day for its decision */
  readonly request?: { readonly actions: readonly RequestAction[]; readonly dueOn: string | null };
}

const SEEN = "Minh họa";
const on = (text: string): PlainDate => text as PlainDate;
const wish = (date: string): OverseasAction => ({ kind: "wish", on: on(date), source: "commune" });
const study = (date: string): OverseasAction => ({ kind: "study", on: on(date), course: "language", place: "Lớp tiếng (minh họa)" });
const wait = (date: string): OverseasAction => ({ kind: "await", on: on(date), contractNo: "MH-HĐ (minh họa)" });
const depart = (date: string, dueBackOn: string): OverseasAction => ({ kind: "depart", on: on(date), reportedOn: on(date), dueBackOn: on(dueBackOn), reason: null, previousReturn: null });
const comeHome = (date: string, early: boolean, reason: string): OverseasAction => ({ kind: "return", on: on(date), early, reason });
const receive = (date: string, complete = true): RequestAction => ({ kind: "receive", on: on(date), complete, papers: ["Đơn đề nghị hỗ trợ (minh họa)"] });
const decided = { documentNo: "15/QĐ-SNV (minh họa)", signer: SEEN };

/** Beside the departures of the year of the report: stays of other years that ended, one that is in trouble, and requests at each step in autumn 2026. */
const STORIES: readonly Story[] = [
  {
    market: "JP", job: "Thực phẩm", actions: [wish("2020-09-08"), study("2020-10-05"), wait("2021-02-18"), depart("2021-03-10", "2024-03-10"), comeHome("2024-03-05", false, "Hết hạn hợp đồng (minh họa)")],
    home: { reason: "Hết hạn hợp đồng (minh họa)", savingsBand: "300–500 triệu đồng", skills: "Vận hành dây chuyền, tiếng Nhật N4", jobWish: "Nhà máy trong tỉnh", supports: [["job", "2024-03-20"], ["skill_recognition", "2024-04-10"]] },
    followUps: [["home", 3, "2024-06-06", "employed"], ["home", 6, "2024-09-06", "employed"], ["home", 12, "2025-03-06", "self_employed"]],
  },
  {
    market: "TW", job: "Điện tử", actions: [wish("2021-01-12"), study("2021-02-22"), wait("2021-05-20"), depart("2021-06-15", "2024-06-15"), comeHome("2024-06-10", false, "Hết hạn hợp đồng (minh họa)")],
    home: { reason: "Hết hạn hợp đồng (minh họa)", savingsBand: "200–300 triệu đồng", skills: "Hàn linh kiện", jobWish: "Mở tiệm sửa chữa", supports: [["training", "2024-07-15"], ["loan", "2024-11-04"]] },
    followUps: [["home", 3, "2024-09-11", "jobless"], ["home", 6, "2024-12-11", "studying"], ["home", 12, "2025-06-11", "self_employed"]],
  },
  {
    market: "KR", job: "Nông nghiệp", actions: [wish("2024-08-06"), study("2024-09-09"), wait("2025-03-10"), depart("2025-04-02", "2028-04-02"), comeHome("2026-03-20", true, "Ốm đau (minh họa)")],
    home: { reason: "Ốm đau (minh họa)", savingsBand: "dưới 100 triệu đồng", skills: "Trồng rau nhà kính", jobWish: "Việc nhẹ gần nhà", supports: [["advice", "2026-04-01"], ["loan", "2026-05-12"]] },
    followUps: [["abroad", 3, "2025-07-04", "working"], ["abroad", 6, "2025-10-03", "working"], ["home", 3, "2026-06-22", "jobless"], ["home", 6, "2026-09-21", "employed"]],
    incident: { kind: "illness", on: "2026-02-11", content: "Nằm viện hai tuần (minh họa)", wanted: "Về nước trước hạn", resolved: ["2026-03-20", "Đã về nước, đơn vị đưa đi trả vé máy bay (minh họa)"] },
  },
  {
    market: "JP", job: "Xây dựng", actions: [wish("2025-01-14"), study("2025-02-17"), wait("2025-08-11"), depart("2025-09-08", "2028-09-08")],
    followUps: [["abroad", 3, "2025-12-09", "working"], ["abroad", 6, "2026-03-09", "working"], ["abroad", 12, "2026-09-09", "hurt"]],
    incident: { kind: "unpaid_wages", on: "2026-10-12", content: "Chủ nợ lương hai tháng (minh họa)", wanted: "Đòi đủ lương, đổi nơi làm việc", resolved: null },
    request: { actions: [receive("2025-08-12"), { kind: "forward", on: on("2025-08-13"), documentNo: null }, { kind: "approve", on: on("2025-08-20"), ...decided, amountDong: 7_500_000 }, { kind: "pay", on: on("2025-08-28"), how: "chuyển khoản (minh họa)" }], dueOn: "2025-08-21" },
  },
  {
    market: "JP", job: "Thực phẩm", actions: [wish("2026-06-09"), study("2026-07-06"), wait("2026-11-05")],
    request: { actions: [receive("2026-11-24"), { kind: "forward", on: on("2026-11-25"), documentNo: null }], dueOn: "2026-12-03" },
  },
  { market: "TW", job: "Điện tử", actions: [wish("2026-08-11"), study("2026-09-14")], request: { actions: [receive("2026-11-18", false)], dueOn: null } },
  {
    market: "KR", job: "Nông nghiệp", actions: [wish("2026-07-14"), { kind: "advise", on: on("2026-07-20"), by: SEEN, content: "Chi phí, hợp đồng, thị trường" }],
    request: { actions: [receive("2026-09-08"), { kind: "forward", on: on("2026-09-09"), documentNo: null }, { kind: "refuse", on: on("2026-09-16"), ...decided, reason: "Chưa có hợp đồng (minh họa)" }], dueOn: "2026-09-17" },
  },
  { market: "JP", job: "Xây dựng", actions: [wish("2026-09-15"), study("2026-10-12"), wait("2026-11-19")], request: { actions: [receive("2026-11-26")], dueOn: "2026-12-07" } },
];
const EVERY = 7;

interface Told {
  readonly id: string;
  readonly place: Place;
  readonly worker: Worker;
  readonly story: Story;
  readonly state: OverseasState;
  /** of the request in its commune's book */
  readonly number: number;
}

/** One such case in every seventh hamlet. */
function* told(source: DemoSource): Iterable<Told> {
  const labour = source.labour();
  const numbers = new Map<string, number>();
  for (const place of labour.places) {
    if (place.index % EVERY !== 3) continue;
    const story = STORIES[Math.floor(place.index / EVERY) % STORIES.length]!;
    const book = `${place.hamlet.successor} ${story.request?.actions[0]!.on.slice(0, 4)}`;
    const number = (numbers.get(book) ?? 0) + 1;
    numbers.set(book, number);
    yield { id: source.ids("overseas_case").of(place.index, 900), place, worker: labour.of(place).others.at(-1)!, story, state: foldOverseas(story.actions)!, number };
  }
}

export const abroadCaseRows: MakeRows = function* (source) {
  for (const { id, place, worker, story, state } of told(source)) {
    const { departure, returned } = state;
    const sent = state.name !== "tu_van" && state.name !== "dang_hoc";
    yield {
      id, unit_uid: place.hamlet.successor, ...workerColumns(worker), state: state.name, state_on: state.since.on, wished_on: story.actions[0]!.on, source: "commune", market: story.market, form: sent ? "dn_dich_vu" : null,
      organisation_id: sent ? firmId(source, SENDING) : null, sender_name: sent ? FIRMS[SENDING]!.name : null, job: story.job, term_months: sent ? 36 : null, contract_no: sent ? "MH-HĐ (minh họa)" : null,
      departed_on: departure?.on ?? null, departed_precision: departure?.precision ?? null, departed_recorded_on: departure?.reportedOn ?? null, due_back_on: state.dueBackOn, returned_on: returned?.on ?? null, returned_precision: returned?.precision ?? null,
    };
  }
};

const actorOf = (source: DemoSource): string => source.ids("labour_actor").of(0, 0);

/** Rows of a table that belong to one of these cases, with what all of them carry. */
const ofCases = (table: string, rows: (one: Told) => readonly Row[]): MakeRows => function* (source) {
  const ids = source.ids(table);
  for (const one of told(source)) for (const [i, row] of rows(one).entries()) yield { id: ids.of(one.place.index, 900 + i), case_id: one.id, hamlet_id: one.place.id, ...row, actor: actorOf(source) };
};

export const abroadActionRows = ofCases("overseas_action", ({ story }) => story.actions.map(({ kind, on: on_date, ...data }, i) => ({ seq: i + 1, kind, on_date, data: JSON.stringify(data) })));

export const returnRows = ofCases("return_record", ({ story: { home }, state: { returned }, worker }) =>
  home && returned
    ? [{ subject_key: workerColumns(worker)["subject_key"]!, returned_on: returned.on, returned_precision: returned.precision, kind: returned.early ? "early" : "on_time", reason: home.reason, savings_band: home.savingsBand, skills: home.skills, job_wish: home.jobWish }]
    : []);

export const abroadSupportRows = ofCases("overseas_support", ({ story }) => (story.home?.supports ?? []).map(([kind, on_date]) => ({ phase: "home", kind, on_date })));

export const abroadFollowUpRows = ofCases("overseas_follow_up", ({ story }) => (story.followUps ?? []).map(([phase, milestone, on_date, outcome]) => ({ phase, milestone, on_date, outcome })));

export const incidentRows = ofCases("overseas_incident", ({ story: { incident } }) =>
  incident ? [{ kind: incident.kind, on_date: incident.on, told_by: "gia đình (minh họa)", content: incident.content, wanted: incident.wanted, resolved_on: incident.resolved?.[0] ?? null, resolution: incident.resolved?.[1] ?? null }] : []);

export const overseasRequestRows: MakeRows = function* (source) {
  for (const { id, place, story, number } of told(source)) {
    if (!story.request) continue;
    const { actions, dueOn } = story.request;
    const { name, since, completeOn, forwardedOn, decision, paidOn } = foldRequest(actions)!;
    yield {
      id: source.ids("overseas_request").of(place.index, 0), case_id: id, hamlet_id: place.id, unit_uid: place.hamlet.successor, year: Number(actions[0]!.on.slice(0, 4)), number, state: name, state_on: since, received_on: actions[0]!.on,
      complete_on: completeOn, forwarded_on: forwardedOn, due_on: dueOn, due_certainty: "text", decided_on: decision?.on ?? null, document_no: decision?.documentNo ?? null, amount_dong: decision?.amountDong ?? null, paid_on: paidOn,
      version: actions.length,
    };
  }
};

export const overseasRequestActionRows: MakeRows = function* (source) {
  const ids = source.ids("overseas_request_action");
  for (const { place, story } of told(source)) {
    for (const [i, { kind, on: on_date, ...data }] of (story.request?.actions ?? []).entries()) {
      yield { id: ids.of(place.index, i), request_id: source.ids("overseas_request").of(place.index, 0), hamlet_id: place.id, seq: i + 1, kind, on_date, data: JSON.stringify(data), actor: actorOf(source) };
    }
  }
};
