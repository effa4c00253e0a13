import { useRef } from "react";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes } from "../../workflow/contract.ts";

/** Takes a photo of the paper form with the phone's camera, or chooses one; kept before the form is saved. */
export function PhotoButton({ caseId, kept, onKept }: { caseId: string; kept: boolean; onKept: (sha256: string) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const command = useCommand(workflowRoutes.keepFormPhoto);
  const send = async (photo: File) => command.mutate({ params: { id: caseId }, body: new Uint8Array(await photo.arrayBuffer()) }, { onSuccess: ({ sha256 }) => onKept(sha256) });
  return (
    <>
      <input
        ref={input} type="file" accept="image/*,application/pdf" capture="environment" hidden aria-label={t("poverty.work.formPhoto")}
        onChange={(event) => {
          const photo = event.target.files?.[0];
          event.target.value = "";
          if (photo) void send(photo);
        }}
      />
      <Button size="small" busy={command.isPending} onClick={() => input.current?.click()}>{t(kept ? "poverty.work.otherPhoto" : "poverty.work.formPhoto")}</Button>
      <ErrorNotice error={command.error} />
    </>
  );
}
