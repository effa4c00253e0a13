import { isPlainDate } from "../../kernel/date.ts";
import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DateInput } from "../../web/design/form/date-input.tsx";
import { capital, dayText, figureText } from "../../web/design/format.ts";
import { KeyValue } from "../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../web/design/layout.tsx";
import { Menu, type MenuItem } from "../../web/design/menu.tsx";
import { ErrorNotice, Notice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { Tabs } from "../../web/design/tabs.tsx";
import { Timeline } from "../../web/design/timeline.tsx";
import { Link, useParam, useUrl } from "../../web/navigation.tsx";
import { RecordLink } from "../../web/record-link.tsx";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type HouseholdPage as Household } from "../contract.ts";
import { Badges } from "./badges.tsx";
import { useCodes } from "./codes.ts";
import { HouseholdAction } from "./household-action.tsx";
import type { HouseholdTab } from "./public.tsx";
import { FormerMembers, MemberTable } from "./member-table.tsx";
import classes from "./household-page.module.css";

/** Tabs of other features: `src/<feature>/web/household-tabs.tsx` exports `householdTabs`. */
const contributed: readonly HouseholdTab[] = Object.values(import.meta.glob<{ householdTabs: readonly HouseholdTab[] }>("../../*/web/household-tabs.tsx", { eager: true }))
  .flatMap(({ householdTabs }) => householdTabs)
  .toSorted((a, b) => a.order - b.order);

export default function HouseholdPage() {
  const t = useText();
  const id = useParam("id");
  const { on } = useAreaPeriod();
  const { values } = useUrl();
  const known = values["known"];
  const { data: household, error, refetch } = useAnswer(registryRoutes.household, { params: { id }, query: { on, ...(known && { known }) } }, { keep: true });
  const crumbs = [{ label: t("registry.list.title"), to: "/households" }];
  if (!household) {
    return (
      <Page title={t("registry.household.title")} crumbs={crumbs}>
        {error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <p>{t("web.loading")}</p>}
      </Page>
    );
  }
  return (
    <Page
      title={t("registry.household.of", { name: household.headName })}
      subtitle={<Subtitle household={household} on={on} />}
      crumbs={[...crumbs, { label: capital(household.hamlet.label), to: "/households", search: { hamlet: household.hamlet.id } }]}
      print
      actions={<Actions household={household} />}
    >
      <ErrorNotice error={error} />
      <State household={household} on={on} known={known} />
      <Tabs
        label={t("registry.household.title")}
        tabs={[
          { key: "members", label: t("registry.members"), content: () => <Members household={household} on={on} /> },
          ...contributed.map((tab) => ({ key: tab.key, label: t(tab.labelKey), content: () => <tab.content householdId={id} hamletId={household.hamlet.id} on={on} /> })),
          { key: "history", label: t("registry.household.history"), content: () => <History household={household} /> },
        ]}
      />
      <HouseholdAction household={household} on={on} />
    </Page>
  );
}

function Subtitle({ household, on }: { household: Household; on: string }) {
  const t = useText();
  return (
    <Row gap="tight">
      <span>{t("registry.household.subtitle", { hamlet: capital(household.hamlet.label), unit: household.hamlet.unit, on: dayText(on) })}</span>
      <Badges badges={household.badges} />
    </Row>
  );
}

/** What is unusual about what is seen: voided, ended, not yet, an earlier knowledge. */
function State({ household, on, known }: { household: Household; on: string; known: string | undefined }) {
  const t = useText();
  return (
    <>
      {household.voided && <Notice kind="warn" title={t("registry.household.voided", { reason: household.voided.reason })} />}
      {household.to !== null && household.to <= on && <Notice title={t("registry.household.ended", { to: dayText(household.to), why: t(`registry.ending.${household.endReason ?? "other"}`) })} />}
      {on < household.from && <Notice title={t("registry.household.notYet", { from: dayText(household.from) })} />}
      {known && <Notice title={t("registry.household.asKnown", { known: isPlainDate(known.slice(0, 10)) ? dayText(known.slice(0, 10)) : known })} />}
    </>
  );
}

