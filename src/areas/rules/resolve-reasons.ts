import type { PlainDate } from "../../kernel/date.ts";
import { type AreaPart, type Fit, writtenKinds } from "./area-text.ts";
import { MARKS_REASON } from "./name-key.ts";
import type { UnitIndex } from "./unit-index.ts";
import { KIND_WORD, unitLabel, type Kind, type Reason, type Unit } from "./unit.ts";

/** What of the written part agrees with the unit and what does not. */
export function agreementReasons(part: AreaPart, unit: Unit, fit: Fit): Reason[] {
  const reasons: Reason[] = [{ code: MARKS_REASON[fit.marks], data: { written: part.text, name: unitLabel(unit) } }];
  if (fit.kind === false) {
    const data = { written: KIND_WORD[writtenKinds(part)[0]!], kind: KIND_WORD[unit.kind], name: unit.name };
    reasons.push({ code: "areas.reason.kindDiffers", data });
  }
  return reasons;
}

/** When the unit of this name and code was, or will be, of the kind that was written. */
export function kindHistory(index: UnitIndex, unit: Unit, kinds: readonly Kind[]): Reason[] {
  const same = (index.byCode.get(unit.code) ?? []).filter((version) => version.name === unit.name && kinds.includes(version.kind));
  return same.map((version): Reason => {
    const before = unit.validFrom !== undefined && version.validTo !== undefined && version.validTo <= unit.validFrom;
    return before
      ? { code: "areas.reason.kindUntil", data: { name: unitLabel(version), to: version.validTo!, act: version.toAct ?? "" } }
      : { code: "areas.reason.kindFrom", data: { name: unitLabel(version), from: version.validFrom ?? "", act: version.fromAct ?? "" } };
  });
}

export function validityReason(unit: Unit, on: PlainDate): Reason {
  if (unit.validTo !== undefined && unit.validTo <= on) {
    return { code: "areas.reason.ended", data: { name: unitLabel(unit), to: unit.validTo, act: unit.toAct ?? "" } };
  }
  return { code: "areas.reason.notYet", data: { name: unitLabel(unit), from: unit.validFrom ?? "", act: unit.fromAct ?? "" } };
}

/** The same code under another name at another time: the trap of the re-used codes of 2025. */
export function otherHolder(unit: Unit, on: PlainDate): Reason {
  const { code, validFrom: from = "", validTo: to = "" } = unit;
  return to !== "" && to <= on
    ? { code: "areas.reason.codeEarlierHolder", data: { code, name: unitLabel(unit), to } }
    : { code: "areas.reason.codeLaterHolder", data: { code, name: unitLabel(unit), from } };
}
