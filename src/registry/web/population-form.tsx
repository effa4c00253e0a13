import type { PlainDate } from "../../kernel/date.ts";
import { capital } from "../../web/design/format.ts";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { NumberInput } from "../../web/design/form/number-input.tsx";
import { Select } from "../../web/design/form/select.tsx";
import { TextInput } from "../../web/design/form/text-input.tsx";
import type { FormErrors } from "../../web/design/form/use-form.ts";
import { Columns, Hint } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import { FIGURE_KINDS, registryRoutes, type AddPopulation, type PopulationRow } from "../contract.ts";
import { CommandForm } from "./command-form.tsx";
import classes from "./household-form.module.css";

interface Line {
  readonly households: number | null;
  readonly persons: number | null;
  readonly minority: number | null;
  readonly areaType: string | null;
}

interface Draft {
  readonly onDate: string | null;
  readonly source: string;
  readonly signer: string;
  readonly figureKind: string | null;
  readonly lines: Readonly<Record<string, Line>>;
}

const BLANK: Line = { households: null, persons: null, minority: null, areaType: null };

/** One document, one day, a line per hamlet; hamlets left blank are not written. */
export function PopulationForm({ area, rows, on, onDone }: { area: string; rows: readonly PopulationRow[]; on: string; onDone: () => void }) {
  const t = useText();
  const initial: Draft = { onDate: on, source: "", signer: "", figureKind: "document", lines: {} };
  const filled = (draft: Draft) => rows.flatMap(({ hamletId }) => (typeof draft.lines[hamletId]?.households === "number" ? [{ hamletId, ...draft.lines[hamletId]! }] : []));
  const validate = (draft: Draft): FormErrors<Draft> => ({
    ...(draft.onDate === null && { onDate: t("registry.population.dayMissing") }),
    ...(draft.source.trim().length < 3 && { source: t("registry.population.sourceMissing") }),
    ...(filled(draft).length === 0 && { lines: t("registry.population.linesMissing") }),
  });
  return (
    <CommandForm
      route={registryRoutes.addPopulation}
      draft={`population:${area}`}
      initial={initial}
      validate={validate}
      request={(draft) => ({
        body: {
          onDate: draft.onDate as PlainDate, source: draft.source, signer: draft.signer || null, figureKind: draft.figureKind as AddPopulation["figureKind"],
          rows: filled(draft).map(({ hamletId, households, persons, minority, areaType }) => ({ hamletId, households: households!, persons, minorityHouseholds: minority, areaType: areaType as "rural" | "urban" | null })),
        },
      })}
      action={t("registry.population.save")}
      onDone={onDone}
    >
      {(form) => (
        <>
          <DateInput label={t("registry.population.day")} required {...form.field("onDate")} />
          <TextInput label={t("registry.population.source")} hint={t("registry.population.sourceHint")} required {...form.field("source")} />
          <TextInput label={t("registry.population.signer")} {...form.field("signer")} />
          <Select label={t("registry.population.kind")} options={FIGURE_KINDS.map((value) => ({ value, label: t(`registry.figureKind.${value}`) }))} {...form.field("figureKind")} />
          {form.errors.lines && <Hint>{form.errors.lines}</Hint>}
          {rows.map((row, at) => (
            <HamletLine key={row.hamletId} row={row} id={at === 0 ? `${form.id}-lines` : undefined} value={form.values.lines[row.hamletId] ?? BLANK} onChange={(line) => form.set({ lines: { ...form.values.lines, [row.hamletId]: line } })} />
          ))}
        </>
      )}
    </CommandForm>
  );
}

function HamletLine({ row, id, value, onChange }: { row: PopulationRow; id: string | undefined; value: Line; onChange: (line: Line) => void }) {
  const t = useText();
  return (
    <fieldset className={classes["group"]}>
      <legend>{`${capital(row.hamlet)}, ${row.unit}`}</legend>
      <Columns least={180}>
        <NumberInput label={t("registry.population.households")} {...(id && { id })} value={value.households} onChange={(households) => onChange({ ...value, households })} />
        <NumberInput label={t("registry.population.persons")} value={value.persons} onChange={(persons) => onChange({ ...value, persons })} />
        <NumberInput label={t("registry.population.minority")} value={value.minority} onChange={(minority) => onChange({ ...value, minority })} />
        <Select
          label={t("registry.population.areaType")}
          none={t("registry.population.areaTypeUnknown")}
          options={(["rural", "urban"] as const).map((type) => ({ value: type, label: t(`areas.type.${type}`) }))}
          value={value.areaType}
          onChange={(areaType) => onChange({ ...value, areaType })}
        />
      </Columns>
    </fieldset>
  );
}
