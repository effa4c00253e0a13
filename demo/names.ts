import { choiceOf, type Choice, type Random } from "./random.ts";

/**
 * Invented names: every one is composed at random of the syllables below. Combinations known from public life are avoided by leaving one of their
 * syllables out (no middle name "Chí", no given name "Bình"); the commonest combinations belong to thousands of people.
 */
export interface Name {
  readonly full: string;
  /** what children of this father carry on: the family name, or among the Chăm of An Giang his own name behind theirs */
  readonly handedOn: string;
}

export type Ethnicity = "01" | "04" | "05" | "17"; // Kinh, Hoa, Khơ-me, Chăm (codes of Quyết định 121-TCTK/PPCĐ)
export type Sex = 1 | 2;

const words = (text: string): readonly string[] => text.split(" ");
const phrases = (text: string): readonly string[] => text.split(", ");

const FAMILY: Record<"01" | "04", Choice<string>> = {
  "01": choiceOf([
    ["Nguyễn", 330], ["Trần", 112], ["Lê", 98], ["Phạm", 62], ["Huỳnh", 60], ["Võ", 52], ["Phan", 42], ["Trương", 28], ["Đặng", 24], ["Bùi", 22],
    ["Đỗ", 20], ["Ngô", 18], ["Hồ", 18], ["Dương", 17], ["Lý", 12], ["Mai", 11], ["Đinh", 10], ["Lâm", 10], ["Cao", 9], ["Đoàn", 9], ["Thái", 7],
    ["Tạ", 6], ["Châu", 6], ["Hà", 6], ["Kiều", 4], ["La", 3], ["Tô", 2], ["Văn", 2],
  ]),
  "04": choiceOf([
    ["Trần", 14], ["Lâm", 13], ["Quách", 10], ["Lý", 10], ["Huỳnh", 8], ["Tăng", 7], ["Lưu", 7], ["Thái", 6], ["Khưu", 5], ["Mã", 4], ["Hứa", 4], ["Tiêu", 3],
  ]),
};

/** by generation: born before 1970, before 1995, later */
const MIDDLE: Record<Sex, readonly Choice<string>[]> = {
  1: [
    choiceOf([["Văn", 62], ["Hữu", 7], ["Thành", 6], ["Công", 5], ["Ngọc", 5], ["Thanh", 5], ["Phước", 4], ["Bá", 3], ["Kim", 3]]),
    choiceOf([["Văn", 40], ["Thanh", 10], ["Hoàng", 9], ["Thành", 8], ["Hữu", 8], ["Quốc", 8], ["Minh", 7], ["Ngọc", 5], ["Công", 5]]),
    choiceOf([["Hoàng", 15], ["Minh", 14], ["Gia", 13], ["Quốc", 11], ["Văn", 11], ["Thanh", 9], ["Nhật", 8], ["Tuấn", 7], ["Hữu", 6], ["Khánh", 6]]),
  ],
  2: [
    choiceOf([["Thị", 84], ["Kim", 6], ["Ngọc", 5], ["Mỹ", 5]]),
    choiceOf([["Thị", 52], ["Ngọc", 9], ["Thị Mỹ", 8], ["Thị Ngọc", 7], ["Kim", 6], ["Mỹ", 6], ["Thị Bích", 6], ["Thị Hồng", 6]]),
    choiceOf([["Ngọc", 16], ["Thị", 14], ["Thị Ngọc", 10], ["Như", 9], ["Thảo", 8], ["Mỹ", 8], ["Bảo", 8], ["Kim", 8], ["Thị Cẩm", 7], ["Gia", 6], ["Yến", 6]]),
  ],
};

