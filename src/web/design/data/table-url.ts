import { useUrl } from "../../navigation.tsx";

export interface TableState {
  /** from 1 */
  readonly page: number;
  readonly sort: string | undefined;
  readonly descending: boolean;
  /** for the server: "name", "-name", or undefined */
  readonly order: string | undefined;
  /** columns chosen, or undefined for the usual ones */
  readonly columns: readonly string[] | undefined;
  readonly setPage: (page: number) => void;
  readonly setOrder: (order: string) => void;
  readonly toggleSort: (key: string) => void;
  readonly setColumns: (keys: readonly string[] | undefined) => void;
}

/** Page, order and chosen columns of a table, kept in the address. A second table on a page gives a name. */
export function useTable(name = "", usual?: string): TableState {
  const { values, set } = useUrl();
  const key = (part: string) => (name ? `${name}.${part}` : part);
  const order = values[key("sort")] ?? usual;
  const descending = order?.startsWith("-") ?? false;
  const sort = order?.replace(/^-/, "");
  return {
    page: Math.max(1, Number.parseInt(values[key("page")] ?? "1", 10) || 1),
    sort,
    descending,
    order,
    columns: values[key("columns")]?.split(","),
    setPage: (page) => set({ [key("page")]: page === 1 ? null : String(page) }),
    setOrder: (next) => set({ [key("sort")]: next, [key("page")]: null }, "replace"),
    toggleSort: (column) => set({ [key("sort")]: sort === column && !descending ? `-${column}` : column, [key("page")]: null }, "replace"),
    setColumns: (columns) => set({ [key("columns")]: columns?.join(",") ?? null }, "replace"),
  };
}
