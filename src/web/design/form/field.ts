/** What every field takes. `form.field("name")` gives value, onChange, error and id. */
export interface FieldProps<T> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly id?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

interface MantineField {
  label: string;
  id?: string;
  description?: string;
  error?: string;
  required: boolean;
  disabled: boolean;
}

export function mantineField<T>({ label, id, hint, error, required, disabled }: FieldProps<T>): MantineField {
  return {
    label,
    ...(id ? { id } : {}),
    ...(hint ? { description: hint } : {}),
    ...(error ? { error } : {}),
    required: required ?? false,
    disabled: disabled ?? false,
  };
}
