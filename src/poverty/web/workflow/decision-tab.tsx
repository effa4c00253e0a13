import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FieldSet } from "../../../web/design/form/field-set.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type RoundPageView } from "../../workflow/contract.ts";
import { RecogniseForm } from "../review/round-forms.tsx";
import { isOpen, type OfRound } from "./of-round.ts";

type Opinion = RoundPageView["opinions"][number];

/** The opinion asked for before recognition, and the chairman's decision. */
export function DecisionTab({ page, setId }: OfRound) {
  const t = useText();
  const { values, set } = useUrl();
  const { asked, round } = page;
  const opinions = page.opinions.filter((one) => one.resultSetId === setId);
  const waiting = opinions.find((one) => one.repliedOn === null);
  const close = () => set({ do: null }, "replace");
  const open = (what: string) => set({ do: what }, "replace");
  const deeds = isOpen(page) && (
    <Row gap="tight">
      {asked.mode !== "none" && <Button onClick={() => open("report")}>{t("poverty.work.report")}</Button>}
      {waiting && asked.mode !== "inform" && <Button onClick={() => open("opinion")}>{t("poverty.work.recordOpinion")}</Button>}
      {page.may.recognise && <Button kind="primary" onClick={() => open("recognise")}>{t("poverty.rounds.recognise")}</Button>}
    </Row>
  );
  return (
    <Stack gap="wide">
      {!asked.known && <Notice kind="warn" title={t("poverty.work.opinionUnset")} actions={<LinkButton to="." search={{ tab: "setup" }}>{t("poverty.work.setup")}</LinkButton>} />}
      {round.closedOn && <Notice kind="done" title={t("poverty.work.recognisedOn", { on: dayText(round.closedOn) })} />}
      <Section title={t("poverty.work.opinions")} actions={deeds}>
        <Hint>{t(`poverty.work.askedMode.${asked.mode}`, { level: t(`poverty.work.level.${asked.level}`), document: asked.document ?? "—" })}</Hint>
        <DataTable<Opinion>
          label={t("poverty.work.opinions")} name="opinions" local rows={opinions} rowKey={(row) => row.id} empty={<p>{t("poverty.work.noOpinions")}</p>}
          columns={[
            { key: "no", label: t("poverty.work.reportNo"), main: true, render: (row) => row.reportNo },
            { key: "on", label: t("poverty.work.reportedOn"), nowrap: true, render: (row) => dayText(row.reportedOn) },
            { key: "due", label: t("poverty.work.replyDue"), nowrap: true, text: (row) => row.dueOn && dayText(row.dueOn), render: (row) => (row.dueOn ? `${dayText(row.dueOn)}${page.terms.opinion.certainty === "text" ? "" : ` (${t("poverty.work.unchecked")})`}` : "—") },
            { key: "reply", label: t("poverty.work.reply"), render: (row) => (row.repliedOn ? `${row.replyNo ?? ""}, ${dayText(row.repliedOn)}: ${t(row.agreed ? "poverty.work.agreed" : "poverty.work.notAgreed")}` : t("poverty.work.noReply")) },
            { key: "content", label: t("poverty.work.content"), render: (row) => row.content ?? "—" },
          ]}
        />
      </Section>
      <Drawer open={values["do"] === "report" && isOpen(page)} title={t("poverty.work.report")} onClose={close}>
        <ReportForm page={page} setId={setId} onDone={close} />
      </Drawer>
      <Drawer open={values["do"] === "opinion" && isOpen(page) && waiting !== undefined} title={t("poverty.work.recordOpinion")} onClose={close}>
        {waiting && <OpinionForm page={page} setId={setId} opinion={waiting} onDone={close} />}
      </Drawer>
      <Drawer open={values["do"] === "recognise" && isOpen(page)} title={t("poverty.rounds.recognise")} onClose={close}>
        <RecogniseForm round={{ ...round, resultSets: round.resultSets.filter(({ id }) => id === setId) }} onDone={close} />
      </Drawer>
    </Stack>
  );
}

