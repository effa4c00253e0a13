import { useState } from "react";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, PaperPreview, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { deskRoutes, type VisitView } from "../../desk/contract.ts";
import type { FairPage } from "../../plan/contract.ts";
import { ACTION_STEPS, WISHES, type Wish } from "../../rules/steps.ts";
import { VisitorDrawer } from "./visitor-drawer.tsx";

const CHANNELS = ["desk", "pass", "online", "import"] as const;

/** Who came or registered, as far as it may be seen; a line opens to what stands about the visitor. */
export function VisitorList({ fair }: { fair: FairPage }) {
  const t = useText();
  const { values, set } = useUrl();
  const table = useTable("visits");
  const [printing, setPrinting] = useState(false);
  const { q, wish, channel, came, step } = values;
  const asked = { q, wish: wish as Wish | undefined, channel, came: came as "yes" | "no" | undefined, step };
  const { data, error, refetch } = useAnswer(deskRoutes.visits, { params: { id: fair.id }, query: { ...asked, page: table.page, perPage: 50 } }, { keep: true });
  const chosen = data?.rows.find(({ id }) => id === values["visitor"]);
  const tools = data?.may.work && (
    <Row gap="tight">
      <Button size="small" onClick={() => setPrinting(true)}>{t("fairs.desk.passes")}</Button>
      <ExportList route={deskRoutes.exportVisits} total={data.total} input={(purpose) => ({ params: { id: fair.id }, body: { ...asked, purpose } })} />
    </Row>
  );
  const filtered = [q, wish, channel, came, step].some(Boolean);
  return (
    <Section title={t("fairs.desk.visitors")}>
      <Filters
        search={t("fairs.desk.search")}
        filters={[
          { key: "came", label: t("fairs.desk.came"), all: t("fairs.desk.anyCame"), options: (["yes", "no"] as const).map((value) => ({ value, label: t(`fairs.desk.came.${value}`) })) },
          { key: "wish", label: t("fairs.desk.wish"), all: t("fairs.desk.anyWish"), options: WISHES.map((value) => ({ value, label: t(`fairs.desk.wish.${value}`) })) },
          { key: "step", label: t("fairs.desk.did"), all: t("fairs.desk.anyStep"), options: ACTION_STEPS.map((value) => ({ value, label: t(`fairs.funnel.step.${value}`) })) },
          { key: "channel", label: t("fairs.desk.channel"), all: t("fairs.desk.anyChannel"), options: CHANNELS.map((value) => ({ value, label: t(`fairs.desk.channel.${value}`) })) },
        ]}
      />
      <DataTable<VisitView>
        label={t("fairs.desk.visitors")} name="visits" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} onOpen={(row) => set({ visitor: row.id }, "replace")} error={error} onRetry={() => void refetch()} tools={tools} exports={false}
        columns={[
          { key: "name", label: t("fairs.desk.fullName"), main: true, render: (row) => row.fullName ?? t(row.erased ? "fairs.desk.erased" : "fairs.desk.nameless") },
          { key: "code", label: t("fairs.desk.pass"), nowrap: true, render: (row) => row.shortCode },
          { key: "year", label: t("fairs.desk.birthYear"), render: (row) => (row.birthYear === null ? "—" : String(row.birthYear)) },
          { key: "place", label: t("fairs.desk.place"), render: (row) => row.hamlet ?? row.residence ?? "—" },
          { key: "wish", label: t("fairs.desk.wish"), render: (row) => (row.wish ? t(`fairs.desk.wish.${row.wish}`) : "—") },
          { key: "here", label: t("fairs.desk.cameAt"), nowrap: true, render: (row) => row.checkedInAt?.slice(11) ?? t("fairs.desk.came.no") },
          { key: "steps", label: t("fairs.desk.did"), render: (row) => row.steps.map((one) => t(`fairs.funnel.step.${one}`)).join("; ") || "—" },
          { key: "channel", label: t("fairs.desk.channel"), hidden: true, render: (row) => t(`fairs.desk.channel.${row.channel}`) },
          { key: "consent", label: t("fairs.desk.shares"), hidden: true, render: (row) => t(row.consent ? "fairs.desk.yes" : "fairs.desk.no") },
        ]}
        empty={filtered ? <EmptyState title={t("fairs.desk.noneFound")}>{t("fairs.desk.noneFoundText")}</EmptyState> : <EmptyState title={t("fairs.desk.none")} actions={tools}>{t("fairs.desk.noneText")}</EmptyState>}
      />
      <Drawer open={chosen !== undefined} title={chosen?.fullName ?? chosen?.shortCode ?? ""} onClose={() => set({ visitor: null }, "replace")}>
        {chosen && <VisitorDrawer fair={fair} visit={chosen} mayWork={data!.may.work} onGone={() => set({ visitor: null }, "replace")} />}
      </Drawer>
      <Drawer open={printing} title={t("fairs.desk.passes")} onClose={() => setPrinting(false)}><Passes fair={fair} /></Drawer>
    </Section>
  );
}

/** Passes made ahead, and passes of those who registered over the net. */
function Passes({ fair }: { fair: FairPage }) {
  const t = useText();
  const say = useToast();
  const [which, setWhich] = useState<string | null>("blank");
  const [papers, show] = useState<readonly Paper[]>([]);
  const make = useCommand(deskRoutes.makePasses);
  const get = useHandOut(deskRoutes.printPasses, (format) => ({ params: { id: fair.id }, body: { which: which as "blank" | "online", visitIds: [], format } }));
  const form = useForm({ draft: `fairs:passes:${fair.id}`, initial: { count: 30 as number | null }, validate: ({ count }) => (count === null || count < 1 || count > 300 ? { count: t("fairs.desk.passCount") } : {}) });
  return (
    <Stack gap="wide">
      <FormPage form={form} action={t("fairs.desk.makePasses")} busy={make.isPending} error={make.error} onSubmit={({ count }) => make.mutate({ params: { id: fair.id }, body: { count: count! } }, { onSuccess: ({ made }) => (form.clear(), say(t("fairs.desk.passesMade", { count: made }))) })}>
        <NumberInput label={t("fairs.desk.howMany")} hint={t("fairs.desk.passesHint")} required {...form.field("count")} />
      </FormPage>
      <Select label={t("fairs.desk.printWhich")} options={(["blank", "online"] as const).map((value) => ({ value, label: t(`fairs.desk.print.${value}`) }))} value={which} onChange={(value) => setWhich(value ?? "blank")} />
      <PaperActions get={get} show={show} formats={["pdf", "docx"]} />
      <PaperPreview papers={papers} />
    </Stack>
  );
}
