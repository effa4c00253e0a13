import type { PlainDate } from "../../kernel/date.ts";
import { registryRoutes } from "../../registry/contract.ts";
import type { WorkerInput } from "../../registry/rules/worker.ts";
import { useAnswer } from "../../web/data.ts";
import { capital } from "../../web/design/format.ts";
import { Choice } from "../../web/design/form/checkbox.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import type { Form, FormErrors } from "../../web/design/form/use-form.ts";
import { type Translate, useText } from "../../web/text/text.tsx";
import { useHamletChoices } from "./hamlet-choices.ts";

/** A worker while being typed. `birth`: a day or a year. */
export interface WorkerDraft {
  readonly hamletId: string | null;
  readonly fullName: string;
  readonly personId: string | null;
  readonly birth: string | null;
  readonly sex: string | null;
}

export const NO_WORKER: WorkerDraft = { hamletId: null, fullName: "", personId: null, birth: null, sex: "0" };

export const workerBody = ({ hamletId, fullName, personId, birth, sex }: WorkerDraft): WorkerInput => ({
  hamletId: hamletId!, fullName: fullName.trim(), personId, sex: Number(sex ?? 0) as 0 | 1 | 2, ...(birth !== null && (birth.length === 4 ? { birthYear: Number(birth) } : { birthDate: birth })),
});

export const workerErrors = ({ hamletId, fullName }: WorkerDraft, t: Translate): FormErrors<WorkerDraft> => ({
  ...(hamletId === null && { hamletId: t("jobs.worker.hamletMissing") }), ...(fullName.trim().length < 2 && { fullName: t("jobs.worker.nameMissing") }),
});

const LEAST_LETTERS = 5;

/** Who it is: the hamlet of residence, the name; people of the register with the name are offered, nobody is taken unasked. */
export function WorkerFields<V extends WorkerDraft>({ form, area, on }: { form: Form<V>; area: string; on: PlainDate }) {
  const t = useText();
  const hamlets = useHamletChoices(area, on);
  const { fullName, personId } = form.values;
  const asked = fullName.trim();
  const { data } = useAnswer(registryRoutes.searchPersons, { query: { q: asked, most: 12 } }, { enabled: asked.length >= LEAST_LETTERS, keep: true });
  const people = asked.length >= LEAST_LETTERS ? (data?.persons ?? []) : [];
  const typed = form as unknown as Form<WorkerDraft>;
  const choose = (id: string | null): void => {
    const person = people.find((one) => one.personId === id);
    typed.set(person ? { personId: id, fullName: person.fullName, birth: person.birthYear === null ? null : String(person.birthYear), sex: String(person.sex) } : { personId: null });
  };
  return (
    <>
      <TextInput label={t("jobs.worker.name")} required {...typed.field("fullName")} onChange={(value) => typed.set({ fullName: value, personId: null })} />
      {(people.length > 0 || personId !== null) && (
        <Select
          label={t("jobs.worker.inRegister")} hint={t("jobs.worker.inRegisterHint")} none={t("jobs.worker.byName")} value={personId} onChange={choose}
          options={people.map((person) => ({ value: person.personId, label: `${person.fullName}${person.birthYear === null ? "" : ` (${String(person.birthYear)})`}, ${capital(person.hamlet)}${person.headName ? `, ${t("jobs.worker.household", { head: person.headName })}` : ""}` }))}
        />
      )}
      <DateInput label={t("jobs.worker.birth")} hint={t("jobs.worker.birthHint")} yearOnly {...typed.field("birth")} />
      <Choice label={t("jobs.worker.sex")} options={["1", "2", "0"].map((value) => ({ value, label: t(`jobs.worker.sex.${value}`) }))} {...typed.field("sex")} />
      <Select label={t("jobs.worker.hamlet")} required options={hamlets} {...typed.field("hamletId")} />
    </>
  );
}
