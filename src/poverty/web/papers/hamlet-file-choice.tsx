import { useState } from "react";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, useHandOut } from "../../../papers/web/public.tsx";
import { useAnswer } from "../../../web/data.ts";
import { Select } from "../../../web/design/form/select.tsx";
import { Columns, Hint, Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes } from "../../contract.ts";
import { paperRoutes, STEP_PAPERS } from "../../papers/contract.ts";
import type { ChosenPart } from "./list-choice.tsx";

/** Papers of the chosen hamlets for a step of a review round. */
export function HamletFileChoice({ chosen, show }: { chosen: ChosenPart; show: (papers: readonly Paper[]) => void }) {
  const t = useText();
  const { data } = useAnswer(povertyRoutes.rounds, { query: { area: chosen.areaUid, on: chosen.on } }, { keep: true });
  const [picked, pick] = useState<string | null>(null);
  const [step, setStep] = useState<string>("meeting");
  const sets = (data?.rounds ?? []).flatMap((round) => round.resultSets.map((set) => ({ round, set })));
  const { round, set } = sets.find((one) => one.set.id === picked) ?? sets[0] ?? {};
  const get = useHandOut(paperRoutes.printHamletFile, (format) => ({
    params: { id: round?.id ?? "" }, body: { resultSetId: set?.id ?? "", hamletIds: chosen.hamletIds, step: step as (typeof STEP_PAPERS)[number], format },
  }));
  return (
    <Section title={t("poverty.papers.file")}>
      <Hint>{t(sets.length === 0 ? "poverty.papers.noRound" : "poverty.papers.fileHint")}</Hint>
      {set && (
        <>
          <Columns>
            <Select
              label={t("poverty.papers.round")} value={set.id} onChange={(next) => (pick(next), show([]))}
              options={sets.map((one) => ({ value: one.set.id, label: `${one.round.unitName}, ${one.round.year}: ${one.set.ruleset} / ${one.set.statusYear}` }))}
            />
            <Select label={t("poverty.papers.step")} value={step} onChange={(next) => (setStep(next ?? "meeting"), show([]))} options={STEP_PAPERS.map((one) => ({ value: one, label: t(`poverty.papers.step.${one}`) }))} />
          </Columns>
          <PaperActions get={get} show={show} formats={["docx", "pdf"]} />
        </>
      )}
    </Section>
  );
}
