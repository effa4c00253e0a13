import { DateInput } from "../../web/design/form/date-input.tsx";
import { Choice } from "../../web/design/form/checkbox.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import { useText } from "../../web/text/text.tsx";
import type { PersonBody } from "../contract.ts";
import { optionsOf, useCodes } from "./codes.ts";

/** A person while being typed. */
export interface PersonDraft {
  readonly fullName: string;
  readonly sex: string | null;
  readonly birth: string | null;
  readonly ethnicity: string | null;
  readonly number: string;
}

export const NOBODY: PersonDraft = { fullName: "", sex: null, birth: null, ethnicity: "01", number: "" };

export const personBody = (draft: PersonDraft): PersonBody => ({
  fullName: draft.fullName, sex: Number(draft.sex ?? 0) as 0 | 1 | 2, birth: draft.birth, ethnicity: draft.ethnicity, numbers: draft.number.trim() === "" ? [] : [draft.number.trim()],
});

export interface PersonFieldsProps {
  readonly value: PersonDraft;
  readonly onChange: (value: PersonDraft) => void;
  /** of the fields' ids, so that the sum of errors leads there */
  readonly id: string;
  readonly errors?: { readonly fullName?: string | undefined; readonly sex?: string | undefined };
  /** a correction leaves the number alone: it has a form of its own */
  readonly withNumber?: boolean;
}

/** In the order of the paper: name, sex, birth, people, number. */
export function PersonFields({ value, onChange, id, errors = {}, withNumber = true }: PersonFieldsProps) {
  const t = useText();
  const { codes } = useCodes();
  const set = (changes: Partial<PersonDraft>) => onChange({ ...value, ...changes });
  return (
    <>
      <TextInput label={t("registry.person.fullName")} id={`${id}-fullName`} value={value.fullName} onChange={(fullName) => set({ fullName })} required error={errors.fullName} />
      <Choice
        label={t("registry.person.sex")}
        id={`${id}-sex`}
        required
        error={errors.sex}
        value={value.sex}
        onChange={(sex) => set({ sex })}
        options={[{ value: "1", label: t("registry.sex.1") }, { value: "2", label: t("registry.sex.2") }, { value: "0", label: t("registry.sex.0") }]}
      />
      <DateInput label={t("registry.person.birth")} hint={t("registry.person.birthHint")} id={`${id}-birth`} yearOnly value={value.birth} onChange={(birth) => set({ birth })} />
      <Select label={t("registry.person.ethnicity")} id={`${id}-ethnicity`} options={optionsOf(codes?.ethnicGroups)} none={t("registry.person.unknown")} value={value.ethnicity} onChange={(ethnicity) => set({ ethnicity })} />
      {withNumber && <TextInput label={t("registry.person.number")} hint={t("registry.person.numberHint")} id={`${id}-number`} inputMode="numeric" value={value.number} onChange={(number) => set({ number })} />}
    </>
  );
}
