import { importers, listKind, writtenKey } from "../../registry/public.ts";
import { plainDate, type PlainDate } from "../../kernel/date.ts";
import { LABOUR_LIST } from "./list-format.ts";
import type { LabourForm } from "./rules/labour-form.ts";
import { readLabourRow } from "./rules/labour-row.ts";
import { putStatuses, standingOf } from "./store.ts";

interface Row {
  readonly form: LabourForm;
  readonly ethnicity: string | null;
}

/** "2026", or what the officer writes: "2026-2" for the second survey of a year. */
const periodOf = (asOf: PlainDate, parameters: Readonly<Record<string, string>>): string => parameters["period"]?.trim() || asOf.slice(0, 4);

/** Lists of the supply form (Mẫu số 01, Thông tư 01/2022/TT-BLĐTBXH): a row stands for what the person says in this period. */
export const labourForm = listKind<Row>({
  kind: "labour-form",
  titleKey: "labour.list.title",
  format: LABOUR_LIST,
  mustHave: [["member_name"], ["state", "state_employed", "state_unemployed", "state_inactive"]],
  about: "worker",
  parameters: [{ key: "period", labelKey: "labour.period", type: "text" }],
  mayTake: importers(["commune", "province", "job_centre"], ["jobs"]),
  readRow(texts, { asOf, parameters, person }) {
    const period = periodOf(asOf, parameters);
    if (!/^\d{4}(-\d)?$/.test(period)) return { problems: [{ severity: "error", code: "labour.periodWrong", data: { period } }] };
    const birthDate = person?.birth?.date ?? null;
    const read = readLabourRow(texts, { birthDate: birthDate === null ? null : plainDate(birthDate), birthYear: person?.birth?.year ?? null, surveyedOn: asOf });
    return read.value === undefined ? read : { ...read, value: { form: read.value, ethnicity: person?.ethnic ?? null } };
  },
  rowKey: (row, { asOf, parameters }) => `${periodOf(asOf, parameters)}|${writtenKey(row)}`,
  async check(_tx, rows) {
    const first = new Map<string, number>();
    return rows.flatMap(({ worker, row }, index) => {
      const person = worker?.personId;
      if (!person) return [];
      const before = first.get(person);
      if (before === undefined) first.set(person, row);
      return before === undefined ? [] : [{ index, severity: "error" as const, code: "labour.personTwice", field: "member_name", data: { name: worker.fullName, otherRow: before } }];
    });
  },
  async commit(tx, rows, { asOf, parameters }) {
    const period = periodOf(asOf, parameters);
    const statuses = rows.map(({ worker, value, entityId }) => ({ worker: worker!, ethnicity: value.ethnicity, period, surveyedOn: asOf, source: "list" as const, form: value.form, instead: entityId }));
    return putStatuses(tx, statuses);
  },
  stands: standingOf,
  example: [
    {
      member_name: "Nguyễn Văn Ví Dụ", birth: "05/06/1990", sex: "Nam", identity: "089090000001", ethnicity: "Kinh", hamlet: "Ấp Phú Thạnh", education: "THCS", qualification: "Sơ cấp", major: "May công nghiệp", priority: "", state: "Có việc làm",
      position: "Làm công ăn lương", job: "Công nhân may", insurance: "Bắt buộc", contract: "Xác định thời hạn", contractOn: "01/03/2024", workplace: "Công ty Ví Dụ", workplaceKind: "DN ngoài nhà nước", workplaceAddress: "Xã Ví Dụ",
      everWorked: "", unemployedFor: "", inactiveReason: "", jobWant: "Không", jobWanted: "", wageWantedDong: "", trainingWant: "", tradeWanted: "",
    },
    {
      member_name: "Trần Thị Minh Họa", birth: "1998", sex: "Nữ", identity: "", ethnicity: "Kinh", hamlet: "Ấp Phú Thạnh", education: "THPT", qualification: "Chưa qua đào tạo", major: "", priority: "Hộ nghèo", state: "Thất nghiệp",
      position: "", job: "", insurance: "", contract: "", contractOn: "", workplace: "", workplaceKind: "", workplaceAddress: "", everWorked: "Đã từng làm việc", unemployedFor: "Dưới 3 tháng", inactiveReason: "", jobWant: "Trong tỉnh",
      jobWanted: "Bán hàng", wageWantedDong: "6.000.000", trainingWant: "Có", tradeWanted: "Trồng rau an toàn",
    },
  ],
});
