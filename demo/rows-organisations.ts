import type { MakeRows } from "./source.ts";

/** Invented; the same in every demo, because accounts are given to them. */
export const TRAINING_CENTRE_ID = "01900000-0000-7000-8000-0000000d0001";
export const JOB_CENTRE_ID = "01900000-0000-7000-8000-0000000d0002";

const UNIT = "91@2025-07-01";

export const organisationRows: MakeRows = function* () {
  yield { id: TRAINING_CENTRE_ID, name: "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên An Phú (minh họa)", name_folded: "trung tam giao duc nghe nghiep - giao duc thuong xuyen an phu (minh hoa)", kinds: ["training_provider", "public_unit"], unit_uid: UNIT };
  yield { id: JOB_CENTRE_ID, name: "Trung tâm Dịch vụ việc làm (minh họa)", name_folded: "trung tam dich vu viec lam (minh hoa)", kinds: ["job_service_centre", "public_unit"], unit_uid: UNIT };
};
