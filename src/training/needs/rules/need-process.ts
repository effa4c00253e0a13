import { ageOn, monthOf, type PlainDate, yearOf } from "../../../kernel/date.ts";

export const NEED_STATES = ["draft", "confirmed", "summed", "planned", "declined"] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** nháp → xác nhận ấp → tổng hợp xã → đưa vào kế hoạch; declined: không phù hợp; back: trả lại cho ấp. */
export const NEED_DEEDS = ["confirm", "sum", "plan", "decline", "back"] as const;
export type NeedDeed = (typeof NEED_DEEDS)[number];

const STEPS: Readonly<Record<NeedDeed, { readonly from: readonly NeedState[]; readonly to: NeedState; readonly by: "hamlet" | "commune" }>> = {
  confirm: { from: ["draft"], to: "confirmed", by: "hamlet" },
  sum: { from: ["confirmed"], to: "summed", by: "commune" },
  plan: { from: ["summed"], to: "planned", by: "commune" },
  decline: { from: ["confirmed", "summed"], to: "declined", by: "commune" },
  back: { from: ["confirmed", "summed", "declined"], to: "draft", by: "commune" },
};

/** The state after a deed; undefined where the deed does not fit the state. */
export const afterDeed = (state: NeedState, deed: NeedDeed): NeedState | undefined => (STEPS[deed].from.includes(state) ? STEPS[deed].to : undefined);

/** "hamlet": who asks in the hamlet and who works for the commune; "commune": the commune and above. */
export const byWhom = (deed: NeedDeed): "hamlet" | "commune" => STEPS[deed].by;

export const needsReason = (deed: NeedDeed): boolean => deed === "decline" || deed === "back";

/** Counted as registered (ĐT-08), and may be answered by a class: what the hamlet confirmed and the commune did not decline. */
export const isRegistered = (state: NeedState): boolean => state === "confirmed" || state === "summed" || state === "planned";

/** Độ tuổi lao động tối thiểu: đủ 15 tuổi (Điều 3 Bộ luật Lao động 45/2019/QH14). */
export const LEAST_AGE = 15;

/** Whether somebody is old enough on a day; one of whom only the year is known, by the year. undefined: not known when born. */
export function oldEnough({ birthDate, birthYear }: { readonly birthDate?: PlainDate | null | undefined; readonly birthYear?: number | null | undefined }, on: PlainDate): boolean | undefined {
  if (birthDate) return ageOn(birthDate, on) >= LEAST_AGE;
  return birthYear === null || birthYear === undefined ? undefined : yearOf(on) - birthYear >= LEAST_AGE;
}

/** The year whose plan a survey of this day is for: from July on the next one. */
export const usualNeedYear = (on: PlainDate): number => yearOf(on) + (monthOf(on) >= 7 ? 1 : 0);

/** Years that a need may be written down for: last year's late ones, up to three years ahead. */
export const needYears = (on: PlainDate): number[] => [-1, 0, 1, 2, 3].map((more) => yearOf(on) + more);
