import { getUnit, unitTitle } from "../../areas/public.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Wording, Language } from "../../platform/http/messages.ts";
import { mayRecognise } from "../policy.ts";
import { crossCheck } from "../rules/movement.ts";
import type { DifferenceView, MovementView, SubmissionView } from "./contract.ts";
import { placeOf } from "./cell.ts";
import type { FoundDifference, Movement } from "./movement.ts";
import type { Submission } from "./submissions.ts";

export type Say = (code: string, data?: Readonly<Record<string, unknown>>) => string;
export const sayer = (wording: Wording, language: Language): Say => (code, data = {}) => wording.text(code, data, language);

const OPEN_PARAMETERS = ["lookBackYears", "formerlyPoorAsNearPoor"] as const;

export function movementView(movement: Movement, submissions: readonly Submission[], actor: Actor, say: Say, language: Language): MovementView {
  const { plan, days } = movement;
  const total = movement.rows.at(-1)?.value ?? null;
  return {
    area: plan.area, year: days.year, opening: days.opening, closing: days.closing, level: plan.level,
    rows: movement.rows.map(({ kind, key, name, value }) => ({ kind, key, name: kind === "total" ? say("poverty.tables.total") : name, poor: value?.poor ?? null, nearPoor: value?.nearPoor ?? null })),
    gaps: gapTexts(movement, say),
    differences: movement.differences.map((one) => differenceView(movement, one)),
    cross: total && crossCheck(total), moved: movement.moved,
    parameters: OPEN_PARAMETERS.map((name) => {
      const { note, certainty } = movement.parameters[name];
      return { text: note?.[language] ?? name, mark: certainty === "text" ? null : say(`poverty.tables.mark.${certainty}`) };
    }),
    submissions: submissions.map((one) => submissionView(one, actor)),
    may: { explain: mayRecognise(actor), submit: mayRecognise(actor) && (actor.scope.writesAll || actor.scope.writeUnits.includes(plan.area.uid)) },
  };
}

export const gapTexts = (movement: Movement, say: Say): MovementView["gaps"] =>
  movement.gaps.map(({ communeUid, code, data }) => ({ communeUid, code, text: say(code, data) }));

export function differenceView(movement: Movement, { explanation, ...one }: FoundDifference): DifferenceView {
  return {
    ...one, place: placeOf(movement, one.hamletId),
    explanation: explanation && { id: explanation.id, text: explanation.text, signer: explanation.signer, signedOn: explanation.signedOn, households: [...explanation.households] },
    suspects: movement.doubled.filter(({ hamletId }) => hamletId === one.hamletId).map(({ householdId, headName }) => ({ id: householdId, headName })),
  };
}

export const submissionView = ({ unitUid, ...one }: Submission, actor: Actor): SubmissionView => ({ ...one, unitUid, unitName: unitTitle(getUnit(unitUid), actor.on) });
