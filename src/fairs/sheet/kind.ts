import { ANY_TEXT, field, importers, listKind, MARK, PLACE_FIELDS, sharedFields, WHO_FIELDS, writtenKey } from "../../registry/public.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { worksAt } from "../policy.ts";
import { firmKey, readSheetRow, type SheetRow } from "../rules/sheet-row.ts";
import { FAIR, type Fair } from "../store.ts";
import { checkSheet, standingVisits, takeSheet } from "./take-rows.ts";

/** The sheet that a fair's tables are typed into: one line a person and firm, with what happened. */
export const fairSheet = listKind<SheetRow>({
  kind: "fair-sheet",
  titleKey: "fairs.sheet.title",
  format: {
    id: "fair-sheet",
    layouts: [],
    fields: [
      ...sharedFields(...WHO_FIELDS, ...PLACE_FIELDS),
      field("phone", "Điện thoại", ANY_TEXT, "Số điện thoại|SĐT|Điện thoại liên hệ"),
      field("firm", "Doanh nghiệp", ANY_TEXT, "Doanh nghiệp đăng ký|Đơn vị tuyển dụng|Công ty|Tên doanh nghiệp"),
      field("job", "Vị trí đăng ký", ANY_TEXT, "Vị trí ứng tuyển|Vị trí việc làm|Vị trí tuyển dụng"),
      field("f4a", "Đăng ký trực tiếp", MARK, "Đăng ký tìm việc trực tiếp|Đăng ký tại doanh nghiệp|Đăng ký tìm việc"),
      field("f4b", "Đăng ký trực tuyến", MARK, "Đăng ký trực tuyến tại sàn|Đăng ký qua mạng"),
      field("f5a", "Phỏng vấn trực tiếp", MARK, "Đã phỏng vấn|Phỏng vấn"),
      field("f5b", "Hẹn phỏng vấn", ANY_TEXT, "Ngày hẹn phỏng vấn|Hẹn PV"),
      field("f6", "Trúng tuyển", MARK, "Được nhận|Trúng tuyển tại phiên"),
      field("f7", "Đăng ký đi nước ngoài", ANY_TEXT, "Đăng ký XKLĐ|Xuất khẩu lao động|Thị trường đăng ký"),
      field("f8", "Đăng ký học nghề", ANY_TEXT, "Nghề đăng ký học|Học nghề"),
      field("f9", "Tư vấn", MARK, "Được tư vấn|Tư vấn việc làm"),
      field("consent", "Đồng ý chuyển thông tin", MARK, "Đồng ý cung cấp thông tin|Đồng ý"),
    ],
  },
  mustHave: [["member_name"], ["firm", "f4a", "f4b", "f5a", "f5b", "f6", "f7", "f8", "f9"]],
  about: "worker",
  parameters: [{
    key: "fair", labelKey: "fairs.sheet.fair", type: "choice", required: true,
    options: async (tx) => (await tx.client.query<Fair>(`select ${FAIR} from job_fair f where f.voided_at is null order by f.on_date desc, f.code limit 200`)).rows
      .filter((fair) => worksAt(tx.actor, fair)).map((fair) => ({ value: fair.id, label: `${fair.code} · ${shortDate(fair.onDate)} · ${fair.name}` })),
  }],
  mayTake: importers(["commune", "province", "job_centre"], ["jobs"]),
  readRow: (texts) => readSheetRow(texts),
  rowKey: (row, { parameters }) => `${parameters["fair"]}|${writtenKey(row)}|${firmKey(row.value.firm)}`,
  says: ({ value }) => value,
  check: checkSheet,
  commit: takeSheet,
  stands: standingVisits,
  example: [
    { member_name: "Nguyễn Văn Ví Dụ", birth: "1995", hamlet: "Ấp Phú Thạnh", phone: "", firm: "Công ty Minh Họa", job: "Thợ may", f4a: "x", f5a: "x", f5b: "", f6: "", f7: "", f8: "", f9: "", consent: "x" },
    { member_name: "Trần Thị Minh Họa", birth: "2001", hamlet: "Ấp Phú Thạnh", phone: "", firm: "", job: "", f4a: "", f5a: "", f5b: "", f6: "", f7: "Nhật Bản", f8: "", f9: "x", consent: "" },
  ],
});
