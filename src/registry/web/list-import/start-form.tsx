import { useState } from "react";
import { isPlainDate, plainDate } from "../../../kernel/date.ts";
import { call } from "../../../platform/http/client.ts";
import { saveFile } from "../../../web/data.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { Button } from "../../../web/design/button.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { dayText } from "../../../web/design/format.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { type Option, Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Hint, Row, Section } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Progress } from "../../../web/design/progress.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useLanguage, useText } from "../../../web/text/text.tsx";
import { useSending } from "../../../web/use-sending.ts";
import { type KindView, listRoutes } from "../../list-import/contract.ts";

const ACCEPTED = ".xlsx,.xls,.xlsb,.ods,.csv";
const AREA_FIELD = "list-area";

/** The units of the day: the province, its districts of then, its communes. */
function useAreas(): readonly Option[] {
  const { units } = useAreaPeriod();
  const names = new Map(units.map(({ uid, fullName }) => [uid, fullName]));
  const order = (level: string): number => ["province", "district", "commune"].indexOf(level);
  return units.toSorted((a, b) => order(a.level) - order(b.level)).map(({ uid, fullName, level, parentUid }) => {
    const parent = units.find((unit) => unit.uid === parentUid);
    return { value: uid, label: level === "commune" && parent?.level === "district" ? `${fullName}, ${names.get(parent.uid)}` : fullName };
  });
}

/** What the list is of and what the kind needs beside; then the file is sent and read. */
export function StartForm({ kind }: { kind: KindView }) {
  const t = useText();
  const [language] = useLanguage();
  const { values, set } = useUrl();
  const { area, on } = useAreaPeriod();
  const areas = useAreas();
  const [parameters, setParameters] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(kind.parameters.flatMap(({ key }) => (values[key] ? [[key, values[key]]] : []))));
  const [asked, setAsked] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [templateError, setTemplateError] = useState<unknown>(null);
  const sending = useSending(listRoutes.start);
  const chosen = areas.some(({ value }) => value === area) ? area : null;
  const missing = kind.parameters.filter(({ key, required }) => required && !parameters[key]?.trim());
  const start = (list: File) => {
    setAsked(true);
    setFile(list);
    if (chosen === null || missing.length > 0) document.getElementById(chosen === null ? AREA_FIELD : fieldId(missing[0]!.key))?.focus();
    else sending.send({ fileName: list.name, area: chosen, asOf: on, parameters: JSON.stringify(parameters) }, list, ({ id }) => set({ job: id }, "push"), { kind: kind.kind });
  };
  const template = () => (setTemplateError(null), call(listRoutes.template, { params: { kind: kind.kind } }, { language }).then(saveFile, setTemplateError));
  return (
    <>
      <Section title={t("registry.lists.about")}>
        <Select
          id={AREA_FIELD} label={t("registry.lists.area")} hint={t("registry.lists.areaHint")} required options={areas} value={chosen} onChange={(uid) => set({ area: uid }, "replace")}
          error={asked && chosen === null ? t("registry.lists.areaMissing", { on: dayText(on) }) : undefined}
        />
        <DateInput label={t("registry.lists.asOf")} hint={t("registry.lists.asOfHint")} required value={on} onChange={(day) => day !== null && isPlainDate(day) && set({ on: plainDate(day) }, "replace")} />
        {kind.parameters.map((parameter) => (
          <Parameter
            key={parameter.key} parameter={parameter} value={parameters[parameter.key] ?? ""} onChange={(value) => setParameters({ ...parameters, [parameter.key]: value })}
            error={asked && missing.includes(parameter) ? t("registry.lists.parameterMissing") : undefined}
          />
        ))}
      </Section>
      <Section title={t("registry.lists.theFile")}>
        <FileDrop label={t("registry.lists.drop")} hint={t("registry.lists.dropHint")} accept={ACCEPTED} busy={sending.busy} onFile={start} />
        <Hint>{t("registry.lists.any")}</Hint>
        {sending.busy && sending.file && <Progress label={t("registry.lists.sending", { file: sending.file.name })} done={sending.sent} total={sending.file.size} onCancel={sending.stop} />}
        <ErrorNotice error={sending.error ?? templateError} />
        {file && !sending.busy && <Notice title={t("registry.lists.held", { file: file.name })} actions={<Button kind="primary" onClick={() => start(file)}>{t("registry.lists.read")}</Button>} />}
        <Row>
          <Button onClick={() => void template()}>{t("registry.lists.template")}</Button>
        </Row>
      </Section>
      <Section title={t("registry.lists.fields")}>
        <p>{kind.fields.map(({ label }) => label).join(" · ")}</p>
      </Section>
    </>
  );
}

const fieldId = (key: string): string => `list-${key}`;

interface ParameterProps {
  readonly parameter: KindView["parameters"][number];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

function Parameter({ parameter: { key, label, type, required, options }, value, onChange, error }: ParameterProps) {
  const shared = { id: fieldId(key), label, required, error };
  if (type === "choice") return <Select {...shared} options={options} value={value || null} onChange={(chosen) => onChange(chosen ?? "")} />;
  if (type === "day") return <DateInput {...shared} value={value || null} onChange={(day) => onChange(day ?? "")} />;
  return <TextInput {...shared} value={value} onChange={onChange} />;
}
