import { fold } from "../../../kernel/text/fold.ts";
import { ANY_TEXT, coded, DAY, field, importers, listKind, PLACE_FIELDS, sharedFields, WHO_FIELDS, writtenKey } from "../../../registry/public.ts";
import { readNeedRow, WANTED_WORDS, type NeedLine } from "../rules/need-row.ts";
import { checkNeeds, needsThatStand, takeNeeds } from "./take-rows.ts";

/** Danh sách nhu cầu học nghề, as hamlets hand it in. */
export const needList = listKind<NeedLine>({
  kind: "training-needs",
  titleKey: "training.needList.title",
  format: {
    id: "training-needs", layouts: [],
    fields: [
      ...sharedFields(...WHO_FIELDS, ...PLACE_FIELDS, "note"),
      field("trade_name", "Nghề muốn học", ANY_TEXT, "Nghề đăng ký|Nghề đăng ký học|Nhu cầu học nghề|Ngành nghề|Nghề học|Nghề|Tên nghề|Nghề có nhu cầu học"),
      field("groups", "Đối tượng", ANY_TEXT, "Đối tượng ưu tiên|Nhóm đối tượng|Diện chính sách|Thuộc đối tượng|Diện"),
      field("need_year", "Năm học", ANY_TEXT, "Năm|Năm kế hoạch|Năm đăng ký"),
      field("collected_on", "Ngày khảo sát", DAY, "Ngày đăng ký|Ngày lập phiếu|Ngày điều tra"),
      field("wanted_for", "Học để làm gì", coded(WANTED_WORDS), "Mục đích học|Mục đích|Mục đích học nghề|Dự định sau học nghề"),
      field("wanted_when", "Muốn học khi nào", ANY_TEXT, "Thời gian học|Thời gian muốn học"),
      field("wanted_place", "Muốn học ở đâu", ANY_TEXT, "Địa điểm học|Nơi muốn học|Nơi học"),
    ],
  },
  mustHave: [["member_name"], ["trade_name"]],
  about: "worker",
  parameters: [
    { key: "year", labelKey: "training.needList.year", type: "text" },
    { key: "state", labelKey: "training.needList.state", type: "choice", options: async (_tx, words) => ["draft", "confirmed"].map((value) => ({ value, label: words(`training.need.state.${value}`) })) },
  ],
  mayTake: importers(["commune", "province"], ["training"]),
  readRow: (texts, { asOf, parameters }) => readNeedRow(texts, { asOf, year: parameters["year"] }),
  rowKey: (row) => `${writtenKey(row)}|${fold(row.value.trade)}|${row.value.year}`,
  check: checkNeeds,
  commit: takeNeeds,
  stands: needsThatStand,
  example: [
    { member_name: "Nguyễn Văn Ví Dụ", birth: "1990", sex: "Nam", hamlet: "Ấp Phú Thạnh", trade_name: "Nuôi lươn không bùn", groups: "Hộ nghèo", wanted_for: "Tự tạo việc làm" },
    { member_name: "Trần Thị Minh Họa", birth: "05/06/1998", sex: "Nữ", hamlet: "Ấp Phú Thạnh", trade_name: "May công nghiệp", groups: "", wanted_for: "Tìm việc làm" },
  ],
});
