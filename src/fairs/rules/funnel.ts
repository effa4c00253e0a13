import { rate, type Rate } from "../../kernel/ratio.ts";
import { FUNNEL_STEPS, UNIT_OF, type FunnelStep } from "./steps.ts";

/** What was counted of one step. `persons` are distinct; `touches` are the rows; `tally` are counts without persons. */
export interface StepCount {
  readonly step: FunnelStep;
  readonly persons: number;
  readonly touches: number;
  readonly tally: number;
}

export interface FunnelLine extends StepCount {
  readonly unit: (typeof UNIT_OF)[FunnelStep];
  /** the number a report prints: persons or touches by the step's unit, and the tallies of people without a row */
  readonly value: number;
}

const BY_PERSON: ReadonlySet<string> = new Set(["persons"]);

/** Every step in order, zero where nothing was counted. Steps are never added up: one person may stand in all of them. */
export function funnelOf(counts: readonly StepCount[]): FunnelLine[] {
  return FUNNEL_STEPS.map((step) => {
    const { persons, touches, tally } = counts.find((one) => one.step === step) ?? { persons: 0, touches: 0, tally: 0 };
    const unit = UNIT_OF[step];
    return { step, unit, persons, touches, tally, value: (BY_PERSON.has(unit) ? persons : touches) + tally };
  });
}

export const lineOf = (lines: readonly FunnelLine[], step: FunnelStep): FunnelLine => lines.find((line) => line.step === step)!;
const valueOf = (lines: readonly FunnelLine[], step: FunnelStep): number => lineOf(lines, step).value;

export interface Conversion {
  /** interviews and appointments */
  readonly part: number;
  /** registrations at firms and over the net */
  readonly whole: number;
  readonly rate: Rate | null;
}

/** F5/F4 as the field reckons it: (f5a + f5b) / (f4a + f4b), one decimal. A share of registrations, not of people. */
export function conversion(lines: readonly FunnelLine[]): Conversion {
  const part = valueOf(lines, "f5a") + valueOf(lines, "f5b");
  const whole = valueOf(lines, "f4a") + valueOf(lines, "f4b");
  return { part, whole, rate: rate(part, whole, 1) };
}
