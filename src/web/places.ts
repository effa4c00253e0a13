import { areasRoutes, type HamletView, type VisibleUnit } from "../areas/contract.ts";
import type { PlainDate } from "../kernel/date.ts";
import { useAnswer } from "./data.ts";

/** Units within the actor's reach on a day, whatever day the page shows; undefined while loading. */
export const useUnits = (on: PlainDate): readonly VisibleUnit[] | undefined => useAnswer(areasRoutes.visible, { query: { on } }).data?.units;

/** Hamlets of a unit on a day; undefined while loading and without a unit. */
export const useHamlets = (unitUid: string | null, on: PlainDate): readonly HamletView[] | undefined =>
  useAnswer(areasRoutes.hamlets, { params: { uid: unitUid ?? "" }, query: { on } }, { enabled: unitUid !== null }).data?.hamlets;
