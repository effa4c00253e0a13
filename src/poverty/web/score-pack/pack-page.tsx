import { useState } from "react";
import { call } from "../../../platform/http/client.ts";
import { saveFile, useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { dayText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useParam } from "../../../web/navigation.tsx";
import { type Translate, useLanguage, useText } from "../../../web/text/text.tsx";
import { scorePackRoutes, type PackView } from "../../score-pack/contract.ts";
import { ACCEPTED } from "../import/accepted.ts";
import { ImpactTable } from "./impact-table.tsx";
import { PackBadge } from "./pack-badge.tsx";

/** One table of points: who signed it, what keeps it from use, its items and worked examples. */
export default function PackPage() {
  const t = useText();
  const id = useParam("id");
  const { data, error, refetch } = useAnswer(scorePackRoutes.scorePack, { params: { id } });
  const title = data ? t("poverty.packPage.one", { code: data.row.code, version: String(data.row.version) }) : t("poverty.packPage.title");
  return (
    <Page title={title} crumbs={[{ label: t("poverty.packPage.title"), to: "/review/score-packs" }]} print>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data && <Pack pack={data} id={id} />}
    </Page>
  );
}

const signedText = (one: { name: string; at: string } | null): string => (one === null ? "—" : `${one.name}, ${dayText(one.at.slice(0, 10))}`);

function Pack({ pack, id }: { pack: PackView; id: string }) {
  const t = useText();
  const { row, problems, may } = pack;
  return (
    <Stack gap="wide">
      <KeyValue
        pairs={[
          { label: t("poverty.packPage.status"), value: <PackBadge status={row.status} /> }, { label: t("poverty.packPage.ruleset"), value: row.ruleset }, { label: t("poverty.packPage.area"), value: t(`poverty.packPage.area.${row.area}`) },
          { label: t("poverty.packPage.region"), value: row.region ?? "—" }, { label: t("poverty.packPage.legal"), value: [row.legal.doc, row.legal.annex, row.legal.page].filter(Boolean).join(", ") },
          { label: t("poverty.packPage.entered"), value: signedText(row.entered) }, { label: t("poverty.packPage.checked"), value: signedText(row.checked) }, { label: t("poverty.packPage.activated"), value: signedText(row.activated) },
          ...(row.retired ? [{ label: t("poverty.packPage.retired"), value: `${dayText(row.retired.at.slice(0, 10))}: ${row.retired.reason}` }] : []),
        ]}
      />
      {problems.length > 0
        ? <Notice kind="warn" title={t("poverty.packPage.problemCount", { count: problems.length })}><ul>{problems.map(({ text }, i) => <li key={`${i} ${text}`}>{text}</li>)}</ul></Notice>
        : <Notice kind="done" title={t("poverty.packPage.whole")} />}
      <Deeds pack={pack} id={id} />
      {(may.check || may.activate) && <Section title={t("poverty.packPage.impact")}><ImpactTable id={id} /></Section>}
      <Section title={t("poverty.packPage.items")}><Items pack={pack} /></Section>
      <Section title={t("poverty.packPage.examples")}><Examples pack={pack} /></Section>
    </Stack>
  );
}

