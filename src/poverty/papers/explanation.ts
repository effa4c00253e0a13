import { getUnit, unitLabel } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { PrintJob } from "../../papers/print-log.ts";
import { maySurvey, must } from "../policy.ts";
import { getHouseholdAssessment } from "../review/household-assessment.ts";
import { getRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import { placeOfHousehold } from "./households.ts";
import { explanationPaper, type SupportLine } from "./rules/explanation-paper.ts";
import { CLASS_NAME, type List } from "./rules/households.ts";
import { getTemplate } from "./templates.ts";

/** What features above this one add to papers; wired in main.ts. */
export interface PaperContributions {
  /** what a household may ask for on a day, as lines for its explanation */
  readonly supportFor?: (tx: Tx, household: { readonly householdId: string; readonly on: PlainDate; readonly class: List | null; readonly deprivations: readonly string[] | null }) => Promise<readonly SupportLine[]>;
}

/** Last day of the latest posting of the household's result, while it is not over. */
async function objectionsUntil({ client }: Tx, householdId: string, on: PlainDate): Promise<PlainDate | null> {
  const { rows } = await client.query<{ to: PlainDate }>(
    `select p.to_on::text as "to" from review_case c join review_posting p on p.id = c.posting_id and p.voided_at is null where c.household_id = $1 and p.from_on <= $2 and p.to_on >= $2 order by p.to_on desc limit 1`,
    [householdId, on],
  );
  return rows[0]?.to ?? null;
}

/** The page that explains a household its result. Errors: not_found "poverty.householdUnknown"; forbidden "poverty.notYours". */
export async function explanationJob(services: Services, contributions: PaperContributions, actor: Actor, householdId: string, on: PlainDate): Promise<PrintJob> {
  must(maySurvey, actor);
  const rulesets = rulesetsOf(services);
  const template = getTemplate(services, "explanation", on);
  const words = await services.door.read(actor, async (tx) => {
    const place = await placeOfHousehold(tx, householdId, on);
    const standing = await getHouseholdAssessment(tx, { householdId, on, picked: getRuleset(rulesets, on), rulesets, language: "vi" });
    const { recognised } = standing;
    // the result of a status is that of the year it was recognised for, by that year's standard
    const day = recognised === null ? on : statusDay(recognised.statusYear);
    const picked = getRuleset(rulesets, day);
    const found = day === on ? standing : await getHouseholdAssessment(tx, { householdId, on: day, picked, rulesets, language: "vi" });
    const ticks = found.entered?.deprivations ?? null;
    const unit = getUnit(place.unitUid);
    return explanationPaper({
      template, unitName: unit.fullName, unitLabel: unitLabel(unit), headName: place.headName, hamlet: place.hamlet, on: day,
      recognised: recognised === null
        ? `Ngày ${shortDate(on)}: gia đình không thuộc danh sách hộ nghèo, hộ cận nghèo.`
        : `Gia đình được công nhận là ${CLASS_NAME[recognised.class]} từ ngày ${shortDate(recognised.from)}${recognised.decisionNo === null ? "" : `, Quyết định số ${recognised.decisionNo}`}.`,
      summary: found.assessment?.summary ?? null, reasons: [...(found.assessment === null ? [] : [found.assessment.summary]), ...(found.assessment?.reasons.map(({ text }) => text) ?? [])],
      scores: { income: found.entered?.scoreIncome ?? null, deprivation: found.entered?.scoreDeprivation ?? null },
      lacking: ticks && picked.ruleset.indicators.indicators.filter(({ code }) => ticks.includes(code)).map(({ code, name, deprivedWhen }) => ({ code, name: name.value?.vi ?? code, when: deprivedWhen.value?.vi ?? null })),
      support: (await contributions.supportFor?.(tx, { householdId, on, class: recognised?.class ?? null, deprivations: ticks })) ?? [],
      objectionsUntil: await objectionsUntil(tx, householdId, on),
      illustrative: recognised?.source === "demo" || found.entered?.source === "demo",
    });
  });
  return {
    papers: [words], subject: householdId, count: 1,
    meta: { title: "Phiếu giải thích kết quả rà soát", fileName: `phieu giai thich ${words.sheet ?? ""} ${on}`, frozenAt: new Date(`${on}T00:00:00Z`) },
  };
}
