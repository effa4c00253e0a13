import { useId, useRef, useState } from "react";

export type FormErrors<V> = Partial<Record<keyof V & string, string>>;

export interface FormOptions<V> {
  /** names the draft, e.g. `household:${id}`: one form of one record */
  readonly draft: string;
  readonly initial: V;
  /** words beside the fields that are wrong */
  readonly validate?: (values: V) => FormErrors<V>;
}

export interface Form<V> {
  readonly id: string;
  readonly values: V;
  readonly errors: FormErrors<V>;
  readonly restored: boolean;
  readonly set: (changes: Partial<V>) => void;
  readonly setErrors: (errors: FormErrors<V>) => void;
  readonly field: <K extends keyof V & string>(name: K) => { id: string; value: V[K]; onChange: (value: V[K]) => void; error: string | undefined };
  /** true when nothing is wrong; else the errors are shown */
  readonly check: () => boolean;
  /** after saving, or when the person throws the draft away */
  readonly clear: () => void;
}

const place = (draft: string): string => `sinhke.draft.${draft}`;

function findDraft<V>(draft: string): Partial<V> | undefined {
  const text = sessionStorage.getItem(place(draft));
  return text ? (JSON.parse(text) as Partial<V>) : undefined;
}

/** Typed values survive leaving the page, Back and reloading; they are gone when the tab is closed or the form is saved. */
export function useForm<V extends object>({ draft, initial, validate }: FormOptions<V>): Form<V> {
  const id = useId();
  const [found] = useState(() => findDraft<V>(draft));
  const [values, setValues] = useState<V>({ ...initial, ...found });
  const [errors, setErrors] = useState<FormErrors<V>>({});
  const [restored, setRestored] = useState(found !== undefined);
  const latest = useRef(values);
  const set = (changes: Partial<V>) => {
    latest.current = { ...latest.current, ...changes };
    setValues(latest.current);
    sessionStorage.setItem(place(draft), JSON.stringify(latest.current));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in changes))) as FormErrors<V>);
  };
  return {
    id,
    values,
    errors,
    restored,
    set,
    setErrors,
    field: (name) => ({ id: `${id}-${name}`, value: values[name], onChange: (value) => set({ [name]: value } as unknown as Partial<V>), error: errors[name] }),
    check: () => {
      const wrong = validate?.(latest.current) ?? {};
      setErrors(wrong);
      return Object.keys(wrong).length === 0;
    },
    clear: () => {
      sessionStorage.removeItem(place(draft));
      latest.current = initial;
      setValues(initial);
      setErrors({});
      setRestored(false);
    },
  };
}