function Deeds({ pack: { row, may }, id }: { pack: PackView; id: string }) {
  const t = useText();
  const [language] = useLanguage();
  const [retiring, setRetiring] = useState(false);
  const check = useCommand(scorePackRoutes.checkScorePack);
  const activate = useCommand(scorePackRoutes.activateScorePack);
  const legal = useCommand(scorePackRoutes.packSource);
  const retire = useCommand(scorePackRoutes.retireScorePack);
  const replace = useCommand(scorePackRoutes.replaceScorePack);
  const params = { id };
  const waits = may.retire && ((row.status === "draft" && !may.check && row.problems === 0) || (row.status === "checked" && !may.activate));
  return (
    <Stack>
      <Row gap="tight">
        {may.check && <Button kind="primary" busy={check.isPending} onClick={() => check.mutate({ params })}>{t("poverty.packPage.check")}</Button>}
        {may.activate && <Button kind="primary" busy={activate.isPending} onClick={() => activate.mutate({ params })}>{t("poverty.packPage.activate")}</Button>}
        <Button onClick={() => void call(scorePackRoutes.packFile, { params }, { language }).then(saveFile)}>{t("poverty.packPage.save")}</Button>
        <Button onClick={() => legal.mutate({ params }, { onSuccess: saveFile })} busy={legal.isPending}>{t("poverty.packPage.saveLegal")}</Button>
        {may.retire && <Button kind="danger" onClick={() => setRetiring(true)}>{t("poverty.packPage.retire")}</Button>}
      </Row>
      {waits && <Notice title={t("poverty.packPage.another")} />}
      <ErrorNotice error={legal.error ?? check.error ?? activate.error ?? replace.error} />
      {may.replace && <FileDrop label={t("poverty.packPage.dropAgain")} hint={t("poverty.packPage.dropHint")} accept={ACCEPTED} busy={replace.isPending} onFile={(file) => void file.arrayBuffer().then((bytes) => replace.mutate({ params, body: new Uint8Array(bytes) }))} />}
      <ConfirmDialog
        open={retiring} title={t("poverty.packPage.retire")} action={t("poverty.packPage.retire")} danger reason busy={retire.isPending} error={<ErrorNotice error={retire.error} />} onClose={() => setRetiring(false)}
        onConfirm={(reason) => retire.mutate({ params, body: { reason } }, { onSuccess: () => setRetiring(false) })}
      >
        <p>{t("poverty.packPage.retireText")}</p>
      </ConfirmDialog>
    </Stack>
  );
}

const bounds = (min: number | null, max: number | null): string => (min === null && max === null ? "" : `${min ?? "…"} – ${max ?? "…"}`);

function Items({ pack }: { pack: PackView }) {
  const t = useText();
  const rows = pack.items.flatMap((item) => item.options.map((option, i) => ({ key: `${item.code} ${option.code} ${i}`, item, option })));
  return (
    <DataTable
      label={t("poverty.packPage.items")} name="items" local pageSize={100} rows={rows} rowKey={(row) => row.key}
      columns={[
        { key: "item", label: t("poverty.packPage.item"), main: true, render: ({ item }) => item.label },
        { key: "mode", label: t("poverty.packPage.mode"), render: ({ item }) => t(`poverty.packPage.mode.${item.mode}`) },
        { key: "option", label: t("poverty.packPage.option"), render: ({ option }) => option.label },
        { key: "bounds", label: t("poverty.packPage.bounds"), nowrap: true, render: ({ option }) => bounds(option.min, option.max) },
        { key: "points", label: t("poverty.packPage.points"), align: "end", text: ({ option }) => option.points, render: ({ option }) => option.points ?? t("poverty.packPage.unknown") },
        { key: "source", label: t("poverty.packPage.source"), render: ({ option }) => option.source },
      ]}
    />
  );
}

const answersText = (answers: PackView["examples"][number]["answers"]): string => Object.entries(answers).map(([item, answer]) => `${item} = ${answer}`).join("; ");
const resultText = (t: Translate, { found, expected }: { found: number | null; expected: number }): string => t(found === expected ? "poverty.packPage.passes" : "poverty.packPage.fails");

function Examples({ pack }: { pack: PackView }) {
  const t = useText();
  return (
    <DataTable
      label={t("poverty.packPage.examples")} name="examples" local rows={pack.examples} rowKey={(row) => row.name}
      columns={[
        { key: "name", label: t("poverty.packPage.example"), main: true, render: (row) => row.name },
        { key: "answers", label: t("poverty.packPage.answers"), render: (row) => answersText(row.answers) },
        { key: "expected", label: t("poverty.packPage.expected"), align: "end", text: (row) => row.expected, render: (row) => row.expected },
        { key: "found", label: t("poverty.packPage.found"), align: "end", text: (row) => row.found, render: (row) => row.found ?? "—" },
        { key: "result", label: t("poverty.packPage.result"), render: (row) => resultText(t, row) },
      ]}
    />
  );
}
