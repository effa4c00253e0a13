/** What a yearly report of an area's committee says besides its paragraphs. */
export const KIND = "BÁO CÁO";
export const SYMBOL = "BC-UBND";
export const OFFICE = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] as const;
export const RECIPIENTS = ["- Cơ quan cấp trên;", "- Lưu: VT."] as const;

export const TRAINING_AND_JOBS = "1. Đào tạo nghề, giải quyết việc làm";
export const NO_TRAINING_RECORDS = "Chưa ghi nhận hồ sơ về đào tạo nghề, giải quyết việc làm trong chương trình nên không có số liệu để báo cáo.";
export const NO_RECORDS_READ = "Báo cáo này lập theo lĩnh vực được giao của người lập, không gồm đào tạo nghề, giải quyết việc làm.";
export const POVERTY = "2. Công tác giảm nghèo";
export const TARGETS = "3. Nhiệm vụ, mục tiêu thời gian tới";

/** Paragraphs under each heading, in their order. */
export const UNDER = { labour: ["jobs", "training", "fair", "overseas"], poverty: ["poverty"], targets: ["targets"] } as const;

/** "Báo cáo kết quả …" → "Kết quả …" below the word BÁO CÁO */
export const subjectOf = (title: string): string => title.replace(/^Báo cáo k/, "K");
