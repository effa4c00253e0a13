import { useAnswer } from "../../web/data.ts";
import { indicatorsRoutes } from "../contract.ts";

/** Indicators as choices, and their names. */
export function useDefinitions() {
  const { data } = useAnswer(indicatorsRoutes.definitions, {});
  const indicators = data?.indicators ?? [];
  const names = new Map(indicators.map((one) => [one.id, one.name]));
  return { indicators, nameOf: (id: string): string => names.get(id) ?? "…" };
}

export const KINDS = ["document", "forecast", "estimate", "backward", "illustrative"] as const;
export const PLAN_KINDS = ["assigned", "own", "council"] as const;
