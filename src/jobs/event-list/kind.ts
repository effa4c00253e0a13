import { listOrganisations } from "../../enterprises/public.ts";
import { fold } from "../../kernel/text/fold.ts";
import { ANY_TEXT, coded, DAY, field, importers, listKind, MONEY, PLACE_FIELDS, sharedFields, WHO_FIELDS, writtenKey, type ListParameter } from "../../registry/public.ts";
import { CHANNELS, type Channel } from "../rules/event.ts";
import { CHANNEL_WORDS, type EventLine, NATURES_READ, PLACE_WORDS, readEventLine } from "../rules/event-row.ts";
import { employerKey } from "../rules/same-event.ts";
import { checkEvents, eventsThatStand, takeEvents } from "./take-events.ts";

const OWN_FIELDS = [
  field("started_on", "Ngày bắt đầu làm việc", DAY, "Ngày bắt đầu|Ngày vào làm|Ngày nhận việc|Thời gian bắt đầu|Thời gian làm việc|Ngày có việc làm|Tháng|Ngày đi làm"),
  field("channel", "Kênh giải quyết việc làm", coded(CHANNEL_WORDS), "Kênh|Hình thức|Hình thức giải quyết việc làm|Loại việc làm|Hình thức việc làm|Nguồn"),
  field("work_place", "Nơi làm việc", coded(PLACE_WORDS), "Địa điểm làm việc|Làm việc tại|Nơi làm"),
  field("employer", "Nơi sử dụng lao động", ANY_TEXT, "Tên công ty|Công ty|Doanh nghiệp|Tên doanh nghiệp|Đơn vị sử dụng lao động|Tên cơ sở|Công ty, doanh nghiệp"),
  field("job", "Công việc", ANY_TEXT, "Nghề nghiệp|Việc làm|Công việc đang làm|Vị trí|Vị trí việc làm|Nghề"),
  field("wage", "Tiền lương", MONEY, "Lương|Thu nhập|Mức lương|Thu nhập/tháng|Thu nhập bình quân"),
  field("nature", "Tạo mới, duy trì", coded(NATURES_READ), "Tính chất|Tạo mới/duy trì"),
  field("distinct_reason", "Lý do ghi thêm lượt", ANY_TEXT, "Lý do thêm lượt"),
];

const usualChannel: ListParameter = {
  key: "channel", labelKey: "jobs.list.usualChannel", type: "choice", options: async (_tx, words) => CHANNELS.map((value) => ({ value, label: words(`jobs.channel.${value}`) })),
};
const channelOf = (text: string | undefined): Channel | undefined => CHANNELS.find((channel) => channel === text);
const shared = { about: "worker" as const, mayTake: importers(["commune", "province", "job_centre"], ["jobs"]), stands: eventsThatStand };
/** Who, with whom, in which year: a day corrected within the year is the same line changed. Of own work the trade tells. */
const lineKey = (value: EventLine, employer: string): string => `${employer === "" ? fold(value.job ?? "") : employer}|${value.startedOn.slice(0, 4)}`;

const HAMLET = { evidence: "hamlet" } as const;
/** Danh sách người có việc làm trong tháng, as hamlets send it to the commune. */
export const monthlyJobList = listKind<EventLine>({
  ...shared, kind: "job-events", titleKey: "jobs.list.monthlyTitle",
  format: { id: "job-events", layouts: [], fields: [...sharedFields(...WHO_FIELDS, ...PLACE_FIELDS, "note"), ...OWN_FIELDS] },
  mustHave: [["member_name"], ["started_on"]],
  parameters: [usualChannel],
  readRow: (texts, { parameters }) => readEventLine(texts, channelOf(parameters["channel"])),
  rowKey: (row) => `${writtenKey(row)}|${lineKey(row.value, employerKey(row.value.employerName))}`,
  check: checkEvents(HAMLET), commit: takeEvents(HAMLET),
  example: [
    { member_name: "Nguyễn Văn Ví Dụ", birth: "1995", sex: "Nam", hamlet: "Ấp Phú Thạnh", started_on: "05/06/2026", channel: "Doanh nghiệp ngoài tỉnh", employer: "Công ty TNHH May Ví Dụ", job: "Công nhân may", wage: "7.000.000" },
    { member_name: "Trần Thị Minh Họa", birth: "1988", sex: "Nữ", hamlet: "Ấp Phú Thạnh", started_on: "10/06/2026", channel: "Tự tạo việc làm", employer: "", job: "Buôn bán", wage: "" },
  ],
});

const FIRM = { evidence: "firm_list", organisation: "organisation" } as const;
const EMPLOYERS = ["enterprise", "cooperative", "artisan", "public_unit"] as const;
/** What a firm answers: whom it took on. */
export const firmHireList = listKind<EventLine>({
  ...shared, kind: "firm-hires", titleKey: "jobs.list.firmTitle",
  format: { id: "firm-hires", layouts: [], fields: [...sharedFields(...WHO_FIELDS, ...PLACE_FIELDS, "note"), ...OWN_FIELDS.filter(({ key }) => key !== "employer" && key !== "nature")] },
  mustHave: [["member_name"], ["started_on"]],
  parameters: [
    {
      key: "organisation", labelKey: "jobs.list.firm", type: "choice", required: true,
      options: async (tx) => (await listOrganisations(tx, { on: tx.actor.on })).filter(({ kinds }) => kinds.some((kind) => (EMPLOYERS as readonly string[]).includes(kind))).map(({ id, name, unit }) => ({ value: id, label: unit === "" ? name : `${name}, ${unit}` })),
    },
    { ...usualChannel, required: true },
  ],
  readRow: (texts, { parameters }) => readEventLine(texts, channelOf(parameters["channel"])),
  rowKey: (row, { parameters }) => `${writtenKey(row)}|${lineKey(row.value, parameters["organisation"] ?? "")}`,
  check: checkEvents(FIRM), commit: takeEvents(FIRM),
  example: [{ member_name: "Lê Thị Mẫu", birth: "12/03/1999", sex: "Nữ", commune: "Xã Phú Hữu", hamlet: "Ấp Phú Thạnh", started_on: "01/07/2026", job: "Công nhân", wage: "7.500.000" }],
});
