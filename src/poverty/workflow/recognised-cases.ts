import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { Judge } from "../reclassify/judge.ts";
import type { ResultSet, Round } from "../review/rounds.ts";
import { getNamedRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import { loadCases, namesOf, type ReviewCase } from "./case-store.ts";
import { askedOn, type Asked } from "./opinions.ts";
import type { CaseStateName } from "./rules/case-state.ts";

const EXITS: readonly CaseStateName[] = ["quick_check_failed", "withdrawn", "moved_away", "duplicate"];

/** The state a household must have come to before its recognition, by how the level above is asked. */
const READY: Readonly<Record<Asked["mode"], readonly CaseStateName[]>> = { opinion: ["opinion"], approve: ["opinion"], inform: ["reported", "opinion"], none: ["posted", "reposted"] };

/**
 * The cases of a set as they go into the decision; empty where the set was not done household by household. Errors: refused
 * "poverty.opinionUnset" | "poverty.casesOpen" | "poverty.requestMissing" (V14) | "poverty.classStale" (V2: the class no longer follows from B1, B2).
 */
export async function casesToRecognise(tx: Tx, services: Services, round: Round, set: ResultSet, on: PlainDate): Promise<{ live: ReviewCase[]; exits: ReviewCase[] }> {
  const cases = await loadCases(tx, { resultSetId: set.id });
  if (cases.length === 0) return { live: [], exits: [] };
  const asked = await askedOn(tx, services, round.id, on);
  if (!asked.known) throw new AppError("refused", "poverty.opinionUnset", { unit: round.unitName, on });
  const exits = cases.filter(({ state }) => EXITS.includes(state.name));
  const live = cases.filter(({ state }) => !EXITS.includes(state.name));
  const open = live.filter(({ state }) => !READY[asked.mode].includes(state.name));
  if (open.length > 0) throw new AppError("refused", "poverty.casesOpen", { count: open.length, names: namesOf(open.map(({ headName }) => headName)), mode: asked.mode });
  const unasked = live.filter(({ state }) => state.list !== null && state.flags.includes("without_request"));
  if (unasked.length > 0) throw new AppError("refused", "poverty.requestMissing", { count: unasked.length, names: namesOf(unasked.map(({ headName }) => headName)) });
  await refuseStale(tx, services, set, live);
  return { live, exits };
}

/** Judged once more from what is on file: nobody is recognised by a class that its scores do not give. */
async function refuseStale({ client }: Tx, services: Services, set: ResultSet, live: readonly ReviewCase[]): Promise<void> {
  const on = statusDay(set.statusYear);
  const judge = new Judge(getNamedRuleset(rulesetsOf(services), set.ruleset, on), on);
  const scored = live.filter(({ state }) => state.assessmentId !== null);
  const { rows } = await client.query<{ id: string; areaType: "rural" | "urban" | null; b1: number | null; b2: number | null }>(
    `select id, area_type as "areaType", score_income as b1, score_deprivation as b2 from assessment where id = any ($1) and voided_at is null`,
    [scored.map(({ state }) => state.assessmentId)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const stale = scored.filter(({ state }) => {
    const row = found.get(state.assessmentId!);
    return !row || judge.judge({ areaType: row.areaType, scoreIncome: row.b1, scoreDeprivation: row.b2 }).class !== state.class;
  });
  if (stale.length > 0) throw new AppError("refused", "poverty.classStale", { count: stale.length, names: namesOf(stale.map(({ headName }) => headName)) });
}
