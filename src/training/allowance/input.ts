import { type PlainDate, isPlainDate, plainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { Fields, firstOf, type Json, type Taken } from "../../kernel/json-fields.ts";
import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import { parseVietnameseNumber } from "../../kernel/text/number.ts";
import { attendedDays, type MarkedSession } from "../rules/attendance.ts";
import type { AllowanceCase, HeldGroup } from "./rules/case.ts";
import type { AllowanceRules, AreaClass } from "./rules/policy-shape.ts";
import { areaClassOf, GroupWords } from "./rules/words-of-case.ts";

export interface AskedAllowance {
  readonly asked: AllowanceCase;
  /** fields that nothing asks for, as paths */
  readonly unused: readonly string[];
}

type Attended = Pick<MarkedSession, "on" | "cancelled" | "mark">;

const MOST_DONG = 1_000_000_000;
const MOST_KM = 5_000;

/**
 * Reads one learner of one class from JSON as people and programs write it: camelCase, snake_case or Vietnamese names, groups and areas by
 * code or words, amounts as numbers or "6,5 triệu". What is absent or null is not known.
 * @throws AppError invalid "training.allowance.input" (problems: one line a field)
 */
export function readAllowanceCase(json: unknown, rules: AllowanceRules): AskedAllowance {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new AppError("invalid", "training.allowance.input", { problems: 'toàn bộ: phải là một đối tượng JSON, ví dụ {"openedOn": "2023-05-10", "groups": ["hộ nghèo"], "actualCost": 3000000, "attendedDays": 30, "distanceKm": 16}' });
  return new Reader(rules).read(json as Json);
}

class Reader {
  private readonly rules: AllowanceRules;
  private readonly words: GroupWords;
  private readonly problems: string[] = [];

  constructor(rules: AllowanceRules) {
    this.rules = rules;
    this.words = new GroupWords(rules.groups);
  }

  read(json: Json): AskedAllowance {
    const top = new Fields(json, "");
    const nested = ["class", "learner", "person", "case", "lop", "hocVien"].flatMap((name) => (typeof top.peek(name) === "object" ? [top.object(name, this.problems)] : [])).filter((found) => found !== null);
    const levels = [top, ...nested];
    const take = (...names: string[]): Taken => firstOf(levels, names);
    const openedOn = this.day(take("openedOn", "classOpenedOn", "openDate", "openedAt", "opened", "classOpenDate", "openingDate", "classOpeningDate", "classOpened", "openOn", "startDate", "ngayKhaiGiang", "khaiGiang", "date", "on"), "ngày khai giảng của lớp");
    const diedOn = this.day(take("diedOn", "deathDate", "died", "diedAt", "dateOfDeath", "ngayMat", "ngayChet"), null);
    const endedOn = this.day(take("endedOn", "endDate", "classEndedOn", "ends", "ended", "closedOn", "ngayBeGiang", "beGiang", "ngayKetThuc"), null);
    const { area, hard } = this.area(take("areaClass", "area", "residenceArea", "residenceAreaClass", "areaType", "khuVuc", "loaiKhuVuc", "diaBan"), take("dbkk", "especiallyDifficult", "isDbkk", "xaDbkk", "hardArea", "isHard", "isHardArea"));
    const rural = this.flag(take("rural", "ruralWorker", "nongThon", "isRural"));
    const groups = this.groups(take("groups", "group", "groupCode", "groupCodes", "chosenGroup", "category", "doiTuong", "nhom", "nhomDoiTuong"), rural === true);
    const days = this.whole(take("attendedDays", "days", "daysAttended", "trainingDays", "studyDays", "soNgay", "soNgayHoc", "ngayThucHoc", "soNgayThucHoc"), 0, 1_000);
    const sessions = this.sessions(take("sessions", "attendance", "attendedDates", "attendanceDates", "dates", "diemDanh"));
    const asked: AllowanceCase = {
      openedOn: openedOn ?? plainDate("2016-01-01"), endedOn, enrolledOn: this.day(take("enrolledOn", "enrolledAt", "enrolmentDate", "enrollmentDate", "enrolled", "ngayNhapHoc"), null),
      province: this.province(take("province", "provinceCode", "tinh", "maTinh")), policy: this.policy(take("policy", "policyCode", "chinhSach")), groups,
      actualCost: this.money(take("actualCost", "cost", "tuition", "actualTuition", "trainingCost", "costToDate", "actual", "chiPhi", "chiPhiThucTe", "chiPhiDaoTao", "hocPhi")),
      provincialNorm: this.money(take("provincialNorm", "norm", "provinceNorm", "tradeNorm", "dinhMuc", "dinhMucTinh")),
      attendedDays: sessions === null ? days : attendedDays(sessions, diedOn), distanceMetres: this.metres(take("distanceKm", "distance", "km", "khoangCach", "khoangCachKm", "cuLy"), take("distanceMetres", "distanceM")),
      area: area ?? hard, previousSupports: this.previous(take("previousSupports", "previousSupport", "previousCount", "timesSupported", "supportedBefore", "previousTimes", "priorSupports", "soLanDaHoTro", "daHoTro")),
      jobLossConfirmed: this.flag(take("jobLossConfirmed", "jobLoss", "jobLossConfirmation", "lostJob", "xacNhanMatViec", "matViec")),
      otherSupport: this.flag(take("otherSupport", "otherStateSupport", "otherPolicySupport", "supportedElsewhere", "hoTroKhac", "chinhSachKhac")),
      ...this.birth(take), diedOn,
      dutyEndedOn: this.day(take("dutyEndedOn", "dutyFinishedOn", "serviceEndedOn", "dischargedOn", "ngayXuatNgu", "ngayHoanThanhNghiaVu"), null), changesJob: this.flag(take("changesJob", "changesOccupation", "changeJob", "chuyenDoiNghe", "chuyenNghe")),
    };
    take("name", "fullName", "hoTen", "id", "className", "trade", "nghe", "sex", "gender", "gioiTinh", "plannedDays", "ethnicity");
    this.order(asked);
    if (this.problems.length > 0) throw new AppError("invalid", "training.allowance.input", { problems: this.problems.join("\n") });
    return { asked, unused: levels.flatMap((level) => level.rest()) };
  }

  private problem(path: string, text: string): null {
    this.problems.push(`${path}: ${text}`);
    return null;
  }

  private order({ openedOn, endedOn, diedOn }: AllowanceCase): void {
    if (endedOn !== null && endedOn < openedOn) this.problem("endedOn", `ngày kết thúc ${endedOn} không được trước ngày khai giảng ${openedOn}`);
    if (diedOn !== null && diedOn < openedOn) this.problem("diedOn", `ngày mất ${diedOn} trước ngày khai giảng ${openedOn}: người này chưa học lớp này; kiểm tra lại hai ngày`);
  }

  private day({ value, path }: Taken, needed: string | null): PlainDate | null {
    if (value === undefined || value === null || value === "") return needed === null ? null : this.problem(path, `còn thiếu ${needed}, dạng năm-tháng-ngày, ví dụ 2023-05-10`);
    const text = typeof value === "string" ? value.trim() : "";
    if (isPlainDate(text)) return text;
    if (/^\d{4}-\d{2}-\d{2}T/.test(text) && isPlainDate(text.slice(0, 10))) return plainDate(text.slice(0, 10));
    const found = parseLooseDate(text)?.date;
    if (found !== undefined) return found;
    return this.problem(path, `“${say(value)}” không phải ngày có thật; ghi dạng năm-tháng-ngày, ví dụ 2023-05-10`);
  }

  private whole({ value, path }: Taken, least: number, most: number): number | null {
    if (value === undefined || value === null || value === "") return null;
    const number = typeof value === "string" ? parseVietnameseNumber(value) : value;
    if (typeof number !== "number" || !Number.isInteger(number) || number < least || number > most) return this.problem(path, `phải là số nguyên từ ${least} đến ${most}, nhận được “${say(value)}”`);
    return number;
  }

  private money({ value, path }: Taken): number | null {
    if (value === undefined || value === null || value === "") return null;
    const amount = typeof value === "string" ? moneyOf(value) : value;
    if (typeof amount !== "number" || !Number.isInteger(amount) || amount < 0 || amount > MOST_DONG) return this.problem(path, `phải là số đồng không âm, không lẻ, ví dụ 3000000 hoặc “3 triệu”, nhận được “${say(value)}”`);
    return amount;
  }

  private metres(km: Taken, metres: Taken): number | null {
    if (km.value === undefined || km.value === null || km.value === "") return this.whole(metres, 0, MOST_KM * 1_000);
    const number = typeof km.value === "string" ? parseVietnameseNumber(km.value.replace(/\s*(km|ki-lô-mét)\.?\s*$/iu, "")) : km.value;
    if (typeof number !== "number" || !Number.isFinite(number) || number < 0 || number > MOST_KM) return this.problem(km.path, `phải là số km không âm, ví dụ 15 hoặc 14.9, nhận được “${say(km.value)}”`);
    return Math.round(number * 1_000);
  }

  private flag({ value, path }: Taken): boolean | null {
    if (value === undefined || value === null || typeof value === "boolean") return value ?? null;
    const word = fold(say(value));
    if (["true", "yes", "co", "x", "1", "roi"].includes(word)) return true;
    if (["false", "no", "khong", "0", "chua"].includes(word)) return false;
    if (["unknown", "chua ro", ""].includes(word)) return null;
    return this.problem(path, `phải là true (có), false (không) hoặc null (chưa rõ), nhận được “${say(value)}”`);
  }

  private area({ value, path }: Taken, hard: Taken): { area: AreaClass | null; hard: AreaClass | null } {
    const isHard = this.flag(hard);
    const fromFlag = isHard === null ? null : isHard ? "especially_difficult" : "normal";
    if (value === undefined || value === null || value === "") return { area: null, hard: fromFlag };
    const found = typeof value === "string" ? areaClassOf(value) : undefined;
    return { area: found ?? this.problem(path, `không có loại khu vực “${say(value)}”. Dùng normal (xã thường), difficult (xã khó khăn) hoặc especially_difficult (xã, thôn đặc biệt khó khăn)`), hard: fromFlag };
  }

  private groups({ value, path }: Taken, rural: boolean): HeldGroup[] | null {
    const extra: HeldGroup[] = rural ? [{ code: "LDNT", from: null, to: null }] : [];
    if (value === undefined || value === null) return rural ? extra : null;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return [...list.flatMap((each, i) => this.group(each, Array.isArray(value) ? `${path}[${i}]` : path)), ...extra];
  }

  private group(each: unknown, path: string): HeldGroup[] {
    if (typeof each === "string") return this.codes(each, path).map((code) => ({ code, from: null, to: null }));
    if (typeof each !== "object" || each === null) return this.problem(path, "phải là mã hoặc tên nhóm đối tượng, ví dụ “hộ nghèo”") ?? [];
    const fields = new Fields(each as Json, `${path}.`);
    const code = fields.take("code", "group", "name", "nhom");
    const [from, to] = [this.day(fields.take("from", "validFrom", "tuNgay"), null), this.day(fields.take("to", "validTo", "until", "denNgay"), null)];
    if (typeof code.value !== "string") return this.problem(code.path, "còn thiếu mã hoặc tên nhóm đối tượng") ?? [];
    return this.codes(code.value, code.path).map((found) => ({ code: found, from, to }));
  }

  private codes(text: string, path: string): string[] {
    if (text.trim() === "") return [];
    const { codes, unknown } = this.words.read(text);
    if (unknown.length > 0) this.problem(path, `không có nhóm đối tượng “${unknown.join("”, “")}”. Dùng một trong: ${this.rules.groups.map(({ code, name }) => `${code} (${name.vi})`).join(", ")}`);
    return codes;
  }

  private policy({ value, path }: Taken): string | null {
    if (value === undefined || value === null || value === "") return null;
    const known = [...new Set(this.rules.policies.map(({ id }) => id))];
    const found = known.find((id) => id.toLowerCase() === say(value).trim().toLowerCase());
    return found ?? this.problem(path, `không có chính sách “${say(value)}”. Dùng một trong: ${known.join(", ")}; hoặc bỏ trường này để chọn theo ngày khai giảng`);
  }

  private province({ value, path }: Taken): string | null {
    if (value === undefined || value === null || value === "") return null;
    const text = say(value).padStart(2, "0");
    return /^\d{2}$/.test(text) ? text : this.problem(path, "phải là mã tỉnh gồm 2 chữ số, ví dụ “91”");
  }

  /** A count, yes or no, or the list of them. */
  private previous(found: Taken): number | null {
    if (Array.isArray(found.value)) return found.value.length;
    if (typeof found.value === "boolean") return found.value ? 1 : 0;
    return this.whole(found, 0, 100);
  }

  private birth(take: (...names: string[]) => Taken): Pick<AllowanceCase, "birthDate" | "age"> {
    return { birthDate: this.day(take("birthDate", "dateOfBirth", "dob", "ngaySinh"), null), age: this.whole(take("age", "tuoi"), 0, 150) };
  }

  /** Days, or sessions `{ on, present, cancelled }`; `state` present, late, absent, leave. */
  private sessions({ value, path }: Taken): Attended[] | null {
    if (value === undefined || value === null) return null;
    if (!Array.isArray(value)) return this.problem(path, "phải là danh sách ngày, hoặc danh sách buổi học { on, state }");
    return value.flatMap((each: unknown, i): Attended[] => {
      const at = `${path}[${i}]`;
      if (typeof each === "string") {
        const on = this.day({ path: at, value: each }, "ngày học");
        return on === null ? [] : [{ on, mark: "present", cancelled: false }];
      }
      if (typeof each !== "object" || each === null) return this.problem(at, "phải là ngày hoặc buổi học { on, state }") ?? [];
      const fields = new Fields(each as Json, `${at}.`);
      const on = this.day(fields.take("on", "date", "onDate", "ngay"), "ngày học");
      const state = fold(say(fields.take("state", "attendance", "trangThai").value ?? "present"));
      const present = this.flag(fields.take("present", "attended", "coMat")) ?? ["present", "late", "p", "co", "co mat", "muon", "l"].includes(state);
      const cancelled = this.flag(fields.take("cancelled", "canceled", "huy")) ?? fields.take("cancelledOn").value != null;
      return on === null ? [] : [{ on, mark: present ? "present" : "absent", cancelled }];
    });
  }
}

const say = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** "6.500.000 đ", "6,5 triệu", "3tr", "200 nghìn" as whole đồng; undefined: no amount. */
export function moneyOf(text: string): number | undefined {
  const match = /^(.*?)\s*(triệu|tr|nghìn|ngàn|k)?\s*(đồng|đ|vnđ|vnd)?\.?$/iu.exec(text.trim());
  const number = parseVietnameseNumber(match?.[1] ?? "");
  if (number === undefined) return undefined;
  const unit = fold(match![2] ?? "");
  return Math.round(number * (unit === "trieu" || unit === "tr" ? 1_000_000 : unit === "" ? 1 : 1_000));
}
