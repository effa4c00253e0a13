import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { areasRoutes, type HamletView, type VisibleUnit } from "../areas/contract.ts";
import { useAnswer } from "./data.ts";
import { useUrl } from "./navigation.tsx";
import { useSession } from "./session.ts";

export interface AreaPeriod {
  /** uid (code@valid_from) of the unit whose records are shown */
  readonly area: string;
  readonly areaName: string;
  /** the day whose state is shown ("số liệu tính đến ngày") */
  readonly on: PlainDate;
  readonly year: number;
  readonly units: readonly VisibleUnit[];
  readonly setArea: (uid: string) => void;
  readonly setDay: (on: PlainDate) => void;
}

/** Units that this person may see at a day; empty until they are known. */
export function useUnits(on: PlainDate): readonly VisibleUnit[] {
  return useAnswer(areasRoutes.visible, { query: { on } }, { keep: true }).data?.units ?? NONE;
}
const NONE: readonly VisibleUnit[] = [];

/** Hamlets of a unit at a day; undefined until they are known, and without a unit. */
export function useHamlets(unitUid: string | null, on: PlainDate): readonly HamletView[] | undefined {
  return useAnswer(areasRoutes.hamlets, { params: { uid: unitUid ?? "" }, query: { on } }, { enabled: unitUid !== null }).data?.hamlets;
}

/** What every page is about: Địa bàn and Kỳ số liệu, kept in the address as `area` and `on`. */
export function useAreaPeriod(): AreaPeriod {
  const session = useSession();
  const { usual } = session;
  const { values, set } = useUrl();
  const on = values["on"] && isPlainDate(values["on"]) ? values["on"] : usual.on;
  const { data } = useAnswer(areasRoutes.visible, { query: { on } }, { keep: true });
  const units = data?.units ?? [];
  const area = values["area"] ?? usual.area.uid;
  const known = [session.unit, usual.area].find(({ uid }) => uid === area)?.fullName ?? units.find((unit) => unit.uid === area)?.fullName;
  const elsewhere = useAnswer(areasRoutes.unit, { params: { uid: area }, query: { on } }, { enabled: data !== undefined && known === undefined });
  return {
    area,
    areaName: known ?? elsewhere.data?.unit.fullName ?? "…",
    on,
    year: Number(on.slice(0, 4)),
    units,
    setArea: (uid) => set({ area: uid, page: null }),
    setDay: (day) => set({ on: day, page: null }),
  };
}
