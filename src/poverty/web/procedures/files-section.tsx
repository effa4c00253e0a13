import { useRef, useState } from "react";
import { saveFile, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { dayText } from "../../../web/design/format.ts";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { procedureRoutes, type ProcedurePageView } from "../../procedures/contract.ts";

/** Photos and scans of the request's papers: taken with the phone or chosen, opened by whoever may read the request. */
export function FilesSection({ page }: { readonly page: ProcedurePageView }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const attach = useCommand(procedureRoutes.attachToProcedure);
  const open = useCommand(procedureRoutes.procedureFile);
  const [what, setWhat] = useState("");
  const [missing, setMissing] = useState(false);
  const { id, version } = page.row;
  const files = page.steps.filter(({ kind }) => kind === "attach");
  const send = async (file: File) => attach.mutate({ params: { id }, query: { what: what.trim(), baseVersion: version }, body: new Uint8Array(await file.arrayBuffer()) }, { onSuccess: () => setWhat("") });
  const ask = () => (what.trim() === "" ? setMissing(true) : input.current?.click());
  return (
    <Section title={t("poverty.requests.files")}>
      <Stack>
        {files.length === 0 && <Hint>{t("poverty.requests.noFiles")}</Hint>}
        {files.map(({ seq, on, data }) => (
          <Row key={seq} gap="tight">
            <Button kind="quiet" onClick={() => open.mutate({ params: { id, sha: String(data["file"]) } }, { onSuccess: saveFile })}>{`${String(data["what"])}, ${dayText(on)}`}</Button>
          </Row>
        ))}
        {page.may.review && page.open.includes("attach") && (
          <>
            <TextInput id="paper-name" label={t("poverty.requests.fileWhat")} value={what} onChange={(text) => (setWhat(text), setMissing(false))} error={missing ? t("poverty.requests.fileWhatMissing") : undefined} />
            <input
              ref={input} type="file" accept="image/*,application/pdf" hidden aria-label={t("poverty.requests.attach")}
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) void send(file);
              }}
            />
            <Row gap="tight"><Button busy={attach.isPending} onClick={ask}>{t("poverty.requests.attach")}</Button></Row>
          </>
        )}
        <ErrorNotice error={attach.error ?? open.error} />
      </Stack>
    </Section>
  );
}
