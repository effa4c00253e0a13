import { type FormEvent, useState } from "react";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { deskRoutes } from "../../desk/contract.ts";
import type { FairPage } from "../../plan/contract.ts";
import { canScan, Scanner } from "../desk/scanner.tsx";
import { BoothCard } from "./booth-card.tsx";
import { Tallies } from "./tallies.tsx";

/** At a table: whose pass, then what happened. The firm of the table stays chosen. */
export function BoothTab({ fair }: { fair: FairPage }) {
  const t = useText();
  if (!fair.may.work) return <Stack gap="wide"><EmptyState title={t("fairs.booth.notYours")}>{t("fairs.booth.notYoursText")}</EmptyState><Tallies fair={fair} /></Stack>;
  return (
    <Stack gap="wide">
      <AtBooth fair={fair} />
      <Tallies fair={fair} />
    </Stack>
  );
}

function AtBooth({ fair }: { fair: FairPage }) {
  const t = useText();
  const { values, set } = useUrl();
  const code = values["code"];
  const firm = values["firm"] ?? null;
  const [text, setText] = useState("");
  const [scanning, setScanning] = useState(false);
  const { data, error } = useAnswer(deskRoutes.visitByCode, { params: { id: fair.id }, query: { code: code ?? "" } }, { enabled: code !== undefined });
  const asked = text.trim();
  const { data: found } = useAnswer(deskRoutes.visits, { params: { id: fair.id }, query: { q: asked, page: 1, perPage: 8 } }, { enabled: asked.length >= 2, keep: true });
  const open = (one: string) => {
    setScanning(false);
    setText("");
    set({ code: one.split("/").at(-1)!.trim().toUpperCase() }, "replace");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const only = found?.rows.length === 1 ? found.rows[0]!.shortCode : asked;
    if (only.length >= 4) open(only);
  };
  return (
    <Section title={t("fairs.booth.title")}>
      <Stack>
        <Select label={t("fairs.booth.firm")} none={t("fairs.booth.noFirm")} options={fair.employers.map(({ id, name, booth }) => ({ value: id, label: booth ? `${booth} · ${name}` : name }))} value={firm} onChange={(value) => set({ firm: value }, "replace")} />
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={t("fairs.booth.who")} hint={t("fairs.booth.whoHint")} value={text} onChange={setText} />
            <Row gap="tight">
              <Button type="submit" kind="primary">{t("fairs.booth.open")}</Button>
              {canScan() && <Button onClick={() => setScanning(!scanning)}>{t(scanning ? "fairs.desk.stopScan" : "fairs.desk.scan")}</Button>}
            </Row>
          </Stack>
        </form>
        {scanning && <Scanner onRead={open} />}
        {asked.length >= 2 && found && (
          <Row gap="tight">
            {found.rows.map((row) => <Button key={row.id} size="small" onClick={() => open(row.shortCode)}>{[row.fullName ?? row.shortCode, row.birthYear && String(row.birthYear), row.hamlet ?? row.residence].filter(Boolean).join(", ")}</Button>)}
            {found.rows.length === 0 && <Hint>{t("fairs.booth.nobody")}</Hint>}
          </Row>
        )}
        <ErrorNotice error={code === undefined ? null : error} />
        {data && code !== undefined && <BoothCard key={data.visit.id} fair={fair} visit={data.visit} actions={data.actions} firm={firm} onNext={() => set({ code: null }, "replace")} />}
      </Stack>
    </Section>
  );
}
