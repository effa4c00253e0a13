import { TextInput as MantineTextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type FieldProps, mantineField } from "./field.ts";
import { numberStyles, textStyles } from "./styles.ts";

interface TypedInputProps<T> extends FieldProps<T | null> {
  /** undefined when the text cannot be read */
  readonly read: (text: string) => T | undefined;
  readonly show: (value: T) => string;
  /** said when the text cannot be read */
  readonly unreadable: string;
  readonly look: "number" | "text";
  readonly placeholder?: string;
}

/**
 * Free typing of a value that has a form of its own (number, date): nothing is changed while typing, so telex and half-typed text live;
 * on leaving the field it is read and shown in its official form. Text that cannot be read stays, is told, and stops the form.
 */
export function TypedInput<T extends string | number>({ read, show, unreadable, look, placeholder, ...field }: TypedInputProps<T>) {
  const shown = field.value === null ? "" : show(field.value);
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const wrong = draft !== null && draft.trim() !== "" && read(draft) === undefined;
  useEffect(() => input.current?.setCustomValidity(wrong ? unreadable : ""), [wrong, unreadable]);
  const type = (text: string) => {
    setDraft(text);
    field.onChange(text.trim() === "" ? null : (read(text) ?? null));
  };
  const [left, setLeft] = useState(true);
  return (
    <MantineTextInput
      {...mantineField({ ...field, error: wrong && left ? unreadable : field.error })}
      ref={input}
      classNames={look === "number" ? numberStyles : textStyles}
      inputMode={look === "number" ? "decimal" : "text"}
      autoComplete="off"
      placeholder={placeholder}
      value={draft ?? shown}
      onChange={(event) => (setLeft(false), type(event.currentTarget.value))}
      onBlur={() => (setLeft(true), wrong || setDraft(null))}
    />
  );
}
