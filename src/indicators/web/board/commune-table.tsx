import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { Board } from "../../contract.ts";
import { FigureDoor } from "../source/figure-door.tsx";
import { markWords } from "../source/shown.ts";
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
    sortValue: ({ figures }) => (figures[id]!.value === null ? null : Number(figures[id]!.value)),
    render: (commune) => <FigureDoor figure={commune.figures[id]!} name={`${nameOf(id)}, ${commune.name}`} of={commune.uid} unit="none" unmarked />,
  }));
  const columns: Column<Commune>[] = [
    { key: "name", label: t("indicators.board.commune"), main: true, nowrap: true, sort: true, sortValue: (commune) => commune.name, render: (commune) => commune.name },
    ...numbers,
    { key: "marks", label: t("indicators.board.notes"), nowrap: true, render: ({ figures }) => markWords([...new Set(Object.values(figures).flatMap((figure) => figure.marks))], t) || "—" },
  ];
  const total = (column: Column<Commune>) => {
    if (column.key === "name") return t("indicators.board.whole", { area: board.area.fullName });
    const tile = board.tiles.find(({ indicator }) => indicator === column.key);
    return tile && <FigureDoor figure={tile.figure} name={`${tile.name}, ${board.area.fullName}`} unit="none" unmarked />;
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
    />
  );
}
