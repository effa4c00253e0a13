interface DemoLogin {
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly unitUid: string;
  readonly fields: readonly string[];
}

/** Invented people of the demo, one for each way of working. */
export const DEMO_PASSWORD = "sinhke-minh-hoa";

export const DEMO_ACCOUNTS = [
  { username: "tinh", displayName: "Cán bộ tỉnh An Giang (minh họa)", role: "province", unitUid: "91@2025-07-01", fields: ["poverty"] },
  { username: "xa.phuhuu", displayName: "Cán bộ xã Phú Hữu (minh họa)", role: "commune", unitUid: "30352@2025-07-01", fields: ["poverty"] },
  { username: "xa.anphu", displayName: "Cán bộ xã An Phú (minh họa)", role: "commune", unitUid: "30337@2025-07-01", fields: ["poverty"] },
  { username: "huyen.anphu", displayName: "Cán bộ huyện An Phú cũ, chỉ xem (minh họa)", role: "district", unitUid: "886@0", fields: ["poverty"] },
  { username: "lanhdao", displayName: "Lãnh đạo tỉnh, chỉ xem (minh họa)", role: "leader", unitUid: "91@2025-07-01", fields: ["poverty"] },
  { username: "quantri", displayName: "Quản trị tỉnh (minh họa)", role: "admin", unitUid: "91@2025-07-01", fields: ["poverty"] },
] as const satisfies readonly DemoLogin[];
