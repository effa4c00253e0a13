import { Checkbox } from "../../web/design/form/checkbox.tsx";
import type { Option } from "../../web/design/form/select.tsx";
import { Columns } from "../../web/design/layout.tsx";
import classes from "./accounts.module.css";

interface CheckListProps<V extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (Option & { readonly value: V })[];
  readonly value: readonly V[];
  readonly onChange: (value: readonly V[]) => void;
  readonly error: string | undefined;
}

/** Several of a list, in the order of the list. The summary of errors leads to the first box. */
export function CheckList<V extends string>({ id, label, options, value, onChange, error }: CheckListProps<V>) {
  const chosen = new Set(value);
  const take = (one: V, on: boolean) => onChange(options.map((option) => option.value).filter((other) => (other === one ? on : chosen.has(other))));
  return (
    <fieldset className={classes["checks"]} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      <Columns least={180}>
        {options.map((option, at) => (
          <Checkbox key={option.value} id={at === 0 ? id : `${id}-${at}`} label={option.label} value={chosen.has(option.value)} onChange={(on) => take(option.value, on)} />
        ))}
      </Columns>
      {error && (
        <p id={`${id}-error`} className={classes["error"]}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
