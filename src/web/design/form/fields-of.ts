import type { WrongField } from "./error-summary.tsx";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.querySelectorAll<Field>("input, select, textarea")].filter((field) => !field.disabled && field.type !== "hidden" && field.type !== "file" && field.tabIndex >= 0);

/** The field that Enter leads to; undefined at the last one and on the kinds where Enter means something else. */
export function followingField(form: HTMLFormElement, from: HTMLInputElement): Field | undefined {
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
