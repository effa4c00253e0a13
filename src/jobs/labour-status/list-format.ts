import type { ListField, ListFormat } from "../../exchange/list-format.ts";
import { ANY_TEXT, coded, DAY, field, MARK, MONEY, PLACE_FIELDS, sharedFields, WHO_FIELDS } from "../../registry/public.ts";
import { CONTRACT, EDUCATION, EVER_WORKED, INACTIVE_REASON, INSURANCE, JOB_WANT, POSITION, QUALIFICATION, STATE, UNEMPLOYED_FOR, WORKPLACE } from "./rules/labour-codes.ts";

const FORM: readonly ListField[] = [
  field("state", "Tình trạng tham gia hoạt động kinh tế", coded(STATE), "Tình trạng HĐKT|Tình trạng hoạt động kinh tế|Tham gia hoạt động kinh tế|Tình trạng việc làm|Tình trạng tham gia HĐKT|Hoạt động kinh tế"),
  field("state_employed", "Tình trạng: có việc làm (đánh dấu)", MARK, "Tình trạng hoạt động kinh tế > Có việc làm|Người có việc làm|Có việc làm"),
  field("state_unemployed", "Tình trạng: thất nghiệp (đánh dấu)", MARK, "Tình trạng hoạt động kinh tế > Thất nghiệp|Người thất nghiệp|Thất nghiệp"),
  field("state_inactive", "Tình trạng: không tham gia (đánh dấu)", MARK, "Tình trạng hoạt động kinh tế > Không tham gia|Không tham gia HĐKT|Không tham gia hoạt động kinh tế"),
  field("education", "Trình độ giáo dục phổ thông", coded(EDUCATION), "Trình độ GDPT|GDPT|Trình độ học vấn|Trình độ giáo dục phổ thông cao nhất|Học vấn|Trình độ văn hóa|TĐVH|Trình độ phổ thông"),
  field("qualification", "Trình độ chuyên môn kỹ thuật", coded(QUALIFICATION), "Trình độ CMKT|CMKT|Chuyên môn kỹ thuật|Trình độ chuyên môn|Trình độ chuyên môn kỹ thuật cao nhất|Trình độ đào tạo|TĐCM"),
  field("major", "Chuyên ngành đào tạo", ANY_TEXT, "Chuyên ngành|Ngành đào tạo|Ngành nghề đào tạo|Ngành, nghề đào tạo"),
  field("priority", "Đối tượng ưu tiên", ANY_TEXT, "Nhóm ưu tiên|Diện ưu tiên|Đối tượng chính sách|Thuộc đối tượng ưu tiên|Ưu tiên"),
  field("priority_disabled", "Ưu tiên: khuyết tật", MARK, "Đối tượng ưu tiên > Khuyết tật|Người khuyết tật|Khuyết tật"),
  field("priority_poor", "Ưu tiên: hộ nghèo", MARK, "Đối tượng ưu tiên > Hộ nghèo|Thuộc hộ nghèo|Hộ nghèo"),
  field("priority_near_poor", "Ưu tiên: hộ cận nghèo", MARK, "Đối tượng ưu tiên > Hộ cận nghèo|Thuộc hộ cận nghèo|Hộ cận nghèo"),
  field("priority_minority", "Ưu tiên: dân tộc thiểu số", MARK, "Đối tượng ưu tiên > Dân tộc thiểu số|Đối tượng ưu tiên > DTTS|DTTS|Dân tộc thiểu số"),
  field("priority_land", "Ưu tiên: thu hồi đất", MARK, "Đối tượng ưu tiên > Thu hồi đất|Bị thu hồi đất"),
  field("priority_merit", "Ưu tiên: thân nhân người có công", MARK, "Đối tượng ưu tiên > Người có công|Đối tượng ưu tiên > Thân nhân người có công|Thân nhân người có công"),
  field("position", "Vị thế việc làm", coded(POSITION), "Vị thế|VTVL|Vị thế công việc|Có việc làm > Vị thế việc làm|Vị thế VL"),
  field("job", "Công việc chính", ANY_TEXT, "Công việc cụ thể đang làm|Công việc đang làm|Tên công việc|Việc làm chính|Công việc|Công việc chính đang làm|Nghề đang làm"),
  field("vsco", "Mã nghề", ANY_TEXT, "Mã nghề (VSCO)|VSCO|Mã công việc"),
  field("insurance", "Tham gia BHXH", coded(INSURANCE), "BHXH|Bảo hiểm xã hội|Loại hình BHXH|Tham gia bảo hiểm xã hội|Loại BHXH"),
  field("contract", "Hợp đồng lao động", coded(CONTRACT), "HĐLĐ|Loại hợp đồng|Loại HĐLĐ|Loại hợp đồng lao động|Hợp đồng|Hợp đồng lao động > Loại"),
  field("contractOn", "Ngày bắt đầu hợp đồng", DAY, "Ngày hợp đồng|Ngày ký hợp đồng|Thời gian bắt đầu hợp đồng|Hợp đồng lao động > Ngày|Ngày bắt đầu HĐLĐ|Thời gian bắt đầu thực hiện HĐLĐ"),
  field("workplace", "Nơi làm việc", ANY_TEXT, "Tên nơi làm việc|Tên cơ quan, đơn vị|Tên doanh nghiệp|Đơn vị làm việc|Nơi làm việc > Tên|Cơ quan, doanh nghiệp"),
  field("workplaceKind", "Loại hình nơi làm việc", coded(WORKPLACE), "Loại hình|Loại hình doanh nghiệp|Nơi làm việc > Loại hình|Loại hình kinh tế|Loại hình nơi LV|Khu vực làm việc"),
  field("vsic", "Ngành kinh tế", ANY_TEXT, "Mã ngành|VSIC|Ngành nghề kinh doanh|Ngành kinh tế (VSIC)|Lĩnh vực"),
  field("workplaceAddress", "Địa chỉ nơi làm việc", ANY_TEXT, "Nơi làm việc > Địa chỉ|Địa chỉ làm việc|Địa chỉ nơi LV"),
  field("industrialZone", "Trong khu công nghiệp", MARK, "KCN|Khu công nghiệp|Làm việc trong KCN|Thuộc khu công nghiệp"),
  field("everWorked", "Thất nghiệp: đã từng làm việc", coded(EVER_WORKED), "Thất nghiệp|Tình trạng thất nghiệp|Đã từng làm việc|Người thất nghiệp|Từng làm việc"),
  field("unemployedFor", "Thời gian thất nghiệp", coded(UNEMPLOYED_FOR), "Thất nghiệp > Thời gian|Thất nghiệp trong bao lâu|Thời gian TN"),
  field("previousJob", "Công việc trước khi thất nghiệp", ANY_TEXT, "Công việc trước đây|Thất nghiệp > Công việc trước đây|Việc làm trước đây|Công việc trước khi nghỉ"),
  field("inactiveReason", "Lý do không tham gia", coded(INACTIVE_REASON), "Lý do không tham gia HĐKT|Lý do không tham gia hoạt động kinh tế|Không tham gia HĐKT > Lý do|Không tham gia hoạt động kinh tế|Lý do"),
  field("jobWant", "Nhu cầu việc làm", coded(JOB_WANT), "Nhu cầu tìm việc|Nhu cầu tìm việc làm|Nhu cầu > Việc làm|Nơi muốn làm việc|Nhu cầu VL"),
  field("jobWanted", "Nghề mong muốn", ANY_TEXT, "Công việc mong muốn|Nhu cầu > Nghề|Vị trí mong muốn|Việc làm mong muốn"),
  field("wageWantedDong", "Mức lương mong muốn", MONEY, "Lương mong muốn|Mức lương|Thu nhập mong muốn|Nhu cầu > Mức lương"),
  field("trainingWant", "Nhu cầu học nghề", MARK, "Nhu cầu đào tạo|Nhu cầu > Học nghề|Có nhu cầu học nghề|Nhu cầu đào tạo nghề"),
  field("tradeWanted", "Nghề muốn học", ANY_TEXT, "Ngành nghề muốn học|Nghề cần học|Nhu cầu đào tạo > Nghề|Nghề đăng ký học|Tên nghề muốn học"),
  field("levelWanted", "Trình độ muốn học", ANY_TEXT, "Trình độ đào tạo mong muốn|Nhu cầu đào tạo > Trình độ|Cấp trình độ muốn học"),
  field("trainingWhen", "Thời gian muốn học", ANY_TEXT, "Thời điểm muốn học|Nhu cầu đào tạo > Thời gian|Khi nào học"),
];

/** A list of the supply form: one line a person of 15 or older. */
export const LABOUR_LIST: ListFormat = { id: "labour-form", layouts: [], fields: [...sharedFields(...WHO_FIELDS, "ethnicity", ...PLACE_FIELDS, "note"), ...FORM] };
