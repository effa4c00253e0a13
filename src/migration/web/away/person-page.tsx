import { useState } from "react";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { capital, dayText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useGo, useParam, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { awayRoutes, type AwayPageView, type AwayRowView } from "../../away/contract.ts";
import { knownDayText } from "../overseas/badges.tsx";
import { AwayForm } from "./away-form.tsx";
import { knownOf, PRECISIONS } from "./known-draft.ts";
import { NeedForm, NeedStepForm, Needs } from "./needs.tsx";

/** One person away or back: where, since when, what is needed and who looks after it. */
export default function PersonPage() {
  const t = useText();
  const id = useParam("id");
  const { data: page, error, refetch } = useAnswer(awayRoutes.awayPerson, { params: { id } });
  return (
    <Page title={page?.row.fullName ?? t("migration.awayOne.title")} crumbs={[{ label: t("migration.away.title"), to: "/migration/away" }]} subtitle={page && [t(`migration.awayList.kind.${page.row.kind}`), capital(page.row.hamlet), page.row.unit].filter(Boolean).join(" · ")}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {page && <Person page={page} />}
    </Page>
  );
}

function Person({ page }: { page: AwayPageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const [wrong, ask] = useState(false);
  const { row, needs } = page;
  const may = page.may.enter && page.reaches;
  const close = () => set({ do: null }, "replace");
  const open = (what: string) => set({ do: what }, "replace");
  const [needId, deed] = (values["do"] ?? "").split("!");
  const need = needs.find((one) => one.id === needId && one.closedOn === null);
  return (
    <Stack gap="wide">
      {may && (
        <Row gap="tight">
          {row.returnedOn === null && <Button kind="primary" onClick={() => open("return")}>{t("migration.awayList.recordReturn")}</Button>}
          <Button onClick={() => open("need")}>{t("migration.awayList.addNeed")}</Button>
          <Button onClick={() => open("correct")}>{t("migration.awayList.correct")}</Button>
          {page.may.keep && <Button kind="quiet" onClick={() => ask(true)}>{t("migration.awayList.void")}</Button>}
        </Row>
      )}
      {row.kind !== "domestic" && <Hint>{t("migration.awayList.notOverseas")}</Hint>}
      <Section title={t("migration.awayList.whereabouts")}><Facts row={row} /></Section>
      <Section title={t("migration.awayList.need")}><Needs needs={needs} may={may} onDeed={(one, what) => open(`${one}!${what}`)} /></Section>
      {may && values["do"] === "return" && row.returnedOn === null && <Drawer open title={t("migration.awayList.recordReturn")} onClose={close}><ReturnForm row={row} onDone={close} /></Drawer>}
      {may && values["do"] === "need" && <Drawer open title={t("migration.awayList.addNeed")} onClose={close}><NeedForm id={row.id} onDone={close} /></Drawer>}
      {may && values["do"] === "correct" && <Drawer open title={t("migration.awayList.correct")} onClose={close}><AwayForm row={row} onDone={close} /></Drawer>}
      {may && need && (deed === "follow" || deed === "close") && <Drawer open title={t(`migration.awayList.${deed}Need`)} onClose={close}><NeedStepForm id={row.id} need={need} closes={deed === "close"} onDone={close} /></Drawer>}
      {wrong && <VoidDialog row={row} close={() => ask(false)} />}
    </Stack>
  );
}

function Facts({ row }: { row: AwayRowView }) {
  const t = useText();
  return (
    <KeyValue columns={2} pairs={[
      { label: t("migration.awayList.destination"), value: row.destination }, { label: t("migration.awayList.industrialPark"), value: row.industrialPark ?? "—" },
      { label: t("migration.awayList.employer"), value: row.employer ?? "—" }, { label: t("migration.awayList.job"), value: row.job ?? "—" },
      { label: t("migration.awayList.left"), value: knownDayText(row.leftOn, row.leftPrecision) }, { label: t("migration.awayList.seasonal"), value: t(row.seasonal ? "migration.awayList.yes" : "migration.awayList.no") },
      { label: t("migration.awayList.returned"), value: [knownDayText(row.returnedOn, row.returnedPrecision), row.returnReason].filter(Boolean).join(", ") },
      { label: t("migration.awayList.papers"), value: row.papers ?? "—" }, { label: t("migration.awayList.phone"), value: row.phone ?? "—" }, { label: t("migration.awayList.contact"), value: row.contact ?? "—" },
      { label: t("migration.awayList.seenOn"), value: dayText(row.seenOn) }, { label: t("migration.awayList.birthYear"), value: row.birthYear === null ? "—" : String(row.birthYear) },
    ]} />
  );
}

function ReturnForm({ row, onDone }: { row: AwayRowView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(awayRoutes.returnAway);
  const form = useForm<{ on: string | null; precision: string | null; reason: string }>({ draft: `migration:away-return:${row.id}`, initial: { on: null, precision: "day", reason: "" }, validate: ({ on }) => (on === null ? { on: t("migration.awayList.dayMissing") } : {}) });
  return (
    <FormPage form={form} action={t("migration.awayList.recordReturn")} busy={command.isPending} error={command.error}
      onSubmit={({ on, precision, reason }) => command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, returned: knownOf(on, precision)!, reason: reason.trim() || null } }, { onSuccess: () => (form.clear(), say(t("migration.awayList.saved")), onDone()) })}>
      <DateInput label={t("migration.awayList.returned")} required {...form.field("on")} />
      <Choice label={t("migration.awayList.returnedKnown")} options={PRECISIONS.map((value) => ({ value, label: t(`migration.awayList.precision.${value}`) }))} {...form.field("precision")} />
      <TextInput label={t("migration.awayList.returnReason")} {...form.field("reason")} />
    </FormPage>
  );
}

function VoidDialog({ row, close }: { row: AwayRowView; close: () => void }) {
  const t = useText();
  const go = useGo();
  const command = useCommand(awayRoutes.voidAway);
  return (
    <ConfirmDialog open danger reason title={t("migration.awayList.voidAsk", { name: row.fullName })} action={t("migration.awayList.void")} busy={command.isPending} error={<ErrorNotice error={command.error} />} onClose={close}
      onConfirm={(reason) => command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, reason } }, { onSuccess: () => go({ to: "/migration/away", search: { tab: "people" } }) })} />
  );
}
