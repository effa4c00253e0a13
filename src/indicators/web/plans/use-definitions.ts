import type { AnswerOf } from "../../../platform/http/contract.ts";
import { useAnswer } from "../../../web/data.ts";
import { indicatorsRoutes } from "../../contract.ts";

type Definition = AnswerOf<typeof indicatorsRoutes.definitions>["indicators"][number];
const NONE: readonly Definition[] = [];

/** Indicators as choices, their names and units. */
export function useDefinitions() {
  const indicators = useAnswer(indicatorsRoutes.definitions, {}).data?.indicators ?? NONE;
  const find = (id: string | null): Definition | undefined => indicators.find((one) => one.id === id);
  return { indicators, find, nameOf: (id: string): string => find(id)?.name ?? "…" };
}
