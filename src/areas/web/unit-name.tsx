import { StatusBadge } from "../../web/design/status-badge.tsx";
import { type Translate, useText } from "../../web/text/text.tsx";

interface Named {
  readonly fullName: string;
  readonly former: boolean;
}

const nameOf = ({ fullName }: Named): string => fullName.replace(/ \(cũ\)$/u, "");

export const unitNameText = (unit: Named, t: Translate): string => (unit.former ? `${nameOf(unit)} (${t("areas.former")})` : nameOf(unit));

/** "Huyện An Phú (cũ)": a unit that has ended is marked wherever it is named. */
export function UnitName({ unit }: { unit: Named }) {
  const t = useText();
  return (
    <>
      {nameOf(unit)}
      {unit.former && (
        <>
          {" "}
          <StatusBadge pattern="dotted">{t("areas.former")}</StatusBadge>
        </>
      )}
    </>
  );
}
