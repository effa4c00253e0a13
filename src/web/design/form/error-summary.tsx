import { useEffect, useRef } from "react";
import { useText } from "../../text/text.tsx";
import classes from "./form-page.module.css";
import type { Form } from "./use-form.ts";

export interface WrongField {
  readonly id: string;
  readonly text: string;
}

/** What is wrong, summed at the top; each line leads to its field. It takes the keyboard when the form is sent, never while a field is being mended. */
export function ErrorSummary<V>({ form, unreadable, sent }: { form: Form<V>; unreadable: readonly WrongField[]; sent: number }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const known = new Set(unreadable.map((wrong) => wrong.id));
  const wrong = [
    ...unreadable,
    ...Object.entries(form.errors as Record<string, string>)
      .map(([name, text]) => ({ id: `${form.id}-${name}`, text }))
      .filter((line) => !known.has(line.id)),
  ];
  const count = wrong.length;
  useEffect(() => box.current?.focus(), [sent]);
  if (count === 0) return null;
  return (
    <div ref={box} className={classes["summary"]} role="alert" tabIndex={-1}>
      <p>{t("web.form.wrong", { count })}</p>
      <ul>
        {wrong.map((line) => (
          <li key={line.id}>
            <button type="button" onClick={() => document.getElementById(line.id)?.focus()}>
              {line.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
