import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../../kernel/date.ts";
import { folderOf } from "../../../platform/resources.ts";
import { checkSender } from "./licence.ts";
import { applyRequestStep, foldRequest, isRequestRefusal, requestSteps, type RequestAction } from "./request-state.ts";
import { OverseasForms, OverseasMarkets, RequestStandard, SupportStandard } from "./standards.ts";
import { checkSupport, standardsOn } from "./supports.ts";

const FOLDER = "src/migration/overseas/standards";
const read = (name: string): unknown => JSON.parse(readFileSync(folderOf(`${FOLDER}/${name}`), "utf8"));
const { forms } = OverseasForms.parse(read("forms.json"));
const supports = readdirSync(folderOf(FOLDER)).filter((name) => name.startsWith("support-")).map((name) => SupportStandard.parse(read(name)));
const service = forms.find(({ code }) => code === "dn_dich_vu")!;

describe("the sender's licence on the day", () => {
  const licence = { number: "123/LĐTBXH-GP", validFrom: day("2023-01-01"), validTo: day("2026-01-01") };
  it("is asked of the service enterprise, on its first day and no longer on the day it ends", () => {
    expect(checkSender(service, [licence], day("2023-01-01"))).toMatchObject({ result: "valid", number: "123/LĐTBXH-GP", level: null });
    expect(checkSender(service, [licence], day("2026-01-01"))).toMatchObject({ result: "expired", level: "warning", certainty: "second-hand" });
    expect(checkSender(service, [], day("2025-01-01"))).toMatchObject({ result: "none", level: "warning" });
    expect(checkSender(service, null, day("2025-01-01"))).toMatchObject({ result: "unknown", level: "warning" });
  });
  it("refuses only where the rule was read in a text", () => {
    const inText = { ...service, licence: { ...service.licence, certainty: "text" as const } };
    expect(checkSender(inText, [], day("2025-01-01")).level).toBe("error");
  });
  it("is not asked where none is needed, and not judged where that is not known", () => {
    expect(checkSender(forms.find(({ code }) => code === "dvsn")!, [], day("2025-01-01"))).toMatchObject({ result: "not_needed", level: null });
    expect(checkSender(forms.find(({ code }) => code === "dn_dau_tu")!, [], day("2025-01-01"))).toMatchObject({ result: "unknown", level: null, certainty: "unknown" });
  });
});

describe("supports by the day", () => {
  const of = (on: string, id: string, code: string) => {
    const standard = standardsOn(supports, day(on)).find((one) => one.id === id)!;
    return [standard, standard.items.find((item) => item.code === code)!] as const;
  };
  it("changes with the first of January 2026", () => {
    expect(standardsOn(supports, day("2025-12-31")).map(({ id }) => id)).toEqual(["CTMTQG-2021-2025", "QD34-2025"]);
    expect(standardsOn(supports, day("2026-01-01")).map(({ id }) => id)).toEqual(["ND338-2025", "QD34-2025"]);
  });
  it("measures by what is known, and by nothing where no level is known", () => {
    expect(checkSupport(...of("2025-05-01", "CTMTQG-2021-2025", "meals"), 1_500_000, 30, ["poor"])).toMatchObject({ verdict: "within", most: 1_500_000 });
    expect(checkSupport(...of("2025-05-01", "CTMTQG-2021-2025", "meals"), 1_500_001, 30, ["poor"])).toMatchObject({ verdict: "over", level: "warning" });
    expect(checkSupport(...of("2026-05-01", "ND338-2025", "orientation"), 530_001, 1, ["merit"])).toMatchObject({ verdict: "over", most: 530_000 });
    expect(checkSupport(...of("2026-05-01", "ND338-2025", "language"), 90_000_000, 1, ["merit"])).toEqual({ verdict: "unmeasured", most: null, certainty: "unknown", level: null });
    expect(checkSupport(...of("2026-05-01", "ND338-2025", "orientation"), 100, 1, [])).toMatchObject({ verdict: "otherGroup", level: "warning" });
    expect(checkSupport(...of("2026-05-01", "QD34-2025", "early_return"), 30_000_001, 1, [])).toMatchObject({ verdict: "over", level: "error", certainty: "text" });
  });
  it("every level that is not known is empty", () => {
    for (const { items } of supports) for (const { level } of items) expect([level.certainty === "unknown", level.value === null]).toEqual([level.value === null, level.value === null]);
    expect(new Set(OverseasMarkets.parse(read("markets.json")).markets.map(({ code }) => code)).size).toBe(OverseasMarkets.parse(read("markets.json")).markets.length);
    expect(RequestStandard.parse(read("request.json"))).toMatchObject({ code: "2.002820", term: { value: 7, unit: "working_days", certainty: "text" } });
  });
});

describe("a request for support", () => {
  const received: RequestAction = { kind: "receive", on: day("2026-03-02"), complete: false, papers: [] };
  const why = (actions: readonly RequestAction[], action: Exclude<RequestAction, { kind: "receive" }>): string => {
    const result = applyRequestStep(actions, action);
    return isRequestRefusal(result) ? result.code : result.name;
  };
  const forward: RequestAction = { kind: "forward", on: day("2026-03-06"), documentNo: "12/UBND" };
  const supply: RequestAction = { kind: "supply", on: day("2026-03-05"), papers: ["Hợp đồng"] };
  const approve: RequestAction = { kind: "approve", on: day("2026-03-12"), documentNo: "5/QĐ", signer: "A", amountDong: 1 };
  it("is forwarded complete, decided once forwarded, paid once approved", () => {
    expect(why([received], forward as never)).toBe("incomplete");
    expect(why([received, supply], approve as never)).toBe("needsState");
    expect(why([received, supply], { kind: "forward", on: day("2026-03-04"), documentNo: null })).toBe("beforeLastStep");
    expect(foldRequest([received, supply, forward])).toMatchObject({ name: "forwarded", completeOn: "2026-03-05", forwardedOn: "2026-03-06" });
    expect(why([received, supply, forward, approve], { kind: "pay", on: day("2026-03-20"), how: "chuyển khoản" })).toBe("paid");
    expect(requestSteps([received])).not.toContain("takeBack");
    expect(why([received, supply, forward, approve], { kind: "takeBack", on: day("2026-03-12"), reason: "ghi nhầm" })).toBe("forwarded");
    expect(foldRequest([received, supply, { kind: "askMore", on: day("2026-03-06"), missing: "giấy khám" }])).toMatchObject({ name: "incomplete", completeOn: null });
  });
});
