import type { MatchVacancy } from "../src/jobs/rules/match.ts";
import { fold } from "../src/kernel/text/fold.ts";
import { FIRMS } from "./firms.ts";
import { TODAY } from "./hamlets.ts";
import { PROVINCE } from "./now.ts";
import { firmId } from "./rows-organisations.ts";
import type { DemoSource, MakeRows } from "./source.ts";

/** A vacancy as it was entered; `firm`: which of the demo's firms offers it. */
export interface DemoVacancy extends MatchVacancy {
  readonly firm: number;
  readonly posts: number;
  readonly openedOn: string;
  readonly applyBy: string | null;
  readonly state: "open" | "paused" | "filled" | "expired";
}

type Spec = Pick<DemoVacancy, "title" | "vsco" | "firm" | "posts" | "placeKind" | "wageFrom" | "wageTo" | "shift" | "dormitory" | "transport" | "openedOn" | "applyBy" | "state"> & Partial<DemoVacancy>;

const SPECS: readonly Spec[] = [
  { title: "Công nhân may", vsco: "8153", firm: 0, posts: 60, placeKind: "tinh", wageFrom: 7_000_000, wageTo: 10_500_000, shift: "day", dormitory: false, transport: true, openedOn: "2026-05-04", applyBy: "2027-01-31", state: "open", ageFrom: 18, ageTo: 45 },
  { title: "Công nhân giày da", vsco: "8156", firm: 1, posts: 120, placeKind: "ngoai_tinh", wageFrom: 8_000_000, wageTo: 12_000_000, shift: "rotating", dormitory: true, transport: false, openedOn: "2026-06-01", applyBy: "2027-02-28", state: "open", ageFrom: 18, ageTo: 40 },
  { title: "Công nhân chế biến cá tra", vsco: "7511", firm: 2, posts: 80, placeKind: "tinh", wageFrom: 7_500_000, wageTo: 9_500_000, shift: "day", dormitory: true, transport: true, openedOn: "2026-04-06", applyBy: "2026-12-31", state: "open", generalEducation: "primary" },
  { title: "Thợ vận hành máy xay xát", vsco: "8160", firm: 3, posts: 6, placeKind: "tinh", wageFrom: 8_500_000, wageTo: 11_000_000, shift: "rotating", dormitory: false, transport: false, openedOn: "2026-07-06", applyBy: null, state: "open", experienceMonths: 6 },
  { title: "Thợ hàn", vsco: "7212", firm: 4, posts: 10, placeKind: "ngoai_tinh", wageFrom: 10_000_000, wageTo: 14_000_000, shift: "day", dormitory: true, transport: false, openedOn: "2026-08-03", applyBy: "2026-12-15", state: "open", technicalLevel: "under_3_months", experienceMonths: 12, hazardous: true },
  { title: "Lái xe tải", vsco: "8332", firm: 5, posts: 4, placeKind: "tinh", wageFrom: 11_000_000, wageTo: 15_000_000, shift: "day", dormitory: false, transport: false, openedOn: "2026-09-01", applyBy: "2027-01-15", state: "open", needsLicence: "Giấy phép lái xe hạng C" },
  { title: "Công nhân lắp ráp điện tử", vsco: "8212", firm: 6, posts: 200, placeKind: "ngoai_tinh", wageFrom: 8_500_000, wageTo: 12_500_000, shift: "rotating", dormitory: true, transport: true, openedOn: "2026-05-18", applyBy: "2027-03-31", state: "open", generalEducation: "lower_secondary", ageFrom: 18, ageTo: 38 },
  { title: "Công nhân đóng gói bao bì", vsco: "9321", firm: 7, posts: 30, placeKind: "tinh", wageFrom: 6_500_000, wageTo: 8_500_000, shift: "day", dormitory: false, transport: true, openedOn: "2026-03-02", applyBy: "2026-09-30", state: "expired", acceptsDisabled: true },
  { title: "Nhân viên bán hàng siêu thị", vsco: "5223", firm: 8, posts: 12, placeKind: "tinh", wageFrom: 6_800_000, wageTo: 8_200_000, shift: "rotating", dormitory: false, transport: false, openedOn: "2026-06-15", applyBy: null, state: "open", generalEducation: "upper_secondary", acceptsDisabled: true },
  { title: "Công nhân phân loại nông sản", vsco: "9211", firm: 9, posts: 25, placeKind: "xa", placeUnitUid: TODAY.phuHuu, wageFrom: 6_000_000, wageTo: 7_500_000, shift: "day", dormitory: false, transport: false, openedOn: "2026-08-10", applyBy: null, state: "open" },
  { title: "May gia công tại xã", vsco: "7531", firm: 10, posts: 40, placeKind: "xa", placeUnitUid: TODAY.anPhu, wageFrom: 5_500_000, wageTo: 8_000_000, shift: "day", dormitory: false, transport: false, openedOn: "2026-04-20", applyBy: null, state: "open", acceptsDisabled: true },
  { title: "Thợ xây", vsco: "7112", firm: 14, posts: 15, placeKind: "tinh", wageFrom: 9_000_000, wageTo: 13_000_000, shift: "day", dormitory: false, transport: false, openedOn: "2026-02-23", applyBy: "2026-06-30", state: "filled", experienceMonths: 12, hazardous: true },
  { title: "Kế toán viên", vsco: "3313", firm: 13, posts: 1, placeKind: "tinh", wageFrom: 9_000_000, wageTo: 12_000_000, shift: "day", dormitory: false, transport: false, openedOn: "2026-10-05", applyBy: "2026-12-20", state: "open", generalEducation: "upper_secondary", technicalLevel: "intermediate", experienceMonths: 12 },
  { title: "Công nhân thủy sản ca đêm", vsco: "7511", firm: 12, posts: 50, placeKind: "ngoai_tinh", wageFrom: 9_000_000, wageTo: 11_500_000, shift: "night", dormitory: true, transport: false, openedOn: "2026-09-14", applyBy: null, state: "paused" },
];

