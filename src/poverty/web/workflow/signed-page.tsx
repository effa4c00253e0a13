import { useId, useRef } from "react";
import { saveFile, useCommand } from "../../../web/data.ts";
import type { workflowRoutes as Routes } from "../../workflow/contract.ts";
import { workflowRoutes } from "../../workflow/contract.ts";
import { call } from "../../../platform/http/client.ts";
import { Button } from "../../../web/design/button.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useLanguage, useText } from "../../../web/text/text.tsx";

interface SignedPageProps {
  readonly route: typeof Routes.signMeeting | typeof Routes.signPosting;
  readonly id: string;
  /** sha256 of the photo that is kept */
  readonly file: string | null;
  readonly open: boolean;
}

/** Adds the photo of a signed page, or opens the one that is kept. */
export function SignedPage({ route, id, file, open }: SignedPageProps) {
  const t = useText();
  const [language] = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const name = useId();
  const command = useCommand(route);
  const send = async (photo: File) => command.mutate({ params: { id }, body: new Uint8Array(await photo.arrayBuffer()) });
  const see = () => void call(workflowRoutes.photo, { params: { sha: file! } }, { language }).then(saveFile);
  return (
    <>
      {file && <Button size="small" onClick={see}>{t("poverty.work.seePhoto")}</Button>}
      {open && (
        <>
          <input
            ref={input} id={name} type="file" accept="image/jpeg,image/png,image/webp,application/pdf" hidden aria-label={t("poverty.work.addPhoto")}
            onChange={(event) => {
              const photo = event.target.files?.[0];
              event.target.value = "";
              if (photo) void send(photo);
            }}
          />
          <Button size="small" busy={command.isPending} onClick={() => input.current?.click()}>{t(file ? "poverty.work.otherPhoto" : "poverty.work.addPhoto")}</Button>
        </>
      )}
      <ErrorNotice error={command.error} />
    </>
  );
}
