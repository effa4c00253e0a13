import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../demo/accounts.ts";

export interface Person {
  readonly username: string;
  readonly password: string;
}

export const EMPTY_PROVINCE = { id: "ca_mau", name: "Tỉnh Cà Mau", provinceUid: "96@2025-07-01", demo: true };
export const EMPTY_OFFICE = {
  username: "moi.camau",
  displayName: "Cán bộ tỉnh mới (minh họa)",
  role: "province",
  unitUid: EMPTY_PROVINCE.provinceUid,
  password: DEMO_PASSWORD,
} as const;

/** A province that begins today: nobody has signed in yet, its first administrator holds an invitation. */
export const NEW_PROVINCE = { id: "vinh_long", name: "Tỉnh Vĩnh Long", provinceUid: "86@2025-07-01", demo: false };
export const FIRST_ADMIN = { username: "quantri.vinhlong", displayName: "Quản trị tỉnh", role: "admin", unitUid: NEW_PROVINCE.provinceUid } as const;

const demo = (username: (typeof DEMO_ACCOUNTS)[number]["username"]): Person => ({ username, password: DEMO_PASSWORD });

export const PROVINCE = demo("tinh");
export const COMMUNE = demo("xa.phuhuu");
export const FORMER_DISTRICT = demo("huyen.anphu");
export const LEADER = demo("lanhdao");
export const ADMIN = demo("quantri");
export const TRAINING_CENTRE = demo("ttgdnn");
export const JOB_CENTRE = demo("ttdvvl");
export const NEW_OFFICE: Person = EMPTY_OFFICE;
