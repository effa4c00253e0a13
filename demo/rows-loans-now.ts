import { day, dayText } from "./days.ts";
import { weekday, workerColumns, type Worker } from "./labour.ts";
import { later, LATEST, officeOf, peopleNow, rankNow } from "./now.ts";
import { eventRow, type Event } from "./rows-jobs.ts";
import type { DemoSource, MakeRows } from "./source.ts";

interface Lent {
  readonly kind: "worker" | "establishment";
  readonly name: string | null;
  readonly dong: number;
  readonly lentOn: string;
  readonly months: number;
  readonly rate: "usual" | "poor";
  readonly project: string;
  readonly overReason: string | null;
  readonly state: "active" | "repaid" | "overdue";
  readonly stateOn: string;
  /** people it gave work, and whose work it kept, beside the borrower */
  readonly jobs: number;
  readonly kept: number;
  /** the borrower's own work is new */
  readonly own: boolean;
}

const ASSOCIATIONS = ["Hội Liên hiệp Phụ nữ xã (minh họa)", "Hội Nông dân xã (minh họa)", "Đoàn Thanh niên xã (minh họa)"] as const;

/** Loans of the year, told by the rank of the hamlet in its commune of today; the third waits for the names of those whom it gives work. */
const LOANS: readonly Lent[] = [
  { kind: "establishment", name: "Cơ sở may gia công", dong: 480_000_000, lentOn: "2026-03-11", months: 60, rate: "usual", project: "Mở rộng xưởng may gia công", overReason: null, state: "active", stateOn: "2026-03-11", jobs: 3, kept: 1, own: false },
  { kind: "worker", name: null, dong: 80_000_000, lentOn: "2026-05-13", months: 48, rate: "usual", project: "Nuôi lươn không bùn", overReason: null, state: "active", stateOn: "2026-05-13", jobs: 0, kept: 0, own: true },
  { kind: "worker", name: null, dong: 120_000_000, lentOn: "2026-10-14", months: 60, rate: "usual", project: "Mua máy xới, làm dịch vụ đất", overReason: null, state: "active", stateOn: "2026-10-14", jobs: 0, kept: 0, own: false },
  { kind: "worker", name: null, dong: 40_000_000, lentOn: "2026-01-14", months: 6, rate: "poor", project: "Buôn bán tạp hóa", overReason: null, state: "overdue", stateOn: "2026-07-14", jobs: 0, kept: 0, own: true },
  { kind: "worker", name: null, dong: 250_000_000, lentOn: "2026-08-19", months: 60, rate: "usual", project: "Nuôi cá lồng bè", overReason: "Đã có ý kiến của ngân hàng về mức vay (minh họa)", state: "active", stateOn: "2026-08-19", jobs: 1, kept: 0, own: true },
  { kind: "worker", name: null, dong: 30_000_000, lentOn: "2026-02-11", months: 6, rate: "usual", project: "May gia công tại nhà", overReason: null, state: "repaid", stateOn: "2026-08-11", jobs: 0, kept: 0, own: true },
];

interface HamletLoan {
  readonly id: string;
  readonly borrower: Worker;
  readonly helpers: readonly Worker[];
  readonly lent: Lent;
  readonly establishment: string | null;
  readonly contractNo: string;
}

function* loans(source: DemoSource): Iterable<HamletLoan> {
  for (const place of source.labour().places) {
    const lent = LOANS[rankNow(place)];
    if (!lent) continue;
    const [borrower, ...helpers] = peopleNow(source, place, "loans");
    const establishment = lent.name && `${lent.name} ${place.hamlet.name} (minh họa)`;
    yield { id: source.ids("job_loan_now").of(place.index, 0), borrower: borrower!, helpers, lent, establishment, contractNo: `MH-${lent.lentOn.slice(0, 4)}-${place.index + 1}` };
  }
}

export const loanNowRows: MakeRows = function* (source) {
  for (const { id, borrower, lent, establishment, contractNo } of loans(source)) {
    yield {
      id, ...workerColumns(borrower), borrower_kind: lent.kind, amount_dong: lent.dong, lent_on: lent.lentOn, term_months: lent.months, rate_kind: lent.rate, contract_no: contractNo, project: `${lent.project} (minh họa)`,
      fund: "Quỹ quốc gia về việc làm (minh họa)", state: lent.state, state_on: lent.stateOn, establishment_name: establishment, project_place: officeOf(borrower.place),
      association: ASSOCIATIONS[borrower.place.index % ASSOCIATIONS.length]!, savings_group: `Tổ TK&VV số ${1 + (borrower.place.index % 6)} (minh họa)`, over_reason: lent.overReason,
    };
  }
};

/** The people whom each loan gave work or whose work it kept, by name. */
function* eventsOf({ id, borrower, helpers, lent, establishment }: HamletLoan): Iterable<Event> {
  const startedOn = weekday(day(lent.lentOn) + 12);
  const job = lent.project;
  const common = { channel: "vay_von", place: "xa", job, evidence: "loan_contract", links: { loan_id: id } } as const;
  if (lent.own) yield { ...common, worker: borrower, startedOn };
  const employer = establishment ?? borrower.person.name;
  for (const worker of helpers.slice(0, lent.jobs)) yield { ...common, worker, startedOn: weekday(startedOn + 5), employer };
  for (const worker of helpers.slice(lent.jobs, lent.jobs + lent.kept)) yield { ...common, worker, startedOn, employer, nature: "kept" };
}

export const loanEventRows: MakeRows = function* (source) {
  const ids = source.ids("loan_event_now");
  for (const loan of loans(source)) {
    for (const [nth, event] of [...eventsOf(loan)].entries()) yield eventRow(source, ids.of(loan.borrower.place.index, nth), { ...event, reportedOn: earlier(later(dayText(event.startedOn), 9)) });
  }
};

const earlier = (on: string): string => (on < dayText(LATEST) ? on : dayText(LATEST));
