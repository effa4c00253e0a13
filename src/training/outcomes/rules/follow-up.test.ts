import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { plainDate } from "../../../kernel/date.ts";
import { formatPercent } from "../../../kernel/ratio.ts";
import { countingMark, dueMark, followUpResult, nextMark, type Followed, type Mark } from "./follow-up.ts";
import { MILESTONES, OutcomeKinds } from "./kinds.ts";

const kinds = z.parse(OutcomeKinds, JSON.parse(readFileSync(new URL("../outcome-kinds.json", import.meta.url), "utf8")));
const mark = (milestone: Mark["milestone"], kind: string, verified = true): Mark => ({ milestone, kind, verified });
const graduate = (...marks: Mark[]): Followed => ({ graduated: true, marks });

it("counts the six kinds of the report as in work, the other three not", () => {
  expect(kinds.kinds.filter(({ inWork }) => inWork).map(({ code }) => code)).toEqual(["dn_tuyen", "bao_tieu", "tu_tao", "nghe_cu_cao_hon", "tht_htx_dn", "nuoc_ngoai"]);
  expect(kinds.kinds.filter(({ inWork }) => !inWork).map(({ code }) => code)).toEqual(["hoc_tiep", "chua_viec", "mat_lien_lac"]);
});

it("lets the newest verified mark count, not a later one nobody verified", () => {
  expect(countingMark([mark(1, "chua_viec"), mark(6, "dn_tuyen", false), mark(3, "tu_tao")])?.kind).toBe("tu_tao");
  expect(countingMark([mark(3, "dn_tuyen", false)])).toBeUndefined();
});

it("gives both rates: over graduates and over all who enrolled", () => {
  const learners = [...Array.from({ length: 24 }, () => graduate(mark(3, "dn_tuyen"))), ...Array.from({ length: 4 }, () => graduate(mark(3, "chua_viec"))), { graduated: false, marks: [] }, { graduated: false, marks: [] }];
  const result = followUpResult(learners, kinds);
  expect({ ...result, byKind: result.byKind["dn_tuyen"], overGraduates: formatPercent(result.overGraduates!), overEnrolled: formatPercent(result.overEnrolled!) }).toEqual(
    { enrolled: 30, graduates: 28, followed: 28, lost: 0, inWork: 24, byKind: 24, overGraduates: "85,7%", overEnrolled: "80,0%", enough: true });
});

it("keeps whom it lost in the denominator, and says when too few were followed up", () => {
  const of = (known: number, lost: number) => followUpResult([...Array.from({ length: known }, () => graduate(mark(6, "tu_tao"))), ...Array.from({ length: lost }, () => graduate(mark(6, "mat_lien_lac")))], kinds);
  expect(formatPercent(of(27, 3).overGraduates!)).toBe("90,0%");
  expect([of(27, 3).enough, of(26, 4).enough]).toEqual([true, false]);
  expect(followUpResult([graduate()], kinds)).toMatchObject({ graduates: 1, followed: 0, lost: 0, inWork: 0, enough: false });
  expect(followUpResult([], kinds)).toMatchObject({ overGraduates: null, overEnrolled: null, enough: false });
});

it("counts nobody twice and nobody who did not graduate, whatever is on file", () => {
  const anyMark = fc.record({ milestone: fc.constantFrom(...MILESTONES), kind: fc.constantFrom(...kinds.kinds.map(({ code }) => code)), verified: fc.boolean() });
  fc.assert(fc.property(fc.array(fc.record({ graduated: fc.boolean(), marks: fc.array(anyMark, { maxLength: 4 }) }), { maxLength: 40 }), (learners) => {
    const result = followUpResult(learners, kinds);
    expect(result.inWork).toBeLessThanOrEqual(result.followed);
    expect(result.followed + result.lost).toBeLessThanOrEqual(result.graduates);
    expect(Object.values(result.byKind).reduce((sum, n) => sum + n, 0)).toBe(result.followed + result.lost);
  }));
});

it("asks for the newest mark that is reached, and says when it is late", () => {
  const ended = plainDate("2023-08-31");
  expect(dueMark(ended, plainDate("2023-09-29"), kinds)).toBeUndefined();
  expect(dueMark(ended, plainDate("2023-09-30"), kinds)).toEqual({ milestone: 1, dueOn: "2023-09-30", late: false });
  expect(dueMark(ended, plainDate("2023-10-31"), kinds)).toEqual({ milestone: 1, dueOn: "2023-09-30", late: true });
  expect(dueMark(ended, plainDate("2024-02-29"), kinds)).toEqual({ milestone: 6, dueOn: "2024-02-29", late: false });
  expect(dueMark(ended, plainDate("2030-01-01"), kinds)).toEqual({ milestone: 12, dueOn: "2024-08-31", late: true });
  expect(nextMark(ended, plainDate("2023-10-01"), kinds)).toEqual({ milestone: 3, dueOn: "2023-11-30" });
  expect(nextMark(ended, plainDate("2024-08-31"), kinds)).toBeUndefined();
});
