import { allowanceCommand } from "../src/training/allowance/allowance-command.ts";
import type { AllowanceView } from "../src/training/allowance/contract.ts";
import type { CaseAsked } from "../src/training/support-cases/contract.ts";
import { afterStep, TERM, type CaseState, type CaseStep } from "../src/training/support-cases/rules/case-state.ts";
import { rulesInUse } from "./allowances.ts";
import { ageOnDay, day } from "./days.ts";
import { TRADES, type Worker } from "./labour.ts";
import { communeNow, peopleNow, PROVINCE_CODE, rankNow, THIS_YEAR, workingDaysAfter } from "./now.ts";
import type { DemoSource } from "./source.ts";

type Told = Partial<Record<"missing" | "reason" | "decisionNo" | "signer" | "voucherNo", string>> & { readonly papers?: readonly string[] };
interface Step {
  readonly kind: CaseStep;
  readonly on: string;
  readonly told?: Told;
}

const SIGNER = "Phó Chủ tịch UBND xã (minh họa)";
const PAPERS = ["Giấy đề nghị hỗ trợ học nghề (minh họa)", "Chứng chỉ hoặc xác nhận học nghề (minh họa)", "Hóa đơn học phí (minh họa)"] as const;

/** The book of a commune, in the order of receipt: paid, refused, approved and not paid, withdrawn, late, in time, more asked for, just received. */
const BOOK: readonly { readonly receivedOn: string; readonly steps: readonly Step[] }[] = [
  { receivedOn: "2026-07-06", steps: [{ kind: "accept", on: "2026-07-07" }, { kind: "approve", on: "2026-07-15", told: { decisionNo: "41/QĐ-UBND (minh họa)", signer: SIGNER } }, { kind: "pay", on: "2026-07-24", told: { voucherNo: "PC-0724 (minh họa)" } }] },
  { receivedOn: "2026-09-14", steps: [{ kind: "accept", on: "2026-09-15" }, { kind: "refuse", on: "2026-09-23", told: { decisionNo: "18/TB-UBND (minh họa)", signer: SIGNER, reason: "Khóa học khai giảng trước ngày 01/01/2026 (minh họa)" } }] },
  { receivedOn: "2026-10-12", steps: [{ kind: "accept", on: "2026-10-13" }, { kind: "approve", on: "2026-10-21", told: { decisionNo: "66/QĐ-UBND (minh họa)", signer: SIGNER } }] },
  { receivedOn: "2026-11-05", steps: [{ kind: "accept", on: "2026-11-06" }] },
  { receivedOn: "2026-11-12", steps: [{ kind: "askMore", on: "2026-11-13", told: { missing: "Hóa đơn học phí bản chính (minh họa)" } }] },
  { receivedOn: "2026-11-19", steps: [{ kind: "askMore", on: "2026-11-20", told: { missing: "Chứng chỉ học nghề (minh họa)" } }, { kind: "supply", on: "2026-11-24", told: { papers: ["Chứng chỉ học nghề (minh họa)"] } }, { kind: "accept", on: "2026-11-25" }] },
  { receivedOn: "2026-11-26", steps: [] },
];
/** Which of these each commune of today has. */
const CASES: readonly (readonly number[])[] = [[0, 1, 2, 3, 4, 5, 6], [0, 2, 3, 6], [0, 1, 3, 4, 6], [0, 1, 2, 3, 5, 6], [2, 3, 4, 5, 6]];

export interface DemoSupportCase {
  readonly id: string;
  readonly at: number;
  readonly worker: Worker;
  readonly number: number;
  readonly course: string;
  readonly openedOn: string;
  readonly endedOn: string;
  readonly receivedOn: string;
  readonly papers: readonly string[];
  readonly asked: CaseAsked;
  readonly steps: readonly (Step & { readonly data: Readonly<Record<string, unknown>> })[];
  readonly state: CaseState;
  readonly completeOn: string | null;
  readonly dueOn: string | null;
  readonly amountDong: number | null;
}

export function* supportCases(source: DemoSource): Iterable<DemoSupportCase> {
  for (const place of source.labour().places) {
    const rank = rankNow(place);
    const entry = BOOK[CASES[communeNow(place)]![rank] ?? -1];
    if (!entry) continue;
    const [worker] = peopleNow(source, place, "cases");
    yield caseOf(source, worker!, { at: place.index, rank, entry });
  }
}

function caseOf(source: DemoSource, worker: Worker, { at, rank, entry }: { readonly at: number; readonly rank: number; readonly entry: (typeof BOOK)[number] }): DemoSupportCase {
  const { receivedOn, steps } = entry;
  const refused = steps.some(({ kind }) => kind === "refuse");
  const early = receivedOn < "2026-10-15";
  const openedOn = refused ? "2025-11-17" : early ? "2026-03-16" : "2026-07-20";
  const endedOn = refused ? "2026-02-13" : early ? "2026-05-29" : "2026-10-02";
  // a young man back from his duty, or a rural worker who changes the trade
  const served = worker.person.sex === 1 && ageOnDay(worker.person.born, day("2026-01-01")) <= 27;
  const asked: CaseAsked = {
    groups: served ? ["BO_DOI"] : ["LDNT"], actualCost: 3_200_000 + 100_000 * (at % 9), attendedDays: 30 + (at % 12), distanceKm: `${4 + (at % 14)}.${at % 10}`, areaClass: "normal", previousSupports: 0, ...(served ? { dutyEndedOn: "2026-01-30" as never } : { changesJob: true }),
  };
  const reckoned = allowanceCommand({ province: PROVINCE_CODE, openedOn, endedOn, ...asked }, rulesInUse());
  const accepted = steps.findLast(({ kind }) => kind === "accept")?.on ?? null;
  return {
    id: source.ids("training_support_case").of(at, 0), at, worker, number: rank + 1, course: TRADES[at % 6]!.name, openedOn, endedOn, receivedOn, papers: PAPERS.slice(0, steps[0]?.kind === "askMore" ? 2 : 3), asked,
    steps: steps.map((step) => ({ ...step, data: { ...step.told, ...(step.kind === "approve" && approval(reckoned)) } })), state: steps.reduce<CaseState>((state, { kind }) => afterStep(state, kind)!, "received"),
    completeOn: accepted, dueOn: accepted === null ? null : workingDaysAfter(accepted, TERM.days), amountDong: steps.some(({ kind }) => kind === "approve") ? approval(reckoned).amountDong : null,
  };
}

/** The amount that the rules give, or the least of it with a reason where they leave it open. */
function approval({ outcome, total, least, most, summary }: AllowanceView): { readonly amountDong: number } & Readonly<Record<string, unknown>> {
  const reason = outcome === "payable" ? {} : { reason: "Chi theo mức thấp nhất trong khoảng tính (minh họa)" };
  return { amountDong: total ?? least, ...reason, reckoned: { outcome, total, least, most, summary } };
}

export const BOOK_YEAR = THIS_YEAR;
