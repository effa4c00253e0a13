import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { countEvents, type CountedEvent } from "./count.ts";
import { checkEvent, type EventAsked } from "./event.ts";
import { employerKey, type KnownEvent, sameEvent } from "./same-event.ts";

const asked: EventAsked = {
  startedOn: day("2023-12-31"), reportedOn: day("2024-01-05"), channel: "dn_ngoai_tinh", nature: "new", placeKind: "ngoai_tinh", employerName: "Công ty May", birthDate: null, birthYear: 2000,
  evidence: [{ kind: "contract", note: null }],
};
const codes = (changes: Partial<EventAsked>): string[] => checkEvent({ ...asked, ...changes }, day("2024-02-01")).map(({ code }) => code);

describe("an event by itself", () => {
  it("counts on the day the work began, reported later (J4)", () => expect(codes({})).toEqual([]));
  it("never begins after it was reported, and is never reported in time to come", () => {
    expect(codes({ startedOn: day("2024-01-06") })).toEqual(["jobs.startAfterReport"]);
    expect(codes({ reportedOn: day("2024-02-02") })).toEqual(["jobs.reportToCome"]);
  });
  it("is of somebody of 15 or more; a year of birth is read to the person's favour", () => {
    expect(codes({ birthDate: day("2009-01-01") })).toEqual(["jobs.tooYoung"]);
    expect(codes({ birthDate: day("2008-12-31") })).toEqual([]);
    expect(codes({ birthYear: 2008 })).toEqual([]);
    expect(codes({ birthYear: 2009 })).toEqual(["jobs.tooYoung"]);
    expect(codes({ birthYear: null })).toEqual(["jobs.ageUnknown"]);
  });
  it("lies where its channel says, has an employer where somebody employs, evidence where it can", () => {
    expect(codes({ placeKind: "tinh" })).toEqual(["jobs.placeDiffers"]);
    expect(codes({ employerName: " " })).toEqual(["jobs.employerMissing"]);
    expect(codes({ evidence: [] })).toEqual(["jobs.noEvidence"]);
    expect(codes({ channel: "tu_tao", placeKind: "xa", employerName: null })).toEqual([]);
  });
  it("is kept work only of loans and classes", () => {
    expect(codes({ nature: "kept" })).toEqual(["jobs.keptElsewhere"]);
    expect(codes({ channel: "vay_von", nature: "kept" })).toEqual([]);
  });
});

const known: KnownEvent = { id: "1", subjectKey: "p1", identified: true, startedOn: day("2023-03-10"), channel: "dn_trong_tinh", employerId: null, employerKey: "may minh hoa", job: "may" };
const against = (changes: Partial<KnownEvent>, events: readonly KnownEvent[] = [known]) => sameEvent({ ...known, ...changes }, events);

describe("the same event (J2)", () => {
  it("is one person and one employer within twelve months, before and after", () => {
    expect(against({ startedOn: day("2024-03-09"), channel: "tt_dvvl" })).toMatchObject({ kind: "same", event: { id: "1" } });
    expect(against({ startedOn: day("2022-03-11") }).kind).toBe("same");
    expect(against({ startedOn: day("2024-03-10") })).toEqual({ kind: "new" });
    expect(against({ startedOn: day("2022-03-10") })).toEqual({ kind: "new" });
  });
  it("is another one with another employer, or another person", () => {
    expect(against({ startedOn: day("2023-06-01"), employerKey: "thuy san" }).kind).toBe("new");
    expect(against({ startedOn: day("2023-03-10"), employerKey: "thuy san" })).toMatchObject({ kind: "possible", why: "same_day" });
    expect(sameEvent({ ...known, subjectKey: "p2" }, []).kind).toBe("new");
  });
  it("cannot be said without an employer, or of people not identified", () => {
    expect(against({ startedOn: day("2023-05-01"), employerKey: "" })).toMatchObject({ kind: "possible", why: "employer_unknown" });
    expect(against({ subjectKey: "le van a|1990|h", identified: false })).toMatchObject({ kind: "possible", why: "unidentified" });
  });
  it("of own work is told by the trade", () => {
    const own: KnownEvent = { ...known, channel: "tu_tao", employerKey: "", job: "Nuôi lươn" };
    expect(against({ ...own, job: "nuôi lươn" }, [own]).kind).toBe("same");
    expect(against({ ...own, job: "Bán tạp hóa" }, [own])).toMatchObject({ kind: "possible", why: "own_work" });
  });
  it("compares organisations by themselves, where both are known, and names without kind words and marks", () => {
    expect(against({ employerId: "o2", startedOn: day("2023-05-01") }, [{ ...known, employerId: "o1" }]).kind).toBe("new");
    expect(employerKey("Cty TNHH May Minh Họa")).toBe("may minh hoa");
    expect(employerKey("CÔNG TY TNHH MTV MAY MINH HOẠ")).toBe("may minh hoa");
    expect(employerKey("HTX Nông nghiệp Phú Hữu")).toBe("nong nghiep phu huu");
    expect(employerKey("Công ty TNHH")).toBe("cong ty tnhh");
    expect(employerKey(null)).toBe("");
  });
});

describe("counting", () => {
  const event = (subjectKey: string, changes: Partial<CountedEvent> = {}): CountedEvent => ({ subjectKey, identified: true, channel: "dn_trong_tinh", nature: "new", placeKind: "tinh", ...changes });
  it("keeps events and people apart, kept work out of the total, and shows parts of the total (J3, J6)", () => {
    const counts = countEvents([
      event("a"), event("a", { channel: "tt_dvvl", placeKind: "ngoai_tinh" }), event("b", { channel: "nuoc_ngoai", placeKind: "nuoc_ngoai" }),
      event("le c|1990|h", { channel: "vay_von", identified: false }), event("d", { channel: "vay_von", nature: "kept" }),
    ]);
    expect(counts).toMatchObject({ events: 4, people: 3, unidentified: 1, kept: 1, keptPeople: 1, ofWhich: { overseas: 1, loan: 1, outsideProvince: 1 } });
    expect(Object.values(counts.byChannel).reduce((sum, n) => sum + n, 0), "one primary channel an event (J1)").toBe(4);
  });
});
