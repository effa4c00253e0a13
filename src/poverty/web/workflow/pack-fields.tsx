import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { DecimalInput, NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { figureText } from "../../../web/design/format.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ActivePackView } from "../../score-pack/contract.ts";
import { scoreOf } from "../../score-pack/rules/score-of.ts";
import { NONE, SKIP, type PackAnswers } from "../../score-pack/rules/score-pack.ts";

type Item = ActivePackView["items"][number];
export type TypedAnswers = Readonly<Record<string, string>>;

/** Answers as the server takes them: what was left empty is no answer. */
export const givenAnswers = (answers: TypedAnswers): PackAnswers => Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ""));

/** The items of the table in force; B1 is added up as one answers. */
export function PackFields({ pack, answers, onChange }: { readonly pack: ActivePackView; readonly answers: TypedAnswers; readonly onChange: (answers: TypedAnswers) => void }) {
  const t = useText();
  const { points, missing, items } = scoreOf(pack, givenAnswers(answers));
  const sum = items.reduce((total, one) => total + one.points, 0);
  return (
    <FieldSet label={t("poverty.work.pack.title", { code: pack.code, version: String(pack.version) })}>
      {pack.items.map((item) => <ItemField key={item.code} item={item} answer={answers[item.code] ?? ""} onChange={(answer) => onChange({ ...answers, [item.code]: answer })} />)}
      <Hint>{points === null ? t("poverty.work.pack.soFar", { sum, open: missing.length }) : t("poverty.work.pack.sum", { points })}</Hint>
    </FieldSet>
  );
}

interface FieldOf {
  readonly item: Item;
  readonly answer: string;
  readonly onChange: (answer: string) => void;
}

function ItemField({ item, answer, onChange }: FieldOf) {
  const t = useText();
  const skipped = answer === SKIP;
  return (
    <>
      {!skipped && <AnswerField item={item} answer={answer} onChange={onChange} />}
      {item.skipWhen !== null && <Checkbox label={t("poverty.work.pack.skip", { item: item.label })} hint={item.skipWhen} value={skipped} onChange={(on) => onChange(on ? SKIP : "")} />}
    </>
  );
}

function AnswerField({ item, answer, onChange }: FieldOf) {
  const t = useText();
  if (item.mode === "one") {
    return <Select label={item.label} options={[...item.options.map(({ code, label }) => ({ value: code, label })), { value: NONE, label: t("poverty.work.pack.none") }]} value={answer || null} onChange={(code) => onChange(code ?? "")} />;
  }
  if (item.mode === "number_band") {
    const hint = item.options.map(({ label, points }) => `${label}: ${figureText(points)}`).join("; ");
    return <DecimalInput label={item.label} hint={hint} value={answer || null} onChange={(value) => onChange(value ?? "")} />;
  }
  return item.mode === "many" ? <ManyField item={item} answer={answer} onChange={onChange} /> : <UnitField item={item} answer={answer} onChange={onChange} />;
}

function ManyField({ item, answer, onChange }: FieldOf) {
  const t = useText();
  const chosen = answer === "" || answer === NONE ? [] : answer.split(";");
  const toggle = (code: string, on: boolean) => onChange((on ? [...chosen, code] : chosen.filter((one) => one !== code)).join(";"));
  return (
    <FieldSet label={item.label}>
      {item.options.map(({ code, label }) => <Checkbox key={code} label={label} value={chosen.includes(code)} onChange={(on) => toggle(code, on)} />)}
      <Checkbox label={t("poverty.work.pack.none")} value={answer === NONE} onChange={(on) => onChange(on ? NONE : "")} />
    </FieldSet>
  );
}

function UnitField({ item, answer, onChange }: FieldOf) {
  const t = useText();
  const counts = new Map(answer === "" || answer === NONE ? [] : answer.split(";").map((part) => part.split(":") as [string, string]));
  const put = (code: string, count: number | null) => {
    const next = new Map(counts);
    if (count === null) next.delete(code);
    else next.set(code, String(count));
    onChange([...next].map(([key, value]) => `${key}:${value}`).join(";"));
  };
  return (
    <FieldSet label={item.label}>
      {item.options.map(({ code, label }) => <NumberInput key={code} label={label} value={counts.has(code) ? Number(counts.get(code)) : null} onChange={(count) => put(code, count)} />)}
      <Checkbox label={t("poverty.work.pack.none")} value={answer === NONE} onChange={(on) => onChange(on ? NONE : "")} />
    </FieldSet>
  );
}
