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

const demo = (username: (typeof DEMO_ACCOUNTS)[number]["username"]): Person => ({ username, password: DEMO_PASSWORD });

export const PROVINCE = demo("tinh");
export const COMMUNE = demo("xa.phuhuu");
export const FORMER_DISTRICT = demo("huyen.anphu");
export const LEADER = demo("lanhdao");
export const ADMIN = demo("quantri");
export const NEW_OFFICE: Person = EMPTY_OFFICE;