const GIVEN: Record<Sex, readonly (readonly string[])[]> = {
  1: [
    words("Bé Bảy Danh Đực Đởm Gành Hai Hiền Hòa Hoàng Hùm Lạc Lành Lợi Luông Minh Năm Nghĩa Nhàn Nhỏ Ngon Phú Quang Rành Sáu Siêng Tám Tèo Thạnh Thoại Tư Út Vui Xuân Xem"),
    words("Bảo Duy Đạt Điền Định Đông Giàu Hải Hậu Hiếu Khanh Khoa Kiên Lâm Lộc Luân Nam Nhân Nhựt Tài Tâm Thiện Thịnh Tiến Toàn Tuấn Vinh Vũ"),
    words("Bảo Duy Đạt Đăng Hào Huy Khang Khánh Khoa Khôi Lâm Nam Nghĩa Nguyên Nhân Nhật Phát Phú Quân Quý Sang Tài Thiện Thịnh Tiến Toàn Tường Vinh Vũ Vỹ"),
  ],
  2: [
    words("Ba Bé Bông Chín Cúc Điệp Gấm Hai Hoa Hường Huệ Lan Lành Lệ Liên Loan Lụa Mai Mười Nhàn Nhiên Nữ Phấn Rớt Sương Tám Thắm Thơm Tư Út Vân Xê Xuyến"),
    words("Cúc Diễm Dung Duyên Đào Giàu Hạnh Hiền Hoa Hương Kiều Lan Liễu Linh Loan Mai Nga Nguyệt Nhi Nhung Oanh Phượng Quyên Thảo Thoa Thu Thủy Tiên Trang Trinh Tuyền Vân Xuyến Yến"),
    words("An Anh Ánh Châu Duyên Hân Hương Huyền Khánh Lam Linh Loan My Ngân Nghi Ngọc Nhi Như Phương Quỳnh Thảo Thư Thy Tiên Trâm Trang Trân Trinh Trúc Tuyền Uyên Vy Yến Ý"),
  ],
};

const CHAM: Record<Sex, readonly string[]> = {
  1: phrases("Mách, Sa Lếh, Du Sóh, Ka Rim, Mu Sa, I Sa, Ha Sim, Sô Lay, Ro Him, A Mách, Âm Ly, Mô Ha, Ách Mách, Ga Ni, Da Ud, Ha Rôn, Zác Ka, Sa Ly, Ra Man, Khô Lít, Ta Hiếs, Ri Dol, Na Him, Pha Rít"),
  2: phrases("Sa Phi, Ma Ri, Ai Sah, Ha Li Mah, Phạ Ti, Ro Ki Dah, Kho Ti Dah, Sa Ly Hah, Na Fi Sah, Ja Mi Lah, Ro Hi Mah, Hô Hah, Sô Phi Dah, Ha Wa, Zai Nap, Mai Mu Nah, Sa Ki Nah, Na Sì, Ni Sah, Ây Sah"),
};

const KHMER: Record<Sex, readonly string[]> = {
  1: phrases("Sóc Kha, Sóc Phol, Rinh, Kim Sên, Sa Rêl, Đa Ra, Hênh, Phi Rum, Som Nang, Vuth, Pho Na, Chanh Tha, Sa Mươn, Ra Ny"),
  2: phrases("Sóc Kha, Srây Mom, Sa Vy, Chanh Thu, Kim Hên, Sóc Na, Đa Ly, Bô Pha, Som Phos, Ra Đy, Sa Rây, Kun Thia, Ma Ly, Vanna"),
};

const generation = (birthYear: number): number => (birthYear < 1970 ? 0 : birthYear < 1995 ? 1 : 2);

/** `handedOn` of the father where he is known: his family name, for Chăm his own name. */
export function inventName(random: Random, ethnicity: Ethnicity, sex: Sex, birthYear: number, father?: string): Name {
  if (ethnicity === "17") {
    const own = random.pick(CHAM[sex]);
    return { full: `${own} ${father ?? random.pick(CHAM[1])}`, handedOn: own };
  }
  if (ethnicity === "05") {
    const family = sex === 1 ? "Chau" : "Néang"; // the usual first names of Khmer men and women in An Giang
    return { full: `${family} ${random.pick(KHMER[sex])}`, handedOn: family };
  }
  const family = father ?? random.weighted(FAMILY[ethnicity]);
  const age = generation(birthYear);
  return { full: `${family} ${random.weighted(MIDDLE[sex][age]!)} ${random.pick(GIVEN[sex][age]!)}`, handedOn: family };
}

/** Every word a name may hold, for the test that no other name is ever made. */
export function inventedSyllables(): ReadonlySet<string> {
  const lists = [FAMILY["01"].values, FAMILY["04"].values, CHAM[1], CHAM[2], KHMER[1], KHMER[2], ["Chau", "Néang"]];
  for (const sex of [1, 2] as const) lists.push(...MIDDLE[sex].map((choice) => choice.values), ...GIVEN[sex]);
  return new Set(lists.flat().flatMap((text) => text.split(" ")));
}
