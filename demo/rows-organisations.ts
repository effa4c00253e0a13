import { fold } from "../src/kernel/text/fold.ts";
import { FIRMS, SENDING } from "./firms.ts";
import type { DemoSource, MakeRows } from "./source.ts";

/** Invented; the same in every demo, because accounts are given to them. */
export const TRAINING_CENTRE_ID = "01900000-0000-7000-8000-0000000d0001";
export const JOB_CENTRE_ID = "01900000-0000-7000-8000-0000000d0002";

const UNIT = "91@2025-07-01";
const CENTRE = "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên An Phú (minh họa)";
const JOBS = "Trung tâm Dịch vụ việc làm (minh họa)";

export const firmId = (source: DemoSource, firm: number): string => source.ids("organisation").of(firm, 0);

export const organisationRows: MakeRows = function* (source) {
  yield { id: TRAINING_CENTRE_ID, name: CENTRE, name_folded: fold(CENTRE), kinds: ["training_provider", "public_unit"], unit_uid: UNIT, industry: "Giáo dục nghề nghiệp", workers: 46 };
  yield { id: JOB_CENTRE_ID, name: JOBS, name_folded: fold(JOBS), kinds: ["job_service_centre", "public_unit"], unit_uid: UNIT, industry: "Dịch vụ việc làm", workers: 38 };
  for (const [i, { name, folded, kind, industry, workers }] of FIRMS.entries()) yield { id: firmId(source, i), name, name_folded: folded, kinds: [kind], unit_uid: null, industry, workers };
};

export const licenceRows: MakeRows = function* (source) {
  const ids = source.ids("organisation_licence");
  const year = source.scenario.year;
  yield { id: ids.of(0, 0), organisation_id: TRAINING_CENTRE_ID, kind: "vocational", number: "12/GCN (minh họa)", issued_on: `${year - 4}-05-10`, valid_from: `${year - 4}-05-10`, valid_to: null, yearly_quota: 1_200, document: "Giấy chứng nhận đăng ký hoạt động giáo dục nghề nghiệp (minh họa)" };
  yield { id: ids.of(1, 0), organisation_id: JOB_CENTRE_ID, kind: "employment_service", number: "05/GP (minh họa)", issued_on: `${year - 6}-03-01`, valid_from: `${year - 6}-03-01`, valid_to: null, yearly_quota: null, document: "Quyết định thành lập (minh họa)" };
  yield { id: ids.of(2, 0), organisation_id: firmId(source, SENDING), kind: "overseas", number: "88/LĐTBXH-GP (minh họa)", issued_on: `${year - 3}-09-15`, valid_from: `${year - 3}-09-15`, valid_to: `${year + 2}-09-15`, yearly_quota: null, document: "Giấy phép hoạt động dịch vụ (minh họa)" };
};
