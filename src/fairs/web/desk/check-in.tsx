import { type FormEvent, useState } from "react";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { deskRoutes, type VisitView } from "../../desk/contract.ts";
import type { FairPage } from "../../plan/contract.ts";
import { canScan, Scanner } from "./scanner.tsx";
import { VisitorForm } from "./visitor-form.tsx";

/** By the code on a pass: a reader that types, the camera of a phone where it can read codes, or five letters by hand. */
export function CheckIn({ fair }: { fair: FairPage }) {
  const t = useText();
  const [code, setCode] = useState("");
  const [scanning, setScanning] = useState(false);
  const [found, setFound] = useState<{ visit: VisitView; was: "new" | "here" } | null>(null);
  const command = useCommand(deskRoutes.checkIn);
  const read = (text: string) => {
    if (text.trim().length < 4) return;
    setScanning(false);
    command.mutate({ params: { id: fair.id }, body: { code: text.trim() } }, { onSuccess: (answer) => (setFound(answer), setCode("")), onError: () => setFound(null) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read(code);
  };
  return (
    <Section title={t("fairs.desk.checkIn")}>
      <Stack>
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={t("fairs.desk.code")} hint={t("fairs.desk.codeHint")} value={code} onChange={setCode} />
            <Row gap="tight">
              <Button type="submit" kind="primary" busy={command.isPending}>{t("fairs.desk.check")}</Button>
              {canScan() && <Button onClick={() => setScanning(!scanning)}>{t(scanning ? "fairs.desk.stopScan" : "fairs.desk.scan")}</Button>}
            </Row>
          </Stack>
        </form>
        {scanning && <Scanner onRead={read} />}
        <ErrorNotice error={command.error} />
        {found && (
          <Notice kind={found.was === "new" ? "done" : "warn"} title={t(`fairs.desk.checked.${found.was}`, { name: found.visit.fullName ?? t("fairs.desk.nameless"), code: found.visit.shortCode })}>
            {[found.visit.hamlet ?? found.visit.residence, found.visit.wish && t(`fairs.desk.wish.${found.visit.wish}`)].filter(Boolean).join(" · ")}
          </Notice>
        )}
        {found && found.visit.fullName === null && <VisitorForm fair={fair} visit={found.visit} onDone={() => setFound(null)} />}
      </Stack>
    </Section>
  );
}
