import { useRef, useState } from "react";
import { saveFile, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { timetableRoutes, type SheetView } from "../../timetable/contract.ts";

/** A signed sheet: its days, photos of its pages, opened again by the office. */
export function SheetRow({ sheet, may, onOpen }: { sheet: SheetView; may: { readonly run: boolean; readonly decide: boolean }; onOpen: () => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const add = useCommand(timetableRoutes.addScan);
  const get = useCommand(timetableRoutes.scan);
  const drop = useCommand(timetableRoutes.voidScan);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async (file: File) => add.mutate({ params: { id: sheet.id }, body: new Uint8Array(await file.arrayBuffer()) });
  return (
    <Stack gap="tight">
      <Row spread>
        <span>{t("training.classes.sheet", { from: dayText(sheet.fromOn), to: dayText(sheet.toOn), signer: sheet.signer })}</span>
        <Row gap="tight">
          {may.run && <Button size="small" busy={add.isPending} onClick={() => input.current?.click()}>{t("training.classes.addScan")}</Button>}
          {may.decide && <Button size="small" kind="quiet" onClick={onOpen}>{t("training.classes.openSheet")}</Button>}
        </Row>
      </Row>
      {may.run && (
        <input
          ref={input} type="file" accept="image/*,application/pdf" hidden aria-label={t("training.classes.addScan")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void send(file);
          }}
        />
      )}
      {sheet.scans.map(({ id }, i) => (
        <Row key={id} gap="tight">
          <Button size="small" kind="quiet" busy={get.isPending} onClick={() => get.mutate({ params: { id } }, { onSuccess: saveFile })}>{t("training.classes.scan", { number: String(i + 1) })}</Button>
          {may.run && <Button size="small" kind="quiet" onClick={() => setWrong(id)}>{t("training.classes.voidScan")}</Button>}
        </Row>
      ))}
      <ErrorNotice error={add.error ?? get.error} />
      <ConfirmDialog
        open={wrong !== null} title={t("training.classes.voidScan")} action={t("training.classes.voidScan")} danger reason busy={drop.isPending} error={<ErrorNotice error={drop.error} />} onClose={() => setWrong(null)}
        onConfirm={(reason) => drop.mutate({ params: { id: wrong! }, body: { reason } }, { onSuccess: () => setWrong(null) })}
      />
    </Stack>
  );
}
