import { codeWords } from "../../../registry/rules/list-row.ts";

// Codes of the supply form. What is asked: Điều 7 Thông tư 01/2022/TT-BLĐTBXH (text). The order of the numbers is that of the provincial systems that
// collect by it (second-hand); words are read whatever number stands before them.

export const STATE = codeWords({
  employed: "1|có việc làm|đang có việc làm|đang làm việc|có việc|có VL|đi làm|người có việc làm",
  unemployed: "2|thất nghiệp|chưa có việc làm|không có việc làm|đang tìm việc|người thất nghiệp",
  inactive: "3|không tham gia hoạt động kinh tế|không tham gia HĐKT|không hoạt động kinh tế|không tham gia lao động|ngoài lực lượng lao động|không tham gia",
});
export const EDUCATION = codeWords({
  below_primary: "1|chưa học xong tiểu học|chưa tốt nghiệp tiểu học|không biết chữ|chưa đi học|mù chữ|chưa TN tiểu học",
  primary: "2|tiểu học|tốt nghiệp tiểu học|TH|cấp 1|cấp I|TN tiểu học",
  lower_secondary: "3|THCS|trung học cơ sở|tốt nghiệp THCS|tốt nghiệp trung học cơ sở|cấp 2|cấp II|TN THCS",
  upper_secondary: "4|THPT|trung học phổ thông|tốt nghiệp THPT|tốt nghiệp trung học phổ thông|cấp 3|cấp III|TN THPT",
});
export const QUALIFICATION = codeWords({
  none: "1|chưa qua đào tạo|chưa qua ĐT|không|chưa đào tạo|không có|lao động phổ thông",
  no_certificate: "2|CNKT không bằng|CNKT không có bằng|công nhân kỹ thuật không có bằng|công nhân kỹ thuật không bằng|đào tạo không có chứng chỉ|không có bằng cấp, chứng chỉ",
  under_3_months: "3|chứng chỉ nghề dưới 3 tháng|chứng chỉ < 3 tháng|chứng chỉ dưới 3 tháng|CC dưới 3 tháng|dưới 3 tháng|đào tạo dưới 3 tháng|chứng chỉ đào tạo dưới 3 tháng|chứng chỉ nghề",
  elementary: "4|sơ cấp|sơ cấp nghề|chứng chỉ sơ cấp|SC",
  intermediate: "5|trung cấp|trung cấp nghề|trung cấp chuyên nghiệp|bằng trung cấp|TC|TCCN",
  college: "6|cao đẳng|cao đẳng nghề|CĐ",
  university: "7|đại học|ĐH|cử nhân|kỹ sư",
  postgraduate: "8|trên đại học|sau đại học|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ",
});
export const POSITION = codeWords({
  owner: "1|chủ cơ sở SXKD|chủ cơ sở sản xuất kinh doanh|chủ cơ sở",
  self_employed: "2|tự làm|lao động tự do|tự do|lao động tự làm",
  family: "3|lao động gia đình|lao động trong gia đình|phụ giúp gia đình|lao động hộ gia đình",
  wage: "4|làm công ăn lương|làm công|làm thuê|công nhân|lao động làm công ăn lương",
  cooperative: "5|xã viên HTX|xã viên hợp tác xã|thành viên hợp tác xã|thành viên HTX",
});
export const INSURANCE = codeWords({ compulsory: "1|bắt buộc|BHXH bắt buộc|BHXHBB|BB", voluntary: "2|tự nguyện|BHXH tự nguyện|BHXHTN|TN", none: "3|không|không tham gia|chưa tham gia|không có" });
export const CONTRACT = codeWords({
  none: "1|không có|không|không có hợp đồng|không hợp đồng|thỏa thuận miệng|không có HĐLĐ",
  fixed: "2|xác định thời hạn|HĐ xác định thời hạn|hợp đồng xác định thời hạn|có thời hạn|XĐTH",
  indefinite: "3|không xác định thời hạn|HĐ không xác định thời hạn|hợp đồng không xác định thời hạn|không thời hạn|KXĐTH",
  other: "4|khác|hợp đồng khác|thời vụ|HĐ khác",
});
export const WORKPLACE = codeWords({
  household: "1|hộ|hộ kinh doanh|hộ gia đình|cá nhân|hộ/cá nhân|hộ, cá nhân|hộ kinh doanh cá thể|hộ nông nghiệp",
  cooperative: "2|HTX|hợp tác xã|tổ hợp tác|tập thể|kinh tế tập thể",
  state: "3|DN nhà nước|doanh nghiệp nhà nước|nhà nước|cơ quan nhà nước|khu vực nhà nước|DNNN|đơn vị sự nghiệp",
  private: "4|DN ngoài nhà nước|DN ngoài NN|doanh nghiệp ngoài nhà nước|tư nhân|doanh nghiệp tư nhân|công ty tư nhân|ngoài nhà nước",
  foreign: "5|FDI|DN FDI|doanh nghiệp FDI|doanh nghiệp có vốn đầu tư nước ngoài|có vốn đầu tư nước ngoài|đầu tư nước ngoài|DN có vốn nước ngoài",
  other: "6|khác|loại khác",
});
export const EVER_WORKED = codeWords({ no: "1|chưa từng|chưa từng làm việc|chưa bao giờ làm việc|chưa bao giờ|chưa đi làm", yes: "2|đã từng|đã từng làm việc|từng làm việc|đã làm việc" });
export const UNEMPLOYED_FOR = codeWords({
  under_3_months: "1|dưới 3 tháng|< 3 tháng|<3 tháng|<3T",
  to_1_year: "2|3 tháng–1 năm|3 tháng - 1 năm|từ 3 tháng đến 1 năm|3-12 tháng|từ 3 tháng đến dưới 1 năm|từ 3 tháng đến 12 tháng|3 tháng đến 1 năm",
  over_1_year: "3|trên 1 năm|> 1 năm|>1 năm|hơn 1 năm|trên 12 tháng|từ 1 năm trở lên",
});
export const INACTIVE_REASON = codeWords({
  study: "1|đi học|đang đi học|học sinh|sinh viên|học sinh, sinh viên", retired: "2|hưu trí|nghỉ hưu|già yếu|cao tuổi", homemaker: "3|nội trợ",
  disabled: "4|khuyết tật|tàn tật|ốm đau, bệnh tật|bệnh tật|mất khả năng lao động|mất sức", other: "5|khác|lý do khác",
});
export const JOB_WANT = codeWords({
  province: "1|trong tỉnh|việc làm trong tỉnh|có", elsewhere: "2|ngoài tỉnh|việc làm ngoài tỉnh|tỉnh khác", abroad: "3|nước ngoài|đi làm việc ở nước ngoài|xuất khẩu lao động|XKLĐ|đi nước ngoài", none: "0|không|không có|không có nhu cầu|chưa có nhu cầu",
});
export const PRIORITY = codeWords({
  disabled: "1|khuyết tật|người khuyết tật|NKT", poor: "2|hộ nghèo|nghèo|HN", near_poor: "3|hộ cận nghèo|cận nghèo|HCN", minority: "4|DTTS|dân tộc thiểu số|người dân tộc thiểu số",
  land: "5|thu hồi đất|bị thu hồi đất|hộ bị thu hồi đất|người bị thu hồi đất", merit: "6|thân nhân người có công|người có công|thân nhân NCC|NCC|thân nhân của người có công",
});

export type StateCode = (typeof STATE.codes)[number];
export type Education = (typeof EDUCATION.codes)[number];
export type Qualification = (typeof QUALIFICATION.codes)[number];
export type Position = (typeof POSITION.codes)[number];
export type Insurance = (typeof INSURANCE.codes)[number];
export type Contract = (typeof CONTRACT.codes)[number];
export type Workplace = (typeof WORKPLACE.codes)[number];
export type UnemployedFor = (typeof UNEMPLOYED_FOR.codes)[number];
export type InactiveReason = (typeof INACTIVE_REASON.codes)[number];
export type JobWant = (typeof JOB_WANT.codes)[number];
export type Priority = (typeof PRIORITY.codes)[number];
