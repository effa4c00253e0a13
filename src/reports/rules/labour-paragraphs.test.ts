import { describe, expect, it } from "vitest";
import { fairParagraph, type FairFigures } from "./fair-paragraph.ts";
import { jobsParagraph, type JobsFigures } from "./jobs-paragraph.ts";
import { overseasParagraph } from "./overseas-paragraph.ts";
import { plainText, type Gap, type Paragraph } from "./paragraph.ts";
import { targetsParagraph, type Target } from "./targets-paragraph.ts";
import { trainingParagraph, type TrainingFigures } from "./training-paragraph.ts";
import type { Bound, Setting } from "./writer.ts";

const figure = (value: string, text = value, marks: readonly string[] = []): Bound => ({ indicator: "x", value, text, marks });
const absent: Bound = { missing: { code: "indicators.noRecords", data: {} } };
const setting: Setting = { area: "xã Thử", year: 2023, asOf: null };

const text = ({ paragraph }: { readonly paragraph: Paragraph | null }): string | null => paragraph && plainText(paragraph).trim();
const labels = ({ gaps }: { readonly gaps: readonly Gap[] }): string[] => gaps.map(({ label }) => label);
/** Digits outside bound numbers. */
const loose = ({ paragraph }: { readonly paragraph: Paragraph | null }): string[] =>
  [...new Set(paragraph!.segments.filter((one) => !("figure" in one)).map((one) => one.text).join(" ").match(/\d+/g))].sort();

const jobs: JobsFigures = {
  people: figure("80"), events: figure("80"), overseas: figure("0"), loans: figure("0"), percentOfPlan: figure("100.0", "100,0%"), term: null, percentOfSamePeriod: figure("50.0", "50,0%"), before: null,
};
const tellJobs = (changes: Partial<JobsFigures> = {}, at: Partial<Setting> = {}) => jobsParagraph({ ...jobs, ...changes }, { ...setting, ...at });

describe("jobs", () => {
  it("name people, and leave out parts that are nought and events that are as many", () => {
    expect(text(tellJobs())).toBe("Năm 2023, xã Thử giải quyết việc làm cho 80 người lao động, đạt 100,0% kế hoạch năm 2023, bằng 50,0% so với năm 2022.");
  });

  it("tell events apart where one person has several, and parts inside the people", () => {
    expect(text(tellJobs({ events: figure("91"), overseas: figure("3") }))).toContain("80 người lao động (trong đó 3 người đi làm việc ở nước ngoài), đạt");
    expect(text(tellJobs({ events: figure("91") }))).toContain("Tính theo lượt là 91 lượt");
  });

  it("name the plan of several years and that its one year is meant", () => {
    const told = tellJobs({ term: { percent: figure("40.0", "40,0%"), years: "2021–2023", count: 3 } });
    expect(text(told)).toContain("đạt 40,0% mức bình quân một năm của kế hoạch 3 năm 2021–2023");
    expect(loose(told)).toEqual(["2021", "2022", "2023", "3"]);
  });

  it("tell what is not on file and say nothing of it", () => {
    const told = tellJobs({ percentOfPlan: null, percentOfSamePeriod: null, before: absent }, { asOf: "30/06/2023" });
    expect(text(told)).toBe("Năm 2023, đến ngày 30/06/2023, xã Thử giải quyết việc làm cho 80 người lao động.");
    expect(labels(told)).toEqual(["kế hoạch giải quyết việc làm năm 2023", "số người được giải quyết việc làm cùng kỳ năm 2022"]);
    const nothing = tellJobs({ people: absent });
    expect([text(nothing), labels(nothing)]).toEqual([null, ["số người được giải quyết việc làm"]]);
  });
});

const training: TrainingFigures = { classes: figure("2"), nonFarm: figure("2"), farm: figure("0"), learners: figure("60"), selfTaught: figure("9") };
const tellTraining = (changes: Partial<TrainingFigures> = {}) => trainingParagraph({ ...training, ...changes }, setting);

