import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { factsOf, ruleOf, sameFacts, type Hire } from "./hire.ts";
import type { KnownEvent } from "./same-event.ts";

const TODAY = day("2026-11-23");
const hire = (changes: Partial<Hire> = {}): Hire => ({
  source: "fair", recordId: "r", key: "k", hamletId: "h", personId: null, fullName: "Lê Thử", birthDate: null, birthYear: 2000, sex: 1, startedOn: day("2026-10-05"), dayKnown: true, channel: "san_gdvl", nature: "new", placeKind: "tinh",
  employerId: null, employerName: "Cty TNHH May Thử", job: null, vsco: null, about: "Phiên", aboutId: "f", linkedBy: [], ...changes,
});
const known = (changes: Partial<KnownEvent> = {}): KnownEvent => ({ id: "e", subjectKey: "s", identified: false, startedOn: day("2026-06-01"), channel: "dn_trong_tinh", employerId: null, employerKey: "may thu", job: null, ...changes });
const kind = (changes: Partial<Hire>, events: KnownEvent[] = []) => ruleOf(hire(changes), "s", events, TODAY).kind;

describe("what accepting a hiring does", () => {
  it("counts it, unless the same employer has the person for less than twelve months", () => {
    expect(kind({})).toBe("counted");
    expect(ruleOf(hire(), "s", [known()], TODAY)).toEqual({ kind: "same", eventId: "e", on: "2026-06-01" });
    expect(kind({}, [known({ startedOn: day("2025-10-05") })])).toBe("counted");
    expect(kind({}, [known({ employerKey: "" })])).toBe("possible");
  });
  it("keeps kept work apart, asks for the place that no record tells, refuses what no event may be", () => {
    expect(kind({ channel: "sau_hoc_nghe", nature: "kept", source: "outcome" })).toBe("kept");
    expect(kind({ placeKind: null })).toBe("incomplete");
    expect(kind({ placeKind: null }, [known()])).toBe("same");
    expect(ruleOf(hire({ birthYear: 2015 }), "s", [], TODAY)).toMatchObject({ kind: "refused", code: "jobs.tooYoung" });
    expect(ruleOf(hire({ startedOn: day("2026-12-01") }), "s", [], TODAY)).toMatchObject({ kind: "refused", code: "jobs.startAfterReport" });
  });
  it("is looked at again when day or employer change, not when only the writing of the name does", () => {
    const before = factsOf(hire());
    expect(sameFacts(before, factsOf(hire({ employerName: "CÔNG TY TNHH MAY THỬ" })))).toBe(true);
    expect(sameFacts(before, factsOf(hire({ employerName: "Công ty Giày" })))).toBe(false);
    expect(sameFacts(before, factsOf(hire({ startedOn: day("2026-10-06") })))).toBe(false);
  });
});
