import { useState } from "react";
import { useAnswer } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { Notice } from "../../../web/design/notice.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { ClassPageView } from "../../classes/contract.ts";
import { learnerRoutes, type LearnerView } from "../../learners/contract.ts";
import { LearnerForm } from "./learner-form.tsx";
import { LearnerStepForm, type ManyStep } from "./learner-step-form.tsx";
import { RegisterForm } from "./register-form.tsx";
import { SplitForm } from "./split-form.tsx";
import { VoidLearner } from "./void-learner.tsx";
import { decimalWords, LEARNER_PATTERN } from "./words.ts";

const MANY: readonly ManyStep[] = ["admit", "drop", "takeBack"];

/** Who learns in the class: registration, admission, leaving. */
export function LearnersTab({ page }: { page: ClassPageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch } = useAnswer(learnerRoutes.learners, { params: { id: page.row.id }, query: {} }, { keep: true });
  const { data: groups } = useAnswer(learnerRoutes.learnerGroups, { query: {} });
  const groupName = (code: string): string => groups?.rows.find((one) => one.code === code)?.name ?? code;
  const close = () => set({ do: null, learner: null }, "replace");
  const done = () => (select(new Set()), close());
  const rows = data?.rows;
  const chosen = (rows ?? []).filter(({ id }) => selected.has(id));
  const step = MANY.find((one) => `many:${one}` === values["do"]);
  const one = rows?.find(({ id }) => id === values["learner"]);
  const tools = data?.may && (
    <Row gap="tight">
      {data.takes && <Button size="small" kind="primary" onClick={() => set({ do: "register" }, "replace")}>{t("training.classes.register")}</Button>}
      <LinkButton size="small" to="/import/list/$kind" params={{ kind: "training-learners" }} search={{ class: page.row.id }}>{t("training.classes.import")}</LinkButton>
      {data.rows.length > 0 && <ExportList route={learnerRoutes.exportLearners} total={data.rows.length} input={(purpose) => ({ params: { id: page.row.id }, body: { purpose } })} />}
    </Row>
  );
  const open = MANY.filter((kind) => chosen.length > 0 && chosen.every(({ steps }) => steps.includes(kind)));
  return (
    <Stack>
      {data?.full && data.takes && <Notice kind="warn" title={t("training.classes.full")}>{data.full.text}</Notice>}
      <DataTable<LearnerView>
        label={t("training.classes.tab.learners")} name="learners" local rows={rows} rowKey={(row) => row.id} error={error} onRetry={() => void refetch()} tools={tools} exports={false} onOpen={(row) => data?.may && set({ learner: row.id }, "replace")}
        {...(data?.may && { selection: { selected, onChange: select, actions: <Row gap="tight">{open.map((kind) => <Button key={kind} size="small" onClick={() => set({ do: `many:${kind}` }, "replace")}>{t(`training.classes.many.${kind}`)}</Button>)}{page.may.decide && data.takes && chosen.length > 0 && <Button size="small" onClick={() => set({ do: "split" }, "replace")}>{t("training.classes.split")}</Button>}</Row> } })}
        columns={[
          { key: "name", label: t("training.classes.learner"), main: true, sort: true, sortValue: (row) => row.fullName.split(" ").at(-1)!, render: (row) => row.fullName },
          { key: "birth", label: t("training.classes.birth"), nowrap: true, render: (row) => (row.birthDate ? dayText(row.birthDate) : String(row.birthYear ?? "—")) },
          { key: "sex", label: t("training.classes.sex"), render: (row) => t(`training.classes.sex.${row.sex}`) },
          { key: "hamlet", label: t("training.classes.livesIn"), sort: true, sortValue: (row) => row.hamlet, render: (row) => `${capital(row.hamlet)}${row.unit ? `, ${row.unit}` : ""}` },
          { key: "person", label: t("training.classes.identified"), hidden: true, render: (row) => t(row.personId ? "training.classes.inRegistry" : "training.classes.notIdentified") },
          { key: "groups", label: t("training.classes.groups"), render: (row) => row.groups.map(groupName).join("; ") || "—" },
          { key: "distance", label: t("training.classes.distance"), align: "end", hidden: true, render: (row) => decimalWords(row.distanceKm) },
          { key: "state", label: t("training.classes.state"), sort: true, sortValue: (row) => t(`training.classes.learnerState.${row.state}`), text: (row) => t(`training.classes.learnerState.${row.state}`), render: (row) => <LearnerState row={row} /> },
          { key: "days", label: t("training.classes.days"), align: "end", sort: true, sortValue: (row) => row.days, render: (row) => figureText(row.days) },
        ]}
        empty={<EmptyState title={t("training.classes.noLearners")} actions={tools}>{t("training.classes.noLearnersText")}</EmptyState>}
      />
      {data?.may && values["do"] === "register" && <Drawer open title={t("training.classes.register")} onClose={close}><RegisterForm page={page} full={data.full} groups={groups?.rows ?? []} onDone={close} /></Drawer>}
      {data?.may && step && chosen.length > 0 && <Drawer open title={t(`training.classes.many.${step}`)} onClose={close}><LearnerStepForm classId={page.row.id} learners={chosen} step={step} onDone={done} /></Drawer>}
      {data?.takes && page.may.decide && values["do"] === "split" && chosen.length > 0 && <Drawer open title={t("training.classes.splitOf", { name: page.row.name })} onClose={close}><SplitForm page={page} learners={chosen} onDone={() => select(new Set())} /></Drawer>}
      {data?.may && one && values["do"] !== "void" && <Drawer open title={one.fullName} onClose={close}><LearnerForm key={one.id} learner={one} groups={groups?.rows ?? []} onDone={close} onVoid={() => set({ do: "void" }, "replace")} /></Drawer>}
      {data?.may && one && values["do"] === "void" && <VoidLearner learner={one} onClose={close} />}
    </Stack>
  );
}

function LearnerState({ row }: { row: LearnerView }) {
  const t = useText();
  const missing = row.admitReasons.length;
  return (
    <Stack gap="tight">
      <StatusBadge pattern={LEARNER_PATTERN[row.state]}>{t(`training.classes.learnerState.${row.state}`)}</StatusBadge>
      {missing > 0 && <small>{t("training.classes.proofMissing")}</small>}
      {row.dropReason && <small>{t(`training.classes.dropReason.${row.dropReason}`)}</small>}
    </Stack>
  );
}