describe("training", () => {
  it("keeps self-taught workers beside the learners", () => {
    expect(text(tellTraining())).toBe("Trong năm 2023, xã Thử mở 2 lớp đào tạo nghề (2 lớp lĩnh vực phi nông nghiệp, 0 lớp lĩnh vực nông nghiệp), có 60 học viên tham gia học nghề; ngoài ra có 9 lao động tự học nghề.");
  });

  it("gives what there is and tells the rest", () => {
    const only = tellTraining({ classes: absent, learners: absent });
    expect([text(only), labels(only)]).toEqual(["Trong năm 2023, xã Thử có 9 lao động tự học nghề.", ["số lớp đào tạo nghề", "số học viên"]]);
    expect(text(tellTraining({ classes: absent, nonFarm: absent, farm: absent, learners: absent, selfTaught: absent }))).toBeNull();
  });
});

const fair: FairFigures = { firms: figure("4"), direct: figure("50"), online: figure("0"), interviewed: figure("6"), appointments: absent, overseas: figure("1"), training: figure("2") };

describe("a fair", () => {
  it("is told step by step, without those that are nought or not on file, and never as a sum", () => {
    const told = fairParagraph(fair, setting);
    expect(text(told)).toBe(
      "Xã Thử tổ chức phiên giao dịch việc làm, có 4 công ty, doanh nghiệp tham gia; kết quả có 50 lượt lao động đăng ký tìm việc trực tiếp tại doanh nghiệp, 6 lao động được phỏng vấn trực tiếp, 1 lao động đăng ký xuất khẩu lao động, 2 lao động đăng ký học nghề.",
    );
    expect(loose(told)).toEqual([]);
  });

  it("that was not held is no gap", () => {
    const none = fairParagraph({ firms: absent, direct: absent, online: absent, interviewed: absent, appointments: absent, overseas: absent, training: absent }, setting);
    expect([text(none), none.gaps]).toEqual([null, []]);
  });
});

describe("labour abroad", () => {
  it("tells both numbers where the registers differ", () => {
    expect(text(overseasParagraph({ departures: figure("5"), jobs: figure("5") }, setting))).toBe("Theo hồ sơ theo dõi, trong năm 2023 có 5 lao động xuất cảnh đi làm việc ở nước ngoài theo hợp đồng.");
    expect(text(overseasParagraph({ departures: figure("5"), jobs: figure("4") }, setting))).toContain("đã tính vào giải quyết việc làm là 4, cần đối chiếu hai nguồn");
    expect(text(overseasParagraph({ departures: absent, jobs: figure("4") }, setting))).toBeNull();
  });
});

const target = (indicator: string, value: string, unit = "người"): Target => ({ indicator, name: "Tên Chỉ tiêu", unit, bound: { indicator: `${indicator}#target`, value, text: value, marks: ["document"], year: 2024 } });

describe("targets", () => {
  it("take those who go abroad as a part of the people, and name the others as they stand", () => {
    expect(text(targetsParagraph([target("jobs.overseas", "18"), target("training.learners", "900"), target("jobs.people", "4200")], 2024))).toBe(
      "Năm 2024, phấn đấu giải quyết việc làm cho 4200 người lao động (trong đó 18 người đi làm việc ở nước ngoài); tên chỉ tiêu 900 người.",
    );
    expect(text(targetsParagraph([target("jobs.overseas", "18")], 2024))).toBe("Năm 2024, phấn đấu 18 người đi làm việc ở nước ngoài.");
  });

  it("bind each number to the plan of its year", () => {
    const { paragraph } = targetsParagraph([target("jobs.people", "4200")], 2024);
    expect(paragraph!.segments.flatMap((one) => ("figure" in one ? [[one.figure, one.year, one.marks]] : []))).toEqual([["jobs.people#target", 2024, ["document"]]]);
  });

  it("not on file are told", () => expect(targetsParagraph([], 2024)).toEqual({ paragraph: null, gaps: [{ label: "mục tiêu năm 2024", code: "reports.noPlan", data: { year: 2024 } }] }));
});
