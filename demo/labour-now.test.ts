import { describe, expect, it } from "vitest";
import { ageOn, type PlainDate } from "../src/kernel/date.ts";
import { checkLabourForm } from "../src/jobs/labour-status/rules/labour-form.ts";
import { loanWarnings, type LoanRules } from "../src/jobs/rules/loan.ts";
import loanRules from "../src/jobs/loans/loan-rules.json" with { type: "json" };
import { dueOn, nextSteps, stateAfter, type ReferralState, type ReferralStep } from "../src/jobs/rules/referral.ts";
import { dayText } from "./days.ts";
import { generateDemo, sourceOf } from "./generate.ts";
import { COMMUNES_NOW, LATEST } from "./now.ts";
import { filledForms } from "./rows-labour-forms.ts";
import { groupBy, rowsOf } from "./rows.testing.ts";
import type { Row } from "./source.ts";

/** Former communes with the first hamlets of each commune of today. */
const options = { seed: "việc làm", only: ["30337", "30340", "30341", "30346", "30352", "30364", "30367", "30373"] };
const demo = generateDemo(options);
const rows = (table: string): Row[] => rowsOf(demo, table);
const communeOf = new Map(rows("hamlet_unit").filter((row) => (row["unit_uid"] as string).endsWith("@2025-07-01")).map((row) => [row["hamlet_id"], row["unit_uid"]]));
const inCommunes = (table: string): unknown[] => [...new Set(rows(table).map((row) => communeOf.get(row["hamlet_id"]!)))].toSorted();
const text = (value: unknown): string => value as string;

describe("the labour half of this year", () => {
  it.each(["seeker", "referral", "placement_check", "advice_visit", "registration_assist", "labour_status", "job_loan"])("%s: each commune of today has some", (table) => {
    expect(inCommunes(table)).toEqual([...COMMUNES_NOW].toSorted());
  });

  it("has nothing that happened after its last day", () => {
    const happened = { job_event: "reported_on", referral: "state_on", placement_check: "checked_on", advice_session: "on_date", labour_status: "surveyed_on", registration_assist: "helped_on", job_loan: "state_on", seeker: "state_on" };
    for (const [table, column] of Object.entries(happened)) expect([table, rows(table).filter((row) => row[column] !== null && text(row[column]) > dayText(LATEST))]).toEqual([table, []]);
  });

  it("has people who are on file, of 15 and more, with the sex and hamlet of the register", () => {
    const persons = new Map(rows("person").map((row) => [row["id"], row]));
    for (const [table, column] of [["seeker", "registered_on"], ["labour_status", "surveyed_on"], ["registration_assist", "helped_on"], ["job_loan", "lent_on"]] as const) {
      for (const row of rows(table)) {
        expect(Number(text(row[column]).slice(0, 4)) - (row["birth_year"] as number)).toBeGreaterThan(15);
        if (row["person_id"] === null) continue;
        expect(persons.get(row["person_id"]!)).toMatchObject({ full_name: row["full_name"], hamlet_id: row["hamlet_id"], sex: row["sex"], birth_year: row["birth_year"] });
        expect(ageOn(text(row["birth_date"]) as PlainDate, text(row[column]) as PlainDate)).toBeGreaterThanOrEqual(15);
      }
    }
  });

  it("leaves to be looked at what was reported lately, and a few of before", () => {
    const events = rows("job_event").filter((row) => text(row["started_on"]) > "2026");
    const open = events.filter((row) => row["verified_on"] === null);
    expect(open.filter((row) => text(row["reported_on"]) < "2026-10-01").length).toBeGreaterThan(5);
    expect(events.filter((row) => row["verified_on"] !== null && text(row["reported_on"]) >= "2026-10-01")).toEqual([]);
    expect(open.length).toBeLessThan(events.length / 2);
  });
});

describe("forms of the labour supply", () => {
  const forms = [...filledForms(sourceOf(options))];

  it("answer only what their branch asks, with nothing to ask again", () => {
    expect(forms.length).toBeGreaterThan(150);
    for (const { form, surveyedOn, worker } of forms) expect(checkLabourForm(form, { birthDate: dayText(worker.person.born) as PlainDate, birthYear: null, surveyedOn: surveyedOn as PlainDate })).toEqual([]);
  });

  it("stand once for a person and a period; what was told anew is kept beside it", () => {
    const all = rows("labour_status");
    const standing = all.filter((row) => row["voided_at"] === null);
    expect(new Set(standing.map((row) => `${text(row["subject_key"])} ${text(row["period"])}`)).size).toBe(standing.length);
    const ids = new Set(standing.map((row) => row["id"]));
    const replaced = all.filter((row) => row["voided_at"] !== null);
    expect(replaced.length).toBeGreaterThan(5);
    expect(replaced.filter((row) => !ids.has(text(row["void_reason"]).replace("replaced ", "")))).toEqual([]);
  });
});

describe("seekers and loans", () => {
  it("take only steps that the program takes, in their order, and ask after 30 and 90 days", () => {
    const deeds = groupBy(rows("referral_action"), "referral_id");
    const placed = new Map(rows("placement").map((row) => [row["referral_id"], row]));
    for (const referral of rows("referral")) {
      const [first, ...steps] = deeds.get(text(referral["id"]))!;
      expect([first!["kind"], first!["on_date"]]).toEqual(["refer", referral["referred_on"]]);
      let [state, on]: [ReferralState, string] = ["referred", text(first!["on_date"])];
      for (const step of steps) {
        expect(nextSteps(state, false)).toContain(step["kind"]);
        expect(text(step["on_date"]) >= on).toBe(true);
        [state, on] = [stateAfter(step["kind"] as ReferralStep), text(step["on_date"])];
      }
      expect([referral["state"], referral["state_on"]]).toEqual([state, on]);
    }
    const checks = groupBy(rows("placement_check"), "placement_id");
    for (const placement of placed.values()) {
      expect(checks.get(text(placement["id"]))!.map((row) => row["due_on"])).toEqual([30, 90].map((days) => dueOn(text(placement["started_on"]) as PlainDate, days as 30 | 90)));
    }
    const states = new Set(rows("seeker").map((row) => row["state"]));
    expect([...states].toSorted()).toEqual(["closed", "looking", "paused", "placed"]);
  });

  it("lend above the rules only with a reason, and give work from then on", () => {
    const loans = new Map(rows("job_loan").map((row) => [row["id"], row]));
    const over = [...loans.values()].filter((row) => {
      const asked = { borrowerKind: row["borrower_kind"] as "worker", amountDong: row["amount_dong"] as number, termMonths: row["term_months"] as number, lentOn: text(row["lent_on"]) as PlainDate };
      return loanWarnings(asked, loanRules as readonly LoanRules[]).length > 0;
    });
    expect(over.length).toBe(5);
    expect(over.filter((row) => row["over_reason"] === null)).toEqual([]);
    const given = rows("job_event").filter((row) => row["loan_id"] !== null && row["nature"] === "new");
    expect(given.filter((row) => text(row["started_on"]) < text(loans.get(row["loan_id"]!)!["lent_on"]))).toEqual([]);
  });
});
