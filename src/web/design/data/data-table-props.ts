import type { ReactNode } from "react";
import type { CellText } from "../../../exchange/table/contract.ts";
import type { Target } from "../../navigation.tsx";
import type { Column } from "./column.ts";

export interface Selection {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  /** buttons for what is selected */
  readonly actions?: ReactNode;
}

export interface DataTableProps<R> {
  /** what the table lists, for screen readers: "Hộ dân" */
  readonly label: string;
  readonly columns: readonly Column<R>[];
  /** undefined while loading */
  readonly rows: readonly R[] | undefined;
  readonly rowKey: (row: R) => string;
  /** Enter or a click on a row goes there (or calls onOpen) */
  readonly rowTarget?: (row: R) => Target;
  readonly onOpen?: (row: R) => void;
  /** all rows of the list; more than `rows` when the server pages */
  readonly total?: number;
  readonly pageSize?: number;
  /** all rows are given: the table sorts and pages by itself */
  readonly local?: boolean;
  /** of the address, when there are two tables on a page */
  readonly name?: string;
  /** "-rate": order when the address says none */
  readonly usualSort?: string;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  /** shown instead of the table when there are no rows: <EmptyState …> */
  readonly empty?: ReactNode;
  readonly selection?: Selection;
  /** lines under the title of the exported workbook; false: no export, as of tables of persons, which ask for a purpose (`ExportList`) */
  readonly exports?: readonly string[] | false;
  /** buttons at the right above the table */
  readonly tools?: ReactNode;
  /** a row of totals */
  readonly footer?: (column: Column<R>) => ReactNode;
  /** the same for the exported workbook, where `footer` is more than words */
  readonly footerText?: (column: Column<R>) => CellText;
}
