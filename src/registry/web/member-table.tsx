import { ageOn, isPlainDate } from "../../kernel/date.ts";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { dayText, figureText } from "../../web/design/format.ts";
import { Section } from "../../web/design/layout.tsx";
import { Menu, type MenuItem } from "../../web/design/menu.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import type { HouseholdPage, MemberView, PersonView } from "../contract.ts";
import { useCodes } from "./codes.ts";
import { MaskedNumber } from "./masked-number.tsx";
import classes from "./household-page.module.css";

/** "05/06/1984", "06/1984" or "1984". */
function birthText({ birthDate, birthYear, birthPrecision }: PersonView): string {
  if (birthPrecision === "day") return dayText(birthDate);
  if (birthPrecision === "month" && birthDate) return dayText(birthDate).slice(3);
  return birthYear === null ? "—" : String(birthYear);
}

/** Sure only when the day of birth is known. */
function ageText({ birthDate, birthPrecision, diedOn }: PersonView, on: string): string {
  if (birthPrecision !== "day" || !birthDate || !isPlainDate(birthDate) || !isPlainDate(on) || diedOn !== null) return "—";
  return figureText(ageOn(birthDate, on));
}

export function MemberTable({ household, on }: { household: HouseholdPage; on: string }) {
  const t = useText();
  const { relation, ethnicity } = useCodes();
  return (
    <DataTable<MemberView>
      label={t("registry.members")}
      local
      exports={false}
      rows={household.members}
      rowKey={(row) => row.membershipId}
      columns={[
        { key: "name", label: t("registry.person.fullName"), main: true, render: ({ person }) => person.fullName },
        { key: "relation", label: t("registry.relation"), render: (row) => relation(row.relation) },
        { key: "sex", label: t("registry.person.sex"), render: ({ person }) => t(`registry.sex.${person.sex}`) },
        { key: "birth", label: t("registry.person.birth"), nowrap: true, render: ({ person }) => birthText(person) },
        { key: "age", label: t("registry.person.age"), align: "end", render: ({ person }) => ageText(person, on) },
        { key: "ethnicity", label: t("registry.person.ethnicity"), render: ({ person }) => ethnicity(person.ethnicity) },
        { key: "number", label: t("registry.person.number"), text: null, render: ({ person }) => <MaskedNumber numbers={person.numbers} mayReveal={household.may.reveal} name={person.fullName} /> },
        { key: "from", label: t("registry.member.from"), nowrap: true, hidden: true, render: (row) => dayText(row.from) },
        { key: "do", label: t("registry.do.label"), text: null, render: (row) => <MemberActions household={household} member={row} /> },
      ]}
      empty={<p>{t("registry.member.none")}</p>}
    />
  );
}

function MemberActions({ household, member }: { household: HouseholdPage; member: MemberView }) {
  const t = useText();
  const { set } = useUrl();
  if (!household.may.keep || household.voided) return null;
  const item = (key: string): MenuItem => ({ label: t(`registry.do.${key}`), run: () => set({ do: key, member: member.membershipId }, "replace") });
  const open = household.to === null && member.to === null;
  const items = [item("correct"), item("number"), ...(open && member.relation !== "01" ? [item("makeHead"), item("leave")] : [])];
  return (
    <Menu label={t("registry.do.for", { name: member.person.fullName })} items={items} className={classes["menu"]}>
      <span aria-hidden="true">⋯</span>
      <span className="visually-hidden">{t("registry.do.for", { name: member.person.fullName })}</span>
    </Menu>
  );
}

export function FormerMembers({ household }: { household: HouseholdPage }) {
  const t = useText();
  const { relation } = useCodes();
  if (household.formerMembers.length === 0) return null;
  return (
    <Section title={t("registry.member.former")}>
      <ul>
        {household.formerMembers.map((member) => (
          <li key={member.membershipId}>{t("registry.member.formerLine", { name: member.person.fullName, relation: relation(member.relation), from: dayText(member.from), to: dayText(member.to) })}</li>
        ))}
      </ul>
    </Section>
  );
}
