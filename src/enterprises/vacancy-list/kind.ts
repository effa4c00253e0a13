import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import { ANY_TEXT, coded, COUNT, DAY, field, importers, listKind, type PlacedRow } from "../../registry/public.ts";
import type { VacancyBody } from "../contract.ts";
import { listOrganisations } from "../organisations/store.ts";
import { PLACE_KINDS } from "../rules/vacancy.ts";
import { EDUCATION_WORDS, readVacancyLine, TECHNICAL_WORDS, type VacancyLine, WORK_PLACE_WORDS } from "../rules/vacancy-row.ts";
import { insertVacancy, updateVacancy } from "../vacancies/keep.ts";

type Row = PlacedRow<VacancyLine>;

/** The organisation of each line: by tax code, else by name where one alone bears it, else the one chosen for all lines. */
async function employersOf(tx: Tx, rows: readonly Row[], chosen: string | undefined): Promise<(string | undefined)[]> {
  const all = await listOrganisations(tx, { on: tx.actor.on });
  const byTax = new Map(all.flatMap(({ id, taxCode }) => (taxCode === null ? [] : [[taxCode, id] as const])));
  const byName = new Map<string, string[]>();
  for (const { id, name } of all) byName.set(fold(name), [...(byName.get(fold(name)) ?? []), id]);
  return rows.map(({ value }) => {
    if (value.taxCode !== "") return byTax.get(value.taxCode);
    if (value.employer === "") return chosen;
    const named = byName.get(fold(value.employer)) ?? [];
    return named.length === 1 ? named[0] : undefined;
  });
}

const bodyOf = ({ employer: _e, taxCode: _t, ...line }: VacancyLine, organisationId: string, openedOn: string): VacancyBody => ({
  organisationId, ...line, vsic: null, positionLevel: null, computer: null, languages: null, softSkills: null, placeUnitUid: null, dormitory: null, transport: null, probationDays: null, acceptsDisabled: null, hazardous: null, needsLicence: null,
  ageFrom: null, ageTo: null, source: "list", openedOn: openedOn as VacancyBody["openedOn"],
});

/** Vacancies as firms send them before a fair or to the job-service centre. */
export const vacancyList = listKind<VacancyLine>({
  kind: "vacancies", titleKey: "enterprises.list.title",
  format: {
    id: "vacancies", layouts: [],
    fields: [
      field("employer", "Tên doanh nghiệp", ANY_TEXT, "Doanh nghiệp|Công ty|Tên công ty|Đơn vị tuyển dụng|Nhà tuyển dụng|Tên đơn vị"), field("tax_code", "Mã số thuế", ANY_TEXT, "MST"),
      field("title", "Vị trí tuyển dụng", ANY_TEXT, "Vị trí|Vị trí việc làm|Chức danh|Công việc|Vị trí cần tuyển|Ngành nghề tuyển dụng"), field("posts", "Số lượng", COUNT, "Số lượng tuyển|Chỉ tiêu|SL|Số lượng cần tuyển|Số người|Nhu cầu tuyển"),
      field("posts_female", "Trong đó nữ", COUNT, "Nữ|Số lượng > Nữ|Số lượng nữ"), field("vsco", "Mã nghề VSCO", ANY_TEXT, "VSCO|Mã nghề"), field("description", "Mô tả công việc", ANY_TEXT, "Mô tả|Nội dung công việc"),
      field("education", "Trình độ học vấn", coded(EDUCATION_WORDS), "Học vấn|Trình độ văn hóa|Trình độ phổ thông"), field("technical", "Trình độ chuyên môn", coded(TECHNICAL_WORDS), "Trình độ|Trình độ CMKT|Trình độ chuyên môn kỹ thuật|CMKT"),
      field("major", "Chuyên ngành", ANY_TEXT, "Ngành đào tạo"), field("experience", "Kinh nghiệm (tháng)", COUNT, "Số tháng kinh nghiệm"), field("place", "Nơi làm việc", coded(WORK_PLACE_WORDS), "Địa điểm làm việc|Địa điểm"),
      field("country", "Nước", ANY_TEXT, "Quốc gia|Thị trường"), field("wage", "Mức lương", ANY_TEXT, "Lương|Thu nhập|Tiền lương"), field("meal", "Hỗ trợ ăn", ANY_TEXT, "Tiền ăn|Bữa ăn"), field("benefits", "Phúc lợi", ANY_TEXT, "Quyền lợi|Chế độ|Chế độ phúc lợi|Phúc lợi khác"),
      field("contract", "Loại hợp đồng", ANY_TEXT, "Hợp đồng|Hình thức hợp đồng"), field("shift", "Ca làm việc", ANY_TEXT, "Ca|Thời gian làm việc"), field("apply_by", "Hạn nộp hồ sơ", DAY, "Hạn nộp|Thời hạn|Thời hạn nhận hồ sơ"),
      field("contact", "Liên hệ", ANY_TEXT, "Người liên hệ|Điện thoại liên hệ|Thông tin liên hệ"),
    ],
  },
  mustHave: [["title"], ["posts"]],
  about: "none",
  parameters: [
    { key: "organisation", labelKey: "enterprises.list.organisation", type: "choice", options: async (tx) => (await listOrganisations(tx, { on: tx.actor.on })).map(({ id, name, unit }) => ({ value: id, label: unit === "" ? name : `${name}, ${unit}` })) },
    { key: "place", labelKey: "enterprises.list.place", type: "choice", options: async (_tx, words) => PLACE_KINDS.map((value) => ({ value, label: words(`enterprises.list.place.${value}`) })) },
  ],
  mayTake: importers(["commune", "province", "job_centre"], ["jobs"]),
  readRow: (texts, { parameters }) => readVacancyLine(texts, PLACE_KINDS.find((kind) => kind === parameters["place"]) ?? "tinh"),
  rowKey: ({ value }, { parameters }) => `${value.taxCode || fold(value.employer) || parameters["organisation"]}|${fold(value.title)}|${fold(value.place ?? "")}`,
  async check(tx, rows, { parameters }) {
    const employers = await employersOf(tx, rows, parameters["organisation"]);
    return rows.flatMap(({ value }, index) => (employers[index] === undefined ? [{ index, severity: "error" as const, code: value.employer === "" && value.taxCode === "" ? "enterprises.list.employerMissing" : "enterprises.list.employerUnknown", field: "employer", data: { name: value.employer || value.taxCode } }] : []));
  },
  async commit(tx, rows, { asOf, parameters }) {
    const employers = await employersOf(tx, rows, parameters["organisation"]);
    const ids: string[] = [];
    for (const [i, { value, entityId }] of rows.entries()) {
      const body = bodyOf(value, employers[i]!, asOf);
      if (entityId === null) ids.push(await insertVacancy(tx, body));
      else ids.push(await updateVacancy(tx, entityId, body));
    }
    return { ids, changes: rows.map(({ entityId }, i) => ({ entity: "vacancy", entityId: ids[i]!, kind: entityId === null ? "added" as const : "changed" as const })) };
  },
  async stands({ client }, ids) {
    const { rows } = await client.query<{ id: string }>("select id from vacancy where id = any ($1) and voided_at is null", [ids]);
    return new Set(rows.map(({ id }) => id));
  },
  example: [{ employer: "Công ty TNHH May Ví Dụ", title: "Công nhân may", posts: 50, posts_female: 30, education: "THCS", technical: "Lao động phổ thông", place: "Trong tỉnh", wage: "7 - 10 triệu", apply_by: "31/12/2026", contact: "0900 000 000" }],
});
