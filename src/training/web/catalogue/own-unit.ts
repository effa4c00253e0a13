import { useAreaPeriod, useUnits } from "../../../web/area-period.ts";
import type { Option } from "../../../web/design/form/select.tsx";
import { today } from "../../../web/today.ts";

/** Units of today that a line may belong to, and the one proposed: that of the page. */
export function useOwnUnits(): { readonly options: readonly Option[]; readonly usual: string | null } {
  const { area } = useAreaPeriod();
  const units = useUnits(today()).filter(({ level }) => level === "commune" || level === "province");
  return { options: units.map(({ uid, fullName }) => ({ value: uid, label: fullName })), usual: units.find(({ uid }) => uid === area)?.uid ?? (units.length === 1 ? units[0]!.uid : null) };
}
