import { StatusBadge } from "../../web/design/status-badge.tsx";
import { useText } from "../../web/text/text.tsx";

/** "Huyện An Phú (cũ)": a unit that has ended is marked wherever it is named. */
export function UnitName({ unit }: { unit: { readonly fullName: string; readonly former: boolean } }) {
  const t = useText();
  const name = unit.fullName.replace(/ \(cũ\)$/u, "");
  return (
    <>
      {name}
      {unit.former && (
        <>
          {" "}
          <StatusBadge pattern="dotted">{t("areas.former")}</StatusBadge>
        </>
      )}
    </>
  );
}
