import type { PlainDate } from "../../kernel/date.ts";
import { findDate } from "../../kernel/date.ts";
import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { codeWords, moneyOfText, type RowProblem, type RowRead, type RowTexts } from "../../registry/rules/list-row.ts";
import { type Channel, type Nature, type PlaceKind, placeOf } from "./event.ts";

/** What a line of a list says of somebody who began work. */
export interface EventLine {
  readonly startedOn: PlainDate;
  /** the list told the month alone; the day is its first */
  readonly monthOnly?: true;
  readonly channel: Channel;
  readonly nature: Nature;
  readonly placeKind: PlaceKind;
  readonly employerName: string | null;
  readonly job: string | null;
  readonly wage: number | null;
  readonly distinctReason: string | null;
}

export const CHANNEL_WORDS = codeWords<Channel>({
  dn_trong_xa: "dn trong xã|doanh nghiệp trong xã|trong xã|cơ sở trong xã|tại xã",
  dn_trong_tinh: "dn trong tỉnh|doanh nghiệp trong tỉnh|trong tỉnh|công ty trong tỉnh|trong huyện|doanh nghiệp trong huyện",
  dn_ngoai_tinh: "dn ngoài tỉnh|doanh nghiệp ngoài tỉnh|ngoài tỉnh|công ty ngoài tỉnh|tp.hcm|tp hcm|thành phố hồ chí minh|bình dương|đồng nai|long an",
  tu_tao: "tự tạo|tự tạo việc làm|tự làm|tại chỗ|việc làm tại chỗ|buôn bán|sản xuất kinh doanh",
  vay_von: "vay vốn|vốn vay|vay vốn giải quyết việc làm|vay nhcsxh|nhcsxh|vay vốn nhcsxh|quỹ quốc gia về việc làm",
  nuoc_ngoai: "nước ngoài|xklđ|xuất khẩu lao động|đi làm việc ở nước ngoài|đi làm việc nước ngoài|lao động nước ngoài",
  sau_hoc_nghe: "sau học nghề|học nghề|sau đào tạo|đào tạo nghề",
  san_gdvl: "sàn giao dịch việc làm|phiên giao dịch việc làm|sàn gdvl|phiên gdvl",
  tt_dvvl: "trung tâm dịch vụ việc làm|tt dvvl|ttdvvl|trung tâm giới thiệu",
  viec_lam_cong: "việc làm công",
});
export const PLACE_WORDS = codeWords<PlaceKind>({ xa: "trong xã|tại xã|tại địa phương|tại ấp|ấp", tinh: "trong tỉnh|trong huyện|an giang", ngoai_tinh: "ngoài tỉnh|ngoài huyện tỉnh khác|tp.hcm|bình dương|đồng nai|long an|thành phố hồ chí minh", nuoc_ngoai: "nước ngoài|nhật bản|hàn quốc|đài loan" });
const NATURE_WORDS = codeWords<Nature>({ new: "tạo mới|mới|tạo việc làm mới|việc làm mới", kept: "duy trì|duy trì việc làm|giữ việc làm" });
export const NATURES_READ = NATURE_WORDS;

const LOCAL: ReadonlySet<Channel> = new Set<Channel>(["tu_tao", "vay_von", "viec_lam_cong"]);

const MONTH_ONLY = "jobs.list.monthOnly";

/** A day; of a month alone its first day, told as a note: lists of a month often know no more. */
function startOf(text: string, problems: RowProblem[]): PlainDate | undefined {
  const read = parseLooseDate(text);
  if (read?.date) return read.date;
  const first = read?.precision === "month" ? findDate(read.year, read.month!, 1) : undefined;
  if (first) problems.push({ severity: "note", code: MONTH_ONLY, field: "started_on", data: { text } });
  else problems.push({ severity: "error", code: text === "" ? "jobs.list.startMissing" : "jobs.list.startUnreadable", field: "started_on", data: { text } });
  return first;
}

/** `usual`: the channel for lines that name none. */
export function readEventLine(texts: RowTexts, usual: Channel | undefined): RowRead<EventLine> {
  const problems: RowProblem[] = [];
  const cell = (field: string): string => texts[field] ?? "";
  const wrong = (code: string, field: string): void => void problems.push({ severity: "error", code, field, data: { text: cell(field) } });
  const startedOn = startOf(cell("started_on"), problems);
  const channel = cell("channel") === "" ? usual : CHANNEL_WORDS.of(cell("channel"));
  if (channel === undefined) wrong(cell("channel") === "" ? "jobs.list.channelMissing" : "jobs.list.channelUnknown", "channel");
  const said = cell("work_place") === "" ? undefined : PLACE_WORDS.of(cell("work_place"));
  if (said === undefined && cell("work_place") !== "") problems.push({ severity: "warning", code: "jobs.list.placeUnknown", field: "work_place", data: { text: cell("work_place") } });
  const placeKind = (channel && placeOf(channel)) ?? said ?? (channel && LOCAL.has(channel) ? "xa" : undefined);
  if (channel !== undefined && placeKind === undefined) wrong("jobs.list.placeMissing", "work_place");
  const nature = cell("nature") === "" ? "new" : NATURE_WORDS.of(cell("nature"));
  if (nature === undefined) wrong("jobs.list.natureUnknown", "nature");
  const wage = cell("wage") === "" ? null : (moneyOfText(cell("wage")) ?? null);
  if (wage === null && cell("wage") !== "") problems.push({ severity: "warning", code: "jobs.list.wageUnreadable", field: "wage", data: { text: cell("wage") } });
  if (startedOn === undefined || channel === undefined || placeKind === undefined || nature === undefined) return { problems };
  const monthOnly = problems.some(({ code }) => code === MONTH_ONLY);
  return { value: { startedOn, ...(monthOnly && { monthOnly: true as const }), channel, nature, placeKind, employerName: cell("employer") || null, job: cell("job") || null, wage, distinctReason: cell("distinct_reason") || null }, problems };
}
