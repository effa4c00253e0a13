import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes, type RoundView } from "../../contract.ts";

interface NewRound {
  readonly year: string | null;
  readonly openedOn: string | null;
}

export function NewRoundForm({ unitUid, unitName, on, onDone }: { unitUid: string; unitName: string; on: string; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(povertyRoutes.createRound);
  const last = Number(on.slice(0, 4));
  const form = useForm<NewRound>({ draft: `poverty:round:${unitUid}`, initial: { year: String(last), openedOn: null } });
  const submit = ({ year, openedOn }: NewRound) =>
    command.mutate({ body: { unitUid, year: Number(year), ...(openedOn && { openedOn: openedOn as PlainDate }) } }, { onSuccess: () => (form.clear(), say(t("poverty.rounds.made")), onDone()) });
  return (
    <FormPage form={form} action={t("poverty.rounds.new")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("poverty.rounds.newHint", { unit: unitName })}</Hint>
      <Select label={t("poverty.rounds.year")} options={[last + 1, last, last - 1, last - 2].map((year) => ({ value: String(year), label: String(year) }))} {...form.field("year")} />
      <DateInput label={t("poverty.rounds.opened")} {...form.field("openedOn")} />
    </FormPage>
  );
}

interface Decision {
  readonly resultSetId: string | null;
  readonly decisionNo: string;
  readonly decisionDate: string | null;
  readonly signer: string;
}

export function RecogniseForm({ round, onDone }: { round: RoundView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(povertyRoutes.recognise);
  const only = round.resultSets.length === 1 ? round.resultSets[0]!.id : null;
  const form = useForm<Decision>({
    draft: `poverty:recognise:${round.id}`,
    initial: { resultSetId: only, decisionNo: "", decisionDate: null, signer: "" },
    validate: ({ resultSetId, decisionNo, decisionDate, signer }) => ({
      ...(resultSetId === null && { resultSetId: t("poverty.rounds.setMissing") }),
      ...(decisionNo.trim() === "" && { decisionNo: t("poverty.decision.noMissing") }),
      ...(decisionDate === null && { decisionDate: t("poverty.decision.dateMissing") }),
      ...(signer.trim() === "" && { signer: t("poverty.decision.signerMissing") }),
    }),
  });
  const submit = ({ resultSetId, decisionNo, decisionDate, signer }: Decision) =>
    command.mutate(
      { params: { id: round.id }, body: { resultSetId: resultSetId!, decisionNo, decisionDate: decisionDate as PlainDate, signer } },
      { onSuccess: ({ recognised, ended }) => (form.clear(), say(t("poverty.rounds.recognised", { recognised, ended })), onDone()) },
    );
  const options = round.resultSets.map(({ id, ruleset, statusYear, results }) => ({ value: id, label: t("poverty.rounds.set", { ruleset, year: String(statusYear), count: results }) }));
  return (
    <FormPage form={form} action={t("poverty.rounds.recognise")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("poverty.rounds.recogniseHint", { unit: round.unitName, year: String(round.year) })}</Hint>
      <Select label={t("poverty.rounds.sets")} options={options} {...form.field("resultSetId")} />
      <TextInput label={t("poverty.decision.no")} required {...form.field("decisionNo")} />
      <DateInput label={t("poverty.decision.date")} required {...form.field("decisionDate")} />
      <TextInput label={t("poverty.decision.signer")} required {...form.field("signer")} />
    </FormPage>
  );
}

interface NewSet {
  readonly ruleset: string | null;
  readonly statusYear: number | null;
}

export function ResultSetForm({ round, onDone }: { round: RoundView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(povertyRoutes.addResultSet);
  const { data } = useAnswer(povertyRoutes.standards, {});
  const form = useForm<NewSet>({
    draft: `poverty:set:${round.id}`,
    initial: { ruleset: null, statusYear: null },
    validate: ({ ruleset, statusYear }) => ({ ...(ruleset === null && { ruleset: t("poverty.rounds.standardMissing") }), ...(statusYear === null && { statusYear: t("poverty.rounds.yearMissing") }) }),
  });
  const submit = ({ ruleset, statusYear }: NewSet) =>
    command.mutate({ params: { id: round.id }, body: { ruleset: ruleset!, statusYear: statusYear! } }, { onSuccess: () => (form.clear(), say(t("poverty.rounds.setMade")), onDone()) });
  return (
    <FormPage form={form} action={t("poverty.rounds.secondSet")} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t("poverty.rounds.secondSetHint")}</Hint>
      <Select label={t("poverty.rounds.standard")} options={(data?.standards ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...form.field("ruleset")} />
      <NumberInput label={t("poverty.review.statusYear")} {...form.field("statusYear")} />
    </FormPage>
  );
}
