import { Button } from "../../../web/design/button.tsx";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Columns, Hint, Row } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { OutcomeCodes } from "../../outcomes/contract.ts";
import { PLACE_KINDS } from "../../outcomes/rules/kinds.ts";

export interface Said {
  readonly kind: string | null;
  readonly placeKind: (typeof PLACE_KINDS)[number] | null;
  readonly workplace: string;
  readonly vsco: string;
  readonly incomeBeforeDong: number | null;
  readonly incomeAfterDong: number | null;
  readonly offtake: string;
  readonly cooperative: string;
  readonly effects: readonly string[];
  readonly note: string;
}

interface Props {
  /** name and year of birth */
  readonly who: string;
  readonly codes: OutcomeCodes;
  readonly value: Said;
  readonly onChange: (value: Said) => void;
  /** what is on file at this mark; null: nothing yet */
  readonly standing: string | null;
  /** verified or closed: shown, not changed here */
  readonly fixed: boolean;
  readonly detailed: boolean;
  readonly onDetailed: () => void;
}

/** One learner at one mark: the kind is enough, the rest where somebody asked. */
export function OutcomeFields({ who, codes, value, onChange, standing, fixed, detailed, onDetailed }: Props) {
  const t = useText();
  const set = (changes: Partial<Said>) => onChange({ ...value, ...changes });
  const kinds = codes.kinds.map(({ code, name }) => ({ value: code, label: name }));
  if (fixed) {
    return (
      <FieldSet label={who}>
        <Hint>{`${kinds.find((kind) => kind.value === value.kind)?.label ?? value.kind ?? ""}. ${standing ?? ""}`}</Hint>
      </FieldSet>
    );
  }
  return (
    <FieldSet label={who}>
      <Row>
        <Select label={t("training.follow.kind")} options={kinds} none={t("training.follow.notAsked")} value={value.kind} onChange={(kind) => set({ kind, ...(kind === "nuoc_ngoai" && { placeKind: "nuoc_ngoai" as const }) })} {...(standing !== null && { hint: standing })} />
        <Button size="small" onClick={onDetailed}>{t(detailed ? "training.follow.less" : "training.follow.more")}</Button>
      </Row>
      {detailed && (
        <Columns least={260}>
          <Select label={t("training.follow.placeKind")} options={PLACE_KINDS.map((code) => ({ value: code, label: t(`training.follow.place.${code}`) }))} none={t("training.person.notAsked")} value={value.placeKind} onChange={(place) => set({ placeKind: PLACE_KINDS.find((code) => code === place) ?? null })} />
          <TextInput label={t("training.follow.workplace")} value={value.workplace} onChange={(workplace) => set({ workplace })} />
          <TextInput label={t("training.follow.vsco")} value={value.vsco} onChange={(vsco) => set({ vsco })} />
          <NumberInput label={t("training.follow.incomeBefore")} value={value.incomeBeforeDong} onChange={(incomeBeforeDong) => set({ incomeBeforeDong })} />
          <NumberInput label={t("training.follow.incomeAfter")} value={value.incomeAfterDong} onChange={(incomeAfterDong) => set({ incomeAfterDong })} />
          <TextInput label={t("training.follow.offtake")} value={value.offtake} onChange={(offtake) => set({ offtake })} />
          <TextInput label={t("training.follow.cooperative")} value={value.cooperative} onChange={(cooperative) => set({ cooperative })} />
          <TextInput label={t("training.person.note")} value={value.note} onChange={(note) => set({ note })} />
          <FieldSet label={t("training.follow.effects")}>
            {codes.effects.map(({ code, name }) => <Checkbox key={code} label={name} value={value.effects.includes(code)} onChange={(holds) => set({ effects: holds ? [...value.effects, code] : value.effects.filter((one) => one !== code) })} />)}
          </FieldSet>
        </Columns>
      )}
    </FieldSet>
  );
}
