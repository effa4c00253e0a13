import { JOB_CENTRE_ID, TRAINING_CENTRE_ID } from "./rows-organisations.ts";

interface DemoLogin {
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly unitUid: string;
  readonly fields: readonly string[];
  readonly organisationId?: string;
}

/** Invented people of the demo, one for each way of working. */
export const DEMO_PASSWORD = "sinhke-minh-hoa";

export const DEMO_ACCOUNTS = [
  { username: "tinh", displayName: "Cán bộ tỉnh An Giang (minh họa)", role: "province", unitUid: "91@2025-07-01", fields: ["poverty", "training", "jobs"] },
  { username: "xa.phuhuu", displayName: "Cán bộ xã Phú Hữu (minh họa)", role: "commune", unitUid: "30352@2025-07-01", fields: ["poverty", "training", "jobs"] },
  { username: "xa.anphu", displayName: "Cán bộ xã An Phú (minh họa)", role: "commune", unitUid: "30337@2025-07-01", fields: ["poverty", "training", "jobs"] },
  { username: "huyen.anphu", displayName: "Cán bộ huyện An Phú cũ, chỉ xem (minh họa)", role: "district", unitUid: "886@0", fields: ["poverty", "training", "jobs"] },
  { username: "lanhdao", displayName: "Lãnh đạo tỉnh, chỉ xem (minh họa)", role: "leader", unitUid: "91@2025-07-01", fields: ["poverty", "training", "jobs"] },
  { username: "quantri", displayName: "Quản trị tỉnh (minh họa)", role: "admin", unitUid: "91@2025-07-01", fields: ["poverty", "training", "jobs"] },
  { username: "ttgdnn", displayName: "Trung tâm GDNN-GDTX An Phú (minh họa)", role: "training_centre", unitUid: "91@2025-07-01", fields: ["training"], organisationId: TRAINING_CENTRE_ID },
  { username: "ttdvvl", displayName: "Trung tâm Dịch vụ việc làm (minh họa)", role: "job_centre", unitUid: "91@2025-07-01", fields: ["jobs"], organisationId: JOB_CENTRE_ID },
] as const satisfies readonly DemoLogin[];
