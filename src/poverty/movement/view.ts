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

const SHOWN = 6;

/** Lists that are missing, with the first units by name. */
export function gapTexts({ gaps }: Movement, say: Say): MovementView["gaps"] {
  return [...new Set(gaps.map(({ code }) => code))].map((code) => {
    const own = gaps.filter((gap) => gap.code === code);
    const names = [...new Set(own.map(({ data }) => data.units))];
    const more = names.length - SHOWN;
    const units = more > 0 ? `${names.slice(0, SHOWN).join(", ")} ${say("poverty.movement.more", { count: String(more) })}` : names.join(", ");
    return { code, communes: own.map(({ communeUid }) => communeUid), text: say(code, { units, on: own[0]!.data.on }) };
  });
}

export function differenceView(movement: Movement, { explanation, ...one }: FoundDifference): DifferenceView {
  return {
    ...one, place: placeOf(movement, one.hamletId),
    explanation: explanation && { id: explanation.id, text: explanation.text, signer: explanation.signer, signedOn: explanation.signedOn, households: [...explanation.households] },
    suspects: movement.doubled.filter(({ hamletId }) => hamletId === one.hamletId).map(({ householdId, headName }) => ({ id: householdId, headName })),
  };
}

export const submissionView = ({ unitUid, ...one }: Submission, actor: Actor): SubmissionView => ({ ...one, unitUid, unitName: unitTitle(getUnit(unitUid), actor.on) });
