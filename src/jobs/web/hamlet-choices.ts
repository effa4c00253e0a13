import { useHamlets, useUnits } from "../../web/area-period.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { capital } from "../../web/design/format.ts";
import type { Option } from "../../web/design/form/select.tsx";

/** Hamlets of an area as choices; of an area with several communes with the name of theirs. */
export function useHamletChoices(area: string, on: PlainDate): Option[] {
  const hamlets = useHamlets(area, on) ?? [];
  const units = useUnits(on);
  const several = new Set(hamlets.map(({ unitUid }) => unitUid)).size > 1;
  const nameOf = (uid: string): string => units.find((unit) => unit.uid === uid)?.fullName ?? "";
  return hamlets.map(({ id, label, unitUid }) => ({ value: id, label: several ? `${capital(label)}, ${nameOf(unitUid)}` : capital(label) }));
}
