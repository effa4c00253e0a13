import { type RefObject, useEffect } from "react";
import type { WrongField } from "./error-summary.tsx";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.querySelectorAll<Field>("input, select, textarea")].filter(
    (field) => !field.disabled && field.type !== "hidden" && field.type !== "file" && field.tabIndex >= 0,
  );

/** Enter goes on to the next field; at the last one it submits. An open list and an input method keep their Enter. */
export function useEnterGoesOn(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const element = form.current!;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      const next = followingField(element, event.target);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    element.addEventListener("keydown", onKeyDown);
    return () => element.removeEventListener("keydown", onKeyDown);
  }, [form]);
}

function followingField(form: HTMLFormElement, from: HTMLInputElement): Field | undefined {
  if (from.getAttribute("aria-expanded") === "true") return undefined;
  const fields = fieldsOf(form);
  return fields[fields.indexOf(from) + 1];
}

const labelOf = (field: Field): string => field.labels?.[0]?.textContent?.replace(/\s*\*$/, "") ?? "";

/** Fields whose text cannot be read as what they are for. */
export const wrongFields = (form: HTMLFormElement): WrongField[] =>
  fieldsOf(form)
    .filter((field) => field.validity.customError)
    .map((field) => ({ id: field.id, text: `${labelOf(field)}: ${field.validationMessage}` }));
