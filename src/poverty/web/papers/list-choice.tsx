import { useState } from "react";
import type { PlainDate } from "../../../kernel/date.ts";
import type { Paper } from "../../../papers/paper.ts";
import { PaperActions, useHandOut } from "../../../papers/web/public.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import { LIST_PAPERS, paperRoutes } from "../../papers/contract.ts";

export interface ChosenPart {
  readonly areaUid: string;
  readonly on: PlainDate;
  readonly hamletIds: string[] | undefined;
}

type ListPaper = (typeof LIST_PAPERS)[number];
const ALL_FOUR = LIST_PAPERS.slice(0, 4);

/** One list, or all four in one file. */
export function ListChoice({ chosen, show }: { chosen: ChosenPart; show: (papers: readonly Paper[]) => void }) {
  const t = useText();
  const [list, choose] = useState<string>("poor");
  const lists: ListPaper[] = list === "all" ? [...ALL_FOUR] : [list as ListPaper];
  const get = useHandOut(paperRoutes.printList, (format) => ({ body: { ...chosen, lists, format } }));
  return (
    <Section title={t("poverty.papers.lists")}>
      <Select
        label={t("poverty.papers.list")} value={list} onChange={(next) => (choose(next ?? "poor"), show([]))}
        options={[...LIST_PAPERS, "all" as const].map((one) => ({ value: one, label: t(`poverty.papers.list.${one}`) }))}
      />
      <Hint>{t(list === "notice" ? "poverty.papers.noticeHint" : "poverty.papers.listHint")}</Hint>
      <PaperActions get={get} show={show} />
    </Section>
  );
}
