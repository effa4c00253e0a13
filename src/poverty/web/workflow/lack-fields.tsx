import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { Hint } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { SurveyForm } from "../../workflow/contract.ts";

/** Ticks of a visit. `children`: by person, the indicators he lacks in; null: not asked one by one. */
export interface Ticks {
  readonly deprivations: readonly string[];
  readonly causes: readonly string[];
  readonly children: Readonly<Record<string, readonly string[]>> | null;
}

const toggled = (list: readonly string[], code: string, on: boolean): string[] => (on ? [...list, code] : list.filter((one) => one !== code));

/** What is sent of the children: those who were in the household on the day of the visit. */
export const givenChildren = (form: Pick<SurveyForm, "children">, { children }: Pick<Ticks, "children">, on: string | null): { personId: string; lacks: string[] }[] | null =>
  children === null ? null : form.children.filter(({ since }) => on === null || since <= on).map(({ personId }) => ({ personId, lacks: [...(children[personId] ?? [])] }));

export const childTicks = (children: readonly { readonly personId: string; readonly lacks: readonly string[] }[] | null | undefined): Ticks["children"] => (children ? Object.fromEntries(children.map(({ personId, lacks }) => [personId, lacks])) : null);

/** The indicators by dimension (B2 is reckoned), each child of the household, causes. */
export function LackFields({ asked, values, onChange }: { asked: SurveyForm; values: Ticks; onChange: (values: Partial<Ticks>) => void }) {
  const t = useText();
  const { deprivations, causes, children } = values;
  const dimensions = [...new Set(asked.indicators.map(({ dimension }) => dimension))];
  const nameOf = (code: string): string => asked.indicators.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      {dimensions.map((dimension) => (
        <FieldSet key={dimension} label={t("poverty.work.lacks", { dimension })}>
          {asked.indicators.filter((one) => one.dimension === dimension).map((one) => (
            <Checkbox key={one.code} label={one.name} {...(one.deprivedWhen && { hint: one.deprivedWhen })} disabled={!one.active} value={deprivations.includes(one.code)} onChange={(on) => onChange({ deprivations: toggled(deprivations, one.code, on) })} />
          ))}
        </FieldSet>
      ))}
      {asked.step !== null && <Hint>{t("poverty.work.b2", { points: deprivations.length * asked.step, count: deprivations.length, step: asked.step })}</Hint>}
      {asked.children.length > 0 && <Checkbox label={t("poverty.work.children.asked")} hint={t("poverty.work.children.hint")} value={children !== null} onChange={(on) => onChange({ children: on ? {} : null })} />}
      {children !== null && asked.children.map(({ personId, fullName, birthYear, asked: codes }) => (
        <FieldSet key={personId} label={t("poverty.work.children.of", { name: fullName, year: String(birthYear) })}>
          {codes.map((code) => (
            <Checkbox key={code} label={nameOf(code)} value={children[personId]?.includes(code) ?? false} onChange={(on) => onChange({ children: { ...children, [personId]: toggled(children[personId] ?? [], code, on) } })} />
          ))}
        </FieldSet>
      ))}
      <FieldSet label={t("poverty.work.causes")}>
        {asked.causes.map((one) => <Checkbox key={one.code} label={one.name} value={causes.includes(one.code)} onChange={(on) => onChange({ causes: toggled(causes, one.code, on) })} />)}
      </FieldSet>
    </>
  );
}