function Members({ household, on }: { household: Household; on: string }) {
  const t = useText();
  const { characteristic } = useCodes();
  return (
    <Stack gap="wide">
      <KeyValue
        columns={2}
        pairs={[
          { label: t("registry.localCode"), value: household.localCode },
          { label: t("registry.address"), value: household.address },
          { label: t("registry.hamlet"), value: `${capital(household.hamlet.label)}, ${household.hamlet.unit}` },
          { label: t("registry.household.from"), value: `${dayText(household.from)} (${t(`registry.formedBy.${household.formedBy}`)})` },
          { label: t("registry.household.count"), value: figureText(household.members.length) },
          { label: t("registry.characteristics"), value: household.characteristics.map(({ code }) => characteristic(code)).join("; ") },
          ...(household.formedFrom ? [{ label: t("registry.household.formedFrom"), value: <Link to="/households/$id" params={{ id: household.formedFrom }}>{t("registry.household.open")}</Link> }] : []),
        ]}
      />
      <MemberTable household={household} on={on} />
      <FormerMembers household={household} />
    </Stack>
  );
}

/** Everything that happened; and a way to see the record as it was known on an earlier day, before later corrections. */
function History({ household }: { household: Household }) {
  const t = useText();
  const { values, set } = useUrl();
  const { relation, characteristic } = useCodes();
  const events = household.timeline.map((entry, at) => {
    const { value } = entry.data;
    const detail =
      entry.code === "registry.timeline.joined" || entry.code === "registry.timeline.relation" ? relation(String(value))
      : entry.code.startsWith("registry.timeline.characteristic") ? characteristic(String(value))
      : entry.code === "registry.timeline.formed" ? t(`registry.formedBy.${String(value)}`)
      : entry.code === "registry.timeline.ended" ? t(`registry.ending.${String(value)}`)
      : undefined;
    const words = t(entry.code, asWords(entry.data));
    return { id: `${at} ${entry.code} ${entry.on}`, on: entry.on, title: entry.link ? <RecordLink {...entry.link}>{words}</RecordLink> : words, voided: entry.code === "registry.timeline.voided", ...(detail && { detail }) };
  });
  return (
    <Stack>
      <DateInput
        label={t("registry.household.known")}
        hint={t("registry.household.knownHint")}
        value={values["known"]?.slice(0, 10) ?? null}
        onChange={(day) => set({ known: day === null ? null : `${day}T23:59:59+07:00` }, "replace")}
      />
      <Section title={t("registry.household.history")}>
        <Timeline events={events} />
      </Section>
    </Stack>
  );
}

const asWords = (data: Readonly<Record<string, string | number>>): Record<string, string | number> => ({ ...data });

/** The deeds that the person may do, each opening its form beside the page; which is open stands in the address. */
function Actions({ household }: { household: Household }) {
  const t = useText();
  const { set } = useUrl();
  const { keep, void: mayVoid } = household.may;
  const item = (key: string, apart = false): MenuItem => ({ label: t(`registry.do.${key}`), run: () => set({ do: key, member: null }, "replace"), ...(apart && { apart }) });
  if (household.voided) return mayVoid ? <Button onClick={() => set({ do: "restore" }, "replace")}>{t("registry.do.restore")}</Button> : null;
  const items = [
    ...(keep && household.to === null ? [item("characteristics"), item("details"), item("move", true), item("split"), item("end")] : []),
    ...(mayVoid ? [item("void", true)] : []),
  ];
  if (!keep) return null;
  return (
    <>
      {household.to === null && <Button kind="primary" onClick={() => set({ do: "addMember" }, "replace")}>{t("registry.do.addMember")}</Button>}
      {items.length > 0 && (
        <Menu label={t("registry.do.label")} items={items} className={classes["menu"]}>
          {t("registry.do.label")}
        </Menu>
      )}
    </>
  );
}