function ReportForm({ page, setId, onDone }: OfRound & { onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(workflowRoutes.report);
  const form = useForm<{ readonly reportNo: string; readonly reportedOn: string | null }>({
    draft: `poverty:report:${setId}`, initial: { reportNo: "", reportedOn: null },
    validate: ({ reportNo, reportedOn }) => ({ ...(reportNo.trim() === "" && { reportNo: t("poverty.work.textMissing") }), ...(reportedOn === null && { reportedOn: t("poverty.work.dayMissing") }) }),
  });
  return (
    <FormPage form={form} action={t("poverty.work.report")} busy={command.isPending} error={command.error}
      onSubmit={({ reportNo, reportedOn }) => command.mutate({ params: { id: page.round.id }, body: { resultSetId: setId, reportNo, reportedOn: reportedOn as PlainDate } }, { onSuccess: () => (form.clear(), say(t("poverty.work.reported")), onDone()) })}>
      <TextInput label={t("poverty.work.reportNo")} required {...form.field("reportNo")} />
      <DateInput label={t("poverty.work.reportedOn")} required {...form.field("reportedOn")} />
    </FormPage>
  );
}

interface Reply {
  readonly replyNo: string;
  readonly repliedOn: string | null;
  readonly agreed: string | null;
  readonly content: string;
  readonly caseIds: readonly string[];
}

function OpinionForm({ page, setId, opinion, onDone }: OfRound & { opinion: Opinion; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(workflowRoutes.opinion);
  const form = useForm<Reply>({
    draft: `poverty:opinion:${opinion.id}`, initial: { replyNo: "", repliedOn: null, agreed: "yes", content: "", caseIds: [] },
    validate: ({ replyNo, repliedOn, agreed, caseIds }) => ({
      ...(replyNo.trim() === "" && { replyNo: t("poverty.work.textMissing") }), ...(repliedOn === null && { repliedOn: t("poverty.work.dayMissing") }), ...(agreed === "no" && caseIds.length === 0 && { caseIds: t("poverty.work.casesMissing") }),
    }),
  });
  const { agreed, caseIds } = form.values;
  const { data } = useAnswer(workflowRoutes.cases, { params: { id: page.round.id }, query: { set: setId, state: "reported", page: 1, perPage: 500 } }, { enabled: agreed === "no" });
  const toggle = (id: string, on: boolean) => form.set({ caseIds: on ? [...caseIds, id] : caseIds.filter((one) => one !== id) });
  const submit = (reply: Reply) =>
    command.mutate(
      { params: { id: page.round.id }, body: { opinionId: opinion.id, replyNo: reply.replyNo, repliedOn: reply.repliedOn as PlainDate, agreed: reply.agreed === "yes", content: reply.content.trim() || null, caseIds: reply.agreed === "yes" ? [] : [...reply.caseIds] } },
      { onSuccess: () => (form.clear(), say(t("poverty.work.replied")), onDone()) },
    );
  return (
    <FormPage form={form} action={t("poverty.work.recordOpinion")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <TextInput label={t("poverty.work.replyNo")} required {...form.field("replyNo")} />
      <DateInput label={t("poverty.work.repliedOn")} required {...form.field("repliedOn")} />
      <Choice label={t("poverty.work.reply")} options={[{ value: "yes", label: t("poverty.work.agreed") }, { value: "no", label: t("poverty.work.notAgreed") }]} {...form.field("agreed")} />
      <TextArea label={t("poverty.work.content")} rows={3} {...form.field("content")} />
      {agreed === "no" && (
        <FieldSet label={t("poverty.work.doAgain")}>
          {(data?.rows ?? []).map((row) => <Checkbox key={row.id} label={`${row.headName} — ${row.hamlet}`} value={caseIds.includes(row.id)} onChange={(on) => toggle(row.id, on)} />)}
        </FieldSet>
      )}
    </FormPage>
  );
}