/** The vacancies of the year; the same for every demo. */
export const vacanciesOf = (source: DemoSource): readonly DemoVacancy[] =>
  SPECS.map((spec, nth) => ({
    id: source.ids("vacancy").of(nth, 0), placeUnitUid: null, generalEducation: null, technicalLevel: null, experienceMonths: null, hazardous: null, needsLicence: null, acceptsDisabled: null, ageFrom: null, ageTo: null, ...spec,
  }));

export const vacancyRows: MakeRows = function* (source) {
  for (const one of vacanciesOf(source)) {
    yield {
      id: one.id, organisation_id: firmId(source, one.firm), unit_uid: one.placeUnitUid ?? PROVINCE, title: one.title, title_folded: fold(one.title), vsco: one.vsco, posts: one.posts, posts_female: null,
      description: `${FIRMS[one.firm]!.industry} (minh họa)`, general_education: one.generalEducation, technical_level: one.technicalLevel, experience_months: one.experienceMonths, place_kind: one.placeKind, place_unit_uid: one.placeUnitUid,
      place: one.placeKind === "ngoai_tinh" ? "Khu công nghiệp ngoài tỉnh (minh họa)" : one.placeKind === "tinh" ? "Khu công nghiệp trong tỉnh (minh họa)" : null, wage_from: one.wageFrom, wage_to: one.wageTo, contract_kind: "fixed_term",
      shift: one.shift, dormitory: one.dormitory, transport: one.transport, probation_days: 30, accepts_disabled: one.acceptsDisabled, hazardous: one.hazardous, needs_licence: one.needsLicence, age_from: one.ageFrom, age_to: one.ageTo,
      apply_by: one.applyBy, contact: "Phòng nhân sự (minh họa)", source: one.placeUnitUid ? "commune" : "centre", state: one.state, opened_on: one.openedOn,
    };
  }
};
