import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { dayText } from "../../../web/design/format.ts";
import { type Translate, useText } from "../../../web/text/text.tsx";
import type { Board } from "../../contract.ts";
import { FigureDoor } from "../source/figure-door.tsx";
import { markWords, narrow, numberOf } from "../source/shown.ts";
import type { Commune } from "./picture.ts";

const ALL = 500;
const USUAL = "poverty.poor_rate";

/** With such communes the others come first. */
const isUnknown = ({ figures }: Commune): boolean => figures[USUAL]?.value === null;

/** Every number of every commune, and of the whole area below; a row leads to the board of its commune. */
export function CommuneTable({ board, nameOf }: { board: Board; nameOf: (id: string) => string }) {
  const t = useText();
  const indicators = Object.keys(board.communes[0]!.figures);
  const heading = (id: string): string => {
    const unit = board.communes[0]!.figures[id]!.unit;
    return unit === "điểm %" ? t("indicators.board.inPoints", { name: nameOf(id) }) : nameOf(id);
  };
  const numbers = indicators.map((id): Column<Commune> => ({
    key: id, label: heading(id), align: "end", sort: true,
    sortValue: ({ figures }) => numberOf(figures[id]!.value), text: ({ figures }) => numberOf(figures[id]!.value),
    render: (commune) => <FigureDoor figure={commune.figures[id]!} name={`${nameOf(id)}, ${commune.name}`} of={commune.uid} unit="none" unmarked />,
  }));
  const planned = indicators.filter((id) => board.communes.some(({ plans }) => plans[id]));
  const plans = planned.flatMap((id): Column<Commune>[] => [
    { key: `${id}.plan`, label: t("indicators.board.trend.planOf", { name: nameOf(id) }), align: "end", render: ({ plans: of }) => planText(of[id], t) },
    { key: `${id}.percent`, label: t("indicators.board.percentOf", { name: nameOf(id) }), align: "end", render: ({ plans: of }) => standing(of[id], t) },
  ]);
  const columns: Column<Commune>[] = [
    { key: "name", label: t("indicators.board.commune"), main: true, nowrap: true, sort: true, sortValue: (commune) => commune.name, render: (commune) => commune.name },
    ...numbers,
    ...plans,
    { key: "marks", label: t("indicators.board.notes"), nowrap: true, render: ({ figures }) => markWords([...new Set(Object.values(figures).flatMap((figure) => figure.marks))], t) || "—" },
  ];
  const total = (column: Column<Commune>) => {
    if (column.key === "name") return t("indicators.board.whole", { area: board.area.fullName });
    const tile = board.tiles.find(({ indicator }) => indicator === column.key);
    return tile && <FigureDoor figure={tile.figure} name={`${tile.name}, ${board.area.fullName}`} unit="none" unmarked />;
  };
  const totalText = ({ key }: Column<Commune>) => {
    if (key === "name") return t("indicators.board.whole", { area: board.area.fullName });
    return numberOf(board.tiles.find(({ indicator }) => indicator === key)?.figure.value ?? null);
  };
  return (
    <DataTable
      label={t("indicators.board.communes", { count: board.communes.length })}
      name="communes"
      local
      pageSize={ALL}
      usualSort={board.communes.some(isUnknown) ? `-${USUAL}` : "name"}
      rows={board.communes}
      rowKey={(commune) => commune.uid}
      rowTarget={(commune) => ({ to: "/board", search: { area: commune.uid } })}
      columns={columns}
      footer={total}
      footerText={totalText}
      exports={[t("indicators.board.subtitle", { area: board.area.fullName, period: board.period.name, on: dayText(board.on), before: dayText(board.previousOn) })]}
    />
  );
}

/** "134,7%" of the plan; of a level that should fall, whether it came down to it. */
function standing(planned: Commune["plans"][string] | undefined, t: Translate): string {
  if (!planned) return "—";
  if (planned.planMet !== null) return t(planned.planMet ? "indicators.board.plan.met" : "indicators.board.plan.notMet");
  return planned.percentOfPlan?.text ?? "—";
}

/** "6,50%", with the kind of figure where the document does not give it as it stands. */
function planText(planned: Commune["plans"][string] | undefined, t: Translate): string {
  if (!planned) return "—";
  const mark = markWords([planned.plan.kind], t);
  return narrow(planned.plan.text, t) + (mark && ` (${mark})`);
}
