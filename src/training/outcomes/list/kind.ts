import { ANY_TEXT, coded, DAY, field, importers, listKind, MONEY, sharedFields } from "../../../registry/public.ts";
import { MILESTONES } from "../rules/kinds.ts";
import { KIND_WORDS, PLACE_WORDS, readOutcomeRow, type OutcomeLine } from "../rules/outcome-row.ts";
import { checkOutcomes, endedClassOptions, outcomesThatStand, takeOutcomes } from "./take-rows.ts";

/** Danh sách theo dõi sau học nghề of one class at one mark, as the centre or the hamlet keeps it. */
export const outcomeList = listKind<OutcomeLine>({
  kind: "training-outcomes",
  titleKey: "training.outcomeList.title",
  format: {
    id: "training-outcomes", layouts: [],
    fields: [
      ...sharedFields("line_no", "member_name", "birth", "note"),
      field("outcome", "Kết quả sau học nghề", coded(KIND_WORDS), "Việc làm sau học nghề|Tình trạng việc làm|Kết quả việc làm|Kết quả|Việc làm hiện nay"),
      field("on_date", "Ngày hỏi", DAY, "Ngày theo dõi|Ngày khảo sát|Ngày xác minh"),
      field("work_place", "Nơi làm việc", coded(PLACE_WORDS), "Làm việc ở|Địa bàn làm việc"),
      field("workplace", "Tên nơi làm việc", ANY_TEXT, "Tên doanh nghiệp|Doanh nghiệp|Cơ sở, doanh nghiệp"),
      field("income_before", "Thu nhập trước học", MONEY, "Thu nhập trước khi học|Thu nhập trước"),
      field("income_after", "Thu nhập sau học", MONEY, "Thu nhập hiện nay|Thu nhập sau|Thu nhập"),
      field("effect", "Tác động đến hộ", ANY_TEXT, "Thoát nghèo|Hiệu quả"),
    ],
  },
  mustHave: [["member_name"], ["outcome"]],
  about: "none",
  parameters: [
    { key: "class", labelKey: "training.list.class", type: "choice", required: true, options: endedClassOptions },
    { key: "milestone", labelKey: "training.outcomeList.milestone", type: "choice", required: true, options: async (_tx, words) => MILESTONES.map((value) => ({ value: String(value), label: words(`training.outcomeList.milestone.${value}`) })) },
  ],
  mayTake: importers(["commune", "province", "training_centre"], ["training"]),
  readRow: (texts) => readOutcomeRow(texts),
  rowKey: ({ value }, { parameters }) => `${parameters["class"]}|${parameters["milestone"]}|${value.nameKey}|${value.birthYear ?? ""}`,
  check: checkOutcomes,
  commit: takeOutcomes,
  stands: outcomesThatStand,
  example: [
    { line_no: 1, member_name: "Nguyễn Văn Ví Dụ", birth: "1990", outcome: "Tự tạo việc làm", work_place: "Trong xã", income_before: 2_000_000, income_after: 4_500_000 },
    { line_no: 2, member_name: "Trần Thị Minh Họa", birth: "1988", outcome: "Chưa có việc làm" },
  ],
});
