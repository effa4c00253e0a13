import type { Session } from "../../../accounts/contract.ts";
import { FIGURE_KINDS } from "../../rules/figure.ts";

export const PLAN_KINDS = ["assigned", "own", "council"] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Kinds that a person may write; what is counted is counted by the program. */
export const WRITTEN_KINDS = FIGURE_KINDS.filter((kind) => kind !== "counted");
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

/** Who is offered the buttons; the server decides by unit. */
export const mayPlan = ({ role }: Session): boolean => role === "commune" || role === "province" || role === "admin";
/** A period holds for the whole province. */
export const mayKeepPeriods = ({ role }: Session): boolean => role === "province" || role === "admin";

export const isYear = (text: string): boolean => /^20\d{2}$/.test(text.trim());
