import { Checkbox } from "../../web/design/form/checkbox.tsx";
import { FieldSet } from "../../web/design/form/field-set.tsx";
import type { Option } from "../../web/design/form/select.tsx";
import { Columns } from "../../web/design/layout.tsx";

interface CheckListProps<V extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (Option & { readonly value: V })[];
  readonly value: readonly V[];
  readonly onChange: (value: readonly V[]) => void;
  readonly error: string | undefined;
}

/** Several of a list, kept in the order of the list. */
export function CheckList<V extends string>({ options, value, onChange, ...field }: CheckListProps<V>) {
  const chosen = new Set(value);
  const take = (one: V, on: boolean) => onChange(options.map((option) => option.value).filter((other) => (other === one ? on : chosen.has(other))));
  return (
    <FieldSet {...field}>
      <Columns least={180}>
        {options.map((option) => (
          <Checkbox key={option.value} label={option.label} value={chosen.has(option.value)} onChange={(on) => take(option.value, on)} />
        ))}
      </Columns>
    </FieldSet>
  );
}
