import { useState } from "react";
import { call } from "../../../platform/http/client.ts";
import { saveFile, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { Columns, Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { Progress } from "../../../web/design/progress.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { type Translate, useLanguage, useText } from "../../../web/text/text.tsx";
import { compareRoutes, READ_KINDS, type ComparedView, type ComparisonView } from "../../compare/contract.ts";
import { ACCEPTED } from "../import/accepted.ts";
import { useSending } from "../../../web/use-sending.ts";

interface Read {
  readonly token: string;
  readonly file: string;
  readonly households: number;
  readonly persons: number;
}

/** Two lists side by side: last year's and this year's, one's own and another office's. */
export default function ComparePage() {
  const t = useText();
  const [language] = useLanguage();
  const [first, setFirst] = useState<Read | null>(null);
  const [second, setSecond] = useState<Read | null>(null);
  const [found, setFound] = useState<ComparisonView | null>(null);
  const command = useCommand(compareRoutes.compareLists);
  const run = () => first && second && command.mutate({ body: { first: first.token, second: second.token } }, { onSuccess: setFound });
  const again = () => {
    setFirst(null);
    setSecond(null);
    setFound(null);
  };
  return (
    <Page title={t("poverty.comparePage.title")} subtitle={t("poverty.comparePage.subtitle")} print={found !== null}>
      <Stack>
        {!found && (
          <>
            <Columns least={360}>
              <ListDrop label={t("poverty.comparePage.drop1")} read={first} onRead={setFirst} />
              <ListDrop label={t("poverty.comparePage.drop2")} read={second} onRead={setSecond} />
            </Columns>
            <ErrorNotice error={command.error} />
            <Row><Button kind="primary" busy={command.isPending} disabled={!first || !second} onClick={run}>{t("poverty.comparePage.compare")}</Button></Row>
          </>
        )}
        {found && (
          <>
            <Notice title={[found.first, found.second].map((one) => t("poverty.comparePage.read", { file: one.file, households: one.households, persons: one.persons })).join(" — ")}>{t("poverty.comparePage.counts", { same: found.counts["same"] ?? 0 })}</Notice>
            <Row gap="tight">
              <Button kind="primary" onClick={() => void call(compareRoutes.comparisonWorkbook, { params: { id: found.token } }, { language }).then(saveFile)}>{t("poverty.comparePage.save")}</Button>
              <Button onClick={again}>{t("poverty.comparePage.again")}</Button>
            </Row>
            <Found found={found} />
          </>
        )}
      </Stack>
    </Page>
  );
}

function ListDrop({ label, read, onRead }: { label: string; read: Read | null; onRead: (read: Read) => void }) {
  const t = useText();
  const sending = useSending(compareRoutes.readForCompare);
  return (
    <Stack gap="tight">
      <FileDrop label={label} hint={t("poverty.comparePage.hint")} accept={ACCEPTED} busy={sending.busy} onFile={(file) => sending.send({ fileName: file.name, asOf: undefined }, file, onRead)} />
      {sending.busy && sending.file && <Progress label={sending.file.name} done={sending.sent} total={sending.file.size} onCancel={sending.stop} />}
      <ErrorNotice error={sending.error} />
      {read && <Notice kind="done" title={t("poverty.comparePage.read", { file: read.file, households: read.households, persons: read.persons })} />}
    </Stack>
  );
}

const placesOf = (places: ComparedView["first"], t: Translate): string => places.map(({ sheet, row }) => t("poverty.comparePage.place", { sheet, row })).join("; ") || "—";

function Found({ found }: { found: ComparisonView }) {
  const t = useText();
  const { values } = useUrl();
  const rows = found.rows.filter(({ kind }) => !values["kind"] || kind === values["kind"]).map((row, i) => ({ ...row, key: `${row.kind} ${i}` }));
  const kinds = READ_KINDS.filter((kind) => (found.counts[kind] ?? 0) > 0).map((kind) => ({ value: kind, label: `${t(`poverty.comparePage.kind.${kind}`)} (${found.counts[kind] ?? 0})` }));
  return (
    <>
      <Filters filters={[{ key: "kind", label: t("poverty.comparePage.kind"), all: t("poverty.comparePage.allKinds"), options: kinds }]} />
      <DataTable
        label={t("poverty.comparePage.title")} local rows={rows} rowKey={(row) => row.key} exports={false}
        columns={[
          { key: "head", label: t("poverty.comparePage.head"), main: true, sort: true, sortValue: (row) => row.head, render: (row) => row.head },
          { key: "kind", label: t("poverty.comparePage.kind"), sort: true, sortValue: (row) => row.kind, render: (row) => t(`poverty.comparePage.kind.${row.kind}`) },
          { key: "hamlet", label: t("poverty.comparePage.hamlet"), sort: true, sortValue: (row) => row.hamlet, render: (row) => row.hamlet ?? "—" },
          { key: "class", label: t("poverty.comparePage.class"), render: (row) => (row.class ? t(`poverty.comparePage.class.${row.class}`) : "—") },
          { key: "why", label: t("poverty.comparePage.why"), render: (row) => row.text },
          { key: "first", label: t("poverty.comparePage.where1"), render: (row) => placesOf(row.first, t) },
          { key: "second", label: t("poverty.comparePage.where2"), render: (row) => placesOf(row.second, t) },
        ]}
        empty={<EmptyState title={t("poverty.comparePage.nothing")}>{t("poverty.comparePage.counts", { same: found.counts["same"] ?? 0 })}</EmptyState>}
      />
    </>
  );
}
