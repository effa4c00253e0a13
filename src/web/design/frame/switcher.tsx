import { useMemo, useState } from "react";
import { plainDate } from "../../../kernel/date.ts";
import { fold } from "../../../kernel/text/fold.ts";
import { useAreaPeriod } from "../../area-period.ts";
import { useText } from "../../text/text.tsx";
import { useSession } from "../../session.ts";
import { today } from "../../today.ts";
import type { VisibleUnit } from "../../../areas/contract.ts";
import { Button } from "../button.tsx";
import { Drawer } from "../drawer.tsx";
import { Checkbox } from "../form/checkbox.tsx";
import { DateInput } from "../form/date-input.tsx";
import { TextInput } from "../form/text-input.tsx";
import { Row, Section } from "../layout.tsx";
import classes from "./switcher.module.css";

const YEARS_BACK = 4;
const SEARCH_FROM = 8;

/** Địa bàn · Kỳ số liệu: choosing a day before 1/7/2025 offers the units of then. */
export default function Switcher({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { area, on, units, setArea, setDay } = useAreaPeriod();
  const [typed, setTyped] = useState<string | null>(on);
  const [asked, setAsked] = useState("");
  const [onlyListed, setOnlyListed] = useState(false);
  const { usual } = useSession();
  const listed = useMemo(() => new Set(usual.withLists), [usual]);
  const narrows = on === usual.on && listed.size > 0 && units.some(({ uid }) => !listed.has(uid));
  const offered = useMemo(() => (narrows && onlyListed ? units.filter(({ uid }) => listed.has(uid)) : units), [units, listed, narrows, onlyListed]);
  const shown = useMemo(() => inTree(offered, area, fold(asked)), [offered, area, asked]);
  const nameOf = new Map(units.map((unit) => [unit.uid, unit.fullName]));
  const mixed = units.some((unit) => unit.former) && units.some((unit) => !unit.former);
  const thisYear = Number(today().slice(0, 4));
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear - 1 - back);
  const choose = (day: string) => {
    setTyped(day);
    setDay(plainDate(day));
  };
  return (
    <Drawer open title={`${t("web.head.area")} · ${t("web.head.period")}`} onClose={onClose}>
      <Section title={t("web.head.period")}>
        <Row gap="tight">
          <Button size="small" kind={on === today() ? "primary" : "secondary"} onClick={() => choose(today())}>
            {t("web.head.today")}
          </Button>
          {years.map((year) => (
            <Button key={year} size="small" kind={on === `${year}-12-31` ? "primary" : "secondary"} onClick={() => choose(`${year}-12-31`)}>
              {t("web.head.endOfYear", { year: String(year) })}
            </Button>
          ))}
        </Row>
        <DateInput label={t("web.head.day")} value={typed} onChange={(day) => (setTyped(day), day && setDay(plainDate(day)))} />
      </Section>
      <Section title={t("web.head.area")}>
        {units.length > SEARCH_FROM && <TextInput label={t("web.head.findArea")} hint={t("web.search.hint")} value={asked} onChange={setAsked} />}
        {narrows && <Checkbox label={t("web.head.onlyListed")} value={onlyListed} onChange={setOnlyListed} />}
        <ul className={classes["units"]}>
          {shown.map(({ unit, depth }) => (
            <li key={unit.uid} className={classes[`depth${Math.min(depth, 2)}`]}>
              <button type="button" aria-pressed={unit.uid === area} onClick={() => (setArea(unit.uid), onClose())}>
                {unit.former && mixed ? t("web.head.former", { name: unit.fullName }) : unit.fullName}
                {asked && nameOf.get(unit.parentUid ?? "") && <span className={classes["within"]}>{nameOf.get(unit.parentUid ?? "")}</span>}
              </button>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p>{t("web.field.nothingFound")}</p>}
      </Section>
    </Drawer>
  );
}

interface Placed {
  readonly unit: VisibleUnit;
  readonly depth: number;
}

const ALWAYS_OPEN = 1;

/** Names that begin with what is asked come first. */
function found(units: readonly VisibleUnit[], asked: string): readonly VisibleUnit[] {
  const matching = units.filter((unit) => fold(unit.fullName).includes(asked));
  const rank = (unit: VisibleUnit) => (fold(unit.name).startsWith(asked) || fold(unit.fullName).startsWith(asked) ? 0 : 1);
  return matching.toSorted((a, b) => rank(a) - rank(b));
}

/** Units below the unit they belong to; deeper ones only around the chosen unit. With a search, all that match, without depth. */
function inTree(units: readonly VisibleUnit[], chosen: string, asked: string): readonly Placed[] {
  if (asked) return found(units, asked).map((unit) => ({ unit, depth: 0 }));
  const known = new Map(units.map((unit) => [unit.uid, unit]));
  const parentOf = (unit: VisibleUnit) => (unit.parentUid !== null && known.has(unit.parentUid) ? unit.parentUid : null);
  const open = new Set([chosen, known.get(chosen)?.parentUid]);
  const below = (parent: string | null, depth: number): Placed[] =>
    units
      .filter((unit) => parentOf(unit) === parent)
      .flatMap((unit) => [{ unit, depth }, ...(depth < ALWAYS_OPEN || open.has(unit.uid) ? below(unit.uid, depth + 1) : [])]);
  return below(null, 0);
}
