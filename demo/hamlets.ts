import { day, type Day } from "./days.ts";

/** A unit a commune was, in order of time; `urban` as the demo takes it (thị trấn and phường urban). */
export interface UnitPeriod {
  readonly uid: string;
  readonly from: Day;
  readonly to: Day;
  readonly urban: boolean;
}

export interface DemoHamlet {
  readonly name: string;
  readonly kind: "ap" | "khom";
  /** the commune it lies in from 1/7/2025 */
  readonly successor: string;
  readonly document: string;
  /** Chăm, Hoa and Khmer households in a thousand */
  readonly cham: number;
  readonly hoa: number;
  readonly khmer: number;
}

export interface DemoCommune {
  readonly code: string;
  readonly district: string;
  readonly units: readonly UnitPeriod[];
  readonly hamlets: readonly DemoHamlet[];
}

/** Registers of the demo begin here: the unit history of the reference data begins in 2011. */
export const REGISTER_START: Day = day("2011-01-01");
export const MERGER: Day = day("2025-07-01");

const AN_PHU = "30337@2025-07-01";
const KHANH_BINH = "30341@2025-07-01";
const NHON_HOI = "30346@2025-07-01";
const PHU_HUU = "30352@2025-07-01";
const VINH_HAU = "30367@2025-07-01";

/** The communes of today that An Phú lies in. */
export const TODAY = { anPhu: AN_PHU, khanhBinh: KHANH_BINH, nhonHoi: NHON_HOI, phuHuu: PHU_HUU, vinhHau: VINH_HAU } as const;

const WHOLE = "Nghị quyết 1654/NQ-UBTVQH15 (tên ấp minh họa)";
const SPLIT = "Minh họa: Nghị quyết 1654/NQ-UBTVQH15 chia xã này, ấp nào về xã nào ở đây là giả định";

interface Spec {
  readonly code: string;
  readonly urban?: true;
  /** "Tên ấp" or "Tên ấp *70": so many in a hundred households are Chăm; after "→" the commune of a split one */
  readonly hamlets: string;
  readonly successor?: string;
  readonly units?: readonly UnitPeriod[];
}

const SPECS: readonly Spec[] = [
  { code: "30337", urban: true, successor: AN_PHU, hamlets: "An Thịnh, An Hưng, An Lộc, An Thạnh, An Hòa" },
  { code: "30340", successor: KHANH_BINH, hamlets: "Khánh Lộc, Khánh Phú, Khánh Thuận, Khánh Lợi" },
  {
    code: "30341", urban: true, successor: KHANH_BINH, hamlets: "Tân Thạnh, Tân Lợi, Tân Khánh, Tân Phú",
    units: [{ uid: "30341@2005-04-27", from: REGISTER_START, to: MERGER, urban: true }],
  },
  { code: "30343", successor: KHANH_BINH, hamlets: "Bình Lộc, Bình Phú, Bình Thuận *60, Bình Hưng" },
  { code: "30346", successor: NHON_HOI, hamlets: "Quốc Hưng, Quốc Phú, Quốc Lợi, Thái Hòa *55, Thái Thạnh" },
  { code: "30349", successor: NHON_HOI, hamlets: "Nhơn Thạnh, Nhơn Phú, Nhơn Lộc *75, Nhơn Lợi" },
  { code: "30352", successor: PHU_HUU, hamlets: "Phú Thạnh, Phú Thành, Phú Nghĩa, Phú Lợi, Phú Hiệp, Phú Hòa" },
  { code: "30355", hamlets: `Hội Thạnh → ${AN_PHU}, Hội Lợi → ${AN_PHU}, Hội Phú → ${NHON_HOI}, Hội Hòa → ${NHON_HOI}, Hội Lộc → ${NHON_HOI}` },
  { code: "30358", hamlets: `Phước Lợi → ${AN_PHU}, Phước Mỹ → ${NHON_HOI}, Phước Hòa → ${NHON_HOI}, Phước Lộc → ${PHU_HUU}, Phước Phú → ${PHU_HUU}` },
  { code: "30361", successor: PHU_HUU, hamlets: "Vĩnh Thạnh, Vĩnh Phước, Vĩnh Hưng, Vĩnh Mỹ" },
  { code: "30364", successor: VINH_HAU, hamlets: "Vĩnh Thuận, Vĩnh Bảo, Vĩnh Lợi, Vĩnh Khánh" },
  { code: "30367", successor: VINH_HAU, hamlets: "Vĩnh Nghĩa, Vĩnh Thành *70, Vĩnh Tân, Vĩnh Hiệp" },
  { code: "30370", successor: AN_PHU, hamlets: "Đông Phú, Đông Hòa, Đông Lợi, Đông Thạnh" },
  {
    code: "30373", successor: VINH_HAU, hamlets: "Phước Thọ, Phước Long, Phước Thành *15, Phước Hưng, Phước An, Phước Khánh",
    units: [ // a thị trấn from 10/4/2023: Nghị quyết 721/NQ-UBTVQH15
      { uid: "30373@0", from: REGISTER_START, to: day("2023-04-10"), urban: false },
      { uid: "30373@2023-04-10", from: day("2023-04-10"), to: MERGER, urban: true },
    ],
  },
];

function hamletOf(text: string, spec: Spec): DemoHamlet {
  const [label = "", successor] = text.split(" → ");
  const [name = "", cham] = label.split(" *");
  return {
    name,
    kind: spec.urban ? "khom" : "ap",
    successor: spec.successor ?? successor!,
    document: spec.successor ? WHOLE : SPLIT,
    cham: cham ? Number(cham) * 10 : 2,
    hoa: spec.urban ? 25 : 4,
    khmer: 3,
  };
}

/** The 14 communes of huyện An Phú in 2023 with invented hamlets. */
export const anPhuCommunes = (): readonly DemoCommune[] =>
  SPECS.map((spec) => ({
    code: spec.code,
    district: "886@0",
    units: spec.units ?? [{ uid: `${spec.code}@0`, from: REGISTER_START, to: MERGER, urban: spec.urban ?? false }],
    hamlets: spec.hamlets.split(", ").map((text) => hamletOf(text, spec)),
  }));

/** The unit a commune is on a day; its last before the merger on later days. */
export const unitOn = (commune: DemoCommune, on: Day): UnitPeriod => commune.units.find((unit) => on < unit.to) ?? commune.units.at(-1)!;
