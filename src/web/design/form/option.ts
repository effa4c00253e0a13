import type { FieldProps } from "./field.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldProps<string | null> {
  readonly options: readonly Option[];
  /** the words for "none"; when absent a choice cannot be taken back */
  readonly none?: string;
}
