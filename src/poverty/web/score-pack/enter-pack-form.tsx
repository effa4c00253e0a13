import { useState } from "react";
import { useCommand } from "../../../web/data.ts";
import { FileDrop } from "../../../web/design/file-drop.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { scorePackRoutes, type PackRowView } from "../../score-pack/contract.ts";
import { ACCEPTED } from "../import/accepted.ts";

interface Draft {
  readonly ruleset: string | null;
  readonly area: string | null;
  readonly region: string;
  readonly doc: string;
  readonly annex: string;
  readonly page: string;
  readonly source: string | null;
  readonly replaces: string | null;
}

/** Where the points come from, the document, then the file of points. */
export function EnterPackForm({ rulesets, packs }: { rulesets: readonly { readonly id: string; readonly name: string }[]; packs: readonly PackRowView[] }) {
  const t = useText();
  const go = useGo();
  const [file, setFile] = useState<File | null>(null);
  const keep = useCommand(scorePackRoutes.keepPackSource);
  const enter = useCommand(scorePackRoutes.enterScorePack);
  const missing = (bad: boolean, key: string, said: string) => (bad ? { [key]: t(`poverty.packPage.${said}`) } : {});
  const form = useForm<Draft>({
    draft: "poverty:score-pack", initial: { ruleset: null, area: null, region: "", doc: "", annex: "", page: "", source: null, replaces: null },
    validate: (draft) => ({
      ...missing(draft.ruleset === null, "ruleset", "rulesetMissing"), ...missing(draft.area === null, "area", "areaMissing"), ...missing(draft.doc.trim() === "", "doc", "docMissing"),
      ...missing(draft.annex.trim() === "", "annex", "annexMissing"), ...missing(!/^\w{0,20}$/.test(draft.region.trim()), "region", "regionWrong"),
    }),
  });
  const keepSource = async (pdf: File) => keep.mutate({ body: new Uint8Array(await pdf.arrayBuffer()) }, { onSuccess: ({ sha256 }) => form.set({ source: sha256 }) });
  const submit = async ({ ruleset, area, region, doc, annex, page, source, replaces }: Draft) => {
    if (!file || source === null) return;
    const query = { ruleset: ruleset!, area: area as "rural" | "urban", region: region.trim() || undefined, doc, annex, page: page.trim() || undefined, source, replaces: replaces ?? undefined };
    enter.mutate({ query, body: new Uint8Array(await file.arrayBuffer()) }, { onSuccess: ({ id }) => (form.clear(), go({ to: "/review/score-packs/$id", params: { id } })) });
  };
  return (
    <FormPage form={form} action={t("poverty.packPage.enter")} onSubmit={(draft) => void submit(draft)} busy={enter.isPending} error={enter.error}>
      <Select label={t("poverty.packPage.ruleset")} required options={rulesets.map(({ id, name }) => ({ value: id, label: name }))} {...form.field("ruleset")} />
      <Select label={t("poverty.packPage.area")} required options={(["rural", "urban"] as const).map((value) => ({ value, label: t(`poverty.packPage.area.${value}`) }))} {...form.field("area")} />
      <TextInput label={t("poverty.packPage.region")} hint={t("poverty.packPage.regionHint")} {...form.field("region")} />
      <TextInput label={t("poverty.packPage.doc")} required {...form.field("doc")} />
      <TextInput label={t("poverty.packPage.annex")} required {...form.field("annex")} />
      <TextInput label={t("poverty.packPage.page")} {...form.field("page")} />
      <Select label={t("poverty.packPage.replaces")} none={t("poverty.packPage.replacesNone")} options={packs.map(({ id, code, version }) => ({ value: id, label: `${code} (${version})` }))} {...form.field("replaces")} />
      <FileDrop label={t("poverty.packPage.dropSource")} hint="PDF" accept=".pdf,application/pdf" busy={keep.isPending} onFile={(pdf) => void keepSource(pdf)} />
      <ErrorNotice error={keep.error} />
      {form.values.source === null ? <Notice kind="warn" title={t("poverty.packPage.sourceMissing")} /> : <Notice kind="done" title={t("poverty.packPage.sourceKept")}>{form.values.source}</Notice>}
      <FileDrop label={t("poverty.packPage.dropFile")} hint={t("poverty.packPage.dropHint")} accept={ACCEPTED} onFile={setFile} />
      {file ? <Notice kind="done" title={file.name} /> : <Notice kind="warn" title={t("poverty.packPage.fileMissing")} />}
    </FormPage>
  );
}
