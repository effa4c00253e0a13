import { yearOf } from "../../../kernel/date.ts";
import { fold } from "../../../kernel/text/fold.ts";
import { ANY_TEXT, coded, COUNT, field, importers, listKind, PLACE_FIELDS, sharedFields, WHO_FIELDS, writtenKey } from "../../../registry/public.ts";
import { LEARNED_BY } from "../rules/judge.ts";
import { CHECK_WORDS, LEARNED_WORDS, readSelfTaughtRow, type SelfTaughtLine } from "../rules/self-taught-row.ts";
import { checkSelfTaught, selfTaughtThatStand, takeSelfTaught } from "./take-rows.ts";

/** Danh sách lao động tự học, as hamlets and communes keep it. */
export const selfTaughtList = listKind<SelfTaughtLine>({
  kind: "self-taught",
  titleKey: "training.selfTaught.list.title",
  format: {
    id: "self-taught", layouts: [],
    fields: [
      ...sharedFields(...WHO_FIELDS, ...PLACE_FIELDS, "note"),
      field("trade_name", "Nghề tự học", ANY_TEXT, "Nghề|Nghề đang làm|Ngành nghề|Tên nghề|Nghề nghiệp|Công việc|Nghề biết làm"),
      field("learned_by", "Học nghề bằng cách", coded(LEARNED_WORDS), "Hình thức học|Cách học nghề|Hình thức|Học nghề|Nguồn học nghề"),
      field("years_in_job", "Số năm làm nghề", COUNT, "Số năm|Thâm niên|Thời gian làm nghề|Số năm kinh nghiệm|Kinh nghiệm"),
      field("job_since", "Làm nghề từ năm", ANY_TEXT, "Năm bắt đầu|Bắt đầu làm nghề|Làm nghề từ"),
      field("skill_check", "Kiểm tra tay nghề", coded(CHECK_WORDS), "Nơi xác nhận tay nghề|Xác nhận tay nghề|Hình thức xác nhận"),
      field("recognised_year", "Năm ghi nhận", ANY_TEXT, "Năm công nhận|Năm"),
      field("confirmer", "Người xác nhận", ANY_TEXT, "Xác nhận|Người ký"),
      field("reason", "Lý do vẫn ghi nhận", ANY_TEXT, "Lý do"),
    ],
  },
  mustHave: [["member_name"], ["trade_name"], ["years_in_job", "job_since"]],
  about: "worker",
  parameters: [
    { key: "learnedBy", labelKey: "training.selfTaught.list.usualWay", type: "choice", options: async (_tx, words) => LEARNED_BY.map((value) => ({ value, label: words(`training.selfTaught.export.learnedBy.${value}`) })) },
    { key: "confirmer", labelKey: "training.selfTaught.export.confirmer", type: "text" },
  ],
  mayTake: importers(["commune", "province"], ["training"]),
  readRow: (texts, { asOf, parameters }) => readSelfTaughtRow(texts, { year: yearOf(asOf), learnedBy: parameters["learnedBy"], confirmer: parameters["confirmer"] }),
  rowKey: (row) => `${writtenKey(row)}|${fold(row.value.tradeName)}`,
  check: checkSelfTaught,
  commit: takeSelfTaught,
  stands: selfTaughtThatStand,
  example: [
    { member_name: "Nguyễn Văn Ví Dụ", birth: "1980", sex: "Nam", hamlet: "Ấp Phú Thạnh", trade_name: "Thợ mộc", learned_by: "Được truyền nghề", years_in_job: 12, skill_check: "Ấp", confirmer: "Trưởng ấp Phú Thạnh" },
    { member_name: "Trần Thị Minh Họa", birth: "05/06/1988", sex: "Nữ", hamlet: "Ấp Phú Thạnh", trade_name: "May gia công", learned_by: "Vừa làm vừa học", years_in_job: 6, skill_check: "Cơ sở", confirmer: "Trưởng ấp Phú Thạnh" },
  ],
});
